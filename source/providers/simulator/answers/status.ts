/**
 * What the dm-master answers to `/apis/v1alpha1/status`, field by field as DM 7.5 emits it: int64 as text, defaults
 * emitted, messages that are absent null.
 */
import {terrorText} from '../errors/terror.js';
import {hasCaughtUp} from '../model/relay.js';
import type {ProcessResult, Relay, Simulation, Source, Subtask, Validation} from '../model/model.js';
import {gtidText, positionText, locationText} from '../model/upstream.js';
import {completedTables, finishedRows} from '../subtask/dump.js';
import {readsRelay} from '../subtask/sync.js';

/** A value of JSON. */
export type Json = string | number | boolean | undefined | readonly Json[] | {readonly [key: string]: Json};

export type StatusRequest = {
	/** One task; all when absent. */
	readonly task?: string;
	/** These sources; all when absent. */
	readonly sources?: readonly string[];
};

const notReached = "this DM-worker doesn't receive any shard DDL of this group";

const int64 = (value: number): string => String(Math.round(value));

const resultJson = (result: ProcessResult | undefined): Json =>
	result === undefined ? null : {isCanceled: result.isCanceled, errors: result.errors, detail: null};

const percent = (part: number, whole: number): string =>
	(whole > 0 ? Math.min(100, (100 * part) / whole) : 0).toFixed(2);

const dumpJson = ({dump}: Subtask): Json =>
	dump === undefined
		? {}
		: {
				totalTables: int64(dump.totalTables),
				completedTables: completedTables(dump),
				finishedBytes: dump.finishedBytes,
				finishedRows: finishedRows(dump),
				estimateTotalRows: Math.round(dump.totalRows * 1.04),
				bps: int64(dump.bps),
				progress: `${percent(dump.finishedBytes, dump.totalBytes).padStart(5)} %`,
			};

const loadJson = ({load, dump, source}: Subtask): Json =>
	load === undefined
		? {}
		: {
				finishedBytes: int64(load.finishedBytes),
				totalBytes: int64(load.totalBytes),
				progress: `${percent(load.finishedBytes, load.totalBytes)} %`,
				metaBinlog: positionText(source.upstream, dump?.snapshot ?? 0),
				metaBinlogGTID: gtidText(source.upstream, dump?.snapshot ?? 0),
				bps: int64(load.bps),
			};

type ShardJson = {
	readonly blockingDDLs: readonly string[];
	readonly unresolvedGroups: Json;
	readonly blockDDLOwner: string;
	readonly conflictMsg: string;
	readonly lockId: string;
};

const noShard: ShardJson = {
	blockingDDLs: [],
	unresolvedGroups: [],
	blockDDLOwner: '',
	conflictMsg: '',
	lockId: '',
};

const shardJson = (simulation: Simulation, {sync, source, task}: Subtask): ShardJson => {
	const lock = sync?.shard === undefined ? undefined : simulation.locks.get(sync.shard.lock);
	if (lock === undefined || sync?.shard === undefined) {
		return noShard;
	}

	const {tables, reached} = sync.shard;
	if (lock.mode === 'optimistic') {
		return lock.conflict?.source === source.name && reached > 0
			? {
					...noShard,
					blockDDLOwner: `${source.name}-${lock.conflict.table}`,
					conflictMsg: lock.conflict.message,
				}
			: noShard;
	}

	if (reached === 0) {
		return lock.owner === ''
			? noShard
			: {
					...noShard,
					unresolvedGroups: [
						{target: lock.target, DDLs: [], firstLocation: '', synced: [], unsynced: [notReached]},
					],
				};
	}

	const first = Math.min(...tables.map(table => table.transaction));
	const isReached = (table: {readonly transaction: number}): boolean => table.transaction <= sync.transaction;
	const isWhole = reached === tables.length;
	return {
		...noShard,
		blockingDDLs: isWhole ? lock.DDLs : [],
		unresolvedGroups: [
			{
				target: lock.target,
				DDLs: lock.DDLs,
				firstLocation: locationText(source.upstream, first),
				synced: tables.filter(table => isReached(table)).map(table => table.name),
				unsynced: tables.filter(table => !isReached(table)).map(table => table.name),
			},
		],
		lockId: isWhole && Number.isFinite(lock.resolvedAt) ? `${task.name}-${lock.target}` : '',
	};
};

