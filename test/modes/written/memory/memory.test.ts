/** The last hours of a cluster on disk: written by one dm-top, read by the next. */
import {execFileSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {mkdir, readdir, stat, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {beforeEach, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../../source/dm/parse-status.js';
import {forgetOld, memoryFiles, takeTurn} from '../../../../source/modes/written/memory/folder.js';
import {recallMemory} from '../../../../source/modes/written/memory/recall.js';
import {rememberProvider} from '../../../../source/modes/written/memory/remember.js';
import {createThinning} from '../../../../source/modes/written/memory/thinning.js';
import type {Observation, Provider} from '../../../../source/providers/provider.js';
import {type Remembered, withRemembered} from '../../../../source/session/past/remembered-past.js';
import {startWatch} from '../../../../source/session/watching/watch.js';
import {entry, errors, syncing} from '../../../monitor/watched.js';
import {makeFolder} from '../../../folder.js';

let folder: string;

beforeEach(() => {
	folder = path.join(makeFolder().path, 'past', 'prod');
});

const status = (at: number, task = 'orders'): Observation => ({
	kind: 'status',
	at,
	status: parseStatusDocument(
		JSON.stringify({result: true, msg: '', sources: [entry('mysql-01', [syncing(task)])]}),
	),
});

const providerOf = (...observations: readonly Observation[]): Provider => ({
	name: 'http',
	title: '10.0.1.11:8261',
	async *observe() {
		yield* observations;
		// It is written a moment after the screen is there.
		await new Promise(resolve => {
			setTimeout(resolve, 1500);
		});
	},
});

const problems: string[] = [];
beforeEach(() => {
	problems.length = 0;
});

const remember = async (provider: Provider): Promise<void> => {
	const remembered = rememberProvider(provider, {
		folder,
		maxBytes: 8 * 2 ** 20,
		version: '1.0.0',
		onProblem(text) {
			if (text !== '') {
				problems.push(text);
			}
		},
	});
	let count = 0;
	const {signal} = new AbortController();
	for await (const {at} of remembered.observe({signal, once: false, interval: () => 2000})) {
		count += at > 0 ? 1 : 0;
	}

	expect(count).toBeGreaterThan(0);
};

/** As if another dm-top had written it. */
const asOfAnother = async (): Promise<void> => {
	const {rename} = await import('node:fs/promises');
	for (const name of await readdir(folder)) {
		await rename(path.join(folder, name), path.join(folder, name.replace(`-${process.pid}.`, '-1.')));
	}
};

const recallAll = async (): Promise<readonly Remembered[]> => {
	const all: Remembered[] = [];
	const onRecalled = (one: Remembered): void => {
		all.push(one);
	};

	await recallMemory(folder, Date.now(), onRecalled, new AbortController().signal);
	return all;
};

test('what one dm-top has seen is available to the next one, with its events and plots', async () => {
	const began = Date.now() - 600_000;
	const observations = Array.from({length: 20}, (_, index) => status(began + index * 15_000));
	await remember(providerOf(...observations));
	expect(problems).toStrictEqual([]);
	const [file] = await readdir(folder);
	expect(file).toMatch(/^\d+-\d+\.jsonl\.zst$/v);
	const {mode} = await stat(path.join(folder, file!));
	expect(mode.toString(8).slice(-3)).toBe('600');
	// What it wrote itself it has seen itself.
	expect(await recallAll()).toStrictEqual([]);
	await asOfAnother();
	const [remembered, ...others] = await recallAll();
	expect(others).toStrictEqual([]);
	expect(remembered?.end).toBe(observations.at(-1)?.at);
	expect(remembered?.view.tasks.map(({name}) => name)).toStrictEqual(['orders']);

	const watch = startWatch(providerOf(status(Date.now())), 2000);
	await watch.ended;
	const source = withRemembered(watch);
	const options = {span: 600_000, count: 40, now: Date.now()};
	const subject = {task: 'orders'};
	const before = source.past(subject, 'lag', options).values.filter(value => !Number.isNaN(value)).length;
	const eventsBefore = source.current().events.length;
	source.add(remembered!);
	const {start, step, values} = source.past(subject, 'lag', options);
	const known = [...values].flatMap((value, index) => (Number.isNaN(value) ? [] : [start + index * step]));
	expect(known.length - before).toBeGreaterThan(15);
	// Nothing is made up of the time in which nobody watched.
	expect(known.filter(at => at > remembered!.end && at < Date.now() - 60_000)).toStrictEqual([]);
	expect(source.current().events.length).toBeGreaterThanOrEqual(eventsBefore);
	await watch.stop();
});

test('what was wrong already when the earlier one ended is not seen for the first time again', async () => {
	const failing = (at: number, codes: Readonly<Record<string, number>>): Observation => {
		const subtasks = Object.entries(codes).map(([task, code]) =>
			syncing(task, {}, {stage: 'Paused', result: errors(code)}),
		);
		return {
			kind: 'status',
			at,
			status: parseStatusDocument(
				JSON.stringify({result: true, msg: '', sources: [entry('mysql-01', subtasks)]}),
			),
		};
	};

	const began = Date.now() - 60_000;
	await remember(providerOf(failing(began, {orders: 36_067, users: 36_067, bills: 36_067})));
	await asOfAnother();
	const [remembered] = await recallAll();
	// One has another error since, and one is new.
	const now = {orders: 36_067, users: 36_067, bills: 36_069, cards: 36_067};
	const watch = startWatch(providerOf(failing(Date.now(), now)), 2000);
	await watch.ended;
	const source = withRemembered(watch);
	source.add(remembered!);
	const told = source
		.current()
		.events.filter(({finding}) => finding !== undefined)
		.map(({subject, at}) => `${at === began ? 'before' : 'now'} ${subject}`);
	expect(told.toSorted()).toStrictEqual([
		'before bills/mysql-01',
		'before orders/mysql-01',
		'before users/mysql-01',
		'now bills/mysql-01',
		'now cards/mysql-01',
	]);
	await watch.stop();
});

test('one writes, and the others do not until it has ended', async () => {
	const giveBack = takeTurn(folder);
	expect(giveBack).toBeDefined();
	expect(takeTurn(folder)).toBeUndefined();
	await remember(providerOf(status(Date.now())));
	expect(memoryFiles(folder)).toStrictEqual([]);
	giveBack?.();
	await remember(providerOf(status(Date.now())));
	expect(memoryFiles(folder)).toHaveLength(1);
	expect(await readdir(folder)).not.toContain('writer.lock');
	// Of a dm-top that was killed.
	await writeFile(path.join(folder, 'writer.lock'), '999999999');
	expect(takeTurn(folder)).toBeDefined();
});

test.skipIf(process.platform === 'win32')('a pipe in place of a lock is not waited for', () => {
	mkdirSync(folder, {recursive: true});
	execFileSync('mkfifo', [path.join(folder, 'writer.lock')]);
	const giveBack = takeTurn(folder);
	expect(giveBack).toBeDefined();
	giveBack?.();
});

test('a lock is not taken for that of a process that has the same number by chance', async () => {
	await mkdir(folder, {recursive: true});
	const lock = path.join(folder, 'writer.lock');
	// Of a dm-top that was killed in another container, where it had the number of this one.
	await writeFile(lock, String(process.pid));
	const giveBack = takeTurn(folder);
	expect(giveBack).toBeDefined();
	expect(takeTurn(folder)).toBeUndefined();
	giveBack?.();
	// Of one before the machine was started; the parent of this process runs.
	await writeFile(lock, String(process.ppid));
	expect(takeTurn(folder)).toBeUndefined();
	await utimes(lock, 1, 1);
	expect(takeTurn(folder)).toBeDefined();
});

test('old or excess recordings are removed, the oldest first, and nothing else', async () => {
	await mkdir(folder, {recursive: true});
	for (const name of ['1-1.jsonl.zst', '1-1.jsonl.zst.1', '2-1.jsonl.zst', '3-1.jsonl.zst', 'mine.txt']) {
		await writeFile(path.join(folder, name), 'x'.repeat(100));
		await new Promise(resolve => {
			setTimeout(resolve, 15);
		});
	}

	forgetOld(folder, 250, Date.now());
	const left = await readdir(folder);
	expect(left.toSorted()).toStrictEqual(['2-1.jsonl.zst', '3-1.jsonl.zst', 'mine.txt']);
	forgetOld(folder, 250, Date.now() + 13 * 3_600_000);
	expect(await readdir(folder)).toStrictEqual(['mine.txt']);
});

test('an unwritable location causes a message', async () => {
	await mkdir(path.dirname(folder), {recursive: true});
	await writeFile(folder, 'a file where a folder would be');
	await remember(providerOf(status(Date.now())));
	expect(problems).toHaveLength(1);
	expect(problems[0]).toMatch(/^The last hours are not kept: /v);
});

test.runIf(process.platform === 'linux')('a file system without folders is given up on at once', () => {
	expect(() => takeTurn('/proc/dm-top/past/prod')).toThrow('ENOENT');
});

test('a recording that cannot be read is skipped', async () => {
	await mkdir(folder, {recursive: true});
	await writeFile(path.join(folder, '1-1.jsonl.zst'), 'no recording');
	expect(await recallAll()).toStrictEqual([]);
});

test('of identical answers one is kept every 15 s', () => {
	const isDue = createThinning();
	const at = 1_800_000_000_000;
	expect([0, 2, 14, 15, 16].map(seconds => isDue(status(at + seconds * 1000)))).toStrictEqual([
		true,
		false,
		false,
		true,
		false,
	]);
	expect(isDue(status(at + 17_000, 'another'))).toBe(true);
	expect(isDue({kind: 'restart'} as Observation)).toBe(true);
});
