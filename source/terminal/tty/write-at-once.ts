import {Buffer} from 'node:buffer';
import {writeSync} from 'node:fs';
import {codeOf} from '../thrown.js';

/**
 * Writes a text to a file descriptor, without a stream.
 *
 * @returns The bytes that were not written since the descriptor takes no more now, and does not wait: a pipe that somebody
 * else has made so, whose reader is slow.
 * @throws {Error} where nothing more can be written: EPIPE, ENOSPC and others.
 */
export const writeAtOnce = (fd: number, text: string): Uint8Array => {
	let rest = Buffer.from(text);
	try {
		while (rest.length > 0) {
			rest = rest.subarray(writeSync(fd, rest));
		}
	} catch (error) {
		if (codeOf(error) !== 'EAGAIN') {
			throw error;
		}
	}

	return rest;
};
