/** The errors in a status, and where in it each is. */
import type {ParsedStatus, ProcessError, ProcessResult, SourceStatus, Subtask} from '../status.js';
import {plainError, readErrors} from './parsing/read.js';
import type {ErrorOwner, FailingUnit} from './owner.js';

/** An error, and whose it is. */
export type OwnedError = {readonly error: ProcessError; readonly owner: ErrorOwner};

const units: ReadonlySet<string> = new Set<FailingUnit>(['Dump', 'Load', 'Sync']);

const owned = (errors: readonly ProcessError[], owner: ErrorOwner): readonly OwnedError[] =>
	errors.map(error => ({error, owner}));

const ofResult = (result: ProcessResult | undefined, owner: ErrorOwner): readonly OwnedError[] =>
	owned(result?.errors ?? [], owner);

const ofSubtask = ({task, source, worker, unit, result, sync, validation, msg, problem}: Subtask) => {
	const owner: ErrorOwner = {task, source, worker};
	const inUnit: ErrorOwner = units.has(unit) ? {...owner, unit: unit as FailingUnit} : owner;
	return [
		...ofResult(result, inUnit),
		...owned(readErrors(sync?.conflictMsg ?? ''), inUnit),
		...ofResult(validation?.result, owner),
		...owned(readErrors(msg), owner),
		...owned(problem === undefined ? [] : [plainError(problem)], owner),
	];
};

/** Where it has no error DM writes this. */
const nothingStarted = 'no sub task started';

const ofSource = ({
	source,
	worker,
	msg,
	sourceResult,
	relay,
	subtasks,
}: SourceStatus): readonly OwnedError[] => [
	...owned(msg === nothingStarted ? [] : readErrors(msg), {source, worker}),
	...ofResult(sourceResult, {source, worker, isOfUpstream: true}),
	...ofResult(relay?.result, {source, worker, isOfRelay: true}),
	...subtasks.flatMap(subtask => ofSubtask(subtask)),
];

/** All errors of a status, in the order of its sources. */
export const errorsOfStatus = ({msg, sources}: ParsedStatus): readonly OwnedError[] => [
	...owned(readErrors(msg), {}),
	...sources.flatMap(source => ofSource(source)),
];
