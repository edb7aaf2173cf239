/** A worker's answer in OpenAPI: one entry of a task's `status_list` (getTaskStatus, openapi_controller.go). */
import type {Json} from '../../model/json.js';
import type {
	DumpJson,
	LoadJson,
	ShardingGroupJson,
	SourceJson,
	SubtaskJson,
	SyncJson,
} from '../../answers/messages.js';
import type {ProcessErrorJson} from '../../model/process-result.js';
import {listOrNull} from './encode.js';
import {commonError} from './openapi-error.js';

const errorText = (error: ProcessErrorJson): string => {
	const {ErrCode, ErrClass, ErrScope, ErrLevel, Message, RawCause, Workaround} = error;
	return [
		`[code=${ErrCode}:class=${ErrClass}:scope=${ErrScope}:level=${ErrLevel}], Message: ${Message}`,
		RawCause === '' ? '' : `, RawCause: ${RawCause}`,
		Workaround === '' ? '' : `, Workaround: ${Workaround}`,
		'.\n',
	].join('');
};

const dumpStatus = (dump: DumpJson): Json => ({
	completed_tables: dump.completedTables,
	estimate_total_rows: dump.estimateTotalRows,
	finished_bytes: dump.finishedBytes,
	finished_rows: dump.finishedRows,
	total_tables: Number(dump.totalTables),
});

const loadStatus = (load: LoadJson): Json => ({
	finished_bytes: Number(load.finishedBytes),
	meta_binlog: load.metaBinlog,
	meta_binlog_gtid: load.metaBinlogGTID,
	progress: load.progress,
	total_bytes: Number(load.totalBytes),
});

const shardingGroup = (group: ShardingGroupJson): Json => ({
	ddl_list: listOrNull(group.DDLs),
	first_location: group.firstLocation,
	synced: listOrNull(group.synced),
	target: group.target,
	unsynced: listOrNull(group.unsynced),
});

const syncStatus = (sync: SyncJson): Json => ({
	binlog_type: sync.binlogType,
	blocking_ddls: listOrNull(sync.blockingDDLs),
	master_binlog: sync.masterBinlog,
	master_binlog_gtid: sync.masterBinlogGtid,
	recent_tps: Number(sync.recentTps),
	seconds_behind_master: Number(sync.secondsBehindMaster),
	synced: sync.synced,
	syncer_binlog: sync.syncerBinlog,
	syncer_binlog_gtid: sync.syncerBinlogGtid,
	total_events: Number(sync.totalEvents),
	total_tps: Number(sync.totalTps),
	unresolved_groups: listOrNull(sync.unresolvedGroups.map(group => shardingGroup(group))),
});

const ofSubtask = (task: string, {sourceStatus}: SourceJson, subtask: SubtaskJson): Json => {
	const errors = subtask.result?.errors ?? [];
	return {
		...(subtask.dump !== undefined && {dump_status: dumpStatus(subtask.dump)}),
		...(errors.length > 0 && {error_msg: errors.map(error => errorText(error)).join('')}),
		...(subtask.load !== undefined && {load_status: loadStatus(subtask.load)}),
		name: task,
		source_name: sourceStatus.source,
		stage: subtask.stage,
		...(subtask.sync !== undefined && {sync_status: syncStatus(subtask.sync)}),
		unit: subtask.unit,
		unresolved_ddl_lock_id: subtask.unresolvedDDLLockID,
		worker_name: sourceStatus.worker,
	};
};

/**
 * One worker's answer about a task.
 *
 * @throws {RefusedError} Without an answer: then OpenAPI reports nothing about the whole task.
 */
export const subtaskStatus = (task: string, answer: SourceJson): Json => {
	const {sourceStatus, subTaskStatus} = answer;
	if (!answer.result) {
		return {
			error_msg: answer.msg,
			name: task,
			source_name: sourceStatus.source,
			stage: '',
			unit: '',
			worker_name: sourceStatus.worker,
		};
	}

	const [subtask] = subTaskStatus;
	if (subtask === undefined) {
		throw commonError("worker's query-status response is nil");
	}

	return ofSubtask(task, answer, subtask);
};
