/**
 * DM's databases and tables of one source of a task; opening a table shows its columns.
 */
import {type Line, span} from '../../components/line.js';
import {headline} from '../../dm/errors.js';
import {byNumbers} from '../../monitor/order.js';
import type {Page} from '../../operations/offering/pages.js';
import type {Inquiry} from '../../session/inquiries.js';
import {say} from '../../language/say.js';
import {type ColumnEntry, columnsOf} from './columns/entry.js';
import type {ListScreen} from './binding/list-screen.js';
import {nameColumn} from './columns/name-columns.js';

type SchemaRow = {readonly name: string};

const problemOf = ({problem}: Inquiry): readonly Line[] =>
	problem ? [[span(` ${headline(problem.what)}`, 'warn')]] : [];

/** The only column. */
export const schemaColumns: ReadonlyArray<
	ColumnEntry<SchemaRow, {readonly rows: readonly SchemaRow[]; readonly database: string | undefined}>
> = [
	{
		id: 'name',
		title: 'TABLE',
		help: 'the database or table that DM knows of',
		look: ({rows, database}) => ({
			...nameColumn<SchemaRow>(({name}) => name, {rows, max: 64}),
			title: database === undefined ? say('DATABASE') : say('TABLE'),
		}),
	},
];

/** The databases, or the tables of one. */
export const schemaList = (
	page: Extract<Page, {readonly kind: 'schema'}>,
	inquiry: Inquiry,
): ListScreen<SchemaRow> => {
	const {task, source, database} = page;
	const {answer, isAsking, problem} = inquiry;
	const rows = answer?.kind === 'names' ? answer.names.map(name => ({name})) : [];
	return {
		title: [
			span(say('{task} on {source}', {task, source}), 'title'),
			span(
				database === undefined
					? `  ${say('databases known to DM')}`
					: `  ${say('tables of {database}', {database})}`,
				'dim',
			),
		],
		head: problemOf(inquiry),
		rows,
		id: ({name}) => name,
		sign: () => [span(' ')],
		isProblem: () => false,
		isStale: () => problem !== undefined,
		words: ({name}) => name,
		columns: columnsOf(schemaColumns, {rows, database}),
		compare: (left, right) => byNumbers(left.name, right.name),
		open: ({name}) => (database === undefined ? {...page, database: name} : {...page, table: name}),
		preview: () => [],
		empty:
			answer === undefined
				? isAsking
					? say('Asking DM …')
					: problem
						? headline(problem.what)
						: say('DM was not asked.')
				: database === undefined
					? say('DM knows no database of this task yet.')
					: say('DM knows no table of {database} yet.', {database}),
	};
};
