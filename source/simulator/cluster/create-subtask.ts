/** A subtask as a scenario describes it: in the middle of its unit, with the counters that it would have by then. */
import type {TaskSpec} from '../model/scenario.js';
import {flushInterval} from '../subtask/sync.js';
import type {
	DumpState,
	LoadState,
	Simulation,
	SourceModel,
	SubtaskModel,
	SyncState,
	TaskModel,
} from '../model/model.js';
import {between, createRandom, type Random} from '../model/random.js';
import {ordinaryRate} from '../model/upstream.js';
import {storeEvery, type ValidationModel} from '../model/validation.js';

/** Replication that has gone on for some days at the ordinary rate, unless it has not begun. */
const createSync = (spec: TaskSpec, {upstream}: SourceModel, random: Random, now: number): SyncState => {
	const rate = ordinaryRate(upstream);
	const transaction = Math.max(1, Math.floor(upstream.transaction - rate * spec.behind));
	const hasBegun = spec.unit === 'Sync' && spec.state !== 'new';
	const age = Math.round(between(random, 3600, 9 * 86_400));
	return {
		transaction,
		checkpoint: transaction,
		flushPhase: Math.floor(random() * flushInterval),
		capacity: Math.max(40, rate * spec.headroom),
		share: spec.share,
		rows: hasBegun ? Math.round(rate * upstream.rowsPerTransaction * spec.share * age) : 0,
		startedAt: now - age,
		recentRps: 0,
		totalRps: 0,
		secondsBehind: 0,
		gaps: [],
		shards: [],
	};
};

const createDump = (spec: TaskSpec, {upstream}: SourceModel, random: Random): DumpState => {
	const totalBytes = Math.round(spec.bytes * between(random, 0.96, 1.04));
	const isAhead = spec.unit === 'Dump' || spec.state === 'new';
	return {
		totalTables: spec.tables,
		totalBytes,
		totalRows: Math.round(totalBytes / between(random, 150, 420)),
		finishedBytes: isAhead ? Math.round(totalBytes * spec.progress) : totalBytes,
		speed: spec.speed,
		bps: 0,
		snapshot: Math.max(1, Math.floor(upstream.transaction - ordinaryRate(upstream) * 600)),
	};
};

const createLoad = (spec: TaskSpec, dump: DumpState, worker: string, random: Random): LoadState => {
	const totalBytes = spec.unit === 'Dump' && spec.state !== 'finished' ? 0 : dump.totalBytes;
	const speed = Math.round(spec.speed * 0.6);
	return {
		totalBytes,
		finishedBytes:
			spec.unit === 'Load' && spec.state !== 'finished' ? Math.round(totalBytes * spec.progress) : totalBytes,
		speed,
		bps: spec.state === 'finished' ? Math.round(speed * between(random, 0.8, 1)) : 0,
		worker,
	};
};

const createValidation = (
	mode: 'full' | 'fast',
	transaction: number,
	{random, now}: {readonly random: Random; readonly now: number},
): ValidationModel => ({
	mode,
	stage: 'Running',
	result: undefined,
	transaction,
	inserts: Math.round(between(random, 1e4, 1e6)),
	updates: Math.round(between(random, 1e4, 1e6)),
	deletes: Math.round(between(random, 1e2, 1e4)),
	pending: {inserts: 0, updates: 0, deletes: 0},
	cutover: '',
	rows: [],
	storesAt: now + storeEvery,
});

const stages = {
	new: 'New',
	running: 'Running',
	paused: 'Paused',
	stopped: 'Stopped',
	finished: 'Finished',
} as const;

const results: Readonly<Partial<Record<TaskSpec['state'], {readonly isCanceled: boolean}>>> = {
	paused: {isCanceled: true},
	stopped: {isCanceled: true},
	finished: {isCanceled: false},
};

const unitOf = (spec: TaskSpec): SubtaskModel['unit'] => {
	if (spec.state === 'new') {
		return '';
	}

	return spec.state === 'finished' ? 'Load' : spec.unit;
};

/** One task on one source, in the state that the scenario gives it. */
export const createSubtask = (
	simulation: Simulation,
	spec: TaskSpec,
	task: TaskModel,
	source: SourceModel,
): SubtaskModel => {
	const random = createRandom(simulation.seed, 'subtask', spec.name, source.name);
	const sync = spec.mode === 'full' ? undefined : createSync(spec, source, random, simulation.now);
	const dump = spec.mode === 'incremental' ? undefined : createDump(spec, source, random);
	const result = results[spec.state];
	return {
		task,
		source,
		random,
		meta: spec.mode === 'incremental' && sync !== undefined ? sync.checkpoint : undefined,
		stage: stages[spec.state],
		expected: spec.state === 'paused' ? 'Paused' : 'Running',
		unit: unitOf(spec),
		result: result === undefined ? undefined : {...result, errors: []},
		changesAt: Infinity,
		dump,
		load: dump === undefined ? undefined : createLoad(spec, dump, source.worker, random),
		sync,
		validation:
			spec.validation === '' || sync === undefined
				? undefined
				: createValidation(spec.validation, sync.transaction, {random, now: simulation.now}),
		stalledUntil: -Infinity,
		leaves: [],
		faults: [],
		operators: new Map(),
		structures: new Map(),
		safeModeUntil: -Infinity,
		resumedAt: simulation.now,
		backoff: 1,
		resumes: 0,
	};
};
