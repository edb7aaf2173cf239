/**
 * The languages there are beside English: each folder here is one, named by its code. A bundle has this file as a list,
 * made by .config/languages.ts.
 */
import {readdirSync} from 'node:fs';
import type {Language} from './text.js';

/** Their codes, such as "zh". */
export const codes: readonly string[] = readdirSync(import.meta.dirname, {withFileTypes: true})
	.filter(entry => entry.isDirectory())
	.map(({name}) => name);

/** One of them, read when it is asked for. */
export const load = async (code: string): Promise<Language> => {
	const file = `./${code}/catalogue.js`;
	return (await import(file)) as Language;
};
