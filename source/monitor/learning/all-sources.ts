/** What befalls all sources at once is one event, in place of one for each. */
import type {Known} from '../records.js';
import type {Health} from '../view.js';
import {clusterName, durationText, happened} from './events.js';

/** Sources are asked one after the other: what befalls them within this time befalls them at once, ms. */
const together = 60_000;

/** Takes the events of single sources away for one of all of them; false when there are not several to take away. */
const tellOnce = (known: Known, at: number, health: Health, text: string): boolean => {
	const sources = known.sources.values().toArray();
	const single = new Set(sources.flatMap(({told}) => (told && told.at >= at - together ? [told] : [])));
	if (single.size < 2) {
		return false;
	}

	const others = known.events.filter(event => !single.has(event));
	known.events.splice(0, known.events.length, ...others);
	happened(known, {at, health, subject: clusterName(known), text});
	for (const source of sources) {
		source.told = undefined;
	}

	return true;
};

/** A source fell silent: is it the last one that did? `why` is what is said of it. */
export const tellAllSilent = (known: Known, why: string, at: number): void => {
	const {sources} = known;
	if (
		sources.values().every(({condition}) => condition.kind === 'silent') &&
		tellOnce(known, at, 'silent', `all ${sources.size} sources silent: ${why}`)
	) {
		known.allSilentSince = at;
	}
};

/** A source answers again: is it the last one that was silent? */
export const tellAllBack = (known: Known, at: number): void => {
	const {sources, allSilentSince} = known;
	if (allSilentSince === 0 || !sources.values().every(({condition}) => condition.kind === 'fresh')) {
		return;
	}

	known.allSilentSince = 0;
	const time = durationText(at - allSilentSince);
	tellOnce(known, at, 'running', `all ${sources.size} sources answer again after ${time}`);
};
