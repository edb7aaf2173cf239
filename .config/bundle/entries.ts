/** Rules and scenarios in a bundle: what their `entries.ts` reads from the folder beside it is listed when it is built. */
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {Plugin} from 'esbuild';

/** By folder, what each of its files exports, and what is made of it. */
const folders = [
	{folder: 'rules', exported: 'rule', depth: 2, entry: (value: string) => value},
	{
		folder: 'scenarios',
		exported: 'scenario',
		depth: 1,
		entry: (value: string, name: string) => `[${JSON.stringify(name)}, ${value}]`,
	},
] as const;

/** Files beside the entries that are none. */
const beside = new Set(['entries.ts', 'shipped.ts']);

/** For esbuild. */
export const entries: Plugin = {
	name: 'entries',
	setup({onLoad}) {
		for (const {folder, exported, depth, entry} of folders) {
			onLoad({filter: new RegExp(String.raw`[/\\]${folder}[/\\]entries\.ts$`)}, async ({path: file}) => {
				const resolveDir = path.dirname(file);
				const all = await readdir(resolveDir, {recursive: true, encoding: 'utf8'});
				const files = all
					.map(name => name.split(path.sep).join('/'))
					.filter(name => name.endsWith('.ts') && name.split('/').length >= depth && !beside.has(name));
				// The same sources give the same bytes, in whatever order a file system lists them.
				files.sort();
				const lines = files.map(
					(name, index) => `import {${exported} as entry${index}} from ${JSON.stringify(`./${name}`)};`,
				);
				const values = files.map((name, index) => entry(`entry${index}`, path.parse(name).name));
				return {
					contents: [...lines, `export const entries = [${values.join(', ')}];`].join('\n'),
					loader: 'js',
					resolveDir,
				};
			});
		}
	},
};
