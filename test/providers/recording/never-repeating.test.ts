/** What a recording restates at each block, where sources keep coming under new names. */
import {readFile} from 'node:fs/promises';
import {expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {Observation} from '../../../source/providers/provider.js';
import {queryStatus} from '../../dm/recorded.js';
import {entry, noon, syncing} from '../../monitor/watched.js';
import {bundleApart} from '../v8/run-apart.js';
import {makeFolder} from '../../folder.js';
import {record} from './recordings.js';

const second = 1000;

const answerOf = (source: string, at: number): Observation => ({
	kind: 'status',
	at,
	asked: [source],
	status: parseStatusDocument(queryStatus([entry(source, [syncing('orders')])])),
});

/** The names of the sources whose last answers the last block but the end restates. */
const restated = async (observations: Iterable<Observation>): Promise<readonly string[]> => {
	const folder = makeFolder();
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

test('what each of them said last takes little memory', async () => {
	const folder = makeFolder();
	const runApart = await bundleApart(`
		import {setTimeout as pause} from 'node:timers/promises';
		import {parseStatusDocument} from './source/dm/parse-status.ts';
		import {recordProvider} from './source/providers/recording/record-provider.ts';
		import {queryStatus} from './test/dm/recorded.ts';
		import {entry, noon, syncing} from './test/monitor/watched.ts';

		const tasks = Array.from(Array(20).keys(), index => syncing('task-' + index));
		const count = 1000;
		const provider = {
			name: 'file',
			title: 'prod',
			async *observe() {
				for (let index = 0; index < count; index++) {
					const source = 's' + index;
					const status = parseStatusDocument(queryStatus([entry(source, tasks)]));
					yield {kind: 'status', at: noon + index * 200, asked: [source], status};
				}
			},
		};
		let before;
		let seen = 0;
		for await (const _ of recordProvider(provider, {path: process.argv[2]}).observe()) {
			seen++;
			// What waits for the disk is written.
			await pause(seen % 100 === 0 ? 100 : 0);
			if (seen === 100 || seen === count) {
				gc();
				const {heapUsed} = process.memoryUsage();
				before ??= heapUsed;
				if (seen === count) {
					console.log(String((heapUsed - before) / (count - 100)));
				}
			}
		}
	`);
	const bytesEach = Number(runApart(['--expose-gc'], folder.file('r.jsonl')));
	expect(bytesEach).toBeLessThan(8000);
});
