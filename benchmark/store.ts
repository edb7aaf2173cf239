/** A local Prometheus that holds the last hour of a fleet: what DM's workers would have told it every 15 s. */
import {spawn, spawnSync} from 'node:child_process';
import {createWriteStream} from 'node:fs';
import {mkdir, writeFile} from 'node:fs/promises';
import {createServer, type AddressInfo} from 'node:net';
import {once} from 'node:events';
import path from 'node:path';
import {finished} from 'node:stream/promises';
import {Agent} from 'undici';
import {metricCatalogue, type MetricEntry, metricNamesOf} from '../source/dm/metrics/catalogue.js';
import {pause} from './measure.js';

/** Seconds between two scrapes, as DM's own configuration of Prometheus has it. */
const scrape = 15;

/** The past that is written, and what lies ahead of now so that the present is known while it is measured, s. */
const past = 3900;
const ahead = 300;

const bounds = ['0.001', '0.005', '0.025', '0.05', '0.1', '0.25', '0.5', '1', '2.5', '5', '10', '+Inf'];

type Labels = Readonly<Record<string, string>>;

export type StoredSubtask = {readonly task: string; readonly source: string; readonly worker: string};

/** The value after so many scrapes. */
type Grow = (step: number) => number;

type StoredFamily = {readonly labels: Labels; readonly grow: Grow};

const counter =
	(each: number): Grow =>
	step =>
		step * each;

const constant =
	(value: number): Grow =>
	() =>
		value;

type Series = readonly [name: string, labels: Labels, grow: Grow];

/** The labels of each series that an entry of the catalogue reads. */
const labelsOf = ({where = {}}: MetricEntry): readonly Labels[] => {
	let all: readonly Labels[] = [{}];
	for (const [label, values] of Object.entries(where)) {
		all = all.flatMap(labels => values.map(value => ({...labels, [label]: value})));
	}

	return all;
};

const seriesOf = ({metric, form}: MetricEntry, labels: Labels): readonly Series[] => {
	switch (form) {
		case 'greatest':
		case 'sum': {
			return [[metric, labels, step => 100 + (step % 60)]];
		}

		case 'rate': {
			return [[metric, labels, counter(300)]];
		}

		case 'increase': {
			return [[metric, labels, constant(3)]];
		}

		case 'p95': {
			return bounds.map((le, index): Series => [
				`${metric}_bucket`,
				{...labels, le},
				counter(10 * (index + 1)),
			]);
		}

		case 'mean': {
			return [
				[`${metric}_sum`, labels, counter(5)],
				[`${metric}_count`, labels, counter(100)],
			];
		}
	}
};

/** What says whether the lag can be trusted, and the lag. */
const trusted: readonly Series[] = [
	['dm_worker_task_state', {}, constant(2)],
	['dm_syncer_replication_lag_gauge', {}, step => 20 + (step % 40)],
	['dm_syncer_binlog_file', {node: 'master'}, constant(42)],
	['dm_syncer_binlog_file', {node: 'syncer'}, constant(42)],
	['dm_syncer_binlog_pos', {node: 'master'}, step => 900_000 + step * 1000],
	['dm_syncer_binlog_pos', {node: 'syncer'}, step => 400_000 + step * 1000],
];

/** Every series of one subtask that is read, by the name of its metric; each once. */
const familiesOfSubtask = (): ReadonlyMap<string, readonly StoredFamily[]> => {
	const read = metricNamesOf('subtask').flatMap(name => {
		const entry: MetricEntry = metricCatalogue[name];
		return labelsOf(entry).flatMap(labels => seriesOf(entry, labels));
	});
	const distinct = new Map(
		[...trusted, ...read].map(series => [JSON.stringify(series.slice(0, 2)), series] as const),
	);
	const byName = Map.groupBy(distinct.values(), ([name]) => name);
	return new Map(
		byName.entries().map(([name, all]) => [name, all.map(([, labels, grow]) => ({labels, grow}))]),
	);
};

const labelText = (labels: Labels): string =>
	Object.entries(labels)
		.map(([name, value]) => `${name}="${value}"`)
		.join(',');

/** Writes OpenMetrics with times; gives the number of samples. */
const writeHour = async (file: string, subtasks: readonly StoredSubtask[], now: number): Promise<number> => {
	const stream = createWriteStream(file);
	const first = Math.floor((now / 1000 - past) / scrape) * scrape;
	const steps = Math.floor((past + ahead) / scrape);
	let samples = 0;
	for (const [name, series] of familiesOfSubtask()) {
		stream.write(`# TYPE ${name} gauge\n`);
		for (const {task, source, worker} of subtasks) {
			const place = {task, source_id: source, worker, job: 'dm_worker', instance: `${worker}:8262`};
			for (const {labels, grow} of series) {
				const text = `${name}{${labelText({...place, ...labels})}}`;
				const lines = Array.from(
					{length: steps},
					(_, step) => `${text} ${grow(step)} ${first + step * scrape}\n`,
				);
				samples += steps;
				if (!stream.write(lines.join(''))) {
					await once(stream, 'drain');
				}
			}
		}
	}

	stream.end('# EOF\n');
	await finished(stream);
	return samples;
};

const freePort = async (): Promise<number> => {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	server.close();
	await once(server, 'close');
	return port;
};

/** Whether `prometheus` and `promtool` can be started. */
export const isPrometheusInstalled = (): boolean =>
	['prometheus', 'promtool'].every(name => spawnSync(name, ['--version']).error === undefined);

export type Store = {
	readonly address: string;
	/** How many samples it holds. */
	readonly samples: number;
	readonly close: () => Promise<void>;
};

/**
 * Starts a Prometheus that has scraped these subtasks for an hour.
 *
 * @throws {Error} When the hour cannot be stored, or the store does not become ready.
 */
export const openStore = async (folder: string, subtasks: readonly StoredSubtask[]): Promise<Store> => {
	const place = path.join(folder, 'prometheus');
	const data = path.join(place, 'data');
	await mkdir(data, {recursive: true});
	const text = path.join(place, 'hour.txt');
	const samples = await writeHour(text, subtasks, Date.now());
	const made = spawnSync('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', '-q', text, data], {
		encoding: 'utf8',
	});
	if (made.status !== 0) {
		throw new Error(`promtool could not store the hour: ${made.stderr}`);
	}

	const config = path.join(place, 'prometheus.yml');
	await writeFile(config, 'global: {scrape_interval: 15s}\n');
	const port = await freePort();
	const child = spawn(
		'prometheus',
		[`--config.file=${config}`, `--storage.tsdb.path=${data}`, `--web.listen-address=127.0.0.1:${port}`],
		{stdio: 'ignore'},
	);
	const ended = once(child, 'exit');
	const address = `http://127.0.0.1:${port}`;
	const agent = new Agent();
	for (let tries = 0; ; tries++) {
		const answer = await agent
			.request({origin: address, path: '/-/ready', method: 'GET'})
			.catch(() => undefined);
		await answer?.body.dump();
		if (answer?.statusCode === 200) {
			break;
		}

		if (tries > 100) {
			child.kill('SIGKILL');
			throw new Error('prometheus did not become ready');
		}

		await pause(200);
	}

	return {
		address,
		samples,
		async close() {
			child.kill('SIGKILL');
			await ended;
		},
	};
};
