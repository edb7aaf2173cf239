import {readFile, writeFile} from 'node:fs/promises';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from 'vitest';
import type {Observation} from '../../../../source/providers/provider.js';
import {RecordingError} from '../../../../source/providers/recording/format.js';
import {openReplay} from '../../../../source/providers/recording/replay/replay.js';
import {rounds} from '../../../rounds.js';
import {invoked} from '../../../program/invoked.js';
import {makeNight} from '../made-night.js';
import {makeFolder} from '../../../folder.js';
import {endings, readAll, record} from '../recordings.js';

const damageLine = async (path: string, index: number): Promise<void> => {
	const text = await readFile(path, 'utf8');
	await writeFile(path, text.split('\n').with(index, '{"block":0,"at":}{').join('\n'));
};

test.each([3, 200])('a block of %i looks is played though its first line is damaged', async looks => {
	const folder = makeFolder();
	const said: Observation[] = [...makeNight(looks)];
	const path = folder.file('one.jsonl');
	await record(said, {path});
	await damageLine(path, 1);
	const {observations, problem} = await readAll(path);
	expect(observations).toEqual(said);
	expect(problem).toMatch(/^one\.jsonl is damaged after 2025-/v);
});

test('the beginning of a later part is played though its first line is damaged', async () => {
	const folder = makeFolder();
	const path = folder.file('parts.jsonl');
	await record(makeNight(2000), {path, maxBytes: 1_048_576});
	const whole = await readAll(path);
	await damageLine(path, 1);
	const {observations, problem} = await readAll(path);
	expect(observations).toEqual(whole.observations);
	expect(problem).toMatch(/is damaged after/v);
});

describe.each(endings)('a recording stored as %s', ending => {
	test('never loses anything without a word, whichever byte is damaged', async () => {
		const folder = makeFolder();
		const said: Observation[] = [...makeNight(5)];
		const whole = folder.file(`whole${ending}`);
		await record(said, {path: whole});
		const bytes = await readFile(whole);
		const path = folder.file(`damaged${ending}`);
		const step = Math.max(1, Math.floor(bytes.length / (100 * rounds)));
		for (let at = 0; at < bytes.length; at += step) {
			const damaged = Uint8Array.from(bytes);
			damaged[at] = 0xff - damaged[at]!;
			await writeFile(path, damaged);
			try {
				const replay = await openReplay(path);
				await replay.close();
			} catch (error) {
				expect(error, `byte ${at}`).toBeInstanceOf(RecordingError);
				continue;
			}

			const {observations, problem} = await readAll(path);
			expect(observations.length, `byte ${at}`).toBeGreaterThan(0);
			if (observations.length < said.length) {
				expect(problem, `byte ${at}`).not.toBe('');
			}
		}
	});
});

test('what comes before damage in a gzip member is played', async () => {
	const folder = makeFolder();
	const said: Observation[] = [...makeNight(50)];
	const path = folder.file('night.gz');
	await record(said, {path});
	const bytes = await readFile(path);
	const damage = Math.floor(bytes.length / 2);
	await writeFile(path, bytes.fill(0x58, damage, damage + 40));
	const {observations, problem} = await readAll(path);
	expect(problem).toMatch(/is damaged after|cannot be read/v);
	expect(observations.length).toBeGreaterThan(10);
	expect(observations).toEqual(said.slice(0, observations.length));
});

test('a line whose kind or time is damaged counts as one that cannot be read', async () => {
	const folder = makeFolder();
	const whole = folder.file('whole.jsonl');
	await record(makeNight(3), {path: whole});
	const text = await readFile(whole, 'utf8');
	for (const damage of ['{"\u{FFFD}":1,', '{"n":1,"a\u{FFFD}":1,"other":']) {
		const path = folder.file('damaged.jsonl');
		await writeFile(
			path,
			text.replace('{"n":1,', () => damage),
		);
		const {problem} = await readAll(path);
		expect(problem).toMatch(/is damaged after|cannot be read/v);
	}
});

const header = '{"dm-top":"recording","format":2,"title":"x","start":1754000000000,"part":1}\n';

test.each([
	[
		'only.jsonl',
		header,
		'@ has nothing that can be played: no observation was recorded, or the rest of the file was lost.',
	],
	[
		'cut.jsonl',
		`${header}{"block":0,"a`,
		'@ has nothing that can be played: no observation was recorded, or the rest of the file was lost.',
	],
	['text.jsonl', `${header}\n{}\nnight{\n`, '@ has nothing that can be played: line 4 is not JSON.'],
	[
		'other.jsonl.gz',
		gzipSync(`${header}{}\n{}\n`),
		'@ has nothing that can be played: none of its lines is an observation that can be read.',
	],
	[
		'broken.jsonl.gz',
		Uint8Array.from([...gzipSync(header), ...gzipSync('{"block":0}\n').fill(0x58, 10)]),
		'@ has nothing that can be played: its compressed data is damaged after line 1.',
	],
])('%s, which has nothing that can be read, is refused with why', async (name, content, message) => {
	const folder = makeFolder();
	const path = folder.file(name);
	await writeFile(path, content);
	const said = message.replaceAll('@', () => path);
	await expect(openReplay(path)).rejects.toThrow(said);
	const {code, err} = await invoked(['--replay', path, '--once']);
	expect(code).toBe(2);
	expect(err).toContain(said);
});

test('--once says why a recording without a status is damaged', async () => {
	const folder = makeFolder();
	const path = folder.file('no-status.jsonl');
	const cluster = {n: 0, at: 1_754_000_000_000, kind: 'cluster', endpoint: 'm1:8261', masters: []};
	const block = {block: 0, at: 1_754_000_000_000, n: 0, previous: -1, past: 0, marks: []};
	await writeFile(path, `${header}${JSON.stringify(block)}\n${JSON.stringify(cluster)}\n{"n":1,"at":17540\n`);
	const {code, err} = await invoked(['--replay', path, '--once']);
	expect(code).toBe(2);
	expect(err).toMatch(/x gave no status.*no-status\.jsonl is damaged after/sv);
});
