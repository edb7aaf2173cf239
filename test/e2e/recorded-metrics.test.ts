/** Figures of DM's metrics are part of a recording, and a replay shows them: findings and plots. */
import {spawnSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {serveSimulation} from '../../source/simulator/server/serve.js';
import {makeFolder} from '../folder.js';
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

/** Opens the metrics of a task; resolves with the page once there is a plot of them on it. */
const plotted = async (watching: RunningProgram): Promise<string> => {
	// Each key waits for the screen: what comes in one piece is pasted.
	await watching.until(screen => screen.includes('warehouse-stock') && screen.includes('↵ open'));
	watching.press('/');
	await watching.until(screen => !screen.includes('↵ open'));
	watching.press('warehouse');
	await watching.until(screen => screen.includes('warehouse-stock') && !screen.includes('billing'));
	watching.press(keys.enter);
	await watching.until(screen => screen.includes('↵ open'));
	watching.press('m');
	// Its last line, too: a frame may come in several pieces.
	return watching.until(
		screen =>
			screen.includes('› metrics') && screen.includes('queue length') && screen.includes('Measured by'),
		50_000,
	);
};

/** Seconds of a day. */
const day = 86_400;

/** The time of the clock in the header, seconds since midnight. */
const clockOf = (screen: string): number => {
	const {hours, minutes, seconds} =
		/(?<hours>\d\d):(?<minutes>\d\d):(?<seconds>\d\d) UTC/v.exec(screen)?.groups ?? {};
	return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
};

/** Records a cluster and the metrics of its workers, until they are plotted. */
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
	folder = makeFolder().path;
	recording = path.join(folder, 'shop.jsonl');
	const live = start('--master-addr', address, '--worker-metrics', workers.join(','), '--record', recording);
	const began = clockOf(await plotted(live));
	// A replay ends at the last observation: what was plotted just now needs some that come after it.
	await live.until(screen => (clockOf(screen) - began + day) % day >= 6);
	live.press(keys.ctrlC);
	await live.ended;
}, 90_000);

afterAll(() => {
	ended.abort();
	for (const one of running) {
		one.close();
	}
});

it('--once shows what only the metrics contain', () => {
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

it('the page of metrics plots them, and names their source', async () => {
	const replay = start('--replay', recording);
	// On a busy machine it took long until there was a plot to record.
	for (const speed of ['2x', '4x', '8x', '16x']) {
		await replay.until(shown => shown.includes('warehouse-stock'));
		replay.press(']');
		await replay.until(shown => shown.includes(` ${speed} `));
	}

	const screen = await plotted(replay);
	expect(screen).toMatch(/slow: downstream, .*queue full \(1024\)/v);
	expect(screen).toContain('Measured by dm-top and by the workers.');
}, 90_000);
