/**
 * Finding rows that have moved up or down together, so that the terminal can move them itself.
 */
import type {Capabilities} from '../capabilities.js';
import {allMargins, counted, cursorTo, margins, reverseIndex} from '../escape-codes.js';
import {blank, type Glyphs} from './glyphs.js';
import {blankRow, type Row} from './row.js';

/** Rows `top` to `bottom`, both included, move up by `distance`, or down if it is negative. */
export type Scroll = {readonly top: number; readonly bottom: number; readonly distance: number};

/** Bytes that placing the cursor and changing styles take for a row in which anything has changed. */
const costOfRow = 8;

/** Bytes of setting margins, moving the rows and lifting the margins. */
const costOfScroll = 17;

/** Distances looked at for each frame: each costs a comparison of all rows. */
const mostDistances = 3;

/** Where a row's name usually stands: right of a marker, left of the numbers. */
const nameStart = 2;
const nameEnd = 22;

/** A rough count of the bytes that make one row of another. */
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

/** How far rows have moved, the most frequent distance first, told by texts that occur once before and after. */
const distances = (held: readonly Row[], wanted: readonly Row[], keyOf: (row: Row) => unknown): number[] => {
	const places = new Map<unknown, number>();
	for (const [y, row] of held.entries()) {
		if (!(row.end > nameStart)) {
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

/** The stretch of rows for which moving by `distance` gains most, and what it gains. */
const bestStretch = (
	glyphs: Glyphs,
	held: readonly Row[],
	wanted: readonly Row[],
	present: readonly number[],
	distance: number,
): {readonly gain: number; readonly scroll: Scroll} | undefined => {
	let gain = 0;
	let start = 0;
	let best = 0;
	let stretch: readonly [first: number, last: number] | undefined;
	for (const [y, row] of wanted.entries()) {
		const source = held[y + distance];
		if (gain <= 0 || source === undefined) {
			gain = 0;
			start = y;
		}

		if (source === undefined) {
			continue;
		}

		gain += present[y]! - cost(glyphs, source, row);
		if (!(gain > best)) {
			continue;
		}

		best = gain;
		stretch = [start, y];
	}

	if (stretch === undefined) {
		return undefined;
	}

	const [first, last] = stretch;
	const scroll = {
		top: Math.min(first, first + distance),
		bottom: Math.max(last, last + distance),
		distance,
	};
	for (let y = scroll.top; y <= scroll.bottom; y++) {
		if (y < first || y > last) {
			best -= cost(glyphs, undefined, wanted[y]!) - present[y]!;
		}
	}

	return {gain: best - costOfScroll, scroll};
};

/** The scroll that looks most worth its bytes, or undefined if none does. */
export const findScroll = (
	glyphs: Glyphs,
	held: readonly Row[],
	wanted: readonly Row[],
): Scroll | undefined => {
	const present = wanted.map((row, y) => cost(glyphs, held[y], row));
	const changed = present.filter(bytes => bytes > 0);
	if (changed.length < 3) {
		return undefined;
	}

	const byWhole = distances(held, wanted, row => row);
	// Rows whose numbers changed while they moved are still known by their names.
	const candidates = new Set([...byWhole, ...distances(held, wanted, nameOf)]);
	let best: {readonly gain: number; readonly scroll: Scroll} | undefined;
	for (const distance of candidates) {
		const found = bestStretch(glyphs, held, wanted, present, distance);
		if (found && found.gain > (best?.gain ?? 0)) {
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

/** The bytes of a scroll. The style must be plain: what comes in has it. Afterwards the cursor is anywhere. */
export const scrollBytes = ({top, bottom, distance}: Scroll, {scrolling}: Capabilities): string => {
	const count = Math.abs(distance);
	if (scrolling === 'pan') {
		return margins(top, bottom) + counted(count, distance > 0 ? 'S' : 'T') + allMargins;
	}

	const moved =
		distance > 0 ? cursorTo(bottom, 0) + '\n'.repeat(count) : cursorTo(top, 0) + reverseIndex.repeat(count);
	return margins(top, bottom) + moved + allMargins;
};
