/**
 * All rules: each file in the folders here exports one as `rule`. In a bundle .config/bundle/entries.ts replaces this file
 * with a list.
 */
import {readdirSync} from 'node:fs';
import type {Rule} from '../rule.js';

const files = readdirSync(import.meta.dirname, {recursive: true, encoding: 'utf8'}).filter(file =>
	/[\/\\][^\/\\]+\.[jt]s$/v.test(file),
);

/** In no order. */
export const entries: readonly Rule[] = await Promise.all(
	files.map(async file => {
		const module = `./${file.replace(/\.ts$/v, '.js')}`;
		const {rule} = (await import(module)) as {readonly rule: Rule};
		return rule;
	}),
);
