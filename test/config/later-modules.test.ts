/** Modules that no start calls are loaded when one of their functions is called, and do what they did. */
import {execFileSync} from 'node:child_process';
import {mkdir, readFile, readdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {build} from 'esbuild';
import {describe, expect, it} from 'vitest';
import {
	type Later,
	functionsOf,
	importsOf,
	laterModules,
	loadedNow,
} from '../../.config/bundle/start/later-modules.js';
import {laterFiles} from '../../.config/bundle/start/start-lists.js';
import {makeFolder} from '../folder.js';

const together: readonly Later[] = [
	{name: 'later', modules: ['source/gone.ts', 'source/one.ts', 'source/two.ts']},
];

/** Bundles these files, some of them as those that are loaded later, and gives what `main.ts` prints. */
const run = async (files: Readonly<Record<string, string>>, laters = together): Promise<string> => {
	const root = makeFolder().path;
	await mkdir(path.join(root, 'source'));
	await writeFile(path.join(root, 'package.json'), '{"type": "module", "sideEffects": false}');
	for (const [name, text] of Object.entries(files)) {
		await writeFile(path.join(root, 'source', name), text);
	}

	const outdir = path.join(root, 'dist');
	await build({
		absWorkingDir: root,
		entryPoints: ['source/main.ts'],
		bundle: true,
		splitting: true,
		format: 'esm',
		platform: 'node',
		outdir,
		plugins: [laterModules(root, laters)],
	});
	for (const name of await readdir(outdir)) {
		const file = path.join(outdir, name);
		await writeFile(file, loadedNow(await readFile(file, 'utf8')));
	}

	return execFileSync(process.execPath, [path.join(outdir, 'main.js')], {encoding: 'utf8'});
};

const one = `
	import {shared} from './shared.js';
	import {two} from './two.js';
	console.log('one is loaded');
	export const add = (a: number, b: number): number => a + b + shared + two();
	export function* count(upTo: number): Generator<number> {
		for (let n = 1; n <= upTo; n++) yield n;
	}
	export const title = 'one';
`;
const two = "console.log('two is loaded'); export const two = () => 1000;";
const shared = "console.log('shared is loaded'); export const shared = 100;";

describe('a module that is loaded later', () => {
	it('is loaded at the first call of one of its functions, with all others, once', async () => {
		const main = `
			import {shared} from './shared.js';
			import {add, count} from './one.js';
			console.log('main is loaded ' + shared);
			console.log([add(1, 2), ...count(3), add(3, 4)].join(' '));
		`;
		expect(await run({'main.ts': main, 'one.ts': one, 'two.ts': two, 'shared.ts': shared})).toBe(
			[
				'shared is loaded',
				'main is loaded 100',
				'two is loaded',
				'one is loaded',
				'1103 1 2 3 1107',
				'',
			].join('\n'),
		);
	});

	it('is not loaded where nothing calls it', async () => {
		const main = "import {two} from './two.js'; console.log(process.argv.length === 99 ? two() : 'none');";
		expect(await run({'main.ts': main, 'one.ts': one, 'two.ts': two, 'shared.ts': shared})).toBe('none\n');
	});

	it('is loaded at once by whoever needs more of it than functions', async () => {
		const main = "import {title, add} from './one.js'; console.log([title, add(1, 2)].join(' '));";
		expect(await run({'main.ts': main, 'one.ts': one, 'two.ts': two, 'shared.ts': shared})).toBe(
			['shared is loaded', 'two is loaded', 'one is loaded', 'one 1103', ''].join('\n'),
		);
	});
});

describe('modules that are loaded later in two files', () => {
	const apart: readonly Later[] = [
		{name: 'sooner', modules: ['source/two.ts']},
		{name: 'later', modules: ['source/one.ts']},
	];

	it('are loaded when they are called, each file for itself', async () => {
		const main = `
			import {two} from './two.js';
			import {add} from './one.js';
			console.log('main is loaded');
			console.log(String(two()));
			console.log(String(add(1, 2)));
		`;
		expect(await run({'main.ts': main, 'one.ts': one, 'two.ts': two, 'shared.ts': shared}, apart)).toBe(
			['main is loaded', 'two is loaded', '1000', 'shared is loaded', 'one is loaded', '1103', ''].join('\n'),
		);
	});

	it('load the other file only when they call it', async () => {
		const main =
			"import {add} from './one.js'; console.log('main is loaded'); console.log(String(add(1, 2)));";
		expect(await run({'main.ts': main, 'one.ts': one, 'two.ts': two, 'shared.ts': shared}, apart)).toBe(
			['main is loaded', 'shared is loaded', 'one is loaded', 'two is loaded', '1103', ''].join('\n'),
		);
	});

	it('are all loaded at once by whoever is to load them all', async () => {
		const main = `
			import {add} from './one.js';
			import {two} from './two.js';
			import {loadAll} from './load-all.js';
			await loadAll();
			console.log('all are loaded');
			console.log(String(add(1, 2) + two()));
		`;
		const printed = await run({'main.ts': main, 'one.ts': one, 'two.ts': two, 'shared.ts': shared}, apart);
		expect(printed.split('\n').toSorted().slice(0, 6)).toEqual([
			'',
			'2103',
			'all are loaded',
			'one is loaded',
			'shared is loaded',
			'two is loaded',
		]);
		expect(printed).toMatch(/all are loaded\n2103\n$/v);
	});
});

describe('what is read of a module', () => {
	it('is the functions that it exports', () => {
		expect(
			functionsOf(`
				export const arrow = async <Row>(row: Row) => row;
				export const expression = function () {};
				export function declared() {}
				export const value = 1, both = () => 2;
				export class Kind {}
				export type Alias = () => void;
				const own = () => 3;
			`),
		).toEqual(['arrow', 'expression', 'declared', 'both']);
	});

	it('is what it takes of others, but their types', () => {
		const text = `
			import {a, type B, c as d} from './one.js';
			import type {E} from './two.js';
			import * as all from './three.js';
			import only from './four.js';
			export {f as g} from './one.js';
			export type {H} from './five.js';
			export * from './six.js';
		`;
		expect([...importsOf('module.ts', text)]).toEqual([
			['./one.js', ['a', 'c', 'f']],
			['./three.js', ['*']],
			['./four.js', ['*']],
			['./six.js', ['*']],
		]);
	});
});

it('the modules that are loaded later are there, and export functions', async () => {
	for (const file of laterFiles.flatMap(({modules}) => modules)) {
		const text = await readFile(file, 'utf8').catch(() => '');
		expect(functionsOf(text), `${file}: run npm run start-lists`).not.toEqual([]);
	}
});
