import process from 'node:process';
import {sanitize} from '../terminal/sanitize.js';

/** One line on standard error. */
export const complain = (message: string): void => {
	process.stderr.write(`dm-top: ${sanitize(message)}\n`);
};

/** One line on standard error, and the exit code. */
export const fail = (message: string, code: number): void => {
	complain(message);
	process.exitCode = code;
};
