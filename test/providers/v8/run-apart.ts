/** Programs in a process of their own: V8's flags and its heap are for all of a process. */
import {execFileSync} from 'node:child_process';
import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';

/** Bundles a program, which imports from the folder of the project; what it prints with these words is given by `run`. */
export const bundleApart = async (
	contents: string,
): Promise<{
	readonly run: (nodeFlags: readonly string[], ...words: readonly string[]) => string;
	[Symbol.asyncDispose]: () => Promise<void>;
}> => {
	const folder = await mkdtemp(path.join(tmpdir(), 'dm-top-apart-'));
	const outfile = path.join(folder, 'program.mjs');
	await build({
		stdin: {contents, resolveDir: path.join(import.meta.dirname, '../../..')},
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		logLevel: 'error',
		logOverride: {'direct-eval': 'silent'},
	});
	return {
		run: (nodeFlags, ...words) =>
			execFileSync(process.execPath, [...nodeFlags, outfile, ...words], {encoding: 'utf8'}),
		[Symbol.asyncDispose]: async () => rm(folder, {recursive: true, force: true}),
	};
};
