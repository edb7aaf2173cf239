import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';

const made = new Set<string>();

/** A new folder, and the paths of files in it. It is removed when all tests of the file have ended (`set-up.ts`). */
export const makeFolder = (): {readonly path: string; readonly file: (...names: string[]) => string} => {
	const folder = mkdtempSync(path.join(tmpdir(), 'dm-top-'));
	made.add(folder);
	return {path: folder, file: (...names) => path.join(folder, ...names)};
};

export const removeFolders = (): void => {
	for (const folder of made) {
		rmSync(folder, {recursive: true, force: true});
	}

	made.clear();
};
