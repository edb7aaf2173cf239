/** Figures of DM's metrics are part of a recording, and a replay shows them: findings and plots. */
import {spawnSync} from 'node:child_process';
import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as pause} from 'node:timers/promises';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {serveSimulation} from '../../source/simulator/server/serve.js';
import {keys, program, runProgram, type RunningProgram} from './terminal.js';

const ended = new AbortController();
const running: RunningProgram[] = [];
let folder = '';
let recording = '';

const start = (...parameters: readonly string[]): RunningProgram => {
	const started = runProgram(parameters, {columns: 120, rows: 40, env: {DM_TOP_STATE: '0'}});
	running.push(started);
	return started;
};

/** Records a cluster and the metrics of its workers, until those are in the recording. */
beforeAll(async () => {
	const {address} = await serveSimulation({
		scenario: 'shop',
		seed: 7,
		speed: 1,
		listen: '127.0.0.1:0',
		signal: ended.signal,
		log: () => undefined,
	});
	const workers = Array.from(
		{length: 8},
		(_, index) => `worker-${index + 1}=http://${address}/metrics/worker-${index + 1}`,
	);
	folder = await mkdtemp(path.join(tmpdir(), 'dm-top-recorded-metrics-'));
	recording = path.join(folder, 'shop.jsonl');
	const live = start('--master-addr', address, '--worker-metrics', workers.join(','), '--record', recording);
	await live.until(screen => screen.includes('warehouse-stock'));
	for (;;) {
		const text = await readFile(recording, 'utf8').catch(() => '');
		const metrics = text.indexOf('"kind":"metrics"');
		// A status after them: the end of the recording is a look at both.
		if (metrics !== -1 && text.lastIndexOf('"kind":"status"') > metrics) {
			break;
		}

		await pause(100);
	}

	live.press('q');
	await live.ended;
}, 60_000);

afterAll(async () => {
	ended.abort();
	for (const one of running) {
		one.close();
	}

	await rm(folder, {recursive: true, force: true});
});

it('--once tells what only the metrics tell', () => {
	const {stdout, stderr} = spawnSync(process.execPath, [program, '--replay', recording, '--once', '--json'], {
		encoding: 'utf8',
	});
	expect(stderr).toBe('');
	const {findings} = JSON.parse(stdout) as {findings: ReadonlyArray<Record<string, unknown>>};
	expect(findings.find(({kind}) => kind === 'downstream-slow')).toMatchObject({
		task: 'warehouse-stock',
		source: 'mysql-warehouse',
	});
});

it('the page of metrics plots them, and says where they came from', async () => {
	const replay = start('--replay', recording);
	await replay.until(screen => screen.includes('warehouse-stock'));
	replay.press('/', 'warehouse', keys.enter);
	await replay.until(screen => !screen.includes('billing '));
	replay.press('m');
	const screen = await replay.until(shown => shown.includes('› metrics') && shown.includes('queue length'));
	expect(screen).toContain('slow: downstream, queue full (1024)');
	expect(screen).toContain('Measured by dm-top and by the workers.');
});
