/** What a start calls and what it does not, as `npm run start-lists` has found it: one a line. */
import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Later} from './later-modules.ts';

type ListName = 'start-functions.txt' | `${LaterName}.txt`;

/** The files of modules that are loaded later. */
type LaterName = 'trouble-modules' | 'master-modules' | 'later-modules';

const placeOf = (name: ListName): string => path.join(import.meta.dirname, name);

const readList = (name: ListName): readonly string[] =>
	readFileSync(placeOf(name), 'utf8')
		.split('\n')
		.filter(line => line !== '');

/** Each once, by code units, which are in the same order on every machine. */
export const writeList = async (name: ListName, lines: Iterable<string>): Promise<void> => {
	await writeFile(placeOf(name), `${[...new Set(lines)].toSorted().join('\n')}\n`);
};

/** The keys of functions that ran until the first frame and for --once. One that is no more does no harm. */
export const startFunctions: ReadonlySet<string> = new Set(readList('start-functions.txt'));

/**
 * The modules of which nothing ran until the first picture of a calm cluster and for --once, by their paths in the project:
 * those that ran for a cluster in trouble, those that only whoever asks a dm-master loads, and the others.
 */
export const laterFiles: readonly Later[] = (
	['trouble-modules', 'master-modules', 'later-modules'] as const satisfies readonly LaterName[]
).map(name => ({name, modules: readList(`${name}.txt`)}));
