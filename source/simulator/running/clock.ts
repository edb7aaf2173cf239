/** The time of a simulation: the wall clock's, faster, or a test's own. */
import {Wakeup} from '../../providers/waiting/wakeup.js';
import {steadyClock} from '../../providers/steady-clock.js';

/** Tells the time of a simulation, and waits in it. */
export type Clock = {
	/** Ms since the epoch, simulated. */
	now(): number;
	/** Returns when so many simulated ms have passed, or when the signal is aborted. */
	wait(milliseconds: number, signal: AbortSignal): Promise<void>;
};

/** Begins now and runs `speed` times as fast as the wall clock. */
export const wallClock = (speed = 1): Clock => {
	const epoch = steadyClock.now();
	return {
		now: () => epoch + (steadyClock.now() - epoch) * speed,
		async wait(milliseconds, signal) {
			await new Wakeup().wait(milliseconds / speed, signal);
		},
	};
};
