/** How much memory this process uses, without what it no longer needs. */
import process from 'node:process';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

/** Bytes in use, after all garbage has been collected. */
export const weigh = (): number => {
	setFlagsFromString('--expose-gc');
	const collect = runInNewContext('gc') as () => void;
	// What the first round lets go of may hold more.
	collect();
	collect();
	const {heapUsed, external} = process.memoryUsage();
	return heapUsed + external;
};
