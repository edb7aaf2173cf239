/**
 * All findings of the cluster, worst first: the same ones that decide rows, totals, events and exit codes.
 */
import {span} from '../../components/line.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {type Finding, isWarning, severityRank} from '../../findings/finding.js';
import {byText} from '../../monitor/order.js';
import type {Place} from '../places/place.js';
import {findingLines, severitySign, severityStyle} from '../cells/finding-lines.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import {nameWithWorker} from '../../findings/journal/finding-name.js';
import {cutError, tellingCut} from '../cells/telling-cut.js';
import {cutEnd} from '../../terminal/width.js';
import {sinceColumn} from './columns/moments.js';
import {widestBrief} from './columns/why-column.js';
import {type ColumnEntry, type ColumnLook, columnsOf} from './columns/entry.js';
import type {ListScreen} from './binding/list-screen.js';
import {nameColumn, widestWord, wordColumn} from './columns/name-columns.js';
import {errorWords} from './columns/subtask-fields.js';

/** A finding as a row: two of one kind at one place are distinguished by a number. */
type FindingRow = {readonly finding: Finding; readonly id: string};

const rowsOf = (findings: readonly Finding[]): FindingRow[] => {
	const counts = new Map<string, number>();
	return findings.map(finding => {
		const name = nameWithWorker(finding);
		const count = counts.get(name) ?? 0;
		counts.set(name, count + 1);
		return {finding, id: count === 0 ? name : `${name} ${count + 1}`};
	});
};

/** The finding of a row, by the row's name. */
export const findingOfRow = (id: string, {diagnosis}: DiagnosedView): Finding | undefined =>
	rowsOf(diagnosis.findings).find(row => row.id === id)?.finding;

/** Where Enter leads: the page of the subtask, task or source, or the list of masters and workers. */
export const placeOfFinding = ({
	task,
	source,
	worker,
	master,
}: Pick<Finding, 'task' | 'source' | 'worker' | 'master'>): Place | undefined => {
	if (task !== undefined) {
		return source === undefined ? {kind: 'task', task} : {kind: 'subtask', task, source};
	}

	if (source !== undefined) {
		return {kind: 'source', source};
	}

	return worker === undefined && master === undefined ? undefined : {kind: 'workers'};
};

const memberOf = ({worker, master}: Finding): string => worker ?? master ?? '';

/** "orders/mysql-01", as the events name it. */
const placeText = (finding: Finding): string => {
	const {task, source} = finding;
	return [task, source].filter(name => name !== undefined).join('/') || memberOf(finding);
};

const stepOf = ({finding: {fix}}: FindingRow): string => fix[0] ?? '';

/** A sentence about each, where there is space for most of it. */
const sentenceColumn = (
	rows: readonly FindingRow[],
	sentenceOf: (row: FindingRow) => string,
	{priority, cut}: {readonly priority: number; readonly cut: (text: string, width: number) => string},
): ColumnLook<FindingRow> => {
	const longest = widestWord(rows, sentenceOf, {min: 1, max: 400});
	return {
		min: Math.min(60, longest),
		max: longest,
		priority,
		draw: (row, width) => [span(cut(span(sentenceOf(row)).text, width))],
		compare: (left, right) => byText(sentenceOf(left), sentenceOf(right)),
	};
};

/** The columns, from left to right. */
export const findingColumns: ReadonlyArray<
	ColumnEntry<FindingRow, Pick<Drawing, 'cluster' | 'symbols'> & {readonly rows: readonly FindingRow[]}>
