/**
 * `npm run benchmark`, or `npm run benchmark -- decode bytes` for some groups only. Bundles the measurements as the
 * program is bundled, with React as in production, and runs them.
 */
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import type * as Groups from './groups.ts';

const root = path.join(import.meta.dirname, '..');
const outdir = path.join(root, 'node_modules/.cache/dm-top-benchmark');

// Ink and React stay outside the bundle and look for this when they are loaded.
process.env['NODE_ENV'] = 'production';
await mkdir(outdir, {recursive: true});
await build({
	absWorkingDir: root,
	entryPoints: ['benchmark/groups.ts', 'benchmark/provider.ts'],
	outdir,
	bundle: true,
	format: 'esm',
	platform: 'node',
	target: 'node24',
	jsx: 'automatic',
	packages: 'external',
	outExtension: {'.js': '.mjs'},
	logLevel: 'warning',
});
const {measureGroups} = (await import(pathToFileURL(path.join(outdir, 'groups.mjs')).href)) as typeof Groups;
process.exitCode = await measureGroups(process.argv.slice(2), {
	program: path.join(root, 'dist/cli.js'),
	provider: path.join(outdir, 'provider.mjs'),
});
