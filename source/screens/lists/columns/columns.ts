/**
 * Columns that tables of tasks and tables of subtasks share.
 */
import {progressBar} from '../../../components/graph.js';
import type {Column} from '../../../components/table/layout.js';
import {formatDuration, formatMoment, formatPercent} from '../../../components/quantity.js';
import {span} from '../../../components/line.js';
import {textWidth} from '../../../terminal/width.js';
import type {DiagnosedView} from '../../../findings/diagnose.js';
import type {Finding} from '../../../findings/finding.js';
import type {Lag, SubtaskView, TaskView} from '../../../monitor/view.js';
import {
	ageCell,
	distanceCell,
	distanceRank,
	errorsCell,
	endCell,
	freshness,
	lagCell,
	slopeCell,
	rateCell,
	trendCell,
} from '../../cells/cells.js';
import {byText, lagRank} from '../../../monitor/order.js';
import {whyCell} from '../../cells/finding-lines.js';
import type {BinlogDistance} from '../../../dm/positions/binlog.js';
import {type Drawing, slotSeconds} from '../../drawing.js';
import {say} from '../../../language/say.js';
import {createTally} from './tally.js';

/** What a row must tell for these columns. */
export type Measured = {
	readonly lag: Lag;
	readonly rowsPerSecond?: number;
	readonly bytesPerSecond?: number;
	readonly progress?: number;
	readonly eta?: number;
	readonly distance?: BinlogDistance;
	readonly errors: number;
	readonly at: number;
};

/**
 * How wide moments have to be: with their day where one of them is not of the day of `now`; `more` columns for a sign.
 */
export const momentWidth = (
	moments: ReadonlyArray<number | undefined>,
	now: number,
	more = 0,
): {readonly min: number; readonly max: number} => {
	let first = now;
	for (const at of moments) {
		first = Math.min(first, at ?? now);
	}

	const width = formatMoment(first, now).length + more;
	return {min: width, max: width};
};

/** No brief is drawn wider. */
const longestBrief = 120;

/** The columns that the longest of the findings takes in a few words; `isNamed`: with the source that it is of. */
export const widestBrief = (findings: readonly Finding[], isNamed = false): number => {
	let width = 1;
	for (const {brief, source} of findings) {
		const whose = isNamed && source !== undefined ? ` (${source})` : '';
		width = Math.max(width, textWidth(span(brief + whose).text));
	}

	return Math.min(width, longestBrief);
};

/** The worst finding of a row in words, one of `findings`; no column while there is none. */
export const whyColumns = <Row>(
	findings: readonly Finding[],
	findingsOf: (row: Row) => readonly Finding[],
	isOneOfSeveral?: (row: Row) => boolean,
): ReadonlyArray<Column<Row>> =>
	findings.length === 0
		? []
		: [
				{
					id: 'why',
					title: say('WHY'),
					min: Math.min(16, widestBrief(findings)),
					max: Math.min(40, widestBrief(findings, isOneOfSeveral !== undefined)),
					preferredWidth: widestBrief(findings, isOneOfSeveral !== undefined),
					share: 0.28,
					priority: 96,
					draw: (row, width) => whyCell(findingsOf(row), width, isOneOfSeveral?.(row)),
					compare: (left, right) =>
						byText(findingsOf(left)[0]?.brief ?? '', findingsOf(right)[0]?.brief ?? ''),
					descending: true,
				},
			];

const numeric = (left: number | undefined, right: number | undefined): number => (left ?? -1) - (right ?? -1);

/** Whether an answer of `at` is so old that its age is told; both ms since the epoch. */
export const isAged = (at: number, now: number): boolean => now - at >= freshness;

/** Whether an answer is so old, or from a source that gives none, that its age is worth a column. */
export const hasAge = <Row extends {readonly at: number}>(
	rows: readonly Row[],
	now: number,
	isOld: (row: Row) => boolean,
): boolean => rows.some(row => isAged(row.at, now) || isOld(row));

/** The seconds of a lag, for comparing: one that is not known may be any, and counts as greater than all. */
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

/** Bytes, for comparing: what lies between whole files is not known, and counts as greater than all. */
export const distanceValue = (distance: BinlogDistance | undefined): number | undefined =>
	distance && (distance.files === 0 ? distance.bytes : Infinity);

/** Minutes until each task is done; -1 where that is not known. */
const minutesLeft = createTally(({eta}: TaskView) => (eta === undefined ? -1 : Math.floor(eta / 60)));

/** Ends are rounded to no more minutes than this. */
const mostRounded = 5;

