/** The lag of a task or source from those of its subtasks. */
import type {Lag} from '../view.js';
import {say} from '../../language/say.js';
import {noLag, unknownLag} from './lag-words.js';
import {lagSeconds} from './lag.js';

type UnknownLag = Extract<Lag, {readonly kind: 'unknown'}>;

/**
 * The worst of several lags: the greatest number. An unknown one makes it "at least" that number, or unknown when the
 * number is 0; why is that of one in trouble, if there is one.
 */
export const worstLag = (lags: Iterable<Lag>): Lag => {
	let greatest: Lag | undefined;
	let unknown: UnknownLag | undefined;
	for (const lag of lags) {
		if (lag.kind === 'unknown') {
			unknown =
				unknown === undefined || (unknown.untold !== undefined && lag.untold === undefined) ? lag : unknown;
		} else if (lag.kind !== 'none') {
			const known = greatest === undefined ? -1 : (lagSeconds(greatest) ?? -1);
			if (lag.seconds > known || (lag.seconds === known && lag.kind === 'at-least')) {
				greatest = lag;
			}
		}
	}

	if (unknown === undefined) {
		return greatest ?? noLag;
	}

	const seconds = greatest && lagSeconds(greatest);
	return seconds === undefined || seconds === 0 ? unknown : {kind: 'at-least', seconds, why: unknown.why};
};

/**
 * The same with a number of further sources that did not answer: a number is only a lower bound then, and 0 or none means
 * unknown.
 */
export const worstLagWithout = (missing: number, lags: Iterable<Lag>): Lag => {
	const lag = worstLag(lags);
	if (missing === 0 || lag.kind === 'unknown' || lag.kind === 'at-least') {
		return lag;
	}

	const why = say('{count} {count|source|sources} without an answer', {count: missing});
	return lag.kind === 'none' || lag.seconds === 0
		? unknownLag(why)
		: {kind: 'at-least', seconds: lag.seconds, why};
};
