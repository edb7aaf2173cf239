/** What a recording restates at each block, where sources keep coming under new names. */
import {readFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {queryStatus} from '../../dm/recorded.js';
import {entry, noon, syncing} from '../../monitor/watched.js';
import {makeFolder, record} from './recordings.js';

const second = 1000;

const answerOf = (source: string, at: number): Observation => ({
	kind: 'status',
	at,
	asked: [source],
	status: parseStatusDocument(queryStatus([entry(source, [syncing('orders')])])),
});

/** The names of the sources whose last answers the last block but the end restates. */
const restated = async (observations: Iterable<Observation>): Promise<readonly string[]> => {
	await using folder = await makeFolder();
	const path = folder.file('r.jsonl');
	await record(observations, {path});
	const text = await readFile(path, 'utf8');
	const lastBlock = text.split('\n{"block":').at(-2) ?? '';
	return Array.from(
		lastBlock.matchAll(/^\{"key":\d+,.*?"asked":\["(?<source>[^"]+)"\]/gmv),
		({groups}) => groups!['source']!,
	);
};

test('old names are forgotten', async () => {
	const names = await restated(
		Iterator.from(Array.from({length: 2400}, (_, index) => answerOf(`s${index}`, noon + index * second))),
	);
	expect(names.length).toBeGreaterThan(240);
	expect(names.length).toBeLessThan(1500);
	expect(names).not.toContain('s900');
});

test('a source that has been silent for an hour is not, nor one of many that each get an answer in a while', async () => {
	const sources = Array.from({length: 900}, (_, index) => `s${index}`);
	const names = await restated(
		(function* () {
			yield answerOf('silent', noon);
			for (let turn = 0; turn < 3600; turn++) {
				yield answerOf(sources[turn % sources.length]!, noon + turn * second);
			}
		})(),
	);
	expect(names).toContain('silent');
	expect(new Set(names).size).toBe(sources.length + 1);
});
