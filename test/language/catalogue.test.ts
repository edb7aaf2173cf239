import {readdirSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';

const folder = path.join(import.meta.dirname, '../../source/language/zh');

/** The texts of each file of the Chinese catalogue, without what it takes from the files below it. */
const ownTexts = async (): Promise<ReadonlyArray<readonly [file: string, texts: readonly string[]]>> => {
	const files = readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(file => file.endsWith('.ts'));
	const exported = await Promise.all(
		files.map(async file => {
			const values = Object.values(
				(await import(path.join(folder, file))) as Record<string, Record<string, string>>,
			);
			return [file, values.flatMap(value => Object.keys(value))] as const;
		}),
	);
	// A file that joins others is named as its folder is, the whole as the catalogue.
	return exported.filter(
		([file]) => file !== 'catalogue.ts' && path.basename(file, '.ts') !== path.basename(path.dirname(file)),
	);
};

test('each text is in one file, so that it has one translation', async () => {
	const files = await ownTexts();
	const places = Map.groupBy(
		files.flatMap(([file, texts]) => texts.map(text => ({file, text}))),
		({text}) => text,
	);
	const twice = places.values().filter(all => all.length > 1);
	expect(twice.toArray()).toEqual([]);
	expect(places.size).toBeGreaterThan(1000);
});
