import {inSlices} from '../../providers/slices.js';
import type {Steps} from '../../dm/steps.js';

/**
 * Carries out work in steps, one piece of work after the other. Everything stops once the signal is aborted.
 */
export const createTurns = (signal: AbortSignal) => {
	let last: Promise<unknown> = Promise.resolve();
	return async <Value>(take: () => Steps<Value>): Promise<Value> => {
		const turn = last.then(async () => inSlices(take(), signal));
		last = turn.catch(() => undefined);
		return turn;
	};
};
