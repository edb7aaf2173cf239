/** One subtask as DM's status spells it (pb.SubTaskStatus). */
import type {Simulation, SubtaskModel, SyncState} from '../model/model.js';
import type {ProcessResultJson} from '../model/process-result.js';
import {type Gap, gtidText, printedPosition, type Upstream} from '../model/upstream.js';
import type {ValidationModel} from '../model/validation.js';
import {completedTables, finishedRows} from '../subtask/dump.js';
import {binlogType} from '../subtask/sync.js';
import {countRows} from '../subtask/validation.js';
import {int64Text, absent, percent} from '../model/json.js';
import type {DumpJson, LoadJson, ResultJson, SubtaskJson, SyncJson, ValidationJson} from './messages.js';
import {noShard, shardJson, type ShardJson} from './shard-status.js';

/** Rows/s as reported by a syncer; see `SyncState` for the two. */
export type Rates = {readonly totalRps: number; readonly recentRps: number};

/** The rates that a syncer reports to a client. */
export type TellRates = (sync: SyncState) => Rates;

/** Pb.ProcessResult, or null while the unit works. */
export const resultJson = (result: ProcessResultJson | undefined): ResultJson | typeof absent =>
	result === undefined ? absent : {isCanceled: result.isCanceled, errors: result.errors, detail: absent};

/** Position and GTID set after a transaction; both '' when it is not known. */
const place = (
	upstream: Upstream,
	transaction: number | undefined,
	gaps: readonly Gap[] = [],
): readonly [string, string] =>
	transaction === undefined
		? ['', '']
		: [printedPosition(upstream, transaction), gtidText(upstream, transaction, gaps)];

const dumpJson = ({dump}: SubtaskModel): DumpJson | undefined =>
	dump === undefined
		? undefined
		: {
				totalTables: int64Text(dump.totalTables),
				completedTables: completedTables(dump),
				finishedBytes: dump.finishedBytes,
				finishedRows: finishedRows(dump),
				estimateTotalRows: Math.round(dump.totalRows * 1.04),
				bps: int64Text(dump.bps),
				progress: `${percent(dump.finishedBytes, dump.totalBytes).padStart(5)} %`,
			};

const loadJson = ({load, dump, source, stage}: SubtaskModel): LoadJson | undefined => {
	if (load === undefined) {
		return undefined;
	}

	const [metaBinlog, metaBinlogGTID] = place(source.upstream, dump?.snapshot);
	// An empty load counts as complete once it has finished.
	const isDone = stage === 'Finished';
	return {
		finishedBytes: int64Text(load.finishedBytes),
		totalBytes: int64Text(load.totalBytes),
		progress: `${isDone ? percent(1, 1) : percent(load.finishedBytes, load.totalBytes)} %`,
		metaBinlog,
		metaBinlogGTID,
		bps: int64Text(load.bps),
	};
};

const syncJson = (subtask: SubtaskModel, shard: ShardJson, tellRates: TellRates): SyncJson | undefined => {
	const {sync, source} = subtask;
	const {upstream} = source;
	if (sync === undefined) {
		return undefined;
	}

	const rates = tellRates(sync);
	const rows = int64Text(sync.rows);
	const totalRps = int64Text(rates.totalRps);
	const recentRps = int64Text(rates.recentRps);
	const [master, masterGtid] = place(upstream, upstream.isReachable ? upstream.transaction : undefined);
	const [syncer, syncerGtid] = place(upstream, sync.checkpoint, sync.gaps);
	return {
		totalEvents: rows,
		totalTps: totalRps,
		recentTps: recentRps,
		masterBinlog: master,
		masterBinlogGtid: masterGtid,
		syncerBinlog: syncer,
		syncerBinlogGtid: syncerGtid,
		blockingDDLs: shard.blockingDDLs,
		unresolvedGroups: shard.unresolvedGroups,
		synced: master === syncer,
		binlogType: binlogType(subtask),
		secondsBehindMaster: int64Text(sync.secondsBehind),
		blockDDLOwner: shard.blockDDLOwner,
		conflictMsg: shard.conflictMsg,
		totalRows: rows,
		totalRps,
		recentRps,
	};
};

/** Pb.ValidationStatus */
export const validationJson = (subtask: SubtaskModel, validation: ValidationModel): ValidationJson => {
	const {inserts, updates, deletes, pending} = validation;
	const rows = countRows(validation);
	const [validatorBinlog, validatorBinlogGtid] = place(subtask.source.upstream, validation.transaction);
	return {
		task: subtask.task.name,
		source: subtask.source.name,
		mode: validation.mode,
		stage: validation.stage,
		validatorBinlog,
		validatorBinlogGtid,
		result: resultJson(validation.result),
		processedRowsStatus: `insert/update/delete: ${inserts}/${updates}/${deletes}`,
		pendingRowsStatus: `insert/update/delete: ${pending.inserts}/${pending.updates}/${pending.deletes}`,
		errorRowsStatus: `new/ignored/resolved: ${rows.new}/${rows.ignored}/${rows.resolved}`,
		cutoverBinlogPos: '',
		cutoverBinlogGtid: validation.cutover,
	};
};

const unitJson = (
	subtask: SubtaskModel,
	shard: ShardJson,
	tellRates: TellRates,
): Pick<SubtaskJson, 'dump' | 'load' | 'sync'> => {
	switch (subtask.unit) {
		case 'Dump': {
			return {dump: dumpJson(subtask)};
		}

		case 'Load': {
			return {load: loadJson(subtask)};
		}

		case 'Sync': {
			return {sync: syncJson(subtask, shard, tellRates)};
		}

		case '': {
			return {};
		}
	}
};

/** Pb.SubTaskStatus. */
export const subtaskJson = (
	simulation: Simulation,
	subtask: SubtaskModel,
	tellRates: TellRates,
): SubtaskJson => {
	const {sync, validation, unit} = subtask;
	const shard = sync === undefined || sync.shards.length === 0 ? noShard : shardJson(simulation, subtask);
	return {
		name: subtask.task.name,
		stage: subtask.stage,
		unit: unit === '' ? 'InvalidUnit' : unit,
		result: resultJson(subtask.result),
		unresolvedDDLLockID: shard.lockId,
		...unitJson(subtask, shard, tellRates),
		// A validator needs a syncer.
		validation: validation === undefined || unit !== 'Sync' ? absent : validationJson(subtask, validation),
	};
};

/** An entry for a task of which nothing is known here; `msg` says why. */
export const emptySubtaskJson = (name: string, message?: string): SubtaskJson => ({
	name,
	stage: 'InvalidStage',
	unit: 'InvalidUnit',
	result: absent,
	unresolvedDDLLockID: '',
	...(message !== undefined && {msg: message}),
	validation: absent,
});
