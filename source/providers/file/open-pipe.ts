import {constants, createReadStream, openSync} from 'node:fs';
import {Socket} from 'node:net';
import type {Readable} from 'node:stream';
import {statOf} from './opened-file.js';

/** A path other than that of a file: it can be read but not watched. */
export type PipeKind = 'pipe' | 'device';

/** The kind of a path; undefined for a file, a folder, or nothing. */
export const pipeKind = async (path: string): Promise<PipeKind | undefined> => {
	try {
		const entry = await statOf(path);
		if (entry.isFIFO()) {
			return 'pipe';
		}

		return entry.isCharacterDevice() ? 'device' : undefined;
	} catch {
		return undefined;
	}
};

/**
 * Whether another writer may open a pipe after one has closed it: it has a name, and is not a `<(command)` of a shell.
 */
export const isNamedPipe = (path: string): boolean => !/^\/(?:dev|proc)\//v.test(path);

/**
 * Opens a pipe or a device; the stream fails when that fails. A normal open of a pipe would wait for a writer, in a
 * thread that cannot be ended: dm-top could not quit.
 */
export const openPipe = (path: string, kind: PipeKind): Readable => {
	if (kind === 'pipe') {
		try {
			return new Socket({fd: openSync(path, constants.O_NONBLOCK), readable: true, writable: false});
		} catch {
			// The stream below fails in the same way, and tells it.
		}
	}

	return createReadStream(path);
};
