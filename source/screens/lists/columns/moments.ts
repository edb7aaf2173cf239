/** Moments and ages: their width, and when an age needs a column. */
import {span} from '../../../components/line.js';
import {formatMoment} from '../../../components/quantity.js';
import type {Symbols} from '../../../components/symbols.js';
import {ageCell, freshness} from '../../cells/cells.js';
import type {ColumnLook} from './entry.js';

/** The width of moments: with their date where one of them is not on the day of `now`; `more` columns for a sign. */
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

/** A beginning, ms since the epoch; undefined where it is not known. `isSinceAtLeast`: it may have been earlier. */
type Beginning = {readonly since?: number; readonly isSinceAtLeast: boolean};

/** Since when what a row shows lasts, as a moment: the same in every table. */
export const sinceColumn = <Row>(
	rows: readonly Row[],
	beginningOf: (row: Row) => Beginning,
	{now, symbols, priority}: {readonly now: number; readonly symbols: Symbols; readonly priority: number},
): ColumnLook<Row> => {
	const sinceOf = (row: Row) => beginningOf(row).since ?? Infinity;
	return {
		align: 'right',
		...momentWidth(
			rows.map(row => beginningOf(row).since),
			now,
			symbols.atLeast.length,
		),
		priority,
		draw(row) {
			const {since, isSinceAtLeast} = beginningOf(row);
			return since === undefined
				? [span('-', 'dim')]
				: [span(`${isSinceAtLeast ? symbols.atLeast : ''}${formatMoment(since, now)}`)];
		},
		compare: (left, right) => (sinceOf(left) === sinceOf(right) ? 0 : sinceOf(left) - sinceOf(right)),
	};
};

/** Whether an answer of `at` is so old that its age is shown; both ms since the epoch. */
export const isAged = (at: number, now: number): boolean => now - at >= freshness;

/** Whether an answer is old, or missing, so that its age needs a column. */
export const hasAge = <Row extends {readonly at: number}>(
	rows: readonly Row[],
	now: number,
	isOld: (row: Row) => boolean,
): boolean => rows.some(row => isAged(row.at, now) || isOld(row));

/** The age of the answer of each row, the oldest first. */
export const ageColumn = <Row extends {readonly at: number}>({
	priority,
	now,
	isOld,
}: {
	readonly priority: number;
	readonly now: number;
	readonly isOld: (row: Row) => boolean;
}): ColumnLook<Row> => ({
	align: 'right',
	min: 5,
	priority,
	descending: true,
	draw: row => ageCell(row.at, now, isOld(row)),
	compare: (left, right) => right.at - left.at,
});
