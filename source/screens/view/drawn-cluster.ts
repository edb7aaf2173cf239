/**
 * The cluster that the screen is drawn from. An answer without news redraws nothing except the clock above the tables.
 */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {saysTheSame} from '../../findings/gathering/says-the-same.js';
import {freshness} from '../cells/cells.js';

/** The step in which plots and sparklines advance, and in which ages from 10 s on are shown, ms. */
const step = 5000;

/** Younger ages are shown in seconds. */
const isNews = ({events, now}: DiagnosedView): boolean => {
	const [newest] = events;
	return newest !== undefined && Math.abs(now - newest.at) < freshness;
};

/** The same view, but the past has changed, which the view does not contain. */
const isOfThePast = (next: DiagnosedView, seen: DiagnosedView): boolean =>
	next.now === seen.now && next.tasks === seen.tasks && next.sources === seen.sources;

/**
 * Returns the cluster to draw: the previous one, as long as only the time in `current` has changed, up to the next
 * whole step. `isBusy`: a message is shown that disappears with time.
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
