/**
 * The validation of a task: the rows that differ, with their values, and above them the state of the validators.
 */
import {type Line, span} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
import {headline} from '../../dm/errors.js';
import {byText} from '../../monitor/order.js';
import type {Page} from '../../operations/offering/pages.js';
import type {Problem} from '../../providers/provider.js';
import type {RowDifference, RowDifferences, ValidationStatus} from '../../providers/readers.js';
import type {Inquiry} from '../../session/inquiries.js';
import {say} from '../../language/say.js';
import type {Phrase} from '../../language/text.js';
import {padTo} from '../../terminal/width.js';
import {nameColumn, wordColumn} from './columns/name-columns.js';
import {type ColumnEntry, columnsOf} from './columns/entry.js';
import type {ListScreen} from './binding/list-screen.js';

const validatorLines = ({validators, tables, missing}: ValidationStatus): readonly Line[] => [
	...validators.flatMap(({source, mode, stage, processed, pending, errors, problems}): readonly Line[] => [
		[
			span(` ${source}  `, 'strong'),
			span(`${stage} `, stage === 'Running' ? 'good' : 'warn'),
			span(`${mode}  `, 'dim'),
			span(say('errors {errors}', {errors})),
			span(`   ${say('pending {pending}', {pending})}`, 'dim'),
			span(`   ${say('processed {processed}', {processed})}`, 'dim'),
		],
		...problems.map((problem): Line => [span(`   ${problem}`, 'bad')]),
	]),
	...tables
		.filter(({message}) => message !== '')
		.map(({source, from, message}): Line => [
			span(` ${source}  ${from}  `),
			span(say('not validated: {message}', {message}), 'warn'),
		]),
	...(missing === '' ? [] : [[span(` ${say('not all answered: {missing}', {missing})}`, 'warn')]]),
];

/** DM's own error for a task that was never validated (43006). */
const isUnvalidated = (problem: Problem): boolean => /code=43006\b/v.test(problem.what);

const problemText = (problem: Problem): string =>
	isUnvalidated(problem) ? say('This task is not validated: o starts it.') : headline(problem.what);

const headOf = ({answer, problem}: Inquiry): readonly Line[] => [
	...(problem && answer ? [[span(` ${problemText(problem)}`, 'warn')]] : []),
	...(answer?.kind === 'validation' ? validatorLines(answer.status) : []),
];

const labelled = (label: Phrase, text: string, width: number): readonly Line[] =>
	text === '' ? [] : wrapLine([span(padTo(say(label), 12), 'dim'), span(text)], width, 12);

/** The columns, from left to right. */
export const validationColumns: ReadonlyArray<ColumnEntry<RowDifference, readonly RowDifference[]>> = [
	{
		id: 'id',
		title: 'ID',
		help: 'the number of the difference, for validation-resolve and validation-ignore',
		look: rows => wordColumn(({id}) => id, {rows, min: 4, max: 12, priority: 100}),
	},
	{
		id: 'state',
		title: 'STATE',
		help: 'new, ignored or resolved',
		look: rows => wordColumn(({state}) => state, {rows, min: 8, priority: 95}),
	},
	{
		id: 'source',
		title: 'SOURCE',
		help: 'the source on which it was found',
		look: rows => nameColumn(({source}) => source, {rows, min: 10, max: 24, priority: 80}),
	},
	{
		id: 'from',
		title: 'TABLE',
		help: 'the table upstream',
		look: rows => nameColumn(({from}) => from, {rows, min: 14, max: 40, priority: 90}),
	},
	{
		id: 'type',
		title: 'DIFFERENCE',
		help: 'what differs',
		look: rows => wordColumn(({type}) => type, {rows, min: 16, max: 40, priority: 85}),
	},
	{
		id: 'time',
		title: 'TIME',
		help: 'when it was found',
		look: () => wordColumn(({time}) => time, {min: 19, max: 19, priority: 70}),
	},
];

/** Whether every row that changes is compared, and every source has answered. */
const isWhole = (status: ValidationStatus, differences: RowDifferences): boolean =>
	status.missing === '' &&
	differences.missing === '' &&
	status.validators.every(({stage}) => stage === 'Running') &&
	status.tables.every(({message}) => message === '');

/** The rows that differ. */
export const validationList = (
	{task}: Extract<Page, {readonly kind: 'validation'}>,
	inquiry: Inquiry,
): ListScreen<RowDifference> => {
	const {answer, isAsking, problem} = inquiry;
	const rows = answer?.kind === 'validation' ? answer.differences.rows : [];
	return {
		title: [span(task, 'title'), span(`  ${say('validation')}`, 'dim')],
		head: headOf(inquiry),
		rows,
		id: ({id}) => id,
		sign: ({state}) => [state === 'new' ? span('!', 'warn') : span(' ')],
		isProblem: ({state}) => state === 'new',
		isStale: () => problem !== undefined,
		words: ({id, source, from, to, fromRow, toRow, type, state}) =>
			[id, source, from, to, fromRow, toRow, type, state].join(' '),
		columns: columnsOf(validationColumns, rows),
		compare: (left, right) =>
			Number(right.state === 'new') - Number(left.state === 'new') || byText(right.time, left.time),
		open: () => undefined,
		caption: ({id}) => say('difference {id}', {id}),
		preview: ({from, to, fromRow, toRow, type, message, time}, width) => [
			...labelled('difference', `${type}  ${time}`, width),
			...labelled('upstream', `${from}  ${fromRow}`, width),
			...labelled('downstream', `${to}  ${toRow}`, width),
			...labelled('DM', message, width),
		],
		empty:
			answer === undefined
				? isAsking
					? say('Asking DM …')
					: problem
						? problemText(problem)
						: say('DM was not asked.')
				: answer.kind === 'validation' && answer.status.validators.length === 0
					? say('This task is not validated: o starts it.')
					: answer.kind === 'validation' && isWhole(answer.status, answer.differences)
						? say('No differences.')
						: say('No differences are known. Not everything is compared at the moment, see above.'),
	};
};
