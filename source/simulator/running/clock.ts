/** Time as a simulation has it: the wall clock's, or faster, or a test's own. */
import {Wakeup} from '../../providers/scheduling/wakeup.js';

export type Clock = {
	/** Ms since the epoch, simulated. */
	now(): number;
	/** Comes back when so many simulated ms have passed, or when the signal is aborted. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
};

/** Begins now and goes `speed` times as fast as the wall clock. */
export const wallClock = (speed = 1): Clock => {
	const epoch = Date.now();
	return {
		now: () => epoch + (Date.now() - epoch) * speed,
		async wait(milliseconds, signal) {
			await new Wakeup().wait(milliseconds / speed, signal);
		},
	};
};
