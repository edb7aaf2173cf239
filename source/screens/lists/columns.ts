/**
 * Columns that tables of tasks and tables of subtasks share.
 */
import type {Column} from '../../components/table/layout.js';
import {span} from '../../components/line.js';
import {formatDuration} from '../../components/quantity.js';
import {cutMiddle, textWidth} from '../../terminal/width.js';
import {type BinlogDistance, type Health, type Lag, healthOrder} from '../../monitor/view.js';
import {
	ageCell,
	distanceCell,
	distanceRank,
	errorsCell,
	etaCell,
	lagCell,
	lagRank,
	rateCell,
	trendCell,
} from '../cells.js';
import {byText} from '../../monitor/order.js';
import {type Drawing, slotSeconds} from './list.js';

/** What a row must tell for these columns. */
export type Measured = {
	readonly health: Health;
	readonly lag: Lag;
	readonly rowsPerSecond?: number;
	readonly bytesPerSecond?: number;
	readonly progress?: number;
	readonly eta?: number;
	readonly distance?: BinlogDistance;
	readonly errors: number;
	readonly at: number;
};

/** Worst first: by health, then by lag. */
export const byWorst = (left: Measured, right: Measured): number =>
	healthOrder.indexOf(left.health) - healthOrder.indexOf(right.health) ||
	lagRank(right.lag) - lagRank(left.lag);

type NameOptions<Row> = {
	readonly rows: readonly Row[];
	readonly min?: number;
	readonly max?: number;
	readonly worth?: number;
	readonly grows?: boolean;
};

/** No name is drawn wider, however wide the screen. */
const longestName = 120;

/** The columns that the longest of the names takes. There may be very many. */
const widest = <Row>(
	rows: readonly Row[],
	name: (row: Row) => string,
	{min, max}: {readonly min: number; readonly max: number},
): number => {
	let width = min;
	for (const row of rows) {
		if (width >= max) {
			return max;
		}

		width = Math.max(width, textWidth(span(name(row)).text));
	}

	return Math.min(width, max);
};

/** A name: the column that gives way last, no wider than the longest of `rows`, shortened in the middle. */
export const nameColumn = <Row>(
	id: string,
	title: string,
	name: (row: Row) => string,
	{rows, min = 12, max = 40, worth = 100, grows = true}: NameOptions<Row>,
): Column<Row> => ({
	id,
	title,
	min,
	max: widest(rows, name, {min, max}),
	wish: widest(rows, name, {min, max: longestName}),
	worth,
	grows,
	draw: (row, width) => [span(cutMiddle(span(name(row)).text, width), 'strong')],
	compare: (left, right) => byText(name(left), name(right)),
});

/** A short word, such as a unit or a worker. */
export const wordColumn = <Row>(
	id: string,
	title: string,
	word: (row: Row) => string,
	{min, max = min, worth}: {min: number; max?: number; worth: number},
): Column<Row> => ({
	id,
	title,
	min,
	max,
	worth,
	draw(row, width) {
		const text = word(row);
		return [text === '' ? span('-', 'dim') : span(cutMiddle(span(text).text, width))];
	},
	compare: (left, right) => byText(word(left), word(right)),
});

const numeric = (left: number | undefined, right: number | undefined): number => (left ?? -1) - (right ?? -1);

/** Lag, its trend, rate, ETA, distance, errors and age. */
export const measuredColumns = <Row extends Measured>(
	{cluster, symbols}: Drawing,
	trend: (row: Row, slots: number) => ReadonlyArray<number | undefined>,
	isOld: (row: Row) => boolean,
): Record<'lag' | 'trend' | 'rate' | 'eta' | 'distance' | 'errors' | 'age', Column<Row>> => ({
	lag: {
		id: 'lag',
		title: 'LAG',
		align: 'right',
		// `≥1d03h`
		min: 5 + symbols.atLeast.length,
		max: 8,
		worth: 90,
		descending: true,
		draw: row => lagCell(row.lag, symbols),
		compare: (left, right) => lagRank(left.lag) - lagRank(right.lag),
	},
	trend: {
		id: 'trend',
		title: width => `LAG ${formatDuration(width * slotSeconds)}`,
		sortTitle: 'PROGRESS',
		min: 8,
		max: 24,
		worth: 58,
		draw: (row, width) =>
			trendCell(
				{progress: row.progress, bytesPerSecond: row.bytesPerSecond, values: () => trend(row, width)},
				width,
				symbols,
			),
		compare: (left, right) => numeric(left.progress, right.progress),
		descending: true,
	},
	rate: {
		id: 'rate',
		title: 'ROWS/S',
		align: 'right',
		min: 6,
		worth: 75,
		descending: true,
		draw: row => rateCell(row.rowsPerSecond),
		compare: (left, right) => numeric(left.rowsPerSecond, right.rowsPerSecond),
	},
	eta: {
		id: 'eta',
		title: 'ETA',
		align: 'right',
		min: 6,
		worth: 60,
		descending: true,
		draw: row => etaCell(row.eta),
		compare: (left, right) => numeric(left.eta, right.eta),
	},
	distance: {
		id: 'behind',
		title: 'BEHIND',
		align: 'right',
		min: 8,
		worth: 55,
		descending: true,
		draw: row => distanceCell(row.distance),
		compare: (left, right) => distanceRank(left.distance) - distanceRank(right.distance),
	},
	errors: {
		id: 'errors',
		title: 'ERR',
		align: 'right',
		min: 3,
		worth: 40,
		descending: true,
		draw: row => errorsCell(row.errors),
		compare: (left, right) => left.errors - right.errors,
	},
	age: {
		id: 'age',
		title: 'AGE',
		align: 'right',
		min: 5,
		worth: 45,
		descending: true,
		draw: row => ageCell(row.at, cluster.now, isOld(row)),
		compare: (left, right) => right.at - left.at,
	},
});
