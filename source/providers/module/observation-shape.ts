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
import type {Steps} from '../../dm/steps.js';
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
import {int64, list, number, object, oneOf, optional, problemOf, type Shape, text, truth} from './shape.js';

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

const subtask = object<Subtask>({
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

/** Parts of a status that may be very many are checked one by one, see `observationProblemSteps`. */
const checkedLater: Shape = list(() => undefined);

const sourceStatus = object<SourceStatus>({
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

const metricValues: Shape = object<MetricValues>(
	Object.fromEntries(metricNames.map(name => [name, optional(number)])) as Record<MetricName, Shape>,
);

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

const observations: Readonly<Record<Observation['kind'], Shape>> = {
	status: object<StatusObservation>({
		kind: text,
		at: number,
		status: parsedStatus,
		asked: optional(list(text)),
		took: optional(number),
	}),
	silence: object<SilenceObservation>({
		kind: text,
		at: number,
		asked: optional(list(text)),
		problem,
	}),
	cluster: object<ClusterObservation>({
		kind: text,
		at: number,
		endpoint: optional(text),
		version: optional(text),
		leader: optional(text),
		leaderAddress: optional(text),
		masters: optional(list(object<Master>({name: text, alive: truth, addresses: list(text)}))),
		workers: optional(list(object<Worker>({name: text, address: text, stage: text, source: text}))),
	}),
	locks: object<LocksObservation>({
		kind: text,
		at: number,
		locks: locksShape,
		problem: optional(problem),
	}),
	operation: object<OperationObservation>({
		kind: text,
		at: number,
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
		at: number,
		origin: text,
		subtasks: list(
			object<MetricsObservation['subtasks'][number]>({task: text, source: text, values: metricValues}),
		),
		workers: list(object<MetricsObservation['workers'][number]>({worker: text, values: metricValues})),
		cluster: metricValues,
	}),
	restart: object<RestartObservation>({kind: text, at: number}),
};

const kinds = Object.keys(observations);
const anyKind = object<{kind: string}>({kind: oneOf(...kinds)});

/** How many subtasks are checked in one step. */
const inStep = 50;

/**
 * What is wrong with a supposed observation, and where, step by step, since a status may have any size; undefined for
 * a valid one.
 */
export function* observationProblemSteps(value: unknown): Steps<string | undefined> {
	const first =
		problemOf('observation', anyKind, value) ??
		problemOf('observation', observations[(value as Observation).kind], value);
	if (first !== undefined || (value as Observation).kind !== 'status') {
		return first;
	}

	for (const [index, source] of (value as StatusObservation).status.sources.entries()) {
		const name = `observation.status.sources[${index}]`;
		const sourceProblem = problemOf(name, sourceStatus, source);
		if (sourceProblem !== undefined) {
			return sourceProblem;
		}

		yield;
		for (const [place, item] of source.subtasks.entries()) {
			const itemProblem = problemOf(`${name}.subtasks[${place}]`, subtask, item);
			if (itemProblem !== undefined) {
				return itemProblem;
			}

			if (place % inStep === inStep - 1) {
				yield;
			}
		}
	}

	return undefined;
}
