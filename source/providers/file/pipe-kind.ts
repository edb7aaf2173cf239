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
