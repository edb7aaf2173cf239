/**
 * A process of dm-top: carries out its command line with its streams, and ends with the exit code.
 */
import process, {exit} from 'node:process';
import {invoke} from './invoke.js';
import {openStandardOutput} from './standard-output.js';

/** How long to wait for what still runs at the end, ms. */
const grace = 500;

/**
 * Runs dm-top as the command line says; the exit code is left in `process.exitCode`. What a user's provider has left
 * running does not keep the process alive.
 */
export const main = async (): Promise<void> => {
	const standard = openStandardOutput();
	const code = await invoke({
		words: process.argv.slice(2),
		environment: process.env,
		input: () => process.stdin,
		// Not spread from `standard`: that would open both.
		get output() {
			return standard.output;
		},
		get errors() {
			return standard.errors;
		},
		print: standard.print,
		columns: standard.columns,
	});
	// A screen, or a signal, may have set it already.
	process.exitCode ??= code;
	// Only after all output has been consumed: a pager may take a while.
	standard.whenConsumed(() => {
		setTimeout(exit, grace).unref();
	});
};
