/**
 * The languages besides English: each folder here is one, named by its code. In a bundle .config/bundle/languages.ts replaces
 * this file with a list.
 */
import {readdirSync} from 'node:fs';
import type {Language} from './text.js';

/** Their codes, such as "zh". */
export const codes: readonly string[] = readdirSync(import.meta.dirname, {withFileTypes: true})
	.filter(entry => entry.isDirectory())
	.map(({name}) => name);

/** One of them, loaded on demand. */
export const loadLanguage = async (code: string): Promise<Language> => {
	const file = `./${code}/catalogue.js`;
	return (await import(file)) as Language;
};
