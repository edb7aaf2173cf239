import {mkdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {codeOf} from '../../../terminal/thrown.js';

/**
 * Makes a folder of the user's alone, with those above it. Each is tried once: where a file system takes no folders and says
 * that there is none, as /proc does, Node's own `recursive` tries forever.
 *
 * @throws {Error} when it cannot be made.
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
		// Another dm-top may have been quicker.
		if (codeOf(error) !== 'EEXIST' || statSync(folder, {throwIfNoEntry: false})?.isDirectory() !== true) {
			throw error;
		}
	}
};
