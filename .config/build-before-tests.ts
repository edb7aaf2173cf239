/**
 * Builds dist/ before the tests where it is older than what it is made of: the tests in test/e2e run the built program.
 */
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {root} from './bundle.ts';

/** When a file last changed, ms since the epoch; -Infinity where there is none. */
const changedAt = async (file: string): Promise<number> => {
	try {
		const {mtimeMs} = await stat(file);
		return mtimeMs;
	} catch {
		return -Infinity;
	}
};

const newestIn = async (folder: string): Promise<number> => {
	const entries = await readdir(path.join(root, folder), {recursive: true, withFileTypes: true});
	const times = await Promise.all(
		entries.map(async entry => changedAt(path.join(entry.parentPath, entry.name))),
	);
	return Math.max(...times);
};

const setup = async (): Promise<void> => {
	const [built, ...parts] = await Promise.all([
		changedAt(path.join(root, 'dist/cli.js')),
		changedAt(path.join(root, 'package-lock.json')),
		...['source', 'patches', '.config'].map(async folder => newestIn(folder)),
	]);
	if (built < Math.max(...parts)) {
		await import('./build.ts');
	}
};

export default setup;
