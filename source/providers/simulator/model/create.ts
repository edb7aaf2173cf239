/** A cluster as a scenario describes it, at the beginning of its past. */
import type {Scenario, SourceSpec, TaskSpec} from '../scenario/scenario.js';
import type {Master, Simulation, Source, Subtask, Task, Worker} from './model.js';
import {between, createRandom, hashText, type Random} from './random.js';
import {createRelay} from './relay.js';
import {ordinaryRate, type Upstream} from './upstream.js';

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
			(BigInt(hashText(name, 1)) * 4_294_967_296n + BigInt(hashText(name, 2))) | 0x40_00_00_00_00_00_00_00n,
		),
		alive: true,
	}));

const createWorker = (name: string, index: number): Worker => ({
	name,
	address: `10.0.${2 + Math.floor(index / 200)}.${11 + (index % 200)}:8262`,
	alive: true,
	hung: false,
	source: '',
	offlineAt: Infinity,
});

const createUpstream = (spec: SourceSpec, index: number, seed: number, start: number): Upstream => {
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
		reachable: true,
		tide: 1,
		rotations: [],
		samples: [],
		samplesFrom: Math.ceil(start / 10) * 10,
	};
};

const createSubtask = (simulation: Simulation, spec: TaskSpec, task: Task, source: Source): Subtask => {
	const random = createRandom(simulation.seed, 'subtask', spec.name, source.name);
	const {upstream} = source;
	const rate = ordinaryRate(upstream);
	const bytes = Math.round(spec.bytes * between(random, 0.96, 1.04));
	const isFull = spec.mode !== 'incremental';
	const unit = spec.state === 'new' ? '' : spec.unit;
	const snapshot = Math.max(1, Math.floor(upstream.transaction - rate * spec.behind));
	const started = simulation.now;
	const subtask: Subtask = {
		task,
		source,
		random,
		stage: 'Running',
		unit,
		result: undefined,
		changesAt: Infinity,
		dump: isFull
			? {
					totalTables: spec.tables,
					totalBytes: bytes,
					totalRows: Math.round(bytes / between(random, 150, 420)),
					finishedBytes: unit === 'Dump' ? Math.round(bytes * spec.progress) : unit === '' ? 0 : bytes,
					speed: spec.speed,
					bps: 0,
					snapshot,
				}
			: undefined,
		load: isFull
			? {
					totalBytes: unit === 'Load' || unit === 'Sync' ? bytes : 0,
					finishedBytes: unit === 'Load' ? Math.round(bytes * spec.progress) : unit === 'Sync' ? bytes : 0,
					speed: spec.speed * 0.6,
					bps: 0,
				}
			: undefined,
		sync:
			spec.mode === 'full'
				? undefined
				: {
						transaction: snapshot,
						checkpoint: snapshot,
						flushPhase: Math.floor(random() * 30),
						capacity: Math.max(40, rate * spec.headroom),
						share: spec.share,
						rows: Math.round(
							rate * upstream.rowsPerTransaction * spec.share * between(random, 3600, 9 * 86_400),
						),
						startedAt: started - Math.round(between(random, 3600, 9 * 86_400)),
						recentRps: 0,
						totalRps: 0,
						secondsBehind: 0,
						shard: undefined,
					},
		validation:
			spec.validation === ''
				? undefined
				: {
						mode: spec.validation,
						stage: 'Running',
						transaction: snapshot,
						inserts: Math.round(between(random, 1e4, 1e6)),
						updates: Math.round(between(random, 1e4, 1e6)),
						deletes: Math.round(between(random, 1e2, 1e4)),
						pending: 0,
						errors: 0,
					},
		faults: [],
		operators: new Map(),
		resumedAt: started,
		backoff: 1,
	};
	enterState(subtask, spec, started);
	return subtask;
};

const enterState = (subtask: Subtask, spec: TaskSpec, now: number): void => {
	switch (spec.state) {
		case 'new': {
			subtask.stage = 'New';
			return;
		}

		case 'paused': {
			subtask.stage = 'Paused';
			subtask.result = {isCanceled: true, errors: []};
			return;
		}

		case 'stopped': {
			subtask.stage = 'Stopped';
			subtask.result = {isCanceled: true, errors: []};
			return;
		}

		case 'finished': {
			subtask.stage = 'Finished';
			subtask.unit = 'Load';
			subtask.result = {isCanceled: false, errors: []};
			if (subtask.load !== undefined) {
				subtask.load.totalBytes = subtask.dump?.totalBytes ?? 0;
				subtask.load.finishedBytes = subtask.load.totalBytes;
				subtask.load.bps = Math.round(subtask.load.speed * between(subtask.random, 0.8, 1));
			}

			return;
		}

		default: {
			subtask.resumedAt = now;
		}
	}
};

const byName = (left: {readonly name: string}, right: {readonly name: string}): number =>
	left.name < right.name ? -1 : left.name > right.name ? 1 : 0;

/** Creates a task of a scenario on its sources, which must exist. */
export const createTask = (simulation: Simulation, spec: TaskSpec): Task => {
	const [database = spec.target, table = 't'] = spec.target.split('.', 2);
	const task: Task = {
		name: spec.name,
		mode: spec.mode,
		shardMode: spec.shardMode,
		database,
		table,
		subtasks: [],
	};
	for (const name of spec.sources.toSorted()) {
		const source = simulation.sources.get(name);
		if (source !== undefined) {
			const subtask = createSubtask(simulation, spec, task, source);
			task.subtasks.push(subtask);
			source.subtasks.push(subtask);
			source.subtasks.sort((left, right) => byName(left.task, right.task));
		}
	}

	simulation.tasks.set(task.name, task);
	return task;
};

/** The cluster at the beginning of the scenario's past. */
export const createCluster = (scenario: Scenario, seed: number): Simulation => {
	const start = -scenario.warmUp;
	const simulation: Simulation = {
		scenario,
		seed,
		now: start,
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
	const free = [...simulation.workers.values()];
	for (const [index, spec] of scenario.sources.toSorted(byName).entries()) {
		const upstream = createUpstream(spec, index, seed, start);
		const source: Source = {name: spec.name, worker: '', upstream, relay: undefined, subtasks: []};
		if (spec.relay) {
			source.relay = createRelay(upstream.transaction, Math.max(60, ordinaryRate(upstream) * 8));
		}

		const worker = free.find(
			candidate => candidate.source === '' && (spec.worker === '' || candidate.name === spec.worker),
		);
		if (worker !== undefined) {
			worker.source = source.name;
			source.worker = worker.name;
		}

		simulation.sources.set(source.name, source);
	}

	for (const spec of scenario.tasks) {
		createTask(simulation, spec);
	}

	return simulation;
};
