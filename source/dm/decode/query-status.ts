/** `query-status <task>` of dmctl and /apis/v1alpha1/status/: what each source answered. */
import {sourceNotBound, type ParsedStatus, type ProcessResult, type Relay, type Subtask} from '../status.js';
import type {Steps} from '../steps.js';
import {Fields} from './fields.js';
import {groupTasks, type SourceEntry} from './group-tasks.js';
import {oneLine} from './one-line.js';
import {decodeProcessResult} from './process-result.js';
import {
	decodeCheck,
	decodeDump,
	decodeLoad,
	decodeRelay,
	decodeSync,
	decodeValidation,
	names,
} from './units.js';

/** What all subtasks of a source have in common. */
type Place = {readonly source: string; readonly worker: string; readonly relay?: Relay};

const decodeSubtask = (subtask: Fields, {source, worker, relay}: Place): Subtask => {
	const notes = subtask.findings.notes.length;
	const task = subtask.text('name');
	if (task === '') {
		subtask.note('name', 'the name of a task');
	}

	const check = subtask.object('check');
	const dump = subtask.object('dump');
	const load = subtask.object('load');
	const sync = subtask.object('sync');
	const validation = subtask.object('validation');
	const decoded = {
		task,
		source,
		worker,
		stage: subtask.stage(),
		unit: subtask.unit(),
		result: decodeProcessResult(subtask),
		unresolvedDDLLockID: subtask.text('unresolvedDDLLockID'),
		check: check && decodeCheck(check),
		dump: dump && decodeDump(dump, names.dm),
		load: load && decodeLoad(load, names.dm),
		sync: sync && decodeSync(sync, names.dm),
		msg: subtask.text('msg'),
		validation: validation && decodeValidation(validation),
		relay,
	};
	const problem = subtask.trouble(notes);
	return problem === undefined ? decoded : {...decoded, problem};
};

const refusal = (worker: string, message: string): string => {
	const line = oneLine(message);
	if (worker === sourceNotBound) {
		return line === '' ? sourceNotBound : `${sourceNotBound}: ${line}`;
	}

	return line === '' ? 'result is false, without a message' : line;
};

const firstError = (result: ProcessResult | undefined): string | undefined => {
	const error = result?.errors[0];
	return error && oneLine([error.message, error.rawCause].filter(text => text !== '').join(': '));
};

/** The subtasks of a source, and what was wrong with those whose task is not known. */
const decodeSubtasks = (
	source: Fields,
	place: Place,
): {readonly subtasks: readonly Subtask[]; readonly lost?: string} => {
	const {findings} = source;
	const start = findings.notes.length;
	const list = source.list('subTaskStatus');
	const subtasks: Subtask[] = [];
	let lost = source.trouble(start);
	for (const [index, value] of list.entries()) {
		const notes = findings.notes.length;
		const subtask = Fields.of(value, `${source.path}.subTaskStatus[${index}]`, findings);
		const decoded = subtask && decodeSubtask(subtask, place);
		if (decoded !== undefined) {
			subtasks.push(decoded);
		}

		if (decoded === undefined || decoded.task === '') {
			lost ??= source.trouble(notes);
		}
	}

	return {subtasks, lost};
};

/** `sourceStatus`; without it, which is noted, nobody knows whose answer it is. */
const decodeSourceStatus = (source: Fields): Place & {readonly sourceResult?: ProcessResult} => {
	const status = source.object('sourceStatus');
	if (status === undefined) {
		if (!source.has('sourceStatus') || source.value['sourceStatus'] === null) {
			source.note('sourceStatus', 'the source and its worker');
		}

		return {source: '', worker: ''};
	}

	const relay = status.object('relayStatus');
	return {
		source: status.text('source'),
		worker: status.text('worker'),
		sourceResult: decodeProcessResult(status),
		relay: relay && decodeRelay(relay),
	};
};

/** An entry of `sources` that is no object: kept, so that its place is not forgotten. */
const unreadableSource = (path: string, problem: string | undefined): SourceEntry => ({
	source: '',
	worker: '',
	result: false,
	msg: '',
	problem,
	subtasks: [],
	path,
	isPartial: true,
});

/** One source's answer. */
const decodeSource = (value: unknown, path: string, {findings}: Fields): SourceEntry => {
	const notes = findings.notes.length;
	const fields = Fields.of(value, path, findings);
	if (fields === undefined) {
		return unreadableSource(path, findings.notes[notes]?.message);
	}

	const {sourceResult, ...place} = decodeSourceStatus(fields);
	const {source, worker, relay} = place;
	const message = fields.text('msg');
	// A spelling that leaves `result` out says by `msg` that something went wrong.
	const result = fields.flag('result') ?? message === '';
	const unreadable = fields.trouble(notes);
	const {subtasks, lost} = decodeSubtasks(fields, place);
	const isNobody = source === '' && subtasks.length === 0;
	const refused = result ? undefined : refusal(worker, message);
	const said = message === '' ? undefined : refused;
	const problem = said ?? unreadable ?? refused ?? lost ?? firstError(sourceResult);
	return {
		source,
		worker,
		result,
		msg: message,
		sourceResult,
		relay,
		...(problem !== undefined && {problem}),
		subtasks,
		path,
		isPartial: lost !== undefined || isNobody,
	};
};

/**
 * A document with `sources`, one of them a step.
 *
 * @yields Between two steps.
 */
export function* decodeQueryStatus(document: Fields): Steps<ParsedStatus> {
	const entries: SourceEntry[] = [];
	for (const [index, value] of document.list('sources').entries()) {
		entries.push(decodeSource(value, `${document.path}.sources[${index}]`, document));
		yield;
	}

	const tasks = yield* groupTasks(entries, document.findings);
	return {
		form: 'query-status',
		result: document.flag('result') ?? true,
		msg: document.text('msg'),
		tasks,
		sources: entries.map(({path, isPartial, ...source}) => source),
		notes: document.findings.notes,
	};
}
