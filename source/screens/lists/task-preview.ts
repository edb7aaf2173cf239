/**
 * What stands under a table about its selected row: the trouble first, then the numbers.
 */
import {type Line, joinLines, span} from '../../components/line.js';
import {layoutColumns} from '../../components/table/layout.js';
import {tableRow, tableTitles} from '../../components/table/table.js';
import {formatRoughly} from '../../components/quantity.js';
import {explainError} from '../../dm/errors.js';
import type {ProcessError} from '../../dm/status.js';
import type {SubtaskView, TaskView} from '../../monitor/view.js';
import {distanceText, lagCell, lagReason} from '../cells.js';
import {healthSign} from '../health.js';
import {byText} from '../../monitor/order.js';
import {byWorst} from './columns.js';
import type {Drawing} from './list.js';
import {columnsBySource} from './subtask-columns.js';

/** The errors that hold a subtask: its own, then its relay's. */
const errorsOf = ({subtask}: SubtaskView): readonly ProcessError[] => [
	...(subtask.result?.errors ?? []),
	...(subtask.relay?.stage === 'Running' ? [] : (subtask.relay?.result?.errors ?? [])),
];

/** An error in a few lines: what, where, why and what to do; parts that say nothing are left out. */
export const errorLines = (error: ProcessError): Line[] => {
	const {what, where, why, fix} = explainError(error);
	const parts: ReadonlyArray<readonly [string, string]> = [
		['what', what],
		['where', where],
		['why', why],
		['do', fix],
	];
	return parts
		.filter(([, text]) => text !== '')
		.map(([label, text]) => [span(label.padEnd(6), 'dim'), span(text, label === 'what' ? 'bad' : 'plain')]);
};

const lagWords = (row: SubtaskView, drawing: Drawing): Line => {
	const reason = lagReason(row.lag);
	return row.lag.kind === 'none'
		? []
		: [
				span('lag ', 'dim'),
				...lagCell(row.lag, drawing.symbols),
				...(reason ? [span(` (${reason})`, 'dim')] : []),
			];
};

/** One subtask in one line: where it runs, what it does, how far it is. */
const headline = (row: SubtaskView, drawing: Drawing): Line => {
	const {subtask, since} = row;
	const parts: Line[] = [
		[
			...healthSign(row.health, drawing.ascii),
			span(` ${subtask.source}`, 'strong'),
			...(subtask.worker === '' ? [] : [span(' on ', 'dim'), span(subtask.worker)]),
		],
		[
			span(`${subtask.stage} ${subtask.unit}`.trim()),
			span(` for ${formatRoughly(Math.max(0, drawing.cluster.now - since) / 1000)}`, 'dim'),
		],
		lagWords(row, drawing),
		row.distance ? [span('behind ', 'dim'), span(distanceText(row.distance))] : [],
	];
	return joinLines(
		parts.filter(part => part.length > 0),
		span(' '.repeat(3)),
	);
};

const troubleLines = (row: SubtaskView): Line[] => {
	const blocked = row.subtask.sync?.blockingDDLs ?? [];
	return [
		...(row.stale === '' ? [] : [[span('old   ', 'dim'), span(row.stale, 'warn')]]),
		...(row.subtask.problem ? [[span('note  ', 'dim'), span(row.subtask.problem, 'warn')]] : []),
		...errorsOf(row).flatMap(error => errorLines(error)),
		...blocked.map((ddl): Line => [span('waits ', 'dim'), span(ddl, 'warn')]),
		...(row.subtask.sync?.conflictMsg
			? [[span('conflict ', 'dim'), span(row.subtask.sync.conflictMsg, 'warn')]]
			: []),
	];
};

/** The selected subtask, in at most `height` lines. */
export const subtaskPreview = (
	row: SubtaskView,
	_width: number,
	height: number,
	drawing: Drawing,
): Line[] => {
	const {sync, load} = row.subtask;
	const numbers: Line[] = sync
		? [
				[
					span('master ', 'dim'),
					span(sync.masterBinlog || 'unknown'),
					span(`  ${sync.masterBinlogGtid}`, 'dim'),
				],
				[
					span('syncer ', 'dim'),
					span(sync.syncerBinlog || 'unknown'),
					span(`  ${sync.syncerBinlogGtid}`, 'dim'),
				],
			]
		: load
			? [[span('from   ', 'dim'), span(load.metaBinlog), span(`  ${load.metaBinlogGTID}`, 'dim')]]
			: [];
	return [headline(row, drawing), ...troubleLines(row), ...numbers].slice(0, height);
};

/** The selected task: its sources if there is room for more than one, and what holds the worst of them. */
export const taskPreview = (task: TaskView, width: number, height: number, drawing: Drawing): Line[] => {
	const rows = task.subtasks.toSorted(
		(left, right) => byWorst(left, right) || byText(left.subtask.source, right.subtask.source),
	);
	const worst = rows[0];
	if (!worst) {
		return [[span(task.statusText)]].slice(0, height);
	}

	const trouble = troubleLines(worst);
	const room = height - trouble.length - 1;
	if (rows.length === 1 || room < 2) {
		return subtaskPreview(worst, width, height, drawing);
	}

	const layout = layoutColumns(columnsBySource(drawing, rows), width - 2);
	const shown = rows.slice(0, room);
	return [
		[span('  '), ...tableTitles(layout, drawing.symbols)],
		...shown.map((row): Line => [
			...healthSign(row.health, drawing.ascii),
			span(' '),
			...tableRow(layout, row),
		]),
		...(rows.length > shown.length ? [[span(`  and ${rows.length - shown.length} more`, 'dim')]] : trouble),
	].slice(0, height);
};