const syncJson = (subtask: Subtask, shard: ShardJson): Json => {
	const {sync, source} = subtask;
	const {upstream} = source;
	if (sync === undefined) {
		return {};
	}

	const rows = int64(sync.rows);
	const totalRps = int64(sync.totalRps);
	const recentRps = int64(sync.recentRps);
	const master = upstream.reachable ? positionText(upstream, upstream.transaction) : '';
	const masterGtid = upstream.reachable ? gtidText(upstream, upstream.transaction) : '';
	const syncer = positionText(upstream, sync.checkpoint);
	return {
		totalEvents: rows,
		totalTps: totalRps,
		recentTps: recentRps,
		masterBinlog: master,
		masterBinlogGtid: masterGtid,
		syncerBinlog: syncer,
		syncerBinlogGtid: gtidText(upstream, sync.checkpoint),
		blockingDDLs: shard.blockingDDLs,
		unresolvedGroups: shard.unresolvedGroups,
		synced: master === syncer,
		binlogType: readsRelay(subtask) ? 'local' : 'remote',
		secondsBehindMaster: int64(sync.secondsBehind),
		blockDDLOwner: shard.blockDDLOwner,
		conflictMsg: shard.conflictMsg,
		totalRows: rows,
		totalRps,
		recentRps,
	};
};

const validationJson = (subtask: Subtask, validation: Validation | undefined): Json => {
	if (validation === undefined || subtask.unit !== 'Sync') {
		return null;
	}

	const {upstream} = subtask.source;
	const {inserts, updates, deletes, pending, errors} = validation;
	return {
		task: subtask.task.name,
		source: subtask.source.name,
		mode: validation.mode,
		stage: validation.stage,
		validatorBinlog: positionText(upstream, validation.transaction),
		validatorBinlogGtid: gtidText(upstream, validation.transaction),
		result: null,
		processedRowsStatus: `insert/update/delete: ${inserts}/${updates}/${deletes}`,
		pendingRowsStatus: `insert/update/delete: ${Math.floor(pending / 2)}/${Math.floor(pending / 3)}/0`,
		errorRowsStatus: `new/ignored/resolved: ${errors}/0/0`,
		cutoverBinlogPos: '',
		cutoverBinlogGtid: '',
	};
};

const subtaskJson = (simulation: Simulation, subtask: Subtask): Json => {
	const shard = subtask.sync?.shard === undefined ? noShard : shardJson(simulation, subtask);
	const status: Record<string, Json> = {
		name: subtask.task.name,
		stage: subtask.stage,
		unit: subtask.unit === '' ? 'InvalidUnit' : subtask.unit,
		result: resultJson(subtask.result),
		unresolvedDDLLockID: shard.lockId,
	};
	switch (subtask.unit) {
		case 'Dump': {
			status['dump'] = dumpJson(subtask);
			break;
		}

		case 'Load': {
			status['load'] = loadJson(subtask);
			break;
		}

		case 'Sync': {
			status['sync'] = syncJson(subtask, shard);
			break;
		}

		default:
	}

	status['validation'] = validationJson(subtask, subtask.validation);
	return status;
};

const relayJson = (source: Source, relay: Relay): Json => {
	const {upstream} = source;
	return {
		masterBinlog: upstream.reachable ? positionText(upstream, upstream.transaction) : '',
		masterBinlogGtid: upstream.reachable ? gtidText(upstream, upstream.transaction) : '',
		relaySubDir: `${upstream.server}.000001`,
		relayBinlog: positionText(upstream, relay.transaction),
		relayBinlogGtid: gtidText(upstream, relay.transaction),
		relayCatchUpMaster: hasCaughtUp(source),
		stage: relay.stage,
		result: resultJson(relay.result),
	};
};

