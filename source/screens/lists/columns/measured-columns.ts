/**
 * Columns that tables of tasks and tables of subtasks share.
 */
import {progressBar} from '../../../components/graph.js';
import {formatDuration, formatPercent} from '../../../components/quantity.js';
import {span} from '../../../components/line.js';
import {textWidth} from '../../../terminal/width.js';
import type {BinlogDistance} from '../../../dm/positions/binlog.js';
import type {DiagnosedView} from '../../../findings/diagnosis.js';
import type {Lag, SubtaskView, TaskView} from '../../../monitor/view.js';
import {
	distanceCell,
	distanceRank,
	errorsCell,
	endCell,
	lagCell,
	lastKnownMark,
	slopeCell,
	rateCell,
	trendCell,
	unknownCell,
} from '../../cells/cells.js';
import {lagRank} from '../../../monitor/order.js';
import {slotWidth} from '../../../monitor/past/track.js';
import type {Drawing} from '../../drawing.js';
import {say} from '../../../language/say.js';
import type {ColumnEntry} from './entry.js';
import {ageColumn} from './moments.js';
import {createTally} from './tally.js';
import {type FindingsOfRows, whyColumn} from './why-column.js';

/** What a row needs for these columns. */
export type Measured = Pick<
	TaskView,
	'lag' | 'rowsPerSecond' | 'bytesPerSecond' | 'progress' | 'eta' | 'distance' | 'errors' | 'at'
> &
	Partial<Pick<TaskView, 'isDistanceAtLeast'>>;

const numeric = (left: number | undefined, right: number | undefined): number => (left ?? -1) - (right ?? -1);

/** The seconds of a lag, for comparing: an unknown one counts as greater than all. */
export const lagValue = (lag: Lag): number | undefined => {
	switch (lag.kind) {
		case 'none': {
			return undefined;
		}

		case 'unknown': {
			return Infinity;
		}

		default: {
			return lag.seconds;
		}
	}
};

/** Bytes, for comparing: a distance of several files is not known in bytes, and counts as greater than all. */
export const distanceValue = (distance: BinlogDistance | undefined): number | undefined =>
	distance && (distance.files === 0 ? distance.bytes : Infinity);

/** Minutes until each task is done; -1 where that is not known. */
const minutesLeft = createTally(({eta}: TaskView) => (eta === undefined ? -1 : Math.floor(eta / 60)));

/** ETAs are rounded to no more minutes than this. */
const mostRounded = 5;

/** The width of the ETAs of all tasks: more where one is on another day. */
const endsWidth = ({tasks, now}: DiagnosedView): number => {
	const midnight = new Date(now).setHours(24, 0, 0, 0);
	// Weeks away it is a date, which is no wider than a time.
	const isOnOtherDay = (minutes: number) =>
		minutes >= 0 &&
		now + (minutes + 1 + mostRounded) * 60_000 >= midnight &&
		(minutes - mostRounded) * 60_000 < 6 * 86_400_000;
	return Iterator.from(minutesLeft(tasks)).some(minutes => isOnOtherDay(minutes))
		? textWidth(`${say('Sat')} 02:20`)
		: 'hh:mm'.length;
};

/** The subtask with the greatest lag, known or bounded; else one that is stopped. */
export const worstSubtask = (subtasks: readonly SubtaskView[]): SubtaskView | undefined => {
	let worst: SubtaskView | undefined;
	for (const subtask of subtasks) {
		if (worst === undefined || lagRank(subtask.lag) > lagRank(worst.lag)) {
			worst = subtask;
		}
	}

	return worst;
};

