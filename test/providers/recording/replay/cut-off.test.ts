import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFile, writeFile} from 'node:fs/promises';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {describe, expect, test} from 'vitest';
import type {Observation} from '../../../../source/providers/provider.js';
import {RecordingError} from '../../../../source/providers/recording/format.js';
import {openReplay} from '../../../../source/providers/recording/replay/replay.js';
import {rounds} from '../../../rounds.js';
import {makeNight} from '../made-night.js';
import {makeFolder} from '../../../folder.js';
import {endings, readAll, record} from '../recordings.js';

const countSoFar = async (path: string): Promise<number> => {
	try {
		const {observations} = await readAll(path);
		return observations.length;
	} catch (error) {
		if (error instanceof RecordingError) {
			return 0;
		}

		throw error;
	}
};

describe.each(endings)('a recording stored as %s', ending => {
	test('can be read up to what was flushed when its program is killed', async () => {
		const folder = makeFolder();
		const program = folder.file('record-for-ever.mjs');
		await build({
			entryPoints: [fileURLToPath(new URL('record-for-ever.ts', import.meta.url))],
			outfile: program,
			bundle: true,
			platform: 'node',
			format: 'esm',
			logLevel: 'error',
		});
		const path = folder.file(`killed${ending}`);
		const child = spawn(process.execPath, [program, path], {stdio: 'inherit'});
		const ended = once(child, 'exit');
		while ((await countSoFar(path)) < 300) {
			await wait(50);
		}

		child.kill('SIGKILL');
		await ended;
		const {observations, problem} = await readAll(path);
		const said = [...makeNight(Math.ceil(observations.length / 3) + 10)];
		expect(observations).toEqual(said.slice(0, observations.length));
		expect(observations.length).toBeGreaterThanOrEqual(300);
		expect(problem).toBe(`killed${ending} has no end: dm-top was killed, or still records.`);
	});

	test('plays all complete parts wherever it is cut off', async () => {
		const folder = makeFolder();
		const said: Observation[] = [...makeNight(130)];
		const whole = folder.file(`whole${ending}`);
		await record(said, {path: whole});
		const bytes = await readFile(whole);
		const cut = folder.file(`cut${ending}`);
		let most = 0;
		const step = Math.max(1, Math.floor(bytes.length / (50 * rounds)));
		for (let length = 0; length < bytes.length; length += step) {
			await writeFile(cut, bytes.subarray(0, length));
			let observations: readonly Observation[] = [];
			try {
				({observations} = await readAll(cut));
			} catch (error) {
				expect(String(error)).toMatch(/is empty|ends before its first line does/v);
			}

			expect(observations).toEqual(said.slice(0, observations.length));
			expect(observations.length).toBeGreaterThanOrEqual(most);
			most = observations.length;
		}

		expect(most).toBeGreaterThan(said.length - 70);
	});

	test('finds its end and its marks even if they were not written', async () => {
		const folder = makeFolder();
		const whole = folder.file(`whole${ending}`);
		await record(makeNight(130), {path: whole});
		const ended = await openReplay(whole);
		const bytes = await readFile(whole);
		const cut = folder.file(`cut${ending}`);
		// The last block is two lines of text: without its end, the numbers before it are all there.
		await writeFile(cut, bytes.subarray(0, -10));
		const killed = await openReplay(cut);
		expect(killed.start).toBe(ended.start);
		expect(killed.end).toBe(ended.end);
		expect(killed.marks).toEqual(ended.marks);
		expect(ended.marks.filter(({kind}) => kind === 'error').length).toBeGreaterThan(0);
		await Promise.all([ended.close(), killed.close()]);
	});

	test('continues after a damaged place', async () => {
		const folder = makeFolder();
		const said: Observation[] = [...makeNight(200)];
		const path = folder.file(`damaged${ending}`);
		await record(said, {path});
		const bytes = await readFile(path);
		const damage = Math.floor(bytes.length * 0.1);
		bytes.fill(0x58, damage, damage + 400);
		await writeFile(path, bytes);
		const {observations, problem} = await readAll(path);
		expect(problem).toMatch(/is damaged after|cannot be read/v);
		const name = ({kind, at}: Observation): string => `${kind} at ${at}`;
		const played = new Set(observations.map(observation => name(observation)));
		expect(observations).toEqual(said.filter(observation => played.has(name(observation))));
		expect(observations.at(-1)).toEqual(said.at(-1));
		expect(observations.length).toBeGreaterThan(said.length / 2);
	});
});
