/** `query-status <task>` of dmctl and /apis/v1alpha1/status/: what each source answered. */
import {say} from '../../language/say.js';
import {
	sourceNotBound,
	type ParsedStatus,
	type ProcessResult,
	type Relay,
	type SourceStatus,
	type StatusNote,
	type Subtask,
} from '../status.js';
import {quote} from '../reading/status-format-error.js';
import type {Steps} from '../steps.js';
import {Fields} from './fields.js';
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
type SourcePlace = {readonly source: string; readonly worker: string; readonly relay?: Relay};

const decodeSubtask = (subtask: Fields, {source, worker, relay}: SourcePlace): Subtask => {
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
		msg: subtask.freeText('msg'),
		validation: validation && decodeValidation(validation),
		relay,
	};
	return {...decoded, ...subtask.flaws(notes)};
};

const refusal = (worker: string, message: string): string => {
	const line = oneLine(message);
	if (worker === sourceNotBound) {
		return line === '' ? sourceNotBound : `${sourceNotBound}: ${line}`;
	}

	return line === '' ? say('result is false, without a message') : line;
};

const firstError = (result: ProcessResult | undefined): string | undefined => {
	const error = result?.errors[0];
	return error && oneLine([error.message, error.rawCause].filter(text => text !== '').join(': '));
};

/** Steps are long enough that checking the clock between them costs little. */
const subtasksInStep = 20;

/** Errors of more UTF-16 units, or more of them, are a step of their own: each is searched for secrets. */
const longErrors = 50_000;
const manyErrors = 100;

const isLong = ({result}: Subtask): boolean =>
	result !== undefined &&
	(result.errors.length > manyErrors ||
		result.errors.some(({message, rawCause}) => message.length + rawCause.length > longErrors));

/** The subtasks of a source, and the problem of those whose task is not known. */
function* decodeSubtasks(
	source: Fields,
	place: SourcePlace,
): Steps<{readonly subtasks: readonly Subtask[]; readonly lost?: string}> {
	const {findings} = source;
	const start = findings.notes.length;
	// A source without subtasks has an empty list.
	if (source.lacks('subTaskStatus') && source.member('result') === true) {
		source.note('subTaskStatus', 'a list');
	}

	const list = source.list('subTaskStatus');
	const subtasks: Subtask[] = [];
	let lost = source.problem(start);
	for (const [index, value] of list.entries()) {
		const notes = findings.notes.length;
		const subtask = Fields.of(value, `${source.path}.subTaskStatus[${index}]`, findings);
		const decoded = subtask && decodeSubtask(subtask, place);
		if (decoded !== undefined) {
			subtasks.push(decoded);
		}

		if (decoded === undefined || decoded.task === '') {
			lost ??= source.problem(notes);
		}

		if (index % subtasksInStep === subtasksInStep - 1 || (decoded && isLong(decoded))) {
			yield;
		}
	}

	return {subtasks, lost};
}

/** `sourceStatus`; a missing one is noted, since nobody knows whose answer it is. */
const decodeSourceStatus = (source: Fields): SourcePlace & {readonly sourceResult?: ProcessResult} => {
	const status = source.object('sourceStatus');
	if (status === undefined) {
		if (source.lacks('sourceStatus')) {
			source.note('sourceStatus', 'the source and its worker');
		}

		return {source: '', worker: ''};
	}

	const relay = status.objectThere('relayStatus');
	const name = status.text('source');
	if (name === '') {
		status.note('source', 'the name of a source');
	}

	return {
		source: name,
		worker: status.text('worker'),
		sourceResult: decodeProcessResult(status),
		relay: relay && decodeRelay(relay),
	};
};

/** An entry of `sources` that is not an object: kept, so that the list stays complete. */
const unreadableSource = (problem: string | undefined): SourceStatus => ({
	source: '',
	worker: '',
	result: false,
	msg: '',
	problem,
	subtasks: [],
	isPartial: true,
});

/**
 * One source's answer.
 *
 * @yields Between two steps.
 */
function* decodeSource(value: unknown, path: string, {findings}: Fields): Steps<SourceStatus> {
	const notes = findings.notes.length;
	const fields = Fields.of(value, path, findings);
	if (fields === undefined) {
		return unreadableSource(findings.notes[notes]?.message);
	}

	const {sourceResult, ...place} = decodeSourceStatus(fields);
	const {source, worker, relay} = place;
	const message = fields.freeText('msg');
	// Where `result` is left out, a `msg` means that something went wrong.
	const result = fields.flag('result') ?? message === '';
	const unreadable = fields.problem(notes);
	const {subtasks, lost} = yield* decodeSubtasks(fields, place);
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
		...((lost !== undefined || isNobody) && {isPartial: true}),
		subtasks,
	};
}

/** Notes the subtasks that are listed twice; `listed` holds the tasks listed so far, by source. */
const findRepeated = (
	{source, subtasks}: SourceStatus,
	path: string,
	listed: Map<string, Set<string>>,
): readonly StatusNote[] => {
	const tasks = listed.get(source) ?? new Set();
	listed.set(source, tasks);
	return subtasks.flatMap(({task}) => {
		const isRepeated = tasks.has(task);
		tasks.add(task);
		return isRepeated
			? [
					{
						path,
						message: say('task {task} is listed again for source {source}', {
							task: quote(task),
							source: quote(source),
						}),
					},
				]
			: [];
	});
};

/**
 * A document with `sources`, one source per step.
 *
 * @yields Between two steps.
 */
export function* decodeQueryStatus(document: Fields): Steps<ParsedStatus> {
	const {findings} = document;
	const sources: SourceStatus[] = [];
	const repeated: StatusNote[] = [];
	const tasksOf = new Map<string, Set<string>>();
	for (const [index, value] of document.list('sources').entries()) {
		const path = `${document.path}.sources[${index}]`;
		const source = yield* decodeSource(value, path, document);
		sources.push(source);
		for (const note of findRepeated(source, path, tasksOf)) {
			repeated.push(note);
		}

		yield;
	}

	for (const note of repeated) {
		findings.notes.push(note);
	}

	const result = document.flag('result') ?? true;
	// A refusal has no list; where DM has no sources, the list is empty.
	if (result && document.lacks('sources')) {
		document.note('sources', 'the list of sources');
	}

	return {
		form: 'query-status',
		result,
		msg: document.freeText('msg'),
		listed: [],
		sources,
		notes: findings.notes,
	};
}
