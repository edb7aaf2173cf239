import {globSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import type {SourceJson, StatusJson, SubtaskJson} from '../../../../source/simulator/answers/messages.js';
import {fixture, fixturePath} from '../../../servers/recorded-master.js';
import {recordedCluster} from '../recorded/recorded-cluster.js';
import type {Recorded, RecordedMembers, RecordedSource, RecordedTask} from '../recorded/recording.js';
import {Served} from '../served.js';

const folder = fixturePath('dm-v7.5');
const scenarios = globSync('*/openapi-tasks.json', {cwd: folder}).map(file => path.dirname(file));

const read = (...names: readonly string[]): unknown => JSON.parse(fixture('dm-v7.5', ...names));

type Entry = {
	readonly name: string;
	readonly source_name: string;
	readonly load_status?: Readonly<Record<string, unknown>>;
	readonly sync_status?: Readonly<Record<string, unknown>>;
};

type Task = RecordedTask & {readonly status_list: readonly Entry[]};

type RelayEntry = Readonly<Record<string, string>>;

type RecordedSources = {
	readonly data: ReadonlyArray<
		RecordedSource & {
			readonly status_list: ReadonlyArray<{readonly relay_status?: RelayEntry}>;
		}
	>;
};

/** The lists that DM takes out of Go's maps come in another order each time. */
const orderless = new Set(['data', 'status_list', 'source_conf', 'table_migrate_rule', 'task_name_list']);

const nameIn = (item: unknown): string => {
	if (typeof item === 'string') {
		return item;
	}

	const {name = '', source_name: source = '', source: rule = {}} = item as Record<string, string>;
	return [name, source, (rule as Record<string, string>)['source_name'] ?? ''].join('|');
};

const inOrder = (value: unknown, key = ''): unknown => {
	if (Array.isArray(value)) {
		const items = value.map(item => inOrder(item));
		return orderless.has(key)
			? items.toSorted((left, right) => (nameIn(left) < nameIn(right) ? -1 : 1))
			: items;
	}

	return typeof value === 'object' && value !== null
		? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inOrder(item, name)]))
		: value;
};

/** As Go's json.MarshalIndent writes it, with four blanks. */
const inGo = (value: unknown): string =>
	JSON.stringify(value, undefined, 4)
		.replaceAll('&', String.raw`\u0026`)
		.replaceAll('<', String.raw`\u003c`)
		.replaceAll('>', String.raw`\u003e`);

const text = String;

/** A moment later the counters have moved: the state in which OpenAPI was asked. */
const later = (subtask: SubtaskJson, entry: Entry | undefined): SubtaskJson => {
	const {load_status: load, sync_status: sync} = entry ?? {};
	return {
		...subtask,
		...(subtask.load &&
			load && {
				load: {
					...subtask.load,
					finishedBytes: text(load['finished_bytes']),
					totalBytes: text(load['total_bytes']),
				},
			}),
		...(subtask.sync &&
			sync && {
				sync: {
					...subtask.sync,
					masterBinlog: text(sync['master_binlog']),
					masterBinlogGtid: text(sync['master_binlog_gtid']),
					syncerBinlog: text(sync['syncer_binlog']),
					syncerBinlogGtid: text(sync['syncer_binlog_gtid']),
					totalRows: text(sync['total_events']),
					totalRps: text(sync['total_tps']),
					recentRps: text(sync['recent_tps']),
					secondsBehindMaster: text(sync['seconds_behind_master']),
				},
			}),
	};
};

/** The relay stood where the master stood when OpenAPI was asked for a task of this source. */
const relayLater = (status: SourceJson['sourceStatus'], entry: Entry | undefined) => {
	const sync = entry?.sync_status;
	return status.relayStatus && sync
		? {
				...status,
				relayStatus: {
					...status.relayStatus,
					masterBinlog: text(sync['master_binlog']),
					masterBinlogGtid: text(sync['master_binlog_gtid']),
					relayBinlog: text(sync['master_binlog']),
					relayBinlogGtid: text(sync['master_binlog_gtid']),
				},
			}
		: status;
};

const recordedOf = (scenario: string): Omit<Recorded, 'tasks'> & {readonly tasks: readonly Task[]} => {
	const tasks = read(scenario, 'openapi-tasks.json') as {readonly data: readonly Task[]};
	const sources = read(scenario, 'openapi-sources.json') as RecordedSources;
	return {
		status: read(scenario, 'v1alpha1-status.json') as StatusJson,
		members: read(scenario, 'v1alpha1-members.json') as RecordedMembers,
		tasks: tasks.data,
		sources: sources.data,
	};
};

