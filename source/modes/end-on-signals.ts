/**
 * How signals end a program without a screen, or without one yet.
 */
import process from 'node:process';
import {exitCodeOfSignal} from '../terminal/tty/ending/ending.js';
import {watchHangup} from '../terminal/tty/ending/hangup.js';

const ignore = (): void => undefined;

/** A program's end by signals, for as long as nothing else handles them. */
export type EndOnSignals = {
	/** Aborted at the first signal. */
	readonly signal: AbortSignal;
	/** Leaves the signals to other listeners. */
	readonly release: () => void;
};

/**
 * Listens to the signals that end a program, and for the end of the terminal that it prints on; the process then ends
 * with the exit code of that signal.
 */
export const endOnSignals = (): EndOnSignals => {
	const {stdin, stdout, stderr} = process;
	const controller = new AbortController();
	const end = (signal: NodeJS.Signals): void => {
		process.exitCode = exitCodeOfSignal(signal);
		controller.abort();
	};

	// Node does not keep that nohup ignores this signal. Without a terminal it cannot be a hang-up.
	const onHangup = [stdin, stdout, stderr].some(stream => stream.isTTY) ? end : ignore;
	const stopWatching = stdout.isTTY
		? watchHangup(undefined, stdout.fd, () => {
				end('SIGHUP');
			})
		: ignore;
	const listeners = [
		['SIGINT', end],
		['SIGTERM', end],
		['SIGHUP', onHangup],
	] as const;
	for (const [signal, listener] of listeners) {
		process.on(signal, listener);
	}

	controller.signal.addEventListener('abort', stopWatching, {once: true});
	return {
		signal: controller.signal,
		release() {
			stopWatching();
			for (const [signal, listener] of listeners) {
				process.off(signal, listener);
			}
		},
	};
};
