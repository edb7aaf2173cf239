/**
 * Columns of names and words, and how they are cut where they do not fit.
 */
import {span} from '../../../components/line.js';
import {byNumbers} from '../../../monitor/order.js';
import {cutMiddle, textWidth} from '../../../terminal/width.js';
import {type Cut, tellingCut} from '../../cells/telling-cut.js';
import type {ColumnLook} from './entry.js';

type NameOptions<Row> = {
	readonly rows: readonly Row[];
	/** The width of the longest name, where it is known without going through all of them. */
	readonly natural?: number;
	readonly min?: number;
	readonly max?: number;
	readonly priority?: number;
	readonly grows?: boolean;
	readonly cut?: Cut;
};

/** The greatest width of a name, however wide the screen. */
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

/** The width of a column whose longest text has this width: no more than it needs, `max` before plots are added. */
const widthsOf = (
	natural: number,
	min: number,
	max: number,
): Pick<ColumnLook<unknown>, 'min' | 'max' | 'preferredWidth'> => ({
	min: Math.min(min, natural),
	max: Math.min(max, natural),
	preferredWidth: natural,
});

/**
 * A name: the column with the highest priority, no wider than the longest of `rows`, cut so that names can be told
 * apart.
 */
export const nameColumn = <Row>(
	name: (row: Row) => string,
	{
		rows,
		min = 12,
		max = 40,
		priority = 100,
		grows = true,
		natural = widest(rows, name, {min: 1, max: longestName}),
		cut = tellingCut(Iterator.from(rows).map(row => name(row))),
	}: NameOptions<Row>,
): ColumnLook<Row> => ({
	...widthsOf(natural, min, max),
	share: 0.18,
	priority,
	grows,
	draw: (row, width) => [span(cut(span(name(row)).text, width), 'strong')],
	compare: (left, right) => byNumbers(name(left), name(right)),
});

/** The columns that a name takes. */
export const nameWidth = (name: string): number => Math.min(longestName, textWidth(span(name).text));

/** The columns that the longest of a few words takes. */
export const widestOf = (
	words: Iterable<string>,
	bounds: {readonly min: number; readonly max: number},
): number => widest([...words], text => text, bounds);

/** The same for the words of rows, many of which are equal. */
export const widestWord = <Row>(
	rows: readonly Row[],
	word: (row: Row) => string,
	bounds: {readonly min: number; readonly max: number},
): number => widestOf(new Set(Iterator.from(rows).map(row => word(row))), bounds);

/** A short word, such as a unit or a mode. */
export const wordColumn = <Row>(
	word: (row: Row) => string,
	{
		min,
		max = min,
		priority,
		share,
		rows,
		words,
		cut = cutMiddle,
		isAllOrNothing,
	}: {
		min: number;
		max?: number;
		priority: number;
		share?: number;
		/** With these, it is no wider than the longest of their words. */
		rows?: readonly Row[];
		/** The same, where the words are already known. */
		words?: Iterable<string>;
		cut?: Cut;
		isAllOrNothing?: boolean;
	},
): ColumnLook<Row> => ({
	...(words
		? widthsOf(widestOf(words, {min: 1, max: longestName}), min, max)
		: rows
			? widthsOf(widestWord(rows, word, {min: 1, max: longestName}), min, max)
			: {min, max}),
	share,
	priority,
	isAllOrNothing,
	draw(row, width) {
		const text = word(row);
		return [text === '' ? span('-', 'dim') : span(cut(span(text).text, width))];
	},
	compare: (left, right) => byNumbers(word(left), word(right)),
});

/** The worker of a row. It gets the width of the longest name before plots are added. */
export const workerColumn = <Row>(
	rows: readonly Row[],
	worker: (row: Row) => string,
	{min, priority}: {readonly min: number; readonly priority: number},
): ColumnLook<Row> => ({
	...wordColumn(worker, {
		min,
		max: 24,
		priority,
		share: 0.15,
		rows,
		cut: tellingCut(Iterator.from(rows).map(row => worker(row))),
	}),
	grows: true,
});
