/** What imports what: .config/xo.config.js says it for folders, this for files, types included. */
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

test('a cycle is found', () => {
	const imports = new Map([
		['a', ['b', 'c']],
		['b', []],
		['c', ['d']],
		['d', ['b', 'c']],
	]);
	expect(findCircle(imports)).toEqual(['c', 'd', 'c']);
});
