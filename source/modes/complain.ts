import type {Writable} from 'node:stream';
import {sanitize} from '../terminal/sanitize.js';

/** One line on standard error. */
export const complain = (errors: Writable, message: string): void => {
	errors.write(`dm-top: ${sanitize(message)}\n`);
};

/** Writes each problem as one line on standard error; '' is none. */
export const complainTo =
	(errors: Writable) =>
	(problem: string): void => {
		if (problem !== '') {
			complain(errors, problem);
		}
	};
