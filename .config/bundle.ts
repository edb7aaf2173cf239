/**
 * How the program is bundled, for whatever is to run as it does.
 */
import path from 'node:path';
import type {BuildOptions} from 'esbuild';
import {mendPackages} from './mend-packages.ts';

/** The folder of the project. */
export const root = path.join(import.meta.dirname, '..');

export const bundle = {
	absWorkingDir: root,
	bundle: true,
	format: 'esm',
	platform: 'node',
	jsx: 'automatic',
	minifySyntax: true,
	// Else each of them is compiled anew where it is used, since it became a call of `new RegExp`.
	supported: {'regexp-set-notation': true},
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		// Where there is no fetch, Yoga decodes its data: URL itself; else 28 ms go into loading Node's HTTP client.
		fetch: 'undefined',
	},
	plugins: [mendPackages],
	banner: {
		js: "import {createRequire as __createRequire} from 'node:module';const require=__createRequire(import.meta.url);",
	},
	alias: {
		'react-devtools-core': path.join(import.meta.dirname, 'no-devtools.js'),
		// Ink and what it is made of bring five copies of an older one: all are to count as dm-top does.
		'string-width': path.join(root, 'node_modules/string-width'),
		'restore-cursor': path.join(import.meta.dirname, 'no-restore-cursor.js'),
	},
	logLevel: 'warning',
} as const satisfies BuildOptions;
