/** Reads a history. */
import {
	carried,
	coarseKept,
	figureAt,
	type History,
	joinFigures,
	fineFigure,
	slotsKept,
	slotWidth,
	type Track,
	widths,
} from './track.js';

/**
 * The figure in a slot of five seconds. With `isCarried` the newest one is used until the next answer is due: sources
 * are asked in turn, and the sum over them must not fall whenever only some have answered.
 */
export const recallMeasure = (track: Track, measure: number, slot: number, isCarried: boolean): number => {
	const isLate = slot - track.newest > carried;
	return fineFigure(track, measure, isCarried && !isLate ? Math.min(slot, track.newest) : slot);
};

/** From when on a level has values, ms since the epoch. */
const keptFrom = (track: Track, level: number): number =>
	level === 0
		? (track.newest - slotsKept) * slotWidth
		: (track.coarse[level - 1]!.newest - coarseKept) * widths[level]!;

/** The finest level that reaches back to `from`, but no finer than requested. */
const levelFor = (track: Track, from: number): number => {
	let level = 0;
	while (level < track.coarse.length && from <= keptFrom(track, level)) {
		level++;
	}

	return level;
};

/**
 * The values between two moments, ms since the epoch, as one figure: see `joinFigures` and, for `isCarried`,
 * `recallMeasure`.
 */
export const recallBetween = (
	{kinds}: History,
	track: Track,
	measure: number,
	{from, to, isCarried}: {readonly from: number; readonly to: number; readonly isCarried: boolean},
): number => {
	const level = levelFor(track, from);
	const width = widths[level]!;
	const first = Math.floor(from / width);
	const last = Math.max(first, Math.ceil(to / width) - 1);
	if (first === last) {
		return level === 0
			? recallMeasure(track, measure, first, isCarried)
			: figureAt(track, measure, level, first);
	}

	const figures: number[] = [];
	for (let slot = first; slot <= last; slot++) {
		figures.push(
			level === 0 ? recallMeasure(track, measure, slot, isCarried) : figureAt(track, measure, level, slot),
		);
	}

	return joinFigures(figures, kinds[measure]!);
};
