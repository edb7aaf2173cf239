/** Writes an answer into a history. */
import {packFigure, unknownFigure} from './figure.js';
import {returnPiece, takePiece} from './pages.js';
import {
	carried,
	coarseKept,
	coarsePlace,
	coarseSteps,
	figureAt,
	finePlace,
	type History,
	joinFigures,
	fineFigure,
	slotsKept,
	slotWidth,
	type Track,
	widths,
} from './track.js';

/**
 * The figures of a level that belong to a slot of the next one.
 *
 * @yields Oldest first.
 */
function* figuresOf(track: Track, measure: number, level: number, slot: number): Iterable<number> {
	const step = coarseSteps[level]!;
	for (let one = slot * step; one < (slot + 1) * step; one++) {
		yield figureAt(track, measure, level, one);
	}
}

/** A level begins slightly before the previous one forgets. */
const isDue = (track: Track, level: number): boolean =>
	(track.newest - track.first) * slotWidth >= widths[level]! * (level === 0 ? slotsKept : coarseKept) * 0.9;

/** Aggregates the complete slots of each level into the next one. */
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

/**
 * Fills the slots since the answer before, when that is not too long ago: see `MeasureKind`. Where an answer was missing
 * in between, a state is not known.
 */
const fillMissed = (
	history: History,
	track: Track,
	{
		slot,
		figures,
		isBroken,
	}: {readonly slot: number; readonly figures: readonly number[]; readonly isBroken: boolean},
): void => {
	const isKnown = slot - track.newest <= carried;
	const stateOf = (measure: number): number =>
		isBroken ? unknownFigure : fineFigure(track, measure, track.newest);
	const between = history.kinds.map((kind, measure) =>
		isKnown ? (kind === 'state' ? stateOf(measure) : figures[measure]!) : unknownFigure,
	);
	for (let missed = Math.max(track.newest + 1, slot - slotsKept + 1); missed < slot; missed++) {
		write(track, missed, between);
	}
};

/** Forgets everything, and starts again at this slot. */
const restart = (history: History, track: Track, slot: number): void => {
	for (const level of track.coarse.splice(0)) {
		returnPiece(history.coarse, level);
	}

	track.first = slot;
};

/** The clock was set back to a slot: later slots are dropped. */
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

/**
 * Notes what an answer said at `at`: a figure for each measure. `silentAt`: when an answer was last missing. Both are ms
 * since the epoch.
 */
export const note = (
	history: History,
	track: Track,
	{at, silentAt = -Infinity}: {readonly at: number; readonly silentAt?: number},
	figures: readonly number[],
): void => {
	const slot = Math.floor(at / slotWidth);
	if (slot < track.first || slot <= track.newest - slotsKept) {
		restart(history, track, slot);
	} else if (slot > track.newest) {
		fillMissed(history, track, {slot, figures, isBroken: track.at < silentAt});
	} else {
		setBack(history, track, slot);
	}

	write(track, slot, figures);
	track.newest = slot;
	track.at = at;
	takeTogether(history, track);
};