> = [
	{
		id: 'severity',
		title: 'SEVERITY',
		help: 'critical: replication has stopped, or data differ; warning: needs attention; notice: worth knowing',
		look: ({rows}) => ({
			min: widestWord(rows, ({finding}) => say(finding.severity), {min: 1, max: 8}),
			priority: 40,
			// The sign of the row says the same.
			isAfterTexts: true,
			draw: ({finding: {severity}}) => [span(say(severity), severityStyle(severity))],
			compare: (left, right) => severityRank(left.finding) - severityRank(right.finding),
		}),
	},
	{
		id: 'finding',
		title: 'FINDING',
		help: 'what is wrong in a few words',
		look({cluster}) {
			const longestBrief = widestBrief(cluster.diagnosis.findings);
			return {
				min: Math.min(18, longestBrief),
				max: longestBrief,
				share: 0.3,
				priority: 100,
				draw: ({finding: {brief, severity}}, width) => [
					span(cutError(span(brief).text, width), severityStyle(severity)),
				],
				compare: (left, right) => byText(left.finding.kind, right.finding.kind),
			};
		},
	},
	{
		id: 'task',
		title: 'TASK',
		help: 'the task that it concerns',
		look: ({rows}) => nameColumn(({finding}) => finding.task ?? '-', {rows, min: 10, max: 24, priority: 95}),
	},
	{
		id: 'source',
		title: 'SOURCE',
		help: 'the source that it concerns',
		look: ({rows}) =>
			wordColumn(({finding}) => finding.source ?? '', {
				min: 10,
				max: 24,
				priority: 90,
				share: 0.2,
				rows,
				cut: tellingCut(rows.map(({finding}) => finding.source ?? '')),
			}),
	},
	{
		id: 'member',
		title: 'ON',
		help: 'the worker or master that it concerns',
		look: ({rows}) => wordColumn(({finding}) => memberOf(finding), {min: 10, max: 24, priority: 50, rows}),
	},
	{
		id: 'since',
		title: 'SINCE',
		help: 'since when; ≥ it was already so when dm-top started',
		look: ({rows, cluster: {now}, symbols}) =>
			sinceColumn(rows, ({finding}) => finding, {now, symbols, priority: 85}),
	},
	{
		id: 'do',
		title: 'DO',
		help: 'the first thing to do about it; ? has all of it',
		look: ({rows}) => sentenceColumn(rows, stepOf, {priority: 45, cut: cutEnd}),
	},
	{
		id: 'what',
		title: 'WHAT',
		help: 'what is wrong, in one line',
		// It repeats the finding in more words: only where there is space after all else.
		look: ({rows}) => sentenceColumn(rows, ({finding: {what}}) => what, {priority: 35, cut: cutError}),
	},
];

/** The table of findings; Enter leads to what each is about. */
export const findingsList = (drawing: Drawing): ListScreen<FindingRow> => {
	const {cluster, symbols} = drawing;
	const rows = rowsOf(cluster.diagnosis.findings);
	return {
		title: [span(say('Findings'), 'title')],
		rows,
		id: ({id}) => id,
		sign: ({finding}) => severitySign(finding.severity, symbols),
		findings: ({finding}) => [finding],
		isProblem: ({finding}) => isWarning(finding),
		isStale: () => false,
		words: ({finding: {kind, severity, brief, task, source, worker, master, what, why, error}}) =>
			[
				kind,
				severity,
				say(severity),
				brief,
				task,
				source,
				worker,
				master,
				what,
				...why,
				errorWords(error ? [error] : []),
			].join(' '),
		fields: new Map([
			['kind', ({finding}: FindingRow) => finding.kind],
			['worker', ({finding}: FindingRow) => finding.worker ?? ''],
			['master', ({finding}: FindingRow) => finding.master ?? ''],
			['error', ({finding: {error}}: FindingRow) => errorWords(error ? [error] : [])],
		]),
		columns: columnsOf(findingColumns, {cluster, symbols, rows}),
		open: ({finding}) => placeOfFinding(finding),
		caption: ({finding: {kind, severity}}) => `${kind}${say(', ')}${say(severity)}`,
		about: ({finding}) => placeText(finding),
		preview: ({finding}) => findingLines(finding, drawing),
		object: ({finding}) => finding,
		empty: say('No findings: nothing is wrong, as far as dm-top can tell.'),
	};
};
