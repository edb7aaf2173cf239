/**
 * What is kept of the past: the newest ten minutes in slots of five seconds, older times in wider and wider slots, up to a
 * day. What is older than a level keeps is taken together into the next one.
 */
import {hasNumber, isBound, noFigure, numberOf, packFigure, unknownFigure, unpackFigure} from './figure.js';
import {type Pages, type Piece, createPages, returnPiece, takePiece} from './pages.js';

/** The width of the finest slots, ms. */
export const slotWidth = 5000;

/** Slots of five seconds that are kept: ten minutes. */
const slotsKept = 120;

/** An answer this much later than the one before says nothing of the time between, slots: one minute. */
const carried = 12;

/** Slots kept on each further level. */
const coarseKept = 60;

/** How many slots of the level before make one of each further level: an hour, six hours, a day are kept. */
const coarseSteps = [12, 6, 4] as const;

/** The width of a slot on each level, ms; the finest is level 0. */
const widths: readonly number[] = [slotWidth, 60_000, 360_000, 1_440_000];

/**
 * How a measure goes on between two answers, and how slots are taken together. `state`: it stays as it was, and the
 * greatest counts. `rate`: the rate of an answer was measured over the time before it, and the mean counts.
 */
export type MeasureKind = 'state' | 'rate';

/** A further level, once there is enough past for it. */
type Coarse = Piece<Uint16Array> & {
	/** The newest slot written, counted from the epoch. */
	newest: number;
};

/** Where the history of one thing lies: one figure for each of its measures in each slot. */
export type Track = Piece<Float32Array> & {
	/** The newest slot written, counted from the epoch, and the first. */
	newest: number;
	first: number;
	readonly coarse: Coarse[];
};

/** The memory of the tracks of one kind of thing, and their measures. */
export type History = {
	readonly kinds: readonly MeasureKind[];
	readonly fine: Pages<Float32Array>;
	readonly coarse: Pages<Uint16Array>;
};

/** A history without a track, of things with these measures. */
export const createHistory = (kinds: readonly MeasureKind[]): History => ({
	kinds,
	fine: createPages(slotsKept * kinds.length, length => new Float32Array(length)),
	coarse: createPages(coarseKept * kinds.length, length => new Uint16Array(length)),
});

/** A track with nothing known in it. */
export const takeTrack = (history: History): Track => ({
	...takePiece(history.fine),
	// Nothing older than the newest slot is ever read.
	newest: -Infinity,
	first: Infinity,
	coarse: [],
});

/** Gives a track back: what it was of is gone. */
export const returnTrack = (history: History, track: Track): void => {
	const {page, offset} = track;
	returnPiece(history.fine, {page, offset});
	for (const level of track.coarse) {
		returnPiece(history.coarse, level);
	}
};

const finePlace = (track: Track, measure: number, slot: number): number =>
	track.offset + measure * slotsKept + (slot % slotsKept);

/** The figure in a slot of five seconds that was written. */
const kept = (track: Track, measure: number, slot: number): number => {
	if (slot < track.first) {
		return noFigure;
	}

	return slot > track.newest || slot <= track.newest - slotsKept
		? unknownFigure
		: track.page[finePlace(track, measure, slot)]!;
};

const coarsePlace = ({offset}: Coarse, measure: number, slot: number): number =>
	offset + measure * coarseKept + (slot % coarseKept);

/** The figure in a slot of a level. */
const figureAt = (track: Track, measure: number, level: number, slot: number): number => {
	if (level === 0) {
		return kept(track, measure, slot);
	}

	if ((slot + 1) * widths[level]! <= track.first * slotWidth) {
		return noFigure;
	}

	const coarse = track.coarse[level - 1];
	return !coarse || slot > coarse.newest || slot <= coarse.newest - coarseKept
		? unknownFigure
		: unpackFigure(coarse.page[coarsePlace(coarse, measure, slot)]!);
};

/** Several figures as one: of a state the greatest, of a rate the mean; what is not known gives way to what is. */
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

/**
 * The figures of a level that lie in a slot of the next one.
 *
 * @yields Oldest first.
 */
function* figuresOf(track: Track, measure: number, level: number, slot: number): Iterable<number> {
	const step = coarseSteps[level]!;
	for (let one = slot * step; one < (slot + 1) * step; one++) {
		yield figureAt(track, measure, level, one);
	}
}

/** A level begins a little before the one before it forgets. */
const isDue = (track: Track, level: number): boolean =>
	(track.newest - track.first) * slotWidth >= widths[level]! * (level === 0 ? slotsKept : coarseKept) * 0.9;

/** Takes what is whole of each level together into the next one. */
const takeTogether = (history: History, track: Track): void => {
	for (let level = 0; level < coarseSteps.length; level++) {
		if (track.coarse.length === level && !isDue(track, level)) {
			return;
		}

		const width = widths[level + 1]!;
		const coarse = track.coarse[level] ?? {
			...takePiece(history.coarse),
			newest: Math.floor((track.first * slotWidth) / width) - 1,
		};
		track.coarse[level] = coarse;
		const last = Math.floor((track.newest * slotWidth) / width) - 1;
		for (let slot = Math.max(coarse.newest + 1, last - coarseKept + 1); slot <= last; slot++) {
			for (const [measure, kind] of history.kinds.entries()) {
				coarse.page[coarsePlace(coarse, measure, slot)] = packFigure(
					joinFigures(figuresOf(track, measure, level, slot), kind),
				);
			}
		}

		coarse.newest = Math.max(coarse.newest, last);
	}
};

