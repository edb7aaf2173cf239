import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readdir, readFile, rename, rm, stat, writeFile} from 'node:fs/promises';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import {describe, expect, test} from 'vitest';
import type {Operation} from '../../../../source/providers/operation.js';
import type {Observation, Provider, Problem} from '../../../../source/providers/provider.js';
import {recordProvider} from '../../../../source/providers/recording/record-provider.js';
import {openReplay} from '../../../../source/providers/recording/replay/replay.js';
import {Observing} from '../../../servers/observing.js';
import {makeNight} from '../made-night.js';
import {makeFolder} from '../../../folder.js';
import {endings, readAll, record, run, saying} from '../recordings.js';

const observations = (count: number): Observation[] => [...makeNight(count)].slice(0, count);

/** Sends some observations, then nothing more until it is ended. */
const sayingThenSilent = (said: readonly Observation[]): Provider => ({
	name: 'http',
	title: 'm1:8261',
	async *observe({signal}) {
		yield* said;
		if (!signal.aborted) {
			await once(signal, 'abort');
		}
	},
});

describe.each(endings)('a recording stored as %s', ending => {
	test('can be read while it is still being written', async () => {
		const folder = makeFolder();
		const path = folder.file(`night${ending}`);
		const said = observations(20);
		await using observing = new Observing(recordProvider(sayingThenSilent(said), {path}));
		await observing.until(observation => observation === said.at(-1));
		let played: readonly Observation[] = [];
		while (played.length < said.length) {
			await wait(50);
			({observations: played} = await readAll(path).catch(() => ({observations: []})));
		}

		expect(played).toEqual(said);
	});

	test('stays within its size: the oldest part is removed, and the rest plays as one', async () => {
		const folder = makeFolder();
		const path = folder.file(`night${ending}`);
		const maxBytes = 1024 * 1024;
		// Incompressible: a different message for every observation.
		const said = Array.from(makeNight(1500), (observation, index): Observation => {
			const noise = Array.from(
				{length: 60},
				(_, place) => ((index + 1) * (place + 7) ** 5 * 2_654_435_761) % 1e15,
			);
			return {
				kind: 'silence',
				at: observation.at,
				asked: [`s${index % 3}`],
				problem: {what: 'no answer', fix: '', detail: noise.join(' ')},
			};
		});
		async function* slowly(): AsyncGenerator<Observation> {
			for (const [index, observation] of said.entries()) {
				yield observation;
				if (index % 50 === 49) {
					// A part begins only after what came before was written.
					await wait(20);
				}
			}
		}

		await record(slowly(), {path, maxBytes});
		const names = await readdir(folder.file('.'));
		const sizes = await Promise.all(names.map(async name => stat(folder.file(name))));
		expect(names.length).toBeGreaterThan(2);
		expect(sizes.reduce((sum, {size}) => sum + size, 0)).toBeLessThanOrEqual(maxBytes);
		const {observations: played, problem} = await readAll(path);
		expect(problem).toBe('');
		expect(played.length).toBeLessThan(said.length);
		expect(played).toEqual(said.slice(-played.length));
		const {observations: older} = await readAll(`${path}.1`);
		expect(said).toEqual(expect.arrayContaining(older.slice(0, 3)));
	});
});

test('a recording names its origin in its first line', async () => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl');
	await run(recordProvider(saying(makeNight(2), {now: () => 1_754_000_000_000}), {path, version: '0.1.0'}));
	const text = await readFile(path, 'utf8');
	const [line = ''] = text.split('\n', 1);
	expect(JSON.parse(line)).toMatchObject({
		'dm-top': 'recording',
		format: 2,
		version: '0.1.0',
		provider: 'http',
		title: 'm1:8261',
		start: 1_754_000_000_000,
		redacted: false,
		part: 1,
	});
});

test('observations and everything else from the provider are passed on unchanged', async () => {
	const folder = makeFolder();
	const said = observations(10);
	const calls: unknown[] = [];
	const readers = {};
	const provider = recordProvider(
		saying(said, {
			refresh() {
				calls.push('refresh');
			},
			focus(sources) {
				calls.push(sources);
			},
			now: () => 42,
			readers,
		}),
		{path: folder.file('night.jsonl')},
	);
	provider.refresh?.();
	provider.focus?.(['s1']);
	expect(calls).toEqual(['refresh', ['s1']]);
	expect(provider).toMatchObject({name: 'http', title: 'm1:8261'});
	expect(provider.now?.()).toBe(42);
	expect(provider.operator).toBeUndefined();
	expect(provider.readers).toBe(readers);
	const passed = await run(provider);
	expect(passed.every((observation, index) => observation === said[index])).toBe(true);
});

test('operations and their answers are recorded', async () => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl');
	const operation: Operation = {kind: 'pause', task: 'orders', sources: []};
	const answer = {result: 'accepted', msg: '', sources: []} as const;
	const provider = recordProvider(
		saying(observations(3), {operator: {kinds: new Set(['pause']), operate: async () => answer}}),
		{path},
	);
	expect(await provider.operator?.operate(operation, new AbortController().signal)).toEqual(answer);
	await run(provider);
	const text = await readFile(path, 'utf8');
	const lines = text.split('\n').filter(line => line.startsWith('{"operation"'));
	expect(lines.map(line => (JSON.parse(line) as {operation: unknown}).operation)).toEqual([
		{asked: operation},
		{asked: operation, answer},
	]);
	const {observations: played} = await readAll(path);
	expect(played).toEqual(observations(3));
	const replay = await openReplay(path);
	expect(replay.marks.some(({kind}) => kind === 'event')).toBe(true);
	await replay.close();
});

