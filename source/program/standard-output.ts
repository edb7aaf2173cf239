/**
 * Standard output and standard error of the process, opened as streams only where they are used as such: for an answer
 * that is printed at once, Node would load sockets and streams, a tenth of a start.
 */
import {fstatSync} from 'node:fs';
import process, {platform} from 'node:process';
import {say} from '../language/say.js';
import {complain} from '../modes/complain.js';
import type {Invocation} from '../modes/invocation.js';
import {codeOf, fileReason} from '../terminal/thrown.js';
import {writeAtOnce} from '../terminal/tty/write-at-once.js';

/** What the process prints on, and an end that waits for it. */
export type StandardOutput = Pick<Invocation, 'output' | 'errors' | 'print' | 'columns'> & {
	/** Calls `done` once everything that was written has been consumed. */
	readonly whenConsumed: (done: () => void) => void;
};

/** The standard output is a terminal, or another device. */
const isDevice = (): boolean => fstatSync(1).isCharacterDevice();

/**
 * Output that cannot be written is reported once, and is a failure. A reader that stops reading, as `head` does, is not
 * a failure.
 */
export const openStandardOutput = (): StandardOutput => {
	let isOpen = false;
	let isLost = false;
	const heed = (error: unknown): void => {
		if (isLost || codeOf(error) === 'EPIPE') {
			return;
		}

		isLost = true;
		complain(process.stderr, say('The output was not written: {why}.', {why: fileReason(error)}));
	};

	process.once('exit', code => {
		if (isLost && code === 0) {
			process.exitCode = 2;
		}
	});
	const opened = (): NodeJS.WriteStream => {
		if (!isOpen) {
			isOpen = true;
			process.stdout.on('error', heed);
		}

		return process.stdout;
	};

	return {
		get output() {
			return opened();
		},
		get errors() {
			return process.stderr;
		},
		columns: () => (isDevice() ? opened().columns : undefined),
		print(text) {
			if (isOpen || platform === 'win32' || isDevice()) {
				opened().write(text);
				return;
			}

			try {
				const rest = writeAtOnce(1, text);
				if (rest.length > 0) {
					opened().write(rest);
				}
			} catch (error) {
				heed(error);
			}
		},
		whenConsumed(done) {
			if (isOpen) {
				process.stdout.write('', done);
			} else {
				done();
			}
		},
	};
};
