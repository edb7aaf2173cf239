/**
 * Finding rows that have moved up or down together, so that the terminal can move them itself.
 */
import type {Capabilities} from '../capabilities.js';
import {allMargins, counted, cursorTo, margins, reverseIndex} from '../escape-codes.js';
import {blank, type Glyphs} from './glyphs.js';
import {blankRow, type Row} from './row.js';

/** Rows `top` to `bottom`, both included, move up by `distance`, or down if it is negative. */
export type Scroll = {readonly top: number; readonly bottom: number; readonly distance: number};

/** The approximate cost of placing the cursor and changing styles in a changed row, bytes. */
const costOfRow = 8;

/** The cost of setting margins, moving the rows and resetting the margins, bytes. */
const costOfScroll = 17;

/** The number of distances tried for each frame: each costs a comparison of all rows. */
const mostDistances = 3;

/** Where a row's name usually is: right of a marker, left of the numbers. */
const nameStart = 2;
const nameEnd = 22;

/** The approximate number of bytes that turn one row into another. */
const cost = (glyphs: Glyphs, held: Row | undefined, wanted: Row): number => {
	if (held === wanted) {
		return 0;
	}

	let bytes = 0;
	const end = Math.max(held?.end ?? 0, wanted.end);
	for (let x = 0; x < end; x++) {
		const glyph = wanted.glyphs[x]!;
		if (glyph !== (held?.glyphs[x] ?? blank) || wanted.styles[x] !== (held?.styles[x] ?? 0)) {
			bytes += glyph < 0x80 ? 1 : glyphs.size(glyph);
		}
	}

	return bytes === 0 ? 0 : bytes + costOfRow;
};

const nameOf = (row: Row): string => row.glyphs.subarray(nameStart, nameEnd).join(' ');

/** How far rows have moved, the most frequent distance first, found by texts that occur once before and after. */
const distances = (held: readonly Row[], wanted: readonly Row[], keyOf: (row: Row) => unknown): number[] => {
	const places = new Map<unknown, number>();
	for (const [y, row] of held.entries()) {
		if (row.end <= nameStart) {
			continue;
		}

		const key = keyOf(row);
		places.set(key, places.has(key) ? -1 : y);
	}

	const votes = new Map<number, number>();
	for (const [y, row] of wanted.entries()) {
		const place = row.end > nameStart ? places.get(keyOf(row)) : undefined;
		if (place !== undefined && place !== -1 && place !== y) {
			votes.set(place - y, (votes.get(place - y) ?? 0) + 1);
		}
	}

	return [...votes]
		.toSorted((a, b) => b[1] - a[1])
		.slice(0, mostDistances)
		.map(([distance]) => distance);
};

type Gain = {readonly bytes: number; readonly scroll: Scroll};

/** Prefix sums, so that the sum of a stretch is one subtraction. */
const runningSums = (values: readonly number[]): number[] => {
	let sum = 0;
	return [
		0,
		...values.map(value => {
			sum += value;
			return sum;
		}),
	];
};

/**
 * The stretch of rows for which moving by one distance saves most bytes. Rows within the margins that nothing moves
 * into become blank and must be redrawn: below the stretch when it moves up, above it when it moves down.
 */
const bestStretch = (distance: number, gains: readonly number[], losses: readonly number[]): Gain => {
	const gained = runningSums(gains);
	const lost = runningSums(losses);
	const away = Math.abs(distance);
	const start = {at: 0, sum: Infinity};
	let best: Gain = {bytes: 0, scroll: {top: 0, bottom: 0, distance}};
	const end = gains.length - Math.max(0, distance);
	for (let y = Math.max(0, -distance); y < end; y++) {
		const before = gained[y]! + (distance < 0 ? lost[y]! - lost[y - away]! : 0);
		if (before < start.sum) {
			start.sum = before;
			start.at = y;
		}

		const after = gained[y + 1]! - (distance > 0 ? lost[y + away + 1]! - lost[y + 1]! : 0);
		const bytes = after - start.sum - costOfScroll;
		if (bytes <= best.bytes) {
			continue;
		}

		const top = distance < 0 ? start.at - away : start.at;
		best = {bytes, scroll: {top, bottom: distance > 0 ? y + away : y, distance}};
	}

	return best;
};

/** The scroll that saves most bytes, or undefined if none does. */
export const findScroll = (
	glyphs: Glyphs,
	held: readonly Row[],
	wanted: readonly Row[],
): Scroll | undefined => {
	const present = wanted.map((row, y) => cost(glyphs, held[y], row));
	if (present.filter(bytes => bytes > 0).length < 3) {
		return undefined;
	}

	const losses = wanted.map((row, y) => cost(glyphs, undefined, row) - present[y]!);
	// Rows whose numbers changed while they moved are still known by their names.
	const candidates = new Set([
		...distances(held, wanted, row => row),
		...distances(held, wanted, row => nameOf(row)),
	]);
	let best: Gain | undefined;
	for (const distance of candidates) {
		const gains = wanted.map((row, y) => {
			const source = held[y + distance];
			return source ? present[y]! - cost(glyphs, source, row) : 0;
		});
		const found = bestStretch(distance, gains, losses);
		if (found.bytes > (best?.bytes ?? 0)) {
			best = found;
		}
	}

	return best?.scroll;
};

/** What the terminal shows after the scroll. */
export const scrolled = (held: readonly Row[], {top, bottom, distance}: Scroll): Row[] => {
	const empty = blankRow(held[0]!.glyphs.length);
	return held.map((row, y) => {
		if (y < top || y > bottom) {
			return row;
		}

		const source = y + distance;
		return source < top || source > bottom ? empty : held[source]!;
	});
};

/**
 * The bytes of a scroll. The style must be plain, since new rows get it. Afterwards the position of the cursor is
 * unknown.
 */
export const scrollBytes = ({top, bottom, distance}: Scroll, {scrolling}: Capabilities): string => {
	const count = Math.abs(distance);
	if (scrolling === 'pan') {
		return margins(top, bottom) + counted(count, distance > 0 ? 'S' : 'T') + allMargins;
	}

	const moved =
		distance > 0 ? cursorTo(bottom, 0) + '\n'.repeat(count) : cursorTo(top, 0) + reverseIndex.repeat(count);
	return margins(top, bottom) + moved + allMargins;
};
