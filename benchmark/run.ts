/**
 * `npm run benchmark`, or `npm run benchmark -- decode bytes` for some groups only. Bundles the measurements as the
 * program is bundled, and runs them.
 */
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import {bundle, root} from '../.config/bundle/bundle.ts';
import type * as Groups from './groups.ts';

const outdir = path.join(root, 'node_modules/.cache/dm-top-benchmark');

await mkdir(outdir, {recursive: true});
await build({
	...bundle,
	entryPoints: [
		'benchmark/groups.ts',
		'benchmark/provider.ts',
		'benchmark/bare-ink.tsx',
		'benchmark/bare-list.tsx',
	],
	outdir,
	target: 'node24',
	external: ['esbuild', 'node-pty', '@xterm/headless'],
	outExtension: {'.js': '.mjs'},
});
const {measureGroups} = (await import(pathToFileURL(path.join(outdir, 'groups.mjs')).href)) as typeof Groups;
process.exitCode = await measureGroups(process.argv.slice(2), {
	program: path.join(root, 'dist/cli.js'),
	provider: path.join(outdir, 'provider.mjs'),
	ink: path.join(outdir, 'bare-ink.mjs'),
	list: path.join(outdir, 'bare-list.mjs'),
	troubled: path.join(root, 'test/fixtures/dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json'),
});
