/**
 * Columns of names and words, and how they are cut where they do not fit.
 */
import type {Column} from '../../../components/table/layout.js';
import {span} from '../../../components/line.js';
import {byNumbers} from '../../../monitor/order.js';
import {cutMiddle, textWidth} from '../../../terminal/width.js';
import {type Cut, tellingCut} from './telling-cut.js';

type NameOptions<Row> = {
	readonly rows: readonly Row[];
	readonly min?: number;
	readonly max?: number;
	readonly priority?: number;
	readonly grows?: boolean;
	readonly cut?: Cut;
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

/** What a column takes of which the longest text is so wide: no more than it needs, `max` before plots come. */
const widthsOf = (
	natural: number,
	min: number,
	max: number,
): Pick<Column<unknown>, 'min' | 'max' | 'preferredWidth'> => ({
	min: Math.min(min, natural),
	max: Math.min(max, natural),
	preferredWidth: natural,
});

/** A name: the column that gives way last, no wider than the longest of `rows`, cut so that they can be told apart. */
export const nameColumn = <Row>(
	id: string,
	title: string,
	name: (row: Row) => string,
	{
		rows,
		min = 12,
		max = 40,
		priority = 100,
		grows = true,
		cut = tellingCut(Iterator.from(rows).map(row => name(row))),
	}: NameOptions<Row>,
): Column<Row> => ({
	id,
	title,
	...widthsOf(widest(rows, name, {min: 1, max: longestName}), min, max),
	share: 0.18,
	priority,
	grows,
	draw: (row, width) => [span(cut(span(name(row)).text, width), 'strong')],
	compare: (left, right) => byNumbers(name(left), name(right)),
});

/** The same of words of which there are few. */
export const widestWord = <Row>(
	rows: readonly Row[],
	word: (row: Row) => string,
	bounds: {readonly min: number; readonly max: number},
): number => {
	const words = new Set<string>();
	for (const row of rows) {
		words.add(word(row));
	}

	return widest([...words], text => text, bounds);
};

/** A short word, such as a unit or a mode. */
export const wordColumn = <Row>(
	id: string,
	title: string,
	word: (row: Row) => string,
	{
		min,
		max = min,
		priority,
		share,
		rows,
		cut = cutMiddle,
		isAllOrNothing,
	}: {
		min: number;
		max?: number;
		priority: number;
		share?: number;
		/** Given these, it is no wider than the longest of their words. */
		rows?: readonly Row[];
		cut?: Cut;
		isAllOrNothing?: boolean;
	},
): Column<Row> => ({
	id,
	title,
	...(rows ? widthsOf(widestWord(rows, word, {min: 1, max: longestName}), min, max) : {min, max}),
	share,
	priority,
	isAllOrNothing,
	draw(row, width) {
		const text = word(row);
		return [text === '' ? span('-', 'dim') : span(cut(span(text).text, width))];
	},
	compare: (left, right) => byNumbers(word(left), word(right)),
});

/** The worker of a row. It takes what the longest name needs before plots do. */
export const workerColumn = <Row>(
	rows: readonly Row[],
	worker: (row: Row) => string,
	{min, priority}: {readonly min: number; readonly priority: number},
): Column<Row> => ({
	...wordColumn('worker', 'WORKER', worker, {
		min,
		max: 24,
		priority,
		share: 0.15,
		rows,
		cut: tellingCut(Iterator.from(rows).map(row => worker(row))),
	}),
	grows: true,
});
