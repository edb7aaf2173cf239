import {type MetricName, metricNames, type MetricValues} from '../../dm/metrics/catalogue.js';
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
import type {JsonObject} from '../../dm/values/json-object.js';
import {operationKinds} from '../operation.js';
import type {
	ClusterObservation,
	DdlLock,
	LocksObservation,
	MetricsObservation,
	Master,
	Observation,
	OperationCause,
	OperationObservation,
	RestartObservation,
	SilenceObservation,
	StatusObservation,
	Problem,
	Worker,
} from '../provider.js';
import {
	anyList,
	int64,
	list,
	number,
	object,
	oneOf,
	optional,
	type Shape,
	text,
	time,
	truth,
} from './shape.js';

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

const processResult = object<ProcessResult>({isCanceled: truth, errors: list(processError), detail: text});

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

const parsedStatus = object<ParsedStatus>({
	form: oneOf('dmctl-list', 'query-status', 'openapi-tasks', 'openapi-task-status'),
	result: truth,
	msg: text,
	listed: list(listedTask),
	sources: checkedLater,
	notes: list(object<StatusNote>({path: text, message: text})),
});

/** The shape of a `Problem`. */
export const problem = object<Problem>({
	what: text,
	fix: text,
	detail: text,
	isRefusal: optional(truth),
});

const knownMetrics = object<MetricValues>(
	Object.fromEntries(metricNames.map(name => [name, optional(number)])) as Record<MetricName, Shape>,
);

/** Figures of a newer dm-top may have other names. */
const metricValues: Shape = {
	...knownMetrics,
	problem(value, numbers) {
		const known = knownMetrics.problem(value, numbers);
		if (known !== undefined) {
			return known;
		}

		for (const [name, figure] of Object.entries(value as JsonObject)) {
			const wrong = optional(number).problem(figure, numbers);
			if (wrong !== undefined) {
				return `.${name}${wrong}`;
			}
		}

		return undefined;
	},
};

/** The locks that dm-master lists. */
export const locksShape = list(
	object<DdlLock>({
		id: text,
		task: text,
		mode: text,
		owner: text,
		ddls: list(text),
		synced: list(text),
		unsynced: list(text),
	}),
);

/** The shape of each kind of observation, but for the sources of a status. */
export const observationShapes: Readonly<Record<Observation['kind'], Shape>> = {
	status: object<StatusObservation>({
		kind: text,
		at: time,
		status: parsedStatus,
		asked: optional(list(text)),
		took: optional(number),
	}),
	silence: object<SilenceObservation>({
		kind: text,
		at: time,
		asked: optional(list(text)),
		problem,
	}),
	cluster: object<ClusterObservation>({
		kind: text,
		at: time,
		endpoint: optional(text),
		version: optional(text),
		leader: optional(text),
		leaderAddress: optional(text),
		masters: optional(list(object<Master>({name: text, alive: truth, addresses: list(text)}))),
		workers: optional(list(object<Worker>({name: text, address: text, stage: text, source: text}))),
	}),
	locks: object<LocksObservation>({
		kind: text,
		at: time,
		locks: locksShape,
		problem: optional(problem),
	}),
	operation: object<OperationObservation>({
		kind: text,
		at: time,
		outcome: oneOf('under-way', 'done', 'failed', 'unknown'),
		subject: text,
		text,
		detail: list(text),
		task: optional(text),
		source: optional(text),
		cause: optional(
			object<OperationCause>({
				sending: text,
				operation: oneOf(...operationKinds),
				sources: list(text),
				isOver: truth,
			}),
		),
	}),
	metrics: object<MetricsObservation>({
		kind: text,
		at: time,
		origin: text,
		subtasks: list(
			object<MetricsObservation['subtasks'][number]>({task: text, source: text, values: metricValues}),
		),
		workers: list(object<MetricsObservation['workers'][number]>({worker: text, values: metricValues})),
		cluster: metricValues,
	}),
	restart: object<RestartObservation>({kind: text, at: time}),
};

const kinds = Object.keys(observationShapes);

/** Something of a known kind. */
export const anyKind = object<{kind: string}>({kind: oneOf(...kinds)});
