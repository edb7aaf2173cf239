/** Corrects a history. */
import {isBound, noFigure, numberOf, packFigure, unpackFigure} from './figure.js';
import {coarseKept, coarsePlace, finePlace, slotsKept, slotWidth, type Track, widths} from './track.js';

/**
 * Corrects the past once it is known: from `from` to `to`, ms since the epoch, each slot becomes `truth` of its end. A
 * known value in the slot of `from`, and a greater bound, stay.
 */
export const correctPast = (
	track: Track,
	measure: number,
	{from, to, truth}: {readonly from: number; readonly to: number; readonly truth: (at: number) => number},
): void => {
	const corrected = (figure: number, begin: number, width: number): number => {
		const value = truth(Math.min(begin + width, to));
		const isKept =
			figure === noFigure ||
			(isBound(figure) ? numberOf(figure) > value : begin <= from && !Number.isNaN(figure));
		return isKept ? figure : value;
	};

	const first = Math.max(Math.floor(from / slotWidth), track.first, track.newest - slotsKept + 1);
	for (let slot = first; slot <= track.newest && slot * slotWidth < to; slot++) {
		const place = finePlace(track, measure, slot);
		track.page[place] = corrected(track.page[place]!, slot * slotWidth, slotWidth);
	}

	for (const [index, coarse] of track.coarse.entries()) {
		const width = widths[index + 1]!;
		const begin = Math.max(Math.floor(from / width), coarse.newest - coarseKept + 1);
		for (let slot = begin; slot <= coarse.newest && slot * width < to; slot++) {
			const place = coarsePlace(coarse, measure, slot);
			coarse.page[place] = packFigure(corrected(unpackFigure(coarse.page[place]!), slot * width, width));
		}
	}
};
