import {inSlices} from '../../providers/slices.js';
import type {Steps} from '../../dm/steps.js';

/**
 * Work in steps, one after the other: each begins when the previous one is done. Everything stops once the signal is
 * aborted.
 */
export const createTurns = (signal: AbortSignal) => {
	let last: Promise<unknown> = Promise.resolve();
	return async <Value>(take: () => Steps<Value>): Promise<Value> => {
		const turn = last.then(async () => inSlices(take(), signal));
		last = turn.catch(() => undefined);
		return turn;
	};
};