/** What the measured columns depend on. */
export type MeasuredRows<Row> = {
	readonly drawing: Drawing;
	/** The lag of a row in the past, as `Drawing.lagsOf` gives it. */
	readonly lags: (row: Row, slots: number) => Float64Array;
	readonly isOld: (row: Row) => boolean;
	/** Whether a source of the row did not answer: its numbers are the last known, or only those of the others. */
	readonly isUnknown: (row: Row) => boolean;
	/** Whether that is so of any row. */
	readonly isAnyUnknown: boolean;
	/** Whether the age of an answer has to be shown. */
	readonly isAgeShown: boolean;
	/** The subtask that is furthest behind. */
	readonly worstOf: (row: Row) => SubtaskView | undefined;
};

/** The middle and the last columns, in the same order in all tables. */
export type MeasuredColumns<Row> = {
	/** Lag, where it goes, its past, rate, end and distance. */
	readonly figures: ReadonlyArray<ColumnEntry<Row, MeasuredRows<Row>>>;
	/** Errors, the worst finding, and age. */
	readonly last: ReadonlyArray<ColumnEntry<Row, MeasuredRows<Row> & FindingsOfRows<Row>>>;
};

/** Whether a figure of Sync applies that no answer gives: its source did not answer, or only a list names it. */
const isUntold = ({lag}: Measured, isUnknown: boolean): boolean =>
	isUnknown ? lag.kind !== 'none' : lag.kind === 'unknown' && lag.untold === 'subtask';

