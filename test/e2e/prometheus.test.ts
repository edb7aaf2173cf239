/** A real Prometheus scrapes a served simulation, and tells dm-top of the past. */
import {spawn, spawnSync, type ChildProcess} from 'node:child_process';
import {writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import path from 'node:path';
import {setTimeout as pause} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {createPrometheus} from '../../source/providers/metrics/prometheus/prometheus.js';
import type {StoredMeasure, StoredSeries} from '../../source/providers/metrics/metrics-source.js';
import {serveSimulation} from '../../source/simulator/server/serve.js';
import {makeFolder} from '../folder.js';
import {onLoopback} from '../servers/loopback.js';

const isInstalled = spawnSync('prometheus', ['--version']).error === undefined;

const freePort = async (): Promise<number> => {
	await using server = await onLoopback(createServer());
	return server.port;
};

const workers = Array.from({length: 8}, (_, index) => `worker-${index + 1}`);

const config = (simulation: string): string =>
	[
		'global: {scrape_interval: 1s}',
		'scrape_configs:',
		...['', ...workers].flatMap(worker => [
			`  - job_name: dm-${worker === '' ? 'master' : worker}`,
			`    metrics_path: /metrics${worker === '' ? '' : `/${worker}`}`,
			`    static_configs: [{targets: ['${simulation}'], labels: {dm_cluster: shop}}]`,
		]),
		'',
	].join('\n');

describe.runIf(isInstalled)('a Prometheus that scrapes the simulation', () => {
	const ended = new AbortController();
	let folder = '';
	let prometheus: ChildProcess | undefined;
	let port = 0;

	beforeAll(async () => {
		const serving = await serveSimulation({
			scenario: 'shop',
			seed: 7,
			speed: 1,
			listen: '127.0.0.1:0',
			signal: ended.signal,
			log: () => undefined,
		});
		folder = makeFolder().path;
		await writeFile(path.join(folder, 'prometheus.yml'), config(serving.address));
		port = await freePort();
		prometheus = spawn(
			'prometheus',
			[
				`--config.file=${path.join(folder, 'prometheus.yml')}`,
				`--storage.tsdb.path=${path.join(folder, 'store')}`,
				`--web.listen-address=127.0.0.1:${port}`,
			],
			{stdio: 'ignore'},
		);
	});

	afterAll(async () => {
		ended.abort();
		const gone = new Promise(resolve => {
			prometheus?.once('exit', resolve);
		});
		prometheus?.kill('SIGKILL');
		await gone;
	});

	/** The newest known value of a subtask, once there is one. */
	const newest = async (
		measure: StoredMeasure,
		task: string,
		source: string,
		labels = [['dm_cluster', 'shop']] as const,
	) => {
		const store = createPrometheus({
			url: new URL(`http://127.0.0.1:${port}`),
			authorization: '',
			matchers: labels,
			deadline: 5000,
		});
		for (;;) {
			const to = Math.floor(Date.now() / 1000) * 1000;
			const range = {from: to - 60_000, to, step: 1000};
			const told = await store.range([measure], range, new AbortController().signal);
			const found = 'what' in told ? undefined : told.find(one => one.task === task && one.source === source);
			const values = found?.values.filter(value => !Number.isNaN(value)) ?? [];
			if (values.length > 3) {
				return {value: values.at(-1)!, told: told as readonly StoredSeries[]};
			}

			await pause(500);
		}
	};

	it('gets lag, rows and distance of running tasks, and nothing for others', async () => {
		const lag = await newest('lag', 'warehouse-stock', 'mysql-warehouse');
		expect(lag.value).toBeGreaterThan(3600);
		const places = lag.told.map(({task, source}) => `${task}/${source}`);
		// Its task is stopped by an error, and DM's gauge is 0.
		expect(places).not.toContain('crm-contacts/mysql-crm');
		// It waits for a DDL of another source, and DM's gauge says 0.
		expect(places).not.toContain('customers/mysql-shop-01');
		const rows = await newest('rows', 'warehouse-stock', 'mysql-warehouse');
		expect(rows.value).toBeGreaterThan(100);
		const behind = await newest('behind', 'orders', 'mysql-shop-01');
		expect(behind.value).toBeGreaterThanOrEqual(0);
	});

	it('gets the figures of every metric in one answer, each with its labels', async () => {
		const store = createPrometheus({
			url: new URL(`http://127.0.0.1:${port}`),
			authorization: '',
			matchers: [['dm_cluster', 'shop']],
			deadline: 5000,
		});
		const {signal} = new AbortController();
		for (;;) {
			const reading = await store.reading(new Map(), signal);
			if ('what' in reading) {
				throw new Error(reading.what);
			}

			const stock = reading.subtasks.find(({task}) => task === 'warehouse-stock')?.values;
			const relay = reading.workers.find(({values}) => values['relay-disk'] !== undefined);
			if (stock?.inserts === undefined || stock['transaction-p95'] === undefined || !relay) {
				await pause(500);
				continue;
			}

			expect(stock.queue).toBe(1024);
			expect(stock.inserts).toBeGreaterThan(100);
			expect(stock['transaction-p95']).toBeGreaterThan(0);
			expect(relay.worker).toMatch(/^worker-\d$/v);
			expect(relay.values['relay-disk']).toBe(200 * 2 ** 30);
			const to = Math.floor(Date.now() / 1000) * 1000;
			const range = {from: to - 20_000, to, step: 1000};
			const told = await store.range(['queue', 'transaction-p95', 'relay-disk'], range, signal);
			const measures = new Set('what' in told ? [told.what] : told.map(({measure}) => measure));
			expect(measures).toStrictEqual(new Set(['queue', 'transaction-p95', 'relay-disk']));
			return;
		}
	});

	it('gets nothing for a cluster with another label', async () => {
		const store = createPrometheus({
			url: new URL(`http://127.0.0.1:${port}`),
			authorization: '',
			matchers: [['dm_cluster', 'staging']],
			deadline: 5000,
		});
		await newest('lag', 'warehouse-stock', 'mysql-warehouse');
		const to = Math.floor(Date.now() / 1000) * 1000;
		const range = {from: to - 60_000, to, step: 1000};
		expect(await store.range(['lag'], range, new AbortController().signal)).toStrictEqual([]);
	});
});

describe.skipIf(isInstalled)('no prometheus on this machine', () => {
	it.skip('what a real Prometheus makes of the metrics is not tried');
});
