/**
 * Operating for real: the program over HTTP against a served simulation, from the keyboard and from scripts.
 */
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {serveSimulation} from '../../source/simulator/server/serve.js';
import {attack} from '../chaos/program.js';
import {type Invoked, invoked} from '../program/invoked.js';
import {makeFolder} from '../folder.js';
import {type RunningProgram, keys, runProgram} from './terminal.js';

let folder = '';
const controller = new AbortController();

/** The address of a separate cluster. */
const serve = async (): Promise<string> => {
	const {address} = await serveSimulation({
		scenario: 'calm',
		seed: 1,
		speed: 1,
		listen: '127.0.0.1:0',
		signal: controller.signal,
		log: () => undefined,
	});
	return address;
};

/** What a script gets from a cluster, without a process for it. */
const scriptFor =
	(address: string) =>
	async (...words: readonly string[]): Promise<Invoked> =>
		invoked([...words, '--master-addr', address]);

beforeAll(() => {
	folder = makeFolder().path;
});

afterAll(() => {
	controller.abort();
});

const has = (text: string) => (screen: string) => screen.includes(text);

const pauseFor = async (ms: number) =>
	new Promise(resolve => {
		setTimeout(resolve, ms);
	});

/** The task under the cursor, once all are there: until then the order of the rows changes. */
const firstTask = async ({until}: RunningProgram): Promise<string> => {
	const screen = await until(has('1-5 of 5'));
	return /^▸\S (?<name>\S+)/mv.exec(screen)?.groups?.['name'] ?? 'no task';
};

const confirm = async ({press, until}: RunningProgram): Promise<void> => {
	await until(has('[Cancel]'));
	press(keys.right);
	await until(has('Enter does it'));
	// A dialog takes no Enter before a person can have read that.
	await pauseFor(800);
	press(keys.enter);
};

describe.concurrent('from the keyboard', () => {
	it('pauses and resumes a task, and reports what the status shows', async () => {
		const address = await serve();
		const log = path.join(folder, 'audit.log');
		const running = runProgram(['--master-addr', address, '--audit-log', log], {columns: 110, rows: 30});
		const {until, press, ended} = running;
		const task = await firstTask(running);
		press('P');
		await confirm(running);
		await until(screen => new RegExp(`${task} +Paused`, 'v').test(screen), 30_000);
		await until(has(`${task} Paused`));
		press('R');
		await confirm(running);
		await until(screen => new RegExp(`${task} +Running`, 'v').test(screen), 30_000);
		press('q');
		await ended;
		const audit = await readFile(log, 'utf8');
		const lines = audit.trim().split('\n');
		const outcomes = lines.map(line => (JSON.parse(line) as {readonly outcome: string}).outcome);
		expect(outcomes).toContain('done');
	});
});

describe.concurrent('refreshing', () => {
	it('happens on r and after an operation, however long the interval is', async () => {
		const address = await serve();
		const run = scriptFor(address);
		const running = runProgram(['--master-addr', address, '--interval', '3600'], {columns: 110, rows: 30});
		const {until, press, ended} = running;
		const task = await firstTask(running);
		expect(await run('pause', task, '--yes', '--wait')).toMatchObject({code: 0});
		expect(running.screen()).not.toMatch(new RegExp(`${task} +Paused`, 'v'));
		press('r');
		await until(screen => new RegExp(`${task} +Paused`, 'v').test(screen), 30_000);
		press('R');
		await confirm(running);
		await until(screen => new RegExp(`${task} +Running`, 'v').test(screen), 30_000);
		press('q');
		await ended;
	});
});

describe.concurrent('from a script', () => {
	it('pauses and waits until it is done', async () => {
		const address = await serve();
		const run = scriptFor(address);
		const list = await run('--once', '--json');
		const [task] = (JSON.parse(list.out) as {tasks: Array<{name: string}>}).tasks;
		const parameters = ['pause', task!.name, '--yes', '--wait', '--json', '--master-addr', address];
		const paused = await attack(parameters);
		expect(paused.code).toBe(0);
		expect(JSON.parse(paused.text)).toMatchObject([{operation: 'pause', task: task!.name, outcome: 'done'}]);
		const after = await run('--once', '--json');
		expect(JSON.parse(after.out)).toMatchObject({
			tasks: expect.arrayContaining([
				expect.objectContaining({name: task!.name, status: 'Paused'}),
			]) as unknown,
		});
		expect(await run('resume', task!.name, '--yes', '--wait')).toMatchObject({code: 0});
	});

	it('reports what cannot be done, with its own exit code', async () => {
		const run = scriptFor(await serve());
		expect(await run('pause', 'nosuch', '--yes')).toMatchObject({code: 1, out: ''});
		expect(await run('pause', 'nosuch', '--yes', '--read-only')).toMatchObject({code: 1});
		expect(await run('pause', 'nosuch')).toMatchObject({code: 1});
		const mistake = await run('relay', 'resume', '--json');
		expect([mistake.code, JSON.parse(mistake.out)]).toMatchObject([
			2,
			[{outcome: 'not-sent', message: 'relay resume needs SOURCE: relay resume SOURCE'}],
		]);
		const unread = await run('config', 'nosuch', '--json');
		expect([unread.code, JSON.parse(unread.out)]).toEqual([1, {task: 'nosuch', error: 'task not found.'}]);
	});

	it('says which protocol was used, and uses gRPC where nothing else supports it', async () => {
		const run = scriptFor(await serve());
		const list = await run('--once', '--json');
		const {workers, sources} = JSON.parse(list.out) as {
			readonly workers: ReadonlyArray<{
				readonly name: string;
				readonly source: string;
				readonly stage: string;
			}>;
			readonly sources: ReadonlyArray<{readonly source: string}>;
		};
		const free = workers.find(({stage}) => stage === 'free')!.name;
		const [source] = sources;
		const moved = await run('transfer', source!.source, free, '--yes', '--wait', '--json');
		expect([moved.code, JSON.parse(moved.out)]).toMatchObject([
			0,
			[{outcome: 'done', way: 'gRPC', text: `${source!.source} served by ${free}`}],
		]);
		const refused = await run('validation', 'stop', 'customers', '--yes', '--json');
		expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, [{outcome: 'refused', way: 'gRPC'}]]);
	});
});

describe.concurrent('a recording', () => {
	it('can be made with any provider, and replays the same screen', async () => {
		const file = path.join(folder, 'night.jsonl.gz');
		const recording = runProgram(['--simulate', 'shop', '--seed', '3', '--speed', '20', '--record', file], {
			columns: 110,
			rows: 30,
		});
		const tasks = ['orders', 'billing', 'payments', '库存同步-华东'];
		const hasTasks = (screen: string) => tasks.every(task => screen.includes(task));
		await recording.until(hasTasks);
		await pauseFor(5000);
		recording.press('q');
		expect(await recording.ended).toMatchObject({exitCode: 0});
		const replay = runProgram(['--replay', file], {columns: 110, rows: 30});
		await replay.until(hasTasks);
		replay.press('p');
		await replay.until(has('paused'));
		replay.press('\u{1B}[C', ']');
		await replay.until(has('2x'));
		replay.press('P');
		await replay.until(has('A recording only shows the past'));
		replay.press('q');
		expect(await replay.ended).toMatchObject({exitCode: 0});
	});
});