describe('a file that cannot be created is refused before anything begins', () => {
	test('an existing one stays as it is', async () => {
		const folder = makeFolder();
		const path = folder.file('night.jsonl');
		await writeFile(path, 'last night');
		expect(() => recordProvider(saying([]), {path})).toThrow(
			`${path} exists already, and a recording overwrites nothing. Give another name, or remove it first.`,
		);
		expect(await readFile(path, 'utf8')).toBe('last night');
	});

	test('so does an older part', async () => {
		const folder = makeFolder();
		const path = folder.file('night.jsonl');
		await writeFile(`${path}.1`, 'the night before');
		expect(() => recordProvider(saying([]), {path, maxBytes: 5e6})).toThrow(`${path}.1 exists already`);
		expect(await readdir(folder.file('.'))).toEqual(['night.jsonl.1']);
	});

	test('a folder, and a file in a folder that does not exist', async () => {
		const folder = makeFolder();
		await mkdir(folder.file('nights'));
		expect(() => recordProvider(saying([]), {path: folder.file('nights')})).toThrow('it is a folder');
		expect(() => recordProvider(saying([]), {path: folder.file('none/night.jsonl')})).toThrow(
			'its folder does not exist. Create it first.',
		);
	});

	test.skipIf(process.platform === 'win32')('is not written to a pipe that nobody reads', () => {
		const path = makeFolder().file('pipe');
		execFileSync('mkfifo', [path]);
		expect(() => recordProvider(saying([]), {path})).toThrow(
			`Cannot record to ${path}: it is a pipe that nobody reads.`,
		);
	});

	test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
		'a location without permission',
		async () => {
			const folder = makeFolder();
			await mkdir(folder.file('locked'), {mode: 0o500});
			expect(() => recordProvider(saying([]), {path: folder.file('locked/night.jsonl')})).toThrow(
				'no permission to write there',
			);
		},
	);

	test('a cap that nothing fits in, and a replay', async () => {
		const folder = makeFolder();
		const path = folder.file('night.jsonl');
		expect(() => recordProvider(saying([]), {path, maxBytes: 1000})).toThrow('Allow 1M or more.');
		expect(() => recordProvider(saying([], {name: 'replay'}), {path})).toThrow('copy the file instead');
		expect(await readdir(folder.file('.'))).toEqual([]);
	});
});

test.skipIf(process.platform !== 'linux').each(['full.jsonl', 'full.gz', 'full.zst'])(
	'a full disk is reported, watching continues, and at the end the recording does not continue (%s)',
	async name => {
		const folder = makeFolder();
		const path = folder.file(name);
		execFileSync('ln', ['-s', '/dev/full', path]);
		const problems: Array<Problem | undefined> = [];
		const said = observations(200);
		const passed = await record(said, {
			path,
			onProblem(problem) {
				problems.push(problem);
			},
		});
		expect(passed).toEqual(said);
		const last = problems.pop();
		expect(last).toMatchObject({
			what: `The recording ${path} is not complete: the disk is full`,
			fix: 'Free space there or record to another place, and run dm-top again.',
		});
		for (const problem of problems) {
			expect(problem).toMatchObject({
				what: `The recording ${name} stopped: the disk is full`,
				fix: 'It continues by itself when it can be written again.',
			});
		}

		expect(problems.length).toBeLessThan(2);
	},
);

test.each(['removed', 'moved away'])('a file that was %s is reported once; watching goes on', async how => {
	const folder = makeFolder();
	const path = folder.file('night.jsonl');
	const told = Promise.withResolvers<Problem | undefined>();
	const said = observations(5);
	const provider = recordProvider(sayingThenSilent(said), {path, onProblem: told.resolve});
	await using observing = new Observing(provider);
	await observing.until(observation => observation === said.at(-1));
	await (how === 'removed' ? rm(path) : rename(path, folder.file('other.jsonl')));
	const problem = await told.promise;
	expect(problem).toMatchObject({
		what: 'night.jsonl was removed or moved away: the recording has ended',
		fix: 'Restart dm-top to record again.',
	});
	await observing.stop();
	expect(observing.seen).toEqual(said);
	expect(await readdir(folder.file('.'))).toEqual(how === 'removed' ? [] : ['other.jsonl']);
});

test.skipIf(process.platform === 'win32')('a disk that hangs blocks nothing', async () => {
	const folder = makeFolder();
	const path = folder.file('pipe.jsonl');
	execFileSync('mkfifo', [path]);
	// It opens the pipe, but does not read from it.
	const reader = spawn('sh', ['-c', `exec 3<"${path}"; exec sleep 60`]);
	try {
		const said = observations(3000);
		const provider = recordProvider(sayingThenSilent(said), {path});
		await using observing = new Observing(provider);
		await observing.until(observation => observation === said.at(-1));
		expect(observing.seen).toEqual(said);
		await observing.stop();
	} finally {
		reader.kill('SIGKILL');
	}
});
