/**
 * The validation of a task: the rows that differ, with their values, and above them the state of the validators.
 */
import {type Line, span} from '../../components/line.js';
import {wrapLine} from '../../components/wrap.js';
import {headline} from '../../dm/errors.js';
import {isUnvalidated} from '../../dm/errors/unvalidated.js';
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
import {missingTexts, unlistedRows, validatorLines} from './validators.js';

const problemText = (problem: Problem): string =>
	isUnvalidated(problem.what) ? say('This task is not validated: o starts it.') : headline(problem.what);

const headOf = ({answer, problem}: Inquiry): readonly Line[] => [
	...(problem && answer ? [[span(` ${problemText(problem)}`, 'warn')]] : []),
	...(answer?.kind === 'validation' ? validatorLines(answer.status, answer.differences) : []),
];

const labelled = (label: Phrase, text: string, width: number): readonly Line[] =>
	text === '' ? [] : wrapLine([span(padTo(say(label), 12), 'dim'), span(text)], width, 12);

/** The columns, from left to right. */
export const validationColumns: ReadonlyArray<ColumnEntry<RowDifference, readonly RowDifference[]>> = [
	{
		id: 'id',
		title: 'ID',
		help: 'the number of the difference, for validation-resolve and validation-ignore',
		look: rows => ({...wordColumn(({id}) => id, {rows, min: 4, max: 12, priority: 100}), align: 'right'}),
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
		look: rows => wordColumn(({type}) => type, {rows, min: 24, max: 40, priority: 85}),
	},
	{
		id: 'time',
		title: 'TIME',
		help: 'when it was found',
		look: () => wordColumn(({time}) => time, {min: 19, max: 19, priority: 70}),
	},
	{
		id: 'upstream',
		title: 'UPSTREAM',
		help: 'the values of the row upstream; - it is not there',
		look: rows => wordColumn(({fromRow}) => fromRow, {rows, min: 20, max: 200, priority: 60}),
	},
	{
		id: 'downstream',
		title: 'DOWNSTREAM',
		help: 'the values of the row downstream; - it is not there',
		look: rows => wordColumn(({toRow}) => toRow, {rows, min: 20, max: 200, priority: 55}),
	},
];

/** Whether every row that changes is compared, and every source has answered. */
const isWhole = (status: ValidationStatus, differences: RowDifferences): boolean =>
	missingTexts(status, differences).length === 0 &&
	status.validators.every(({stage}) => stage === 'Running') &&
	status.tables.every(({message}) => message === '');

/** Why no row is listed, for an answer. */
const nothingIn = (status: ValidationStatus, differences: RowDifferences): string => {
	if (status.validators.length === 0) {
		return say('This task is not validated: o starts it.');
	}

	if (unlistedRows(status, differences).length > 0) {
		return say('Rows differ, but none is listed yet, see above.');
	}

	return isWhole(status, differences)
		? say('No differences.')
		: say('No differences are known. Not everything is compared at the moment, see above.');
};

/** Why no row is shown. */
const emptyText = ({answer, isAsking, problem}: Inquiry): string => {
	if (answer?.kind === 'validation') {
		return nothingIn(answer.status, answer.differences);
	}

	if (isAsking) {
		return say('Asking DM …');
	}

	return problem ? problemText(problem) : say('DM was not asked.');
};

/** The rows that differ. */
export const validationList = (
	{task}: Extract<Page, {readonly kind: 'validation'}>,
	inquiry: Inquiry,
): ListScreen<RowDifference> => {
	const {answer, problem} = inquiry;
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
		headMore: count => say('and {count} more {count|line|lines}: a higher terminal shows all', {count}),
		empty: emptyText(inquiry),
	};
};
