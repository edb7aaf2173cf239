/**
 * What is kept of the past: the last ten minutes in slots of five seconds, older times in wider and wider slots, up to
 * a day. Values older than a level keeps are aggregated into the next one.
 */
import {hasNumber, isBound, noFigure, numberOf, unknownFigure, unpackFigure} from './figure.js';
import {type Pages, type HistoryPiece, createPages, returnPiece, takePiece} from './pages.js';

/** The width of the finest slots, ms. */
export const slotWidth = 5000;

/** The number of slots of five seconds: ten minutes. */
export const slotsKept = 120;

/** After a longer gap than this between two answers the time in between is unknown, slots: one minute. */
export const carried = 12;

/** The number of slots on each further level. */
export const coarseKept = 60;

/** How many slots of the level before make one of each further level: an hour, six hours, a day are kept. */
export const coarseSteps = [12, 6, 4] as const;

/** The width of a slot on each level, ms; the finest is level 0. */
export const widths: readonly number[] = [slotWidth, 60_000, 360_000, 1_440_000];

/**
 * How a measure continues between two answers, and how slots are aggregated. `state`: it stays as it was, and the
 * greatest counts. `rate`: the rate of an answer was measured over the time before it, and the mean counts.
 */
export type MeasureKind = 'state' | 'rate';

/** A further level, created once there is enough past for it. */
export type Coarse = HistoryPiece<Uint16Array> & {
	/** The newest slot written, counted from the epoch. */
	newest: number;
};

/** The history of one thing: one figure for each of its measures in each slot. */
export type Track = HistoryPiece<Float32Array> & {
	/** The newest slot written, counted from the epoch, and the first. */
	newest: number;
	first: number;
	/** When the newest answer came, ms since the epoch. */
	at: number;
	readonly coarse: Coarse[];
};

/** The memory of the tracks of one kind of thing, and their measures. */
export type History = {
	readonly kinds: readonly MeasureKind[];
	readonly fine: Pages<Float32Array>;
	readonly coarse: Pages<Uint16Array>;
};

/**
 * Memory in pages of its own, of zeros. V8 takes that of a buffer that can be resized directly from the operating system,
 * and gives it back there. Any other is malloc's: glibc keeps such sizes, and writes zeros over what it used before.
 */
const ownMemory = (bytes: number): ArrayBuffer => new ArrayBuffer(bytes, {maxByteLength: bytes});

/** A history without a track, of things with these measures. */
export const createHistory = (kinds: readonly MeasureKind[]): History => ({
	kinds,
	fine: createPages(
		{width: kinds.length, rows: slotsKept},
		length => new Float32Array(ownMemory(length * Float32Array.BYTES_PER_ELEMENT)),
	),
	coarse: createPages(
		{width: kinds.length, rows: coarseKept},
		length => new Uint16Array(ownMemory(length * Uint16Array.BYTES_PER_ELEMENT)),
	),
});

/** A track with nothing known in it. */
export const takeTrack = (history: History): Track => ({
	...takePiece(history.fine),
	// Nothing older than the newest slot is ever read.
	newest: -Infinity,
	first: Infinity,
	at: -Infinity,
	coarse: [],
});

/** Returns a track that is no longer needed. */
export const returnTrack = (history: History, track: Track): void => {
	const {page, offset} = track;
	returnPiece(history.fine, {page, offset});
	for (const level of track.coarse) {
		returnPiece(history.coarse, level);
	}
};

/** Where a figure of a slot of five seconds is in the page of its track. */
export const finePlace = ({page, offset}: Track, measure: number, slot: number): number =>
	offset + measure + (slot % slotsKept) * (page.length / slotsKept);

/** The figure in a written slot of five seconds. */
export const fineFigure = (track: Track, measure: number, slot: number): number => {
	if (slot < track.first) {
		return noFigure;
	}

	return slot > track.newest || slot <= track.newest - slotsKept
		? unknownFigure
		: track.page[finePlace(track, measure, slot)]!;
};

/** The same on a further level. */
export const coarsePlace = ({page, offset}: Coarse, measure: number, slot: number): number =>
	offset + measure + (slot % coarseKept) * (page.length / coarseKept);

/** The figure in a slot of a level. */
export const figureAt = (track: Track, measure: number, level: number, slot: number): number => {
	if (level === 0) {
		return fineFigure(track, measure, slot);
	}

	if ((slot + 1) * widths[level]! <= track.first * slotWidth) {
		return noFigure;
	}

	const coarse = track.coarse[level - 1];
	return !coarse || slot > coarse.newest || slot <= coarse.newest - coarseKept
		? unknownFigure
		: unpackFigure(coarse.page[coarsePlace(coarse, measure, slot)]!);
};

/** Several figures as one: the greatest of a state, the mean of a rate; unknown ones do not count. */
export const joinFigures = (figures: Iterable<number>, kind: MeasureKind): number => {
	let joined = noFigure;
	let sum = 0;
	let known = 0;
	let isLeast = false;
	for (const figure of figures) {
		if (!hasNumber(figure)) {
			joined = hasNumber(joined) || !Number.isNaN(figure) ? joined : figure;
			continue;
		}

		known++;
		sum += numberOf(figure);
		isLeast ||= isBound(figure);
		if (!hasNumber(joined) || numberOf(figure) > numberOf(joined)) {
			joined = figure;
		}
	}

	if (kind === 'state' || known === 0) {
		return joined;
	}

	return isLeast ? -sum / known : sum / known;
};