/** These columns, for rows of any type that has the figures. */
export const measuredColumns = <Row extends Measured>(): MeasuredColumns<Row> => ({
	figures: [
		{
			id: 'lag',
			title: 'LAG',
			help: 'how far the downstream is behind in time, where DM’s figure can be trusted; ≥ at least that: replication stopped, or that of a source is not known; ? not known (it waits for a DDL, the upstream is away, nothing is in flight); - lag does not apply (dump, load, finished)',
			look: ({drawing: {cluster, symbols}}) => ({
				align: 'right',
				// `23h59m`, `≥9h59m`
				min: 5 + symbols.atLeast.length,
				priority: 90,
				descending: true,
				draw: row => lagCell(row.lag, symbols, cluster.diagnosis.thresholds['lag-high']),
				value: ({lag}) => lagValue(lag),
				compare: (left, right) => lagRank(left.lag) - lagRank(right.lag),
			}),
		},
		{
			id: 'slope',
			title: 'TREND',
			help: 'whether the lag falls or grows: 2.3x replicates 2.3 seconds of the upstream’s time in a second, 0.4x falls behind; steady does neither; stopped replicates nothing; for a dump or load its progress',
			look: ({drawing: {symbols}, worstOf, isUnknown, isAnyUnknown}) => ({
				// For a dump or load its progress.
				align: 'right',
				min: isAnyUnknown ? 8 : 7,
				priority: 62,
				descending: true,
				draw(row) {
					const worst = worstOf(row);
					if (row.progress !== undefined) {
						return [
							span(progressBar(row.progress, 2, symbols), 'info'),
							span(formatPercent(row.progress).padStart(5)),
							...lastKnownMark(isUnknown(row)),
						];
					}

					return worst ? slopeCell(worst, symbols) : [span('-', 'dim')];
				},
				value: row => worstOf(row)?.lagSlope,
				compare: (left, right) => numeric(worstOf(left)?.lagSlope, worstOf(right)?.lagSlope),
			}),
		},
		{
			id: 'trend',
			title: 'LAG 40s',
			help: 'the lag over that much of the past, newest at the right, gaps where it was not known; while loading or dumping, how much is done',
			look: ({drawing: {symbols}, lags, isUnknown}) => ({
				title: width => say('LAG {width}', {width: formatDuration((width * slotWidth) / 1000)}),
				isAfterTexts: true,
				sortTitle: say('PROGRESS'),
				min: 8,
				// A minute, before texts are whole; two where there is space after that.
				max: 12,
				preferredWidth: 24,
				priority: 54,
				draw: (row, width) =>
					trendCell(
						{
							progress: row.progress,
							isLastKnown: isUnknown(row),
							bytesPerSecond: row.bytesPerSecond,
							values: () => lags(row, width),
						},
						width,
						symbols,
					),
				text: ({progress}) => (progress === undefined ? '' : formatPercent(progress)),
				compare: (left, right) => numeric(left.progress, right.progress),
				descending: true,
			}),
		},
		{
			id: 'rate',
			title: 'ROWS/S',
			help: 'rows replicated per second between the last two answers, counted by dm-top; ≥ those of a source are not known',
			look: ({drawing: {symbols}, isUnknown, isAnyUnknown}) => ({
				align: 'right',
				min: 6 + (isAnyUnknown ? symbols.atLeast.length : 0),
				priority: 75,
				descending: true,
				draw: row =>
					row.rowsPerSecond === undefined && isUntold(row, isUnknown(row))
						? unknownCell
						: rateCell(row.rowsPerSecond, isUnknown(row) ? symbols.atLeast : ''),
				value: ({rowsPerSecond}) => rowsPerSecond,
				compare: (left, right) => numeric(left.rowsPerSecond, right.rowsPerSecond),
			}),
		},
		{
			id: 'eta',
			title: 'CAUGHT UP',
			help: 'when Sync has caught up at the present pace, or the dump or load is done: a time of today, a weekday with its time, or a date; DONE where it is narrow',
			look: ({drawing: {cluster}}) => ({
				name: say('CAUGHT UP'),
				title: width => (width < textWidth(say('CAUGHT UP')) ? say('DONE') : say('CAUGHT UP')),
				align: 'right',
				min: endsWidth(cluster),
				max: Math.max(textWidth(say('CAUGHT UP')), endsWidth(cluster)),
				priority: 60,
				// While no end is known, reasons come first.
				isAfterTexts: Iterator.from(minutesLeft(cluster.tasks)).every(minutes => minutes < 0),
				descending: true,
				draw: row => endCell(row.eta, cluster.now),
				value: ({eta}) => eta,
				compare: (left, right) => numeric(left.eta, right.eta),
			}),
		},
		{
			id: 'behind',
			title: 'BEHIND',
			help: 'binlog from the checkpoint (saved every 30 s) to the upstream’s end: bytes within one binlog file, else files; ≥ that of a source is not known; ? after it: the source did not answer, this is the last known',
			look: ({drawing: {symbols}, isUnknown, isAnyUnknown}) => ({
				align: 'right',
				// `1.2k files`
				min: 10 + (isAnyUnknown ? symbols.atLeast.length : 0),
				priority: 55,
				descending: true,
				draw: row =>
					row.distance === undefined && isUntold(row, isUnknown(row))
						? unknownCell
						: distanceCell(row.distance, {
								isLastKnown: isUnknown(row),
								atLeast: row.isDistanceAtLeast === true ? symbols.atLeast : '',
							}),
				value: ({distance}) => distanceValue(distance),
				compare: (left, right) => distanceRank(left.distance) - distanceRank(right.distance),
			}),
		},
	],
	last: [
		{
			id: 'errors',
			title: 'ERR',
			help: 'errors in the result that DM reports, those of the relay included where it is needed; ? not known, such as in a list; ? after it: a source did not answer, so part of it is not known',
			look: ({isUnknown, isAnyUnknown}) => ({
				align: 'right',
				min: isAnyUnknown ? 4 : 3,
				priority: 77,
				descending: true,
				draw: row => errorsCell(row.errors, isUnknown(row)),
				value: ({errors}) => errors,
				compare: (left, right) => numeric(left.errors, right.errors),
			}),
		},
		whyColumn('the worst finding in a few words; key 6 lists all findings'),
		{
			id: 'age',
			title: 'AGE',
			help: 'how old the answer is that the row shows; nothing while it is fresh',
			look: ({drawing: {cluster}, isOld, isAgeShown}) =>
				isAgeShown ? ageColumn({priority: 15, now: cluster.now, isOld}) : undefined,
		},
	],
});
