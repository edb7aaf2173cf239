import {constants, createReadStream, openSync} from 'node:fs';
import {Socket} from 'node:net';
import type {Readable} from 'node:stream';
import type {PipeKind} from './pipe-kind.js';

/**
 * Opens a pipe or a device; the stream fails when that fails. A normal open of a pipe would wait for a writer, in a
 * thread that cannot be ended: dm-top could not quit.
 */
export const openPipe = (path: string, kind: PipeKind): Readable => {
	if (kind === 'pipe') {
		try {
			return new Socket({fd: openSync(path, constants.O_NONBLOCK), readable: true, writable: false});
		} catch {
			// The stream below fails in the same way, and reports it.
		}
	}

	return createReadStream(path);
};
