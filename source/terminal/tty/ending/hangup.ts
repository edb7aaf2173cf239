/**
 * Notices that a terminal is gone. The kernel sends SIGHUP, but a program can be started with that signal ignored or
 * blocked, and one that neither reads nor writes would never learn of it.
 */
import {isatty} from 'node:tty';

/** How often the terminal is checked, ms; nearly all of what it takes is waking up for it. */
const lookEvery = 2000;

/** Calls back once when `keyboard` ends or `fd` stops being a terminal. Returns a function that stops watching. */
export const watchHangup = (
	keyboard: NodeJS.ReadStream | undefined,
	fd: number,
	onGone: () => void,
): (() => void) => {
	const stop = (): void => {
		clearInterval(timer);
		keyboard?.off('end', gone);
		keyboard?.off('close', gone);
	};

	const gone = (): void => {
		stop();
		onGone();
	};

	// The listener for errors stays: an unhandled error would count as a crash.
	keyboard?.on('error', gone);
	keyboard?.on('end', gone);
	keyboard?.on('close', gone);
	const timer = setInterval(() => {
		if (!isatty(fd)) {
			gone();
		}
	}, lookEvery);
	timer.unref();
	return stop;
};
