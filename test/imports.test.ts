/** What imports what, types included: .config/xo.config.js says it for the folders of source/, this for those in them and for files. */
import {readFileSync, readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

const source = path.join(import.meta.dirname, '../source');

const files = readdirSync(source, {recursive: true, encoding: 'utf8'}).filter(file => /\.tsx?$/v.test(file));

const modules = new Map(files.map(file => [file.replace(/\.tsx?$/v, '.js'), file]));

const importsOf = (file: string): readonly string[] => {
	const text = readFileSync(path.join(source, file), 'utf8');
	return text
		.matchAll(/^(?:import|export)\b[^';]*? from '(?<target>\.[^']+)';/gmv)
		.map(({groups}) => modules.get(path.join(path.dirname(file), groups!['target']!)))
		.filter(imported => imported !== undefined)
		.toArray();
};

/** The files from one that imports itself back to it; [] where none does. */
const findCircle = (imports: ReadonlyMap<string, readonly string[]>): readonly string[] => {
	const done = new Set<string>();
	const search = (file: string, way: readonly string[]): readonly string[] => {
		if (way.includes(file)) {
			return [...way.slice(way.indexOf(file)), file];
		}

		if (done.has(file)) {
			return [];
		}

		for (const next of imports.get(file) ?? []) {
			const circle = search(next, [...way, file]);
			if (circle.length > 0) {
				return circle;
			}
		}

		done.add(file);
		return [];
	};

	for (const file of imports.keys()) {
		const circle = search(file, []);
		if (circle.length > 0) {
			return circle;
		}
	}

	return [];
};

test('no file imports itself, not even through others', () => {
	const imports = new Map(files.map(file => [file, importsOf(file)]));
	expect(imports.get(path.join('program', 'run.ts'))!.length).toBeGreaterThan(5);
	expect(findCircle(imports)).toEqual([]);
});

/** The folder of two files in which their ways part, and the two folders in it; undefined where one is on the way to the other. */
const partingOf = (
	file: string,
	imported: string,
): readonly [within: string, from: string, to: string] | undefined => {
	const [from, to] = [path.dirname(file).split(path.sep), path.dirname(imported).split(path.sep)];
	const at = from.findIndex((name, index) => name !== to[index]);
	return at === -1 || at >= to.length ? undefined : [from.slice(0, at).join('/'), from[at]!, to[at]!];
};

/** Which folders import which beside them, by the folder that they lie in. */
const neighboursOf = (
	imports: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> => {
	const partings = imports
		.entries()
		.flatMap(([file, imported]) => imported.map(one => partingOf(file, one)))
		.filter(parting => parting !== undefined);
	return new Map(
		Map.groupBy(partings, ([within]) => within)
			.entries()
			.map(([within, inside]) => [
				within,
				new Map(
					Map.groupBy(inside, ([, from]) => from)
						.entries()
						.map(([from, some]) => [from, some.map(parting => parting[2])]),
				),
			]),
	);
};

test('no folder imports itself through the folders beside it', () => {
	const neighbours = neighboursOf(new Map(files.map(file => [file, importsOf(file)])));
	expect(neighbours.get('monitor')?.get('learning')).toContain('records');
	for (const [within, imports] of neighbours) {
		// Those of source/ itself are the linter's: it knows the contracts in them that are open to all.
		if (within !== '') {
			expect(findCircle(imports), within).toEqual([]);
		}
	}
});

test('a cycle of folders is found, also between files that import each other one way', () => {
	const neighbours = neighboursOf(
		new Map([
			['a/b/one.ts', ['a/c/d/two.ts', 'a/top.ts', 'a/b/e/low.ts']],
			['a/c/three.ts', ['a/b/four.ts']],
		]),
	);
	expect(findCircle(neighbours.get('a')!)).toEqual(['b', 'c', 'b']);
	expect(neighbours.keys().toArray()).toEqual(['a']);
});

test('a cycle is found', () => {
	const imports = new Map([
		['a', ['b', 'c']],
		['b', []],
		['c', ['d']],
		['d', ['b', 'c']],
	]);
	expect(findCircle(imports)).toEqual(['c', 'd', 'c']);
});
