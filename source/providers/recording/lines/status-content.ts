/** The content of a status besides its measures: two answers with the same content only differ in numbers. */
import {binlogDistance, isEmptyFile, isPast} from '../../../dm/positions/binlog.js';
import {
	type ProcessResult,
	type Relay,
	sourceNotBound,
	type SourceStatus,
	type Subtask,
	type Sync,
} from '../../../dm/status.js';
import {splitStatus} from '../../../dm/derived/task-status.js';
import {errorRowCounts} from '../../../dm/derived/validation.js';
import type {StatusObservation} from '../../provider.js';

/** What was last said about one subject: a source, the cluster, everything. */
export type LastSaid = {
	/** Everything in it except measures. */
	readonly state: string;
	/** Its errors, each with a unique name. */
	readonly errors: ReadonlySet<string>;
};

/** No error. */
export const healthy: ReadonlySet<string> = new Set();

const errorNames = (of: string, result: ProcessResult | undefined): string[] =>
	result?.errors.map(({code, type, class: family}) => `${of} ${code ?? type ?? family}`) ?? [];

const resultState = (result: ProcessResult | undefined): readonly unknown[] => [
	result?.isCanceled,
	errorNames('', result),
];

const relayState = (relay: Relay | undefined): readonly unknown[] => [
	relay?.stage,
	resultState(relay?.result),
];

const heldState = (sync: Sync | undefined): readonly unknown[] =>
	sync
		? [
				sync.masterBinlog === '',
				isPast(sync.syncerBinlog, sync.masterBinlog),
				sync.blockingDDLs,
				sync.blockDDLOwner,
				sync.conflictMsg,
				sync.unresolvedGroups.map(({target, synced, unsynced}) => [target, synced, unsynced]),
			]
		: [];

/** While a subtask makes no progress, what its lag depends on: whether it has everything from the upstream. */
const levelState = ({stage, sync}: Subtask): readonly unknown[] => {
	const distance = sync && binlogDistance(sync.syncerBinlog, sync.masterBinlog);
	return [
		stage === 'Running'
			? undefined
			: sync?.synced === true || (distance?.files === 0 && distance.bytes === 0),
		distance?.files === 1 && isEmptyFile(sync!.masterBinlog),
	];
};

const subtaskState = (subtask: Subtask): readonly unknown[] => {
	const {task, worker, stage, unit, result, unresolvedDDLLockID, sync, msg, validation, relay, problem} =
		subtask;
	return [
		task,
		worker,
		stage,
		unit,
		resultState(result),
		unresolvedDDLLockID,
		heldState(sync),
		levelState(subtask),
		msg,
		validation?.stage,
		(errorRowCounts(validation)?.fresh ?? 0n) > 0n,
		relayState(relay),
		problem,
	];
};

const entryState = ({
	worker,
	result,
	msg,
	problem,
	relay,
	sourceResult,
	subtasks,
}: SourceStatus): readonly unknown[] => [
	worker,
	result,
	msg,
	problem,
	relayState(relay),
	resultState(sourceResult),
	subtasks.map(subtask => subtaskState(subtask)),
];

const entryErrors = ({
	worker,
	result,
	problem,
	relay,
	sourceResult,
	subtasks,
}: SourceStatus): readonly string[] => [
	...(worker === sourceNotBound ? ['unbound'] : []),
	...(result && problem === undefined ? [] : ['problem']),
	...errorNames('relay', relay?.result),
	...errorNames('source', sourceResult),
	...subtasks.flatMap(subtask => errorNames(`task ${subtask.task}`, subtask.result)),
];

const sayOf = (entries: readonly SourceStatus[]): LastSaid => ({
	state: JSON.stringify(entries.map(entry => entryState(entry))),
	errors: new Set(entries.flatMap(entry => entryErrors(entry))),
});

/** The name of a source among the subjects. */
export const sourceSubject = (name: string): string => `source ${name}`;

/** The content of a status by subject: its sources, and the tasks that it lists. */
export const saidBySubject = (observation: StatusObservation): ReadonlyMap<string, LastSaid> => {
	const {listed: tasks, sources} = observation.status;
	const said = new Map<string, LastSaid>();
	for (const [name, entries] of Map.groupBy(sources, entry => entry.source)) {
		said.set(sourceSubject(name), sayOf(entries));
	}

	for (const {name, statusText, mode, shardMode, sources: names} of tasks) {
		said.set(`task ${name}`, {
			state: JSON.stringify([statusText, mode, shardMode, names.length === 0]),
			errors: splitStatus(statusText).status === 'Error' ? new Set([statusText]) : healthy,
		});
	}

	return said;
};
