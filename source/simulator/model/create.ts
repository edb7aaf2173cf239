/** A cluster as a scenario describes it, at the beginning of its past. */
import type {Scenario, SourceSpec, TaskSpec} from '../scenario/scenario.js';
import {checkEvery} from '../subtask/auto-resume.js';
import {createSubtask} from './create-subtask.js';
import type {Master, Simulation, Source, Task, Worker} from './model.js';
import {between, createRandom, hashText, type Random} from './random.js';
import {createRelay} from './relay.js';
import {createTaskConfig} from './task-config.js';
import {sampleEvery, type Upstream} from './upstream.js';

const uuid = (random: Random): string => {
	const digits = Array.from({length: 32}, () => Math.floor(random() * 16).toString(16)).join('');
	return [
		digits.slice(0, 8),
		digits.slice(8, 12),
		'11ef',
		`b${digits.slice(17, 20)}`,
		`0242ac1${digits.slice(20, 25)}`,
	].join('-');
};

const createMasters = (names: readonly string[]): Master[] =>
	names.map((name, index) => ({
		name,
		address: `10.0.1.${11 + index}:8261`,
		peerAddress: `10.0.1.${11 + index}:8291`,
		memberId: String(
			9_000_000_000_000_000_000n + BigInt(hashText(name, 1)) * 4_294_967_296n + BigInt(hashText(name, 2)),
		),
		isAlive: true,
	}));

const createWorker = (name: string, index: number): Worker => ({
	name,
	address: `10.0.${2 + Math.floor(index / 200)}.${11 + (index % 200)}:8262`,
	isAlive: true,
	isHung: false,
	source: '',
	offlineAt: Infinity,
});

const createUpstream = (spec: SourceSpec, index: number, {seed, now}: Simulation): Upstream => {
	const random = createRandom(seed, 'upstream', spec.name);
	const bytesPerTransaction = Math.round(between(random, 420, 1800));
	const serverId = index + 1;
	return {
		flavor: spec.flavor,
		server: spec.flavor === 'mariadb' ? `${serverId}-${serverId}` : uuid(random),
		filePrefix: 'mysql-bin',
		host: `10.0.${9 + Math.floor(index / 200)}.${11 + (index % 200)}`,
		port: 3306,
		rate: spec.rows,
		rowsPerTransaction: Math.round(between(random, 1.2, 4) * 10) / 10,
		bytesPerTransaction,
		fileSize: spec.fileSize,
		random,
		transaction: Math.floor(
			((spec.file - 1 + between(random, 0.1, 0.7)) * spec.fileSize) / bytesPerTransaction,
		),
		isReachable: true,
		tide: 1,
		rotations: [],
		samples: [],
		samplesFrom: Math.ceil((now + 1) / sampleEvery) * sampleEvery,
	};
};

/** The order of code units, as Go sorts. */
export const byName = (left: {readonly name: string}, right: {readonly name: string}): number => {
	if (left.name === right.name) {
		return 0;
	}

	return left.name < right.name ? -1 : 1;
};

/** Creates a task of a scenario on its sources, which must exist. */
export const createTask = (simulation: Simulation, spec: TaskSpec): Task => {
	const [database = spec.target, table = 't'] = spec.target.split('.', 2);
	const task: Task = {
		name: spec.name,
		mode: spec.mode,
		shardMode: spec.shardMode,
		database,
		table,
		config: createTaskConfig(spec, {database, table}),
		subtasks: [],
	};
	for (const name of spec.sources.toSorted()) {
		const source = simulation.sources.get(name);
		if (source === undefined) {
			continue;
		}

		const subtask = createSubtask(simulation, spec, task, source);
		task.subtasks.push(subtask);
		source.subtasks.push(subtask);
		source.subtasks.sort((left, right) => byName(left.task, right.task));
	}

	simulation.tasks.set(task.name, task);
	return task;
};

const createSource = (simulation: Simulation, spec: SourceSpec, index: number): Source => {
	const upstream = createUpstream(spec, index, simulation);
	return {
		name: spec.name,
		worker: '',
		checkPhase: Math.floor(upstream.random() * checkEvery),
		upstream,
		relay: spec.relay ? createRelay(upstream, upstream.transaction) : undefined,
		subtasks: [],
	};
};

/** First the workers that the scenario asks for, then the next free one for each source. */
const bindSources = ({scenario, sources, workers}: Simulation): void => {
	const wanted = new Map(scenario.sources.map(spec => [spec.name, spec.worker]));
	const give = (source: Source, worker: Worker | undefined): void => {
		if (!(worker?.source === '' && source.worker === '')) {
			return;
		}

		worker.source = source.name;
		source.worker = worker.name;
	};

	for (const source of sources.values()) {
		give(source, workers.get(wanted.get(source.name) ?? ''));
	}

	for (const source of sources.values()) {
		const free = workers.values().find(worker => worker.source === '');
		give(source, free);
	}
};

/** The cluster at the beginning of the scenario's past. */
export const createCluster = (scenario: Scenario, seed: number): Simulation => {
	const simulation: Simulation = {
		scenario,
		seed,
		clusterId: 7_711_150_368_000_000_000n + BigInt(hashText('cluster', seed)),
		downstream: {host: '10.0.8.15', port: 4000},
		now: -scenario.warmUp,
		masters: createMasters(scenario.masters),
		leader: scenario.masters[0] ?? '',
		electedAt: Infinity,
		evicted: new Set(),
		workers: new Map(scenario.workers.map((name, index) => [name, createWorker(name, index)])),
		sources: new Map(),
		tasks: new Map(),
		locks: new Map(),
		agenda: [],
		scheduled: 0,
	};
	for (const [index, spec] of scenario.sources.toSorted(byName).entries()) {
		simulation.sources.set(spec.name, createSource(simulation, spec, index));
	}

	bindSources(simulation);
	for (const spec of scenario.tasks) {
		createTask(simulation, spec);
	}

	return simulation;
};
