/**
 * The cluster that the screen is drawn from. An answer that brings nothing new draws nothing again: only the clock above
 * the tables moves on with each.
 */
import type {DiagnosedView} from '../../findings/diagnose.js';
import {saysTheSame} from '../../findings/gathering/says-the-same.js';
import {freshness} from '../cells/cells.js';

/** Plots and sparklines move on in steps of this, and ages from 10 s on are shown in such, ms. */
const step = 5000;

/** Seconds are told of what is younger. */
const isNews = ({events, now}: DiagnosedView): boolean => {
	const [newest] = events;
	return newest !== undefined && Math.abs(now - newest.at) < freshness;
};

/** The same look once more: what changed is the past, which the look does not hold. */
const isOfThePast = (next: DiagnosedView, seen: DiagnosedView): boolean =>
	next.now === seen.now && next.tasks === seen.tasks && next.sources === seen.sources;

/**
 * Gives the cluster that is to be drawn: the one drawn before, while `current` says the same and no more than the time has
 * changed, up to the next whole step. `isBusy`: something is reported at that time that goes away by itself.
 */
export const createDrawn = (
	current: () => DiagnosedView,
	isBusy: (now: number) => boolean,
): (() => DiagnosedView) => {
	let seen = current();
	let drawn = seen;
	return () => {
		const next = current();
		if (next !== seen) {
			const isSame =
				!isOfThePast(next, seen) &&
				Math.floor(next.now / step) === Math.floor(drawn.now / step) &&
				!isNews(next) &&
				!isBusy(next.now) &&
				saysTheSame(drawn, next);
			seen = next;
			drawn = isSame ? drawn : next;
		}

		return drawn;
	};
};
