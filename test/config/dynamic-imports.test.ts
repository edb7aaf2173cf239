/** What the built program takes from files that it loads later is there: a bundled CommonJS module has only a default. */
import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import {expect, it} from 'vitest';
import {program} from '../e2e/terminal.js';

const folder = path.dirname(program);

/** `a,b as c` as [`a`, `b`] or, exported, as [`a`, `c`]. */
const namesIn = (list: string, side: 0 | 1, separator: string): readonly string[] =>
	list
		.split(',')
		.map(name => name.trim().split(separator))
		.map(parts => (side === 0 ? parts[0]! : parts.at(-1)!).trim())
		.filter(name => name !== '');

it('exports every name that is taken from it', async () => {
	const chunks = await readdir(path.join(folder, 'chunks'));
	const files = new Map(
		await Promise.all(
			['cli.js', ...chunks.map(name => `chunks/${name}`)].map(
				async name => [path.basename(name), await readFile(path.join(folder, name), 'utf8')] as const,
			),
		),
	);
	const exportsOf = (file: string): readonly string[] =>
		(files.get(file) ?? '')
			.matchAll(/\bexport ?\{(?<list>[^\}]*)\}/gv)
			.flatMap(({groups}) => namesIn(groups!['list']!, 1, ' as '))
			.toArray();
	const taken = files
		.values()
		.flatMap(text =>
			text.matchAll(
				/\{(?<list>[\w $,:]{1,400})\} ?= ?await import\("\.\/(?:chunks\/)?(?<file>[\w\-]+\.js)"\)/gv,
			),
		)
		.flatMap(({groups}) => namesIn(groups!['list']!, 0, ':').map(name => [groups!['file']!, name] as const))
		.toArray();
	expect(taken.length).toBeGreaterThan(20);
	expect(taken.filter(([file, name]) => !exportsOf(file).includes(name))).toEqual([]);
});
