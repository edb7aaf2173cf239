import type {Writable} from 'node:stream';
import {stripSecrets} from '../dm/secrets/passwords.js';
import {sanitize} from '../terminal/sanitize.js';

/** One line on standard error. Addresses with a password may come from the environment or a file: standard error is kept in logs. */
export const complain = (errors: Writable, message: string): void => {
	errors.write(`dm-top: ${sanitize(stripSecrets(message))}\n`);
};

/** Writes each problem as one line on standard error; '' is none. */
export const complainTo =
	(errors: Writable) =>
	(problem: string): void => {
		if (problem !== '') {
			complain(errors, problem);
		}
	};
