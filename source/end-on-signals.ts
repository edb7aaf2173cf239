/**
 * How a program without a screen is ended from outside.
 */
import process from 'node:process';
import {exitCodeOfSignal} from './terminal/tty/ending.js';
import {watchHangup} from './terminal/tty/hangup.js';

const ignore = (): void => undefined;

/**
 * Aborted by the signals that end a program, and by the end of the terminal that it prints on; the process then ends
 * with the exit code of that signal.
 */
export const endOnSignals = (): AbortSignal => {
	const {stdin, stdout, stderr} = process;
	const controller = new AbortController();
	const end = (signal: NodeJS.Signals): void => {
		process.exitCode = exitCodeOfSignal(signal);
		controller.abort();
	};

	process.once('SIGINT', end);
	process.once('SIGTERM', end);
	if ([stdin, stdout, stderr].some(stream => stream.isTTY)) {
		process.once('SIGHUP', end);
	} else {
		// Node forgets that nohup had this signal ignored. Without a terminal there is none that could hang up.
		process.on('SIGHUP', ignore);
	}

	if (stdout.isTTY) {
		const stop = watchHangup(undefined, stdout.fd, () => {
			end('SIGHUP');
		});
		controller.signal.addEventListener('abort', stop, {once: true});
	}

	return controller.signal;
};
