/**
 * Packages as they are bundled and patched, compared with the same packages as they are installed.
 */
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {build} from 'esbuild';
import fc from 'fast-check';
import type {ReactElement} from 'react';
import {beforeAll, describe, expect, it} from 'vitest';
import {bundle, root} from '../../.config/bundle/bundle.js';
import {unusedPatches} from '../../.config/bundle/patch-packages.js';
import {makeFolder} from '../folder.js';

type Packages = {
	readonly stringWidth: (text: string) => number;
	readonly renderToString: (node: ReactElement, options: {columns: number}) => string;
	readonly createElement: (type: unknown, props: unknown, ...children: readonly unknown[]) => ReactElement;
	readonly Box: unknown;
	readonly Text: unknown;
};

const entry = `
	export {default as stringWidth} from 'string-width';
	export {renderToString, Box, Text} from 'ink';
	export {createElement} from 'react';
`;

let folder: string;
let patched: Packages;
let installed: Packages;

const load = async (name: string, options: Record<string, unknown>): Promise<Packages> => {
	const outfile = path.join(folder, `${name}.mjs`);
	await build({
		...bundle,
		target: 'node22',
		stdin: {contents: entry, resolveDir: root, loader: 'js'},
		outfile,
		...options,
	});
	return (await import(pathToFileURL(outfile).href)) as Packages;
};

beforeAll(async () => {
	folder = makeFolder().path;
	[patched, installed] = await Promise.all([load('patched', {}), load('installed', {plugins: []})]);
});

const text = fc.string({
	unit: fc.oneof(
		fc.constantFrom(
			'a',
			' ',
			'同',
			'…',
			'▸',
			'\n',
			'\u{1B}[31m',
			'\u{1B}[7m',
			'\u{1B}[0m',
			'👍🏽',
			'❤️',
			'1️⃣',
			'🇨🇳',
			'e\u{301}',
		),
		fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
	),
	maxLength: 20,
});

type Place = {readonly x: number; readonly y: number; readonly text: string; readonly isInverse: boolean};

const place = fc.record({x: fc.nat(20), y: fc.nat(4), text, isInverse: fc.boolean()});

const draw = ({createElement, Box, Text, renderToString}: Packages, places: readonly Place[]): string =>
	renderToString(
		createElement(
			Box,
			{width: 24, height: 6},
			...places.map(({x, y, text: written, isInverse}, key) =>
				createElement(
					Box,
					{key, position: 'absolute', marginLeft: x, marginTop: y},
					createElement(Text, {inverse: isInverse, wrap: 'truncate'}, written),
				),
			),
		),
		{columns: 24},
	);

describe('a patched package', () => {
	it('counts columns as before', () => {
		fc.assert(
			fc.property(text, given => {
				expect(patched.stringWidth(given)).toBe(installed.stringWidth(given));
			}),
		);
	});

	it('draws as before', () => {
		fc.assert(
			fc.property(fc.array(place, {maxLength: 8}), places => {
				expect(draw(patched, places)).toBe(draw(installed, places));
			}),
		);
	});

	it('is reported when it is not in the bundle', () => {
		const unused = unusedPatches(
			['output.js', 'measure-text.js'].map(file => `node_modules/ink/build/${file}`),
		);
		expect(unused.map(name => name.replace(/@.*/v, ''))).toEqual([
			'signal-exit',
			'string-width',
			'yoga-layout',
		]);
	});
});
