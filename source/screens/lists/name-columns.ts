/**
 * Columns of names and words, and how they are cut where they do not fit.
 */
import type {Column} from '../../components/table/layout.js';
import {span} from '../../components/line.js';
import {byText} from '../../monitor/order.js';
import {cutMiddle, cutStart, textWidth} from '../../terminal/width.js';

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
	share: 0.16,
	worth,
	grows,
	draw: (row, width) => [span(cutMiddle(span(name(row)).text, width), 'strong')],
	compare: (left, right) => byText(name(left), name(right)),
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
		worth,
		share,
		rows,
		cut = cutMiddle,
	}: {
		min: number;
		max?: number;
		worth: number;
		share?: number;
		/** Given these, it is no wider than the longest of their words. */
		rows?: readonly Row[];
		cut?: (text: string, width: number) => string;
	},
): Column<Row> => ({
	id,
	title,
	min,
	max: rows ? widestWord(rows, word, {min, max}) : max,
	share,
	worth,
	draw(row, width) {
		const text = word(row);
		return [text === '' ? span('-', 'dim') : span(cut(span(text).text, width))];
	},
	compare: (left, right) => byText(word(left), word(right)),
});

/** The beginning and the end that two texts share, in characters. */
const sharedEnds = (left: string, right: string): {readonly start: number; readonly end: number} => {
	const most = Math.min(left.length, right.length);
	let start = 0;
	while (start < most && left[start] === right[start]) {
		start++;
	}

	let end = 0;
	while (end < most - start && left.at(-1 - end) === right.at(-1 - end)) {
		end++;
	}

	return {start, end};
};

/**
 * The worker of a row. tiup calls every worker dm-ADDRESS-PORT: names that share a long beginning are cut there, so that
 * what is left still tells them apart. It takes what the longest name needs before plots do.
 */
export const workerColumn = <Row>(
	rows: readonly Row[],
	worker: (row: Row) => string,
	{min, worth}: {readonly min: number; readonly worth: number},
): Column<Row> => {
	const names = new Set(rows.map(row => worker(row)).filter(name => name !== ''));
	const [first = '', ...others] = names;
	const ends = others.map(name => sharedEnds(first, name));
	const start = Math.min(...ends.map(shared => shared.start));
	const end = Math.min(...ends.map(shared => shared.end));
	const isHeadShared = others.length > 0 ? start > end : first.startsWith('dm-');
	return {
		...wordColumn('worker', 'WORKER', worker, {
			min,
			max: widest(rows, worker, {min, max: 24}),
			worth,
			cut: isHeadShared ? cutStart : cutMiddle,
		}),
		share: 0.15,
		grows: true,
	};
};
