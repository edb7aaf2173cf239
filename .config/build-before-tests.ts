/**
 * Builds dist/ before the tests where it is older than what it is made of: the tests in test/e2e run the built program.
 */
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {root} from './bundle/bundle.ts';

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
	// A folder changes when a file in it is renamed or goes.
	const times = await Promise.all(
		[path.join(root, folder), ...entries.map(entry => path.join(entry.parentPath, entry.name))].map(
			async file => changedAt(file),
		),
	);
	return Math.max(...times);
};

const setup = async (): Promise<void> => {
	const [built, ...parts] = await Promise.all([
		changedAt(path.join(root, 'dist/cli.js')),
		...['package.json', 'package-lock.json'].map(async file => changedAt(path.join(root, file))),
		...['source', 'patches', '.config'].map(async folder => newestIn(folder)),
	]);
	if (built < Math.max(...parts)) {
		await import('./build.ts');
	}
};

export default setup;
