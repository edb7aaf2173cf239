/** What a status of DM looks like, part by part. */
import type {
	Check,
	Dump,
	ListedTask,
	Load,
	ParsedStatus,
	ProcessError,
	ProcessResult,
	Relay,
	ShardingGroup,
	SourceStatus,
	StatusNote,
	Subtask,
	Sync,
	Validation,
} from '../../dm/status.js';
import {anyList, int64, list, number, object, oneOf, optional, text, truth} from './shape.js';

const processError = object<ProcessError>({
	code: optional(number),
	class: text,
	scope: text,
	level: text,
	message: text,
	rawCause: text,
	workaround: text,
	type: optional(text),
});

const processResult = object<ProcessResult>({
	isCanceled: truth,
	errors: list(processError),
	furtherErrors: optional(number),
	detail: text,
});

const check = object<Check>({
	passed: truth,
	total: optional(number),
	successful: optional(number),
	failed: optional(number),
	warning: optional(number),
	detail: text,
});

const dump = object<Dump>({
	totalTables: optional(int64),
	completedTables: optional(number),
	finishedBytes: optional(number),
	finishedRows: optional(number),
	estimateTotalRows: optional(number),
	bps: optional(int64),
	progress: text,
});

const load = object<Load>({
	finishedBytes: optional(int64),
	totalBytes: optional(int64),
	progress: text,
	metaBinlog: text,
	metaBinlogGTID: text,
	bps: optional(int64),
});

const shardingGroup = object<ShardingGroup>({
	target: text,
	DDLs: list(text),
	firstLocation: text,
	synced: list(text),
	unsynced: list(text),
});

const sync = object<Sync>({
	totalEvents: optional(int64),
	totalTps: optional(int64),
	recentTps: optional(int64),
	masterBinlog: text,
	masterBinlogGtid: text,
	syncerBinlog: text,
	syncerBinlogGtid: text,
	blockingDDLs: list(text),
	unresolvedGroups: list(shardingGroup),
	synced: optional(truth),
	binlogType: text,
	secondsBehindMaster: optional(int64),
	blockDDLOwner: text,
	conflictMsg: text,
	totalRows: optional(int64),
	totalRps: optional(int64),
	recentRps: optional(int64),
	ioTotalBytes: optional(int64),
	dumpIOTotalBytes: optional(int64),
});

const validation = object<Validation>({
	task: text,
	source: text,
	mode: text,
	stage: text,
	validatorBinlog: text,
	validatorBinlogGtid: text,
	result: optional(processResult),
	processedRowsStatus: text,
	pendingRowsStatus: text,
	errorRowsStatus: text,
	cutoverBinlogPos: text,
	cutoverBinlogGtid: text,
});

const relay = object<Relay>({
	masterBinlog: text,
	masterBinlogGtid: text,
	relaySubDir: text,
	relayBinlog: text,
	relayBinlogGtid: text,
	relayCatchUpMaster: optional(truth),
	stage: text,
	result: optional(processResult),
});

/** The shape of a subtask. */
export const subtaskShape = object<Subtask>({
	task: text,
	source: text,
	worker: text,
	stage: text,
	unit: text,
	result: optional(processResult),
	unresolvedDDLLockID: text,
	check: optional(check),
	dump: optional(dump),
	load: optional(load),
	sync: optional(sync),
	msg: text,
	validation: optional(validation),
	relay: optional(relay),
	problem: optional(text),
	elided: optional(list(text)),
});

/** Parts of a status that may be very many are checked one by one, see check.ts. */
const checkedLater = anyList;

/** The shape of a source, but for its subtasks. */
export const sourceShape = object<SourceStatus>({
	source: text,
	worker: text,
	result: truth,
	msg: text,
	sourceResult: optional(processResult),
	relay: optional(relay),
	problem: optional(text),
	isPartial: optional(truth),
	subtasks: checkedLater,
});

const listedTask = object<ListedTask>({
	name: text,
	statusText: text,
	sources: list(text),
	mode: optional(text),
	shardMode: optional(text),
});

/** The shape of a status, but for its sources. */
export const statusShape = object<ParsedStatus>({
	form: oneOf('dmctl-list', 'query-status', 'openapi-tasks', 'openapi-task-status'),
	result: truth,
	msg: text,
	listed: list(listedTask),
	sources: checkedLater,
	notes: list(object<StatusNote>({path: text, message: text, isElided: optional(truth)})),
});
