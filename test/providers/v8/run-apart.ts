/** Programs in a process of their own: V8's flags and its heap are for all of a process. */
import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';
import {makeFolder} from '../../folder.js';

/** Bundles a program, whose imports begin at the folder of the project; gives a function that runs it and returns what it prints. */
export const bundleApart = async (
	contents: string,
): Promise<(nodeFlags: readonly string[], ...words: readonly string[]) => string> => {
	const outfile = makeFolder().file('program.mjs');
	await build({
		stdin: {contents, resolveDir: path.join(import.meta.dirname, '../../..')},
		outfile,
		bundle: true,
		format: 'esm',
		platform: 'node',
		logLevel: 'error',
		logOverride: {'direct-eval': 'silent'},
	});
	return (nodeFlags, ...words) =>
		execFileSync(process.execPath, [...nodeFlags, outfile, ...words], {encoding: 'utf8'});
};
