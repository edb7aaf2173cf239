/**
 * How the program is bundled, for whatever is to run as it does.
 */
import path from 'node:path';
import type {BuildOptions} from 'esbuild';
import {builtins, sharedPackages} from './builtin-modules.ts';
import {entries} from './entries.ts';
import {languages} from './languages.ts';
import {patchPackages} from './patch-packages.ts';
import {shortGrpc} from './start/short-grpc.ts';
import {shortReact} from './start/short-react.ts';
import {shortUndici} from './start/short-undici.ts';

/** The folder of the project. */
export const root = path.join(import.meta.dirname, '../..');

export const bundle = {
	absWorkingDir: root,
	bundle: true,
	format: 'esm',
	platform: 'node',
	jsx: 'automatic',
	minifySyntax: true,
	// Otherwise each literal becomes a call of `new RegExp`, compiled again wherever it is used.
	supported: {'regexp-set-notation': true},
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		// Without fetch Yoga decodes its data: URL itself; with it, 28 ms go into loading Node's HTTP client.
		fetch: 'undefined',
		// Undici asks whether it is bundled: then it has one HTTP parser, not two.
		esbuildDetection: 'true',
		// What Node would say there, `environment` asks the process for too.
		'globalThis.navigator': 'undefined',
		'Intl.Segmenter': 'LazySegmenter',
		performance: 'LightPerformance',
	},
	inject: [
		path.join(import.meta.dirname, 'start/lazy-segmenter.ts'),
		path.join(import.meta.dirname, 'start/light-performance.ts'),
	],
	plugins: [languages, entries, shortUndici, shortGrpc, builtins, sharedPackages, patchPackages, shortReact],
	alias: {
		'react-devtools-core': path.join(import.meta.dirname, 'no-devtools.js'),
		// Ink and its dependencies bring five copies of an older version: all must count as dm-top does.
		'string-width': path.join(root, 'node_modules/string-width'),
		'restore-cursor': path.join(import.meta.dirname, 'no-restore-cursor.js'),
	},
	logLevel: 'warning',
} as const satisfies BuildOptions;