/** A cluster with this task alone, in the state in which OpenAPI found it. */
const stateOf = (recorded: Recorded, task: Task, entries: readonly Entry[]) => {
	const config = new Set(task.source_config.source_conf.map(({source_name: name}) => name));
	return recordedCluster({
		...recorded,
		tasks: [task],
		status: {
			...recorded.status,
			sources: recorded.status.sources
				.filter(({sourceStatus}) => config.has(sourceStatus.source))
				.map(source => {
					const entry = entries.find(({source_name: name}) => name === source.sourceStatus.source);
					return {
						...source,
						sourceStatus: relayLater(source.sourceStatus, entry),
						subTaskStatus: source.subTaskStatus
							.filter(({name}) => name === task.name)
							.map(subtask => later(subtask, entry)),
					};
				}),
		},
	});
};

describe.each(scenarios)('the recorded state %s', scenario => {
	const recorded = recordedOf(scenario);

	it.each(recorded.tasks.map(({name}) => name))('reports the task %s as OpenAPI did', async name => {
		const task = recorded.tasks.find(each => each.name === name)!;
		await using served = await Served.start(stateOf(recorded, task, task.status_list));
		const list = await served.get('/api/v1/tasks?with_status=true');
		expect(list.status).toBe(200);
		expect(list.text).toBe(inGo(inOrder({data: [task], total: 1})));
		const {status_list: _, ...bare} = task;
		const without = await served.get(`/api/v1/tasks/${name}`);
		expect(without.text).toBe(inGo(inOrder(bare)));
	});

	it('has all its tasks in one list', async () => {
		await using served = await Served.start(recordedCluster(recorded));
		const list = await served.get('/api/v1/tasks');
		const bare = recorded.tasks.map(({status_list: _, ...task}) => task);
		expect(list.text).toBe(inGo(inOrder({data: bare, total: bare.length})));
	});

	it('has the sources that OpenAPI listed', async () => {
		const sources = read(scenario, 'openapi-sources.json') as RecordedSources;
		const relays = new Map(
			sources.data.map(source => [source.source_name, source.status_list[0]?.relay_status]),
		);
		// The relay has gone on since the status was asked for.
		const moved = recorded.status.sources.map(source => {
			const {relayStatus, source: name} = source.sourceStatus;
			const relay = relays.get(name);
			const place = {
				masterBinlog: relay?.['master_binlog'] ?? '',
				masterBinlogGtid: relay?.['master_binlog_gtid'] ?? '',
			};
			return relayStatus && relay
				? {
						...source,
						sourceStatus: {
							...source.sourceStatus,
							relayStatus: {
								...relayStatus,
								...place,
								relayBinlog: place.masterBinlog,
								relayBinlogGtid: relay['relay_binlog_gtid'] ?? '',
							},
						},
						subTaskStatus: source.subTaskStatus.map(subtask => ({
							...subtask,
							...(subtask.sync && {sync: {...subtask.sync, ...place}}),
						})),
					}
				: source;
		});
		await using served = await Served.start(
			recordedCluster({...recorded, status: {...recorded.status, sources: moved}}),
		);
		const list = await served.get('/api/v1/sources?with_status=true');
		expect(list.text).toBe(inGo(inOrder(sources)));
	});

	it.each(['masters', 'workers'])('has the %s that OpenAPI listed, byte by byte', async kind => {
		await using served = await Served.start(recordedCluster(recorded));
		const {text: told} = await served.get(`/api/v1/cluster/${kind}`);
		expect(told).toBe(fixture('dm-v7.5', scenario, `openapi-${kind}.json`));
	});
});

const statusFiles = globSync('*/openapi-status-*.json', {cwd: folder}).toSorted();

it.each(statusFiles)('answers for one task as in %s', async file => {
	const [scenario = '', name = ''] = file.split('/', 2);
	const recorded = recordedOf(scenario);
	const taskName = /status-(?<task>.*)\.json$/v.exec(name)?.groups?.['task'] ?? '';
	const task = recorded.tasks.find(each => each.name === taskName)!;
	const answer = read(scenario, name) as {readonly data: readonly Entry[]};
	await using served = await Served.start(stateOf(recorded, task, answer.data));
	const {text: told} = await served.get(`/api/v1/tasks/${taskName}/status`);
	expect(told).toBe(inGo(inOrder(answer)));
});

it.each(globSync('*/openapi-*.json', {cwd: folder}).toSorted())(
	'formats %s as Go did, so that the comparison ignores only the order of lists',
	file => {
		const recorded = fixture('dm-v7.5', file);
		expect(inGo(JSON.parse(recorded))).toBe(recorded);
	},
);

it('has recordings to compare with', () => {
	expect(scenarios.length).toBeGreaterThan(7);
	expect(statusFiles.length).toBeGreaterThan(15);
});