const write = (track: Track, slot: number, figures: readonly number[]): void => {
	for (const [measure, figure] of figures.entries()) {
		track.page[finePlace(track, measure, slot)] = figure;
	}
};

/** Fills the slots since the answer before, when that is not too long ago: see `MeasureKind`. */
const fillMissed = (history: History, track: Track, slot: number, figures: readonly number[]): void => {
	const isKnown = slot - track.newest <= carried;
	const between = history.kinds.map((kind, measure) =>
		isKnown ? (kind === 'state' ? kept(track, measure, track.newest) : figures[measure]!) : unknownFigure,
	);
	for (let missed = Math.max(track.newest + 1, slot - slotsKept + 1); missed < slot; missed++) {
		write(track, missed, between);
	}
};

/** Forgets everything: what follows begins at this slot. */
const restart = (history: History, track: Track, slot: number): void => {
	for (const level of track.coarse.splice(0)) {
		returnPiece(history.coarse, level);
	}

	track.first = slot;
};

/** A clock that was set back to a slot: what lies ahead of it now never was. */
const setBack = (history: History, track: Track, slot: number): void => {
	const nothing = history.kinds.map(() => unknownFigure);
	for (let ahead = slot + 1; ahead <= track.newest; ahead++) {
		write(track, ahead, nothing);
	}

	for (const [index, coarse] of track.coarse.entries()) {
		const last = Math.min(coarse.newest, Math.floor((slot * slotWidth) / widths[index + 1]!) - 1);
		for (; coarse.newest > last; coarse.newest--) {
			for (const measure of nothing.keys()) {
				coarse.page[coarsePlace(coarse, measure, coarse.newest)] = packFigure(unknownFigure);
			}
		}
	}
};

/** Notes what an answer said at `at` ms since the epoch: a figure for each measure. */
export const note = (history: History, track: Track, at: number, figures: readonly number[]): void => {
	const slot = Math.floor(at / slotWidth);
	if (slot < track.first || slot <= track.newest - slotsKept) {
		restart(history, track, slot);
	} else if (slot > track.newest) {
		fillMissed(history, track, slot, figures);
	} else {
		setBack(history, track, slot);
	}

	write(track, slot, figures);
	track.newest = slot;
	takeTogether(history, track);
};

/**
 * The figure in a slot of five seconds. With `isCarried` the newest one holds until the next answer is due: sources are
 * asked in turns, and the sum over them must not fall each time only some have answered.
 */
export const recall = (track: Track, measure: number, slot: number, isCarried: boolean): number => {
	const isLate = slot - track.newest > carried;
	return kept(track, measure, isCarried && !isLate ? Math.min(slot, track.newest) : slot);
};

/** From when on a level has what was noted, ms since the epoch. */
const keptFrom = (track: Track, level: number): number =>
	level === 0
		? (track.newest - slotsKept) * slotWidth
		: (track.coarse[level - 1]!.newest - coarseKept) * widths[level]!;

/** The finest level that reaches back to `from`, and is no finer than asked. */
const levelFor = (track: Track, from: number): number => {
	let level = 0;
	while (level < track.coarse.length && from <= keptFrom(track, level)) {
		level++;
	}

	return level;
};

/** What was between two moments, ms since the epoch, as one figure: see `joinFigures` and, for `isCarried`, `recall`. */
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
		return level === 0 ? recall(track, measure, first, isCarried) : figureAt(track, measure, level, first);
	}

	const figures: number[] = [];
	for (let slot = first; slot <= last; slot++) {
		figures.push(
			level === 0 ? recall(track, measure, slot, isCarried) : figureAt(track, measure, level, slot),
		);
	}

	return joinFigures(figures, kinds[measure]!);
};

/**
 * Puts the past right once the truth is known: from `from` to `to`, ms since the epoch, each slot becomes `truth` of its
 * end. What was noted as known in the slot of `from`, and a bound that is greater, stays.
 */
export const mend = (
	track: Track,
	measure: number,
	{from, to, truth}: {readonly from: number; readonly to: number; readonly truth: (at: number) => number},
): void => {
	const mended = (figure: number, begin: number, width: number): number => {
		const value = truth(Math.min(begin + width, to));
		const isKept =
			figure === noFigure ||
			(isBound(figure) ? numberOf(figure) > value : begin <= from && !Number.isNaN(figure));
		return isKept ? figure : value;
	};

	const first = Math.max(Math.floor(from / slotWidth), track.first, track.newest - slotsKept + 1);
	for (let slot = first; slot <= track.newest && slot * slotWidth < to; slot++) {
		const place = finePlace(track, measure, slot);
		track.page[place] = mended(track.page[place]!, slot * slotWidth, slotWidth);
	}

	for (const [index, coarse] of track.coarse.entries()) {
		const width = widths[index + 1]!;
		const begin = Math.max(Math.floor(from / width), coarse.newest - coarseKept + 1);
		for (let slot = begin; slot <= coarse.newest && slot * width < to; slot++) {
			const place = coarsePlace(coarse, measure, slot);
			coarse.page[place] = packFigure(mended(unpackFigure(coarse.page[place]!), slot * width, width));
		}
	}
};
