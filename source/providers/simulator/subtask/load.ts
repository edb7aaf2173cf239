/** The Load unit: dumped files into the downstream. */
import type {Subtask} from '../model/model.js';
import {between} from '../model/random.js';

/** One second of loading; true when all is in. */
export const stepLoad = (subtask: Subtask): boolean => {
	const {load} = subtask;
	if (load === undefined) {
		return false;
	}

	load.bps = Math.round(load.speed * between(subtask.random, 0.55, 1.25));
	load.finishedBytes = Math.min(load.totalBytes, load.finishedBytes + load.bps);
	return load.finishedBytes >= load.totalBytes;
};
