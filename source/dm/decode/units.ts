/**
 * The fields of each processing unit. Both spellings have the same members under different names, so each decoder takes
 * the names to look for.
 */
import {errorRowCounts} from '../derived/validation.js';
import type {Check, Dump, Load, Relay, ShardingGroup, Sync, Validation} from '../status.js';
import type {Fields} from './fields.js';
import {decodeProcessResult} from './process-result.js';

/** The names of v1alpha1 and dmctl. */
const dmNames = {
	totalTables: 'totalTables',
	completedTables: 'completedTables',
	finishedBytes: 'finishedBytes',
	finishedRows: 'finishedRows',
	estimateTotalRows: 'estimateTotalRows',
	totalBytes: 'totalBytes',
	metaBinlog: 'metaBinlog',
	metaBinlogGTID: 'metaBinlogGTID',
	totalEvents: 'totalEvents',
	totalTps: 'totalTps',
	recentTps: 'recentTps',
	masterBinlog: 'masterBinlog',
	masterBinlogGtid: 'masterBinlogGtid',
	syncerBinlog: 'syncerBinlog',
	syncerBinlogGtid: 'syncerBinlogGtid',
	blockingDDLs: 'blockingDDLs',
	unresolvedGroups: 'unresolvedGroups',
	DDLs: 'DDLs',
	firstLocation: 'firstLocation',
	binlogType: 'binlogType',
	secondsBehindMaster: 'secondsBehindMaster',
	ioTotalBytes: 'ioTotalBytes',
	dumpIOTotalBytes: 'dumpIOTotalBytes',
};

/** Which names a document uses. */
export type FieldNames = Readonly<typeof dmNames>;

const openapiNames: FieldNames = {
	totalTables: 'total_tables',
	completedTables: 'completed_tables',
	finishedBytes: 'finished_bytes',
	finishedRows: 'finished_rows',
	estimateTotalRows: 'estimate_total_rows',
	totalBytes: 'total_bytes',
	metaBinlog: 'meta_binlog',
	metaBinlogGTID: 'meta_binlog_gtid',
	totalEvents: 'total_events',
	totalTps: 'total_tps',
	recentTps: 'recent_tps',
	masterBinlog: 'master_binlog',
	masterBinlogGtid: 'master_binlog_gtid',
	syncerBinlog: 'syncer_binlog',
	syncerBinlogGtid: 'syncer_binlog_gtid',
	blockingDDLs: 'blocking_ddls',
	unresolvedGroups: 'unresolved_groups',
	DDLs: 'ddl_list',
	firstLocation: 'first_location',
	binlogType: 'binlog_type',
	secondsBehindMaster: 'seconds_behind_master',
	ioTotalBytes: 'io_total_bytes',
	dumpIOTotalBytes: 'dump_io_total_bytes',
};

/** The names by the form of a document: `dm` is v1alpha1 and dmctl. */
export const names = {dm: dmNames, openapi: openapiNames} satisfies Record<string, FieldNames>;

/** The check of a task before it starts (pb.CheckStatus), which is spelled the same everywhere. */
export const decodeCheck = (check: Fields): Check => ({
	passed: check.flag('passed') ?? false,
	total: check.number('total'),
	successful: check.number('successful'),
	failed: check.number('failed'),
	warning: check.number('warning'),
	detail: check.bytes('detail'),
});

/** The dump of a subtask (pb.DumpStatus). */
export const decodeDump = (dump: Fields, name: FieldNames): Dump => ({
	totalTables: dump.int64(name.totalTables),
	completedTables: dump.number(name.completedTables),
	finishedBytes: dump.number(name.finishedBytes),
	finishedRows: dump.number(name.finishedRows),
	estimateTotalRows: dump.number(name.estimateTotalRows),
	bps: dump.int64('bps'),
	progress: dump.freeText('progress').trim(),
});

