/** The messages of pb.QueryStatusResponse, by the field numbers of DM's dmworker.proto. */
import {stage, unitType} from './enums.js';
import {field, message, oneof, repeated} from './descriptor.js';

const processError = message({
	ErrCode: field(1, 'int32'),
	ErrClass: field(2, 'string'),
	ErrScope: field(3, 'string'),
	ErrLevel: field(4, 'string'),
	Message: field(5, 'string'),
	RawCause: field(6, 'string'),
	Workaround: field(7, 'string'),
});

/** Pb.ProcessResult */
export const processResult = message({
	isCanceled: field(1, 'bool'),
	errors: repeated(2, processError),
	detail: field(3, 'bytes'),
});

/** Pb.ValidationStatus */
export const validationStatus = message({
	task: field(1, 'string'),
	source: field(2, 'string'),
	mode: field(3, 'string'),
	stage: field(4, stage),
	validatorBinlog: field(5, 'string'),
	validatorBinlogGtid: field(6, 'string'),
	result: field(7, processResult),
	processedRowsStatus: field(8, 'string'),
	pendingRowsStatus: field(9, 'string'),
	errorRowsStatus: field(10, 'string'),
	cutoverBinlogPos: field(11, 'string'),
	cutoverBinlogGtid: field(12, 'string'),
});

const checkStatus = message({
	passed: field(1, 'bool'),
	total: field(2, 'int32'),
	successful: field(3, 'int32'),
	failed: field(4, 'int32'),
	warning: field(5, 'int32'),
	detail: field(6, 'bytes'),
});

const dumpStatus = message({
	totalTables: field(1, 'int64'),
	completedTables: field(2, 'double'),
	finishedBytes: field(3, 'double'),
	finishedRows: field(4, 'double'),
	estimateTotalRows: field(5, 'double'),
	bps: field(6, 'int64'),
	progress: field(7, 'string'),
});

const loadStatus = message({
	finishedBytes: field(1, 'int64'),
	totalBytes: field(2, 'int64'),
	progress: field(3, 'string'),
	metaBinlog: field(4, 'string'),
	metaBinlogGTID: field(5, 'string'),
	bps: field(6, 'int64'),
});

const shardingGroup = message({
	target: field(1, 'string'),
	DDLs: repeated(2, 'string'),
	firstLocation: field(3, 'string'),
	synced: repeated(4, 'string'),
	unsynced: repeated(5, 'string'),
});

const syncStatus = message({
	totalEvents: field(1, 'int64'),
	totalTps: field(2, 'int64'),
	recentTps: field(3, 'int64'),
	masterBinlog: field(4, 'string'),
	masterBinlogGtid: field(5, 'string'),
	syncerBinlog: field(6, 'string'),
	syncerBinlogGtid: field(7, 'string'),
	blockingDDLs: repeated(8, 'string'),
	unresolvedGroups: repeated(9, shardingGroup),
	synced: field(10, 'bool'),
	binlogType: field(11, 'string'),
	secondsBehindMaster: field(12, 'int64'),
	blockDDLOwner: field(13, 'string'),
	conflictMsg: field(14, 'string'),
	totalRows: field(15, 'int64'),
	totalRps: field(16, 'int64'),
	recentRps: field(17, 'int64'),
	ioTotalBytes: field(18, 'uint64'),
	dumpIOTotalBytes: field(19, 'uint64'),
});

const relayStatus = message({
	masterBinlog: field(1, 'string'),
	masterBinlogGtid: field(2, 'string'),
	relaySubDir: field(3, 'string'),
	relayBinlog: field(4, 'string'),
	relayBinlogGtid: field(5, 'string'),
	relayCatchUpMaster: field(6, 'bool'),
	stage: field(7, stage),
	result: field(8, processResult),
});

const sourceStatus = message({
	source: field(1, 'string'),
	worker: field(2, 'string'),
	result: field(3, processResult),
	relayStatus: field(4, relayStatus),
});

const subTaskStatus = message({
	name: field(1, 'string'),
	stage: field(2, stage),
	unit: field(3, unitType),
	result: field(4, processResult),
	unresolvedDDLLockID: field(5, 'string'),
	msg: oneof(6, 'string'),
	check: oneof(7, checkStatus),
	dump: oneof(8, dumpStatus),
	load: oneof(9, loadStatus),
	sync: oneof(10, syncStatus),
	validation: field(11, validationStatus),
});

/** Pb.QueryStatusResponse: the answer of one source. */
export const queryStatusResponse = message({
	result: field(1, 'bool'),
	msg: field(2, 'string'),
	sourceStatus: field(3, sourceStatus),
	subTaskStatus: repeated(4, subTaskStatus),
});
