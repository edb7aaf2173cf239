/** The lag of a task or source from those of its subtasks. */
import type {Lag} from '../view.js';
import {say} from '../../language/say.js';
import {noLag, unknownLag} from './lag-words.js';
import {lagSeconds} from './lag.js';

/**
 * The worst of several lags: the greatest number. An unknown one that is in trouble makes it "at least" that number, or
 * unknown when the number is 0; an unknown one without trouble does not count beside a number.
 */
export const worstLag = (lags: Iterable<Lag>): Lag => {
	let greatest: Lag | undefined;
	let problem: string | undefined;
	let harmless: Lag | undefined;
	for (const lag of lags) {
		if (lag.kind === 'unknown') {
			if (lag.untold === undefined) {
				problem ??= lag.why;
			} else {
				harmless ??= lag;
			}
		} else if (lag.kind !== 'none') {
			const known = greatest === undefined ? -1 : (lagSeconds(greatest) ?? -1);
			if (lag.seconds > known || (lag.seconds === known && lag.kind === 'at-least')) {
				greatest = lag;
			}
		}
	}

	if (problem !== undefined) {
		const seconds = greatest && lagSeconds(greatest);
		return seconds === undefined || seconds === 0
			? unknownLag(problem)
			: {kind: 'at-least', seconds, why: problem};
	}

	return greatest ?? harmless ?? noLag;
};

/** The same where so many more sources did not answer: a number is only a bound then. */
export const worstLagWithout = (missing: number, lags: Iterable<Lag>): Lag => {
	const lag = worstLag(lags);
	return missing > 0 && lag.kind === 'seconds'
		? {
				kind: 'at-least',
				seconds: lag.seconds,
				why: say('{count} {count|source|sources} without an answer', {count: missing}),
			}
		: lag;
};