/** Columns that the ends of all tasks take: more where one is on another day. */
const endsWidth = ({tasks, now}: DiagnosedView): number => {
	const midnight = new Date(now).setHours(24, 0, 0, 0);
	// Weeks away it is a date, which is no wider than a time.
	const isOnOtherDay = (minutes: number) =>
		minutes >= 0 &&
		now + (minutes + 1 + mostRounded) * 60_000 >= midnight &&
		(minutes - mostRounded) * 60_000 < 6 * 86_400_000;
	return Iterator.from(minutesLeft(tasks)).some(minutes => isOnOtherDay(minutes))
		? 'Sat 02:20'.length
		: 'hh:mm'.length;
};

/** The subtask whose lag is the greatest that is known, or only bounded; else one that is stopped. */
export const worstSubtask = (subtasks: readonly SubtaskView[]): SubtaskView | undefined => {
	let worst: SubtaskView | undefined;
	for (const subtask of subtasks) {
		if (worst === undefined || lagRank(subtask.lag) > lagRank(worst.lag)) {
			worst = subtask;
		}
	}

	return worst;
};

/** Lag, where it goes, its past, rate, end, distance, errors and age. */
export const measuredColumns = <Row extends Measured>(
	{cluster, symbols}: Drawing,
	trend: (row: Row, slots: number) => ReadonlyArray<number | undefined>,
	isOld: (row: Row) => boolean,
	worstOf: (row: Row) => SubtaskView | undefined,
): Record<'lag' | 'slope' | 'trend' | 'rate' | 'eta' | 'distance' | 'errors' | 'age', Column<Row>> => ({
	lag: {
		id: 'lag',
		title: say('LAG'),
		align: 'right',
		// `≥1d03h`
		min: 5 + symbols.atLeast.length,
		max: 8,
		priority: 90,
		descending: true,
		draw: row => lagCell(row.lag, symbols, cluster.diagnosis.thresholds['lag-high']),
		value: ({lag}) => lagValue(lag),
		compare: (left, right) => lagRank(left.lag) - lagRank(right.lag),
	},
	slope: {
		id: 'slope',
		title: say('TREND'),
		// Of a dump or load how far it is.
		align: 'right',
		min: 7,
		priority: 62,
		descending: true,
		draw(row) {
			const worst = worstOf(row);
			if (row.progress !== undefined) {
				return [
					span(progressBar(row.progress, 2, symbols), 'info'),
					span(formatPercent(row.progress).padStart(5)),
				];
			}

			return worst ? slopeCell(worst, symbols) : [span('-', 'dim')];
		},
		value: row => worstOf(row)?.lagSlope,
		compare: (left, right) => numeric(worstOf(left)?.lagSlope, worstOf(right)?.lagSlope),
	},
	trend: {
		id: 'trend',
		title: width => say('LAG {width}', {width: formatDuration(width * slotSeconds)}),
		min: 8,
		max: 16,
		preferredWidth: 24,
		priority: 54,
		draw: (row, width) =>
			trendCell(
				{progress: row.progress, bytesPerSecond: row.bytesPerSecond, values: () => trend(row, width)},
				width,
				symbols,
			),
		text: ({progress}) => (progress === undefined ? '' : formatPercent(progress)),
		compare: (left, right) => numeric(left.progress, right.progress),
		descending: true,
	},
	rate: {
		id: 'rate',
		title: say('ROWS/S'),
		align: 'right',
		min: 6,
		priority: 75,
		descending: true,
		draw: row => rateCell(row.rowsPerSecond),
		value: ({rowsPerSecond}) => rowsPerSecond,
		compare: (left, right) => numeric(left.rowsPerSecond, right.rowsPerSecond),
	},
	eta: {
		id: 'eta',
		title: width => (width < textWidth(say('CAUGHT UP')) ? say('DONE') : say('CAUGHT UP')),
		align: 'right',
		min: endsWidth(cluster),
		max: textWidth(say('CAUGHT UP')),
		priority: 60,
		descending: true,
		draw: row => endCell(row.eta, cluster.now),
		value: ({eta}) => eta,
		compare: (left, right) => numeric(left.eta, right.eta),
	},
	distance: {
		id: 'behind',
		title: say('BEHIND'),
		align: 'right',
		// `1.2k files`
		min: 10,
		priority: 55,
		descending: true,
		draw: row => distanceCell(row.distance),
		value: ({distance}) => distanceValue(distance),
		compare: (left, right) => distanceRank(left.distance) - distanceRank(right.distance),
	},
	errors: {
		id: 'errors',
		title: say('ERR'),
		align: 'right',
		min: 3,
		priority: 77,
		descending: true,
		draw: row => errorsCell(row.errors),
		value: ({errors}) => errors,
		compare: (left, right) => left.errors - right.errors,
	},
	age: {
		id: 'age',
		title: say('AGE'),
		align: 'right',
		min: 5,
		priority: 15,
		descending: true,
		draw: row => ageCell(row.at, cluster.now, isOld(row)),
		compare: (left, right) => right.at - left.at,
	},
});
