import {setTimeout as pause} from 'node:timers/promises';
import type {Instance} from 'ink';

/** Waits until everything has happened that waits for no time, and no more frames come. */
export const untilQuiet = async (instance: Instance, frames: readonly unknown[]): Promise<void> => {
	let seen = -1;
	let quiet = 0;
	while (quiet < 3) {
		// One turn is not enough: what React draws may ask for more.
		await pause(1);
		await instance.waitUntilRenderFlush();
		quiet = seen === frames.length ? quiet + 1 : 0;
		seen = frames.length;
	}
};
