/** A cluster as a scenario describes it, at the beginning of its past. */
import type {Scenario, SourceSpec, TaskSpec} from '../model/scenario.js';
import {checkEvery} from '../subtask/auto-resume.js';
import type {
	MasterModel,
	Simulation,
	SourceModel,
	SubtaskModel,
	TaskModel,
	WorkerModel,
} from '../model/model.js';
import {between, createRandom, hashText, type Random} from '../model/random.js';
import {byName} from '../model/order.js';
import {createTaskConfig} from '../model/task-config.js';
import {sampleEvery, type Upstream} from '../model/upstream.js';
import {settleRelays} from './relay.js';
import {createSubtask} from './create-subtask.js';

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

const createMasters = (names: readonly string[]): MasterModel[] =>
	names.map((name, index) => ({
		name,
		address: `10.0.1.${11 + index}:8261`,
		peerAddress: `10.0.1.${11 + index}:8291`,
		memberId: String(
			9_000_000_000_000_000_000n + BigInt(hashText(name, 1)) * 4_294_967_296n + BigInt(hashText(name, 2)),
		),
		isAlive: true,
	}));

const createWorker = (name: string, index: number, hasRelayDir: boolean): WorkerModel => ({
	name,
	relayDir: hasRelayDir ? `/data/${name}/relay` : '',
	address: `10.0.${2 + Math.floor(index / 200)}.${11 + (index % 200)}:8262`,
	isAlive: true,
	isHung: false,
	source: '',
	relaySource: '',
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
		isFrozen: false,
		tide: 1,
		rotations: [],
		samples: [],
		samplesFrom: Math.ceil((now + 1) / sampleEvery) * sampleEvery,
	};
};

/**
 * Creates a task, or more subtasks of an existing one, on some of its sources; returns the new subtasks.
 *
 * @param simulation The cluster, which must have the sources.
 * @param spec The whole task.
 * @param sources The names of the sources; all of the task's when absent.
 */
export const createTask = (
	simulation: Simulation,
	spec: TaskSpec,
	sources: readonly string[] = spec.sources,
): readonly SubtaskModel[] => {
	const [database = spec.target, table = 't'] = spec.target.split('.', 2);
	const task: TaskModel = simulation.tasks.get(spec.name) ?? {
		name: spec.name,
		mode: spec.mode,
		shardMode: spec.shardMode,
		database,
		table,
		config: createTaskConfig(spec, {database, table}),
		subtasks: [],
	};
	const subtasks = sources
		.toSorted()
		.flatMap(name => simulation.sources.get(name) ?? [])
		.map(source => createSubtask(simulation, spec, task, source));
	for (const subtask of subtasks) {
		const {source} = subtask;
		task.subtasks.push(subtask);
		task.subtasks.sort((left, right) => byName(left.source, right.source));
		source.subtasks.push(subtask);
		source.subtasks.sort((left, right) => byName(left.task, right.task));
	}

	simulation.tasks.set(task.name, task);
	return subtasks;
};

const createSource = (simulation: Simulation, spec: SourceSpec, index: number): SourceModel => {
	const upstream = createUpstream(spec, index, simulation);
	return {
		name: spec.name,
		worker: '',
		checkPhase: Math.floor(upstream.random() * checkEvery),
		upstream,
		isEnabled: true,
		enablesRelay: spec.relay === true,
		relayStage: 'Running',
		relays: new Map(),
		subtasks: [],
	};
};

/** Another source, without a worker. */
export const addSource = (simulation: Simulation, spec: SourceSpec): SourceModel => {
	const {sources} = simulation;
	const source = createSource(simulation, spec, sources.size);
	sources.set(source.name, source);
	const inOrder = [...sources].toSorted(([left], [right]) => (left < right ? -1 : 1));
	sources.clear();
	for (const [name, each] of inOrder) {
		sources.set(name, each);
	}

	return source;
};

/** First the workers that the scenario asks for, then the next free one for each source. */
const bindSources = ({scenario, sources, workers}: Simulation): void => {
	const wanted = new Map(scenario.sources.map(spec => [spec.name, spec.worker]));
	const mayServe = ({name}: SourceModel, worker: WorkerModel): boolean =>
		worker.source === '' && (worker.relaySource === '' || worker.relaySource === name);
	const give = (source: SourceModel, worker: WorkerModel | undefined): void => {
		if (worker === undefined || source.worker !== '' || !mayServe(source, worker)) {
			return;
		}

		worker.source = source.name;
		source.worker = worker.name;
	};

	for (const {name, relay} of scenario.sources) {
		for (const worker of Array.isArray(relay) ? (relay as readonly string[]) : []) {
			workers.get(worker)!.relaySource = name;
		}
	}

	for (const source of sources.values()) {
		give(source, workers.get(wanted.get(source.name) ?? ''));
	}

	for (const source of sources.values()) {
		give(
			source,
			workers.values().find(worker => mayServe(source, worker)),
		);
	}
};

/** The cluster at the beginning of the scenario's past. */
export const createCluster = (scenario: Scenario, seed: number): Simulation => {
	const simulation: Simulation = {
		scenario,
		seed,
		clusterId: 7_711_150_368_000_000_000n + BigInt(hashText('cluster', seed)),
		downstream: {host: '10.0.8.15', port: 4000},
		epoch: 0,
		now: -scenario.warmUp,
		masters: createMasters(scenario.masters),
		leader: scenario.masters[0] ?? '',
		electedAt: Infinity,
		evicted: new Set(),
		workers: new Map(
			scenario.workers.map((name, index) => [
				name,
				createWorker(name, index, scenario.relayDirs.includes(name)),
			]),
		),
		sources: new Map(),
		tasks: new Map(),
		specs: new Map(scenario.tasks.map(spec => [spec.name, spec])),
		locks: new Map(),
		checkpoints: new Map(),
		agenda: [],
		scheduled: 0,
	};
	for (const [index, spec] of scenario.sources.toSorted(byName).entries()) {
		simulation.sources.set(spec.name, createSource(simulation, spec, index));
	}

	bindSources(simulation);
	for (const source of simulation.sources.values()) {
		settleRelays(simulation, source);
	}

	for (const spec of scenario.tasks) {
		createTask(simulation, spec);
	}

	return simulation;
};
