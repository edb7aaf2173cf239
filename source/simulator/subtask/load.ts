/** The Load unit: loads the dump files into the downstream. */
import type {SubtaskModel} from '../model/model.js';
import {between} from '../model/random.js';

/** One second of loading. */
export const stepLoad = ({load, random, stalledUntil}: SubtaskModel, now: number): 'loading' | 'done' => {
	if (load === undefined) {
		return 'loading';
	}

	load.bps = stalledUntil > now ? 0 : Math.round(load.speed * between(random, 0.55, 1.25));
	load.finishedBytes = Math.min(load.totalBytes, load.finishedBytes + load.bps);
	return load.finishedBytes >= load.totalBytes ? 'done' : 'loading';
};
