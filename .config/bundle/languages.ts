/** The languages in a bundle: each folder in source/language is one, and a file of its own that is read when chosen. */
import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {Plugin} from 'esbuild';

/** For esbuild. */
export const languages: Plugin = {
	name: 'languages',
	setup({onLoad}) {
		onLoad({filter: /[/\\]language[/\\]folders\.ts$/}, async ({path: file}) => {
			const resolveDir = path.dirname(file);
			const entries = await readdir(resolveDir, {withFileTypes: true});
			const codes = entries.filter(entry => entry.isDirectory()).map(({name}) => name);
			return {
				contents: [
					`export const codes = ${JSON.stringify(codes)};`,
					`const loaders = new Map([${codes.map(code => `[${JSON.stringify(code)}, () => import(${JSON.stringify(`./${code}/catalogue.ts`)})]`).join(', ')}]);`,
					'export const loadLanguage = async code => loaders.get(code)();',
				].join('\n'),
				loader: 'js',
				resolveDir,
			};
		});
	},
};
