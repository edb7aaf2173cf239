import type {Writable} from 'node:stream';
import {sanitize} from '../terminal/sanitize.js';

/** One line on standard error. */
export const complain = (errors: Writable, message: string): void => {
	errors.write(`dm-top: ${sanitize(message)}\n`);
};
