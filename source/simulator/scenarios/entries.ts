/**
 * All scenarios: each file here and in the folders here exports the text of one as `scenario`; the file's name is the
 * scenario's. In a bundle .config/bundle/entries.ts replaces this file with a list.
 */
import {readdirSync} from 'node:fs';
import path from 'node:path';

const files = readdirSync(import.meta.dirname, {recursive: true, encoding: 'utf8'}).filter(
	file => /\.[jt]s$/v.test(file) && !/^(?:entries|shipped)\./v.test(file),
);

/** Their texts, by name; in no order. */
export const entries: ReadonlyArray<readonly [name: string, text: string]> = await Promise.all(
	files.map(async file => {
		const module = `./${file.replace(/\.ts$/v, '.js')}`;
		const {scenario} = (await import(module)) as {readonly scenario: string};
		return [path.parse(file).name, scenario] as const;
	}),
);
