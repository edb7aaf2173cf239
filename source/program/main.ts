/**
 * A process of dm-top: what its command line says is done with its streams, and it ends with the exit code of that.
 */
import process, {exit} from 'node:process';
import {say} from '../language/say.js';
import {complain} from '../modes/complain.js';
import {codeOf, fileReason} from '../terminal/thrown.js';
import {invoke} from './invoke.js';

/** How long to wait for what still runs at the end, ms. */
const grace = 500;

/**
 * Output that cannot be written is reported once, and is a failure. A reader that stops reading, as `head` does, is not
 * a failure.
 */
const heedOutput = (): void => {
	let isLost = false;
	process.stdout.on('error', error => {
		if (isLost || codeOf(error) === 'EPIPE') {
			return;
		}

		isLost = true;
		complain(process.stderr, say('The output was not written: {why}.', {why: fileReason(error)}));
	});
	process.once('exit', code => {
		if (isLost && code === 0) {
			process.exitCode = 2;
		}
	});
};

/**
 * Runs dm-top as the command line says; the exit code is left in `process.exitCode`. What a user's provider has left
 * running does not keep the process alive.
 */
export const main = async (): Promise<void> => {
	heedOutput();
	const code = await invoke({
		words: process.argv.slice(2),
		environment: process.env,
		input: () => process.stdin,
		output: process.stdout,
		errors: process.stderr,
	});
	// A screen, or a signal that ended what ran, has said it already.
	process.exitCode ??= code;
	// Only after all output has been consumed: a pager may take a while.
	process.stdout.write('', () => {
		setTimeout(exit, grace).unref();
	});
};