/** The load of a subtask (pb.LoadStatus); `progress` is DM's own text, without blanks around it. */
export const decodeLoad = (load: Fields, name: FieldNames): Load => ({
	finishedBytes: load.int64(name.finishedBytes),
	totalBytes: load.int64(name.totalBytes),
	progress: load.freeText('progress').trim(),
	metaBinlog: load.text(name.metaBinlog),
	metaBinlogGTID: load.text(name.metaBinlogGTID),
	bps: load.int64('bps'),
});

const decodeGroup = (group: Fields, name: FieldNames): ShardingGroup => ({
	target: group.text('target'),
	DDLs: group.freeTexts(name.DDLs),
	firstLocation: group.text(group.has(name.firstLocation) ? name.firstLocation : 'firstPos'),
	synced: group.texts('synced'),
	unsynced: group.texts('unsynced'),
});

/** The replication of a subtask (pb.SyncStatus), with its unresolved groups of sharded tables. */
export const decodeSync = (sync: Fields, name: FieldNames): Sync => ({
	totalEvents: sync.int64(name.totalEvents),
	totalTps: sync.int64(name.totalTps),
	recentTps: sync.int64(name.recentTps),
	masterBinlog: sync.text(name.masterBinlog),
	masterBinlogGtid: sync.text(name.masterBinlogGtid),
	syncerBinlog: sync.text(name.syncerBinlog),
	syncerBinlogGtid: sync.text(name.syncerBinlogGtid),
	blockingDDLs: sync.freeTexts(name.blockingDDLs),
	unresolvedGroups: sync.objects(name.unresolvedGroups).map(group => decodeGroup(group, name)),
	synced: sync.flag('synced'),
	binlogType: sync.text(name.binlogType),
	secondsBehindMaster: sync.int64(name.secondsBehindMaster),
	blockDDLOwner: sync.text('blockDDLOwner'),
	conflictMsg: sync.freeText('conflictMsg'),
	totalRows: sync.int64('totalRows'),
	totalRps: sync.int64('totalRps'),
	recentRps: sync.int64('recentRps'),
	ioTotalBytes: sync.int64(name.ioTotalBytes),
	dumpIOTotalBytes: sync.int64(name.dumpIOTotalBytes),
});

/** The continuous validation of a subtask (pb.ValidationStatus). */
export const decodeValidation = (validation: Fields): Validation => {
	// 6.1 called it allErrorRowsStatus.
	const errors = validation.has('errorRowsStatus') ? 'errorRowsStatus' : 'allErrorRowsStatus';
	const decoded = {
		task: validation.text('task'),
		source: validation.text('source'),
		mode: validation.text('mode'),
		stage: validation.stage(),
		validatorBinlog: validation.text('validatorBinlog'),
		validatorBinlogGtid: validation.text('validatorBinlogGtid'),
		result: decodeProcessResult(validation),
		processedRowsStatus: validation.freeText('processedRowsStatus'),
		pendingRowsStatus: validation.freeText('pendingRowsStatus'),
		errorRowsStatus: validation.freeText(errors),
		cutoverBinlogPos: validation.text('cutoverBinlogPos'),
		cutoverBinlogGtid: validation.text('cutoverBinlogGtid'),
	};
	// Rows may differ there, and nobody would know.
	const isAtWork = decoded.mode !== '' && decoded.mode !== 'none' && decoded.stage !== '';
	if ((isAtWork || decoded.errorRowsStatus.trim() !== '') && errorRowCounts(decoded) === undefined) {
		validation.note(errors, 'new/ignored/resolved: and three numbers');
	}

	return decoded;
};

/** The relay log of a source (pb.RelayStatus). */
export const decodeRelay = (relay: Fields): Relay => ({
	masterBinlog: relay.text('masterBinlog'),
	masterBinlogGtid: relay.text('masterBinlogGtid'),
	relaySubDir: relay.text('relaySubDir'),
	relayBinlog: relay.text('relayBinlog'),
	relayBinlogGtid: relay.text('relayBinlogGtid'),
	relayCatchUpMaster: relay.flag('relayCatchUpMaster'),
	stage: relay.stage(),
	result: decodeProcessResult(relay),
});