const sourceJson = (
	name: string,
	worker: string,
	{
		msg,
		relay = null,
		subtasks = [],
	}: {readonly msg: string; readonly relay?: Json; readonly subtasks?: readonly Json[]},
): Json => ({
	result: msg === '',
	msg,
	sourceStatus: {source: name, worker, result: null, relayStatus: relay},
	subTaskStatus: subtasks,
});

const grpcError = (cause: string): string =>
	terrorText({
		code: 38_008,
		class: 'dm-master',
		scope: 'internal',
		level: 'high',
		message: 'grpc request error',
		rawCause: cause,
	});

const unbound = (source: Source, request: StatusRequest): Json => {
	if (request.sources !== undefined) {
		return sourceJson(source.name, '', {
			msg: terrorText({
				code: 38_029,
				class: 'dm-master',
				scope: 'internal',
				level: 'high',
				message: `${source.name} relevant worker-client not found`,
				workaround: 'Please use list-member command to see if the some workers are offline.',
			}),
		});
	}

	const tasks = source.subtasks
		.map(subtask => subtask.task.name)
		.filter(name => request.task === undefined || name === request.task);
	return sourceJson(source.name, 'source not bound', {
		msg: `can't find task=${tasks[0] ?? ''} from dm-worker for source=${source.name}, please use dmctl list-member to check if worker is offline.`,
		subtasks: tasks.map(name => ({
			name,
			stage: 'InvalidStage',
			unit: 'InvalidUnit',
			result: null,
			unresolvedDDLLockID: '',
			validation: null,
		})),
	});
};

const answerOf = (simulation: Simulation, source: Source, request: StatusRequest): Json => {
	const worker = simulation.workers.get(source.worker);
	if (worker === undefined) {
		return unbound(source, request);
	}

	if (!worker.alive) {
		return sourceJson(source.name, '', {
			msg: grpcError(
				`rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${worker.address}: connect: connection refused"`,
			),
		});
	}

	if (worker.hung) {
		return sourceJson(source.name, '', {
			msg: grpcError('rpc error: code = DeadlineExceeded desc = context deadline exceeded'),
		});
	}

	const subtasks = source.subtasks
		.filter(subtask => request.task === undefined || subtask.task.name === request.task)
		.map(subtask => subtaskJson(simulation, subtask));
	return {
		result: true,
		msg: subtasks.length === 0 && request.task === undefined ? 'no sub task started' : '',
		sourceStatus: {
			source: source.name,
			worker: worker.name,
			result: null,
			relayStatus: source.relay === undefined ? null : relayJson(source, source.relay),
		},
		subTaskStatus: subtasks,
	};
};

const refused = (message: string): Json => ({result: false, msg: message, sources: []});

const sourcesAsked = (simulation: Simulation, request: StatusRequest): readonly Source[] | string => {
	if (request.sources !== undefined && request.sources.length > 0) {
		const unknown = request.sources.filter(name => !simulation.sources.has(name));
		return unknown.length > 0
			? `sources [${unknown.join(' ')}] haven't been added`
			: request.sources.toSorted().flatMap(name => simulation.sources.get(name) ?? []);
	}

	if (request.task !== undefined && request.task !== '') {
		const task = simulation.tasks.get(request.task);
		return task === undefined
			? `task ${request.task} has no source or not exist`
			: task.subtasks.map(subtask => subtask.source);
	}

	// DM asks bound sources; unbound ones come in by the subtasks they should have.
	return simulation.sources
		.values()
		.filter(source => source.worker !== '' || source.subtasks.length > 0)
		.toArray();
};

/** The answer to a status call at the simulation's present second. */
export const renderStatus = (simulation: Simulation, request: StatusRequest = {}): Json => {
	const sources = sourcesAsked(simulation, request);
	return typeof sources === 'string'
		? refused(sources)
		: {result: true, msg: '', sources: sources.map(source => answerOf(simulation, source, request))};
};

/** How long the call takes, ms: DM waits 30 s for each worker that does not answer, for all of them at once. */
export const statusDelay = (simulation: Simulation, request: StatusRequest = {}): number => {
	const sources = sourcesAsked(simulation, request);
	return typeof sources !== 'string' &&
		sources.some(source => simulation.workers.get(source.worker)?.hung === true)
		? 30_000
		: 12;
};
