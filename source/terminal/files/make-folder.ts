import {mkdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {codeOf} from '../thrown.js';

/**
 * Creates a folder that only the user can read, with its parents. Each is tried once: where a file system takes no
 * folders and reports that they do not exist, as /proc does, Node's own `recursive` tries forever.
 *
 * @throws {Error} when it cannot be created.
 */
export const makeFolder = (folder: string): void => {
	if (statSync(folder, {throwIfNoEntry: false})?.isDirectory() === true) {
		return;
	}

	const above = path.dirname(folder);
	if (above !== folder) {
		makeFolder(above);
	}

	try {
		mkdirSync(folder, {mode: 0o700});
	} catch (error) {
		// Another dm-top may have created it first.
		if (codeOf(error) !== 'EEXIST' || statSync(folder, {throwIfNoEntry: false})?.isDirectory() !== true) {
			throw error;
		}
	}
};
