import process from 'node:process';
import {sanitize} from '../terminal/sanitize.js';

/** One line on standard error, and the exit code. */
export const fail = (message: string, code: number): void => {
	process.stderr.write(`dm-top: ${sanitize(message)}\n`);
	process.exitCode = code;
};
