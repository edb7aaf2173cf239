/** One subtask as DM's status spells it (pb.SubTaskStatus). */
import type {ProcessResult, Simulation, Subtask, Validation} from '../model/model.js';
import {gtidText, positionText} from '../model/upstream.js';
import {completedTables, finishedRows} from '../subtask/dump.js';
import {binlogType} from '../subtask/sync.js';
import {int64, none, percent, type Json} from './json.js';
import {noShard, shardJson, type ShardJson} from './shard-status.js';

/** Pb.ProcessResult, or null while the unit works. */
export const resultJson = (result: ProcessResult | undefined): Json =>
	result === undefined ? none : {isCanceled: result.isCanceled, errors: result.errors, detail: none};

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

const syncJson = (subtask: Subtask, shard: ShardJson): Json => {
	const {sync, source} = subtask;
	const {upstream} = source;
	if (sync === undefined) {
		return {};
	}

	const rows = int64(sync.rows);
	const totalRps = int64(sync.totalRps);
	const recentRps = int64(sync.recentRps);
	const master = upstream.isReachable ? positionText(upstream, upstream.transaction) : '';
	const masterGtid = upstream.isReachable ? gtidText(upstream, upstream.transaction) : '';
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
		binlogType: binlogType(subtask),
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
		return none;
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
		result: none,
		processedRowsStatus: `insert/update/delete: ${inserts}/${updates}/${deletes}`,
		pendingRowsStatus: `insert/update/delete: ${Math.floor(pending / 2)}/${Math.floor(pending / 3)}/0`,
		errorRowsStatus: `new/ignored/resolved: ${errors}/0/0`,
		cutoverBinlogPos: '',
		cutoverBinlogGtid: '',
	};
};

/** Pb.SubTaskStatus. */
export const subtaskJson = (simulation: Simulation, subtask: Subtask): Json => {
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
