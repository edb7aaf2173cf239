/**
 * OpenAPI: `tasks?with_status=true` and `tasks/{name}/status`.
 *
 * It has less than v1alpha1: no relay of a source (so no task is "Error - Relay status is …" here), no `isCanceled`, no
 * validation and not who holds a DDL; before 6.0 no errors either.
 */
import {say} from '../../language/say.js';
import {parseErrorList} from '../errors/parsing/read.js';
import type {
	ListedTask,
	ParsedStatus,
	ProcessError,
	ProcessResult,
	SourceStatus,
	Subtask,
} from '../status.js';
import {StatusFormatError} from '../reading/status-format-error.js';
import {freeText} from '../secrets/free-text.js';
import {type Fields} from './fields.js';
import {oneLine} from './one-line.js';
import {decodeDump, decodeLoad, decodeSync, names} from './units.js';

/** A subtask, and dm-master's message when its worker did not answer. */
type SubtaskEntry = {readonly subtask: Subtask; readonly refusal?: string};

/** Secrets are hidden in each part: one at the end of a part would take the next with it. */
const errorsOf = (text: string): readonly ProcessError[] =>
	parseErrorList(text).map(error => ({
		...error,
		message: freeText(error.message),
		rawCause: freeText(error.rawCause),
		workaround: freeText(error.workaround),
	}));

const decodeEntry = (entry: Fields, taskName: string): SubtaskEntry => {
	const notes = entry.findings.notes.length;
	const dump = entry.object('dump_status');
	const load = entry.object('load_status');
	const sync = entry.object('sync_status');
	const errorMessage = entry.text('error_msg');
	const stage = entry.stage();
	// Without a stage the message is dm-master's own: the worker was not reached.
	const refusal = stage === '' ? freeText(errorMessage) : '';
	const result: ProcessResult | undefined =
		stage === '' || errorMessage === ''
			? undefined
			: {isCanceled: false, errors: errorsOf(errorMessage), detail: ''};
	// Within a list of tasks the entry belongs to the task that lists it.
	const task = taskName === '' ? entry.text('name') : taskName;
	const source = entry.text('source_name');
	if (task === '' || source === '') {
		entry.note(task === '' ? 'name' : 'source_name', 'the name of a task and of its source');
	}

	const decoded = {
		task,
		source,
		worker: entry.text('worker_name'),
		stage: stage === '' ? 'InvalidStage' : stage,
		unit: entry.unit() === '' ? 'InvalidUnit' : entry.unit(),
		result,
		unresolvedDDLLockID: entry.text('unresolved_ddl_lock_id'),
		dump: dump && decodeDump(dump, names.openapi),
		load: load && decodeLoad(load, names.openapi),
		sync: sync && decodeSync(sync, names.openapi),
		msg: '',
	};
	return {
		subtask: {
			...decoded,
			...(refusal !== '' && {problem: oneLine(refusal)}),
			...entry.flaws(notes),
		},
		...(refusal !== '' && {refusal}),
	};
};

/** A source that the task has and that is not in its status: it did not answer. */
const withoutAnswer = (task: string, source: string): SubtaskEntry => {
	const refusal = say('not in this document');
	return {
		subtask: {
			task,
			source,
			worker: '',
			stage: 'InvalidStage',
			unit: 'InvalidUnit',
			unresolvedDDLLockID: '',
			msg: '',
			problem: refusal,
		},
		refusal,
	};
};

const findSources = (entries: readonly SubtaskEntry[]): readonly SourceStatus[] =>
	[...Map.groupBy(entries, ({subtask}) => subtask.source)].map(([source, own]) => {
		const refusal = own.find(entry => entry.refusal !== undefined)?.refusal;
		return {
			source,
			worker: own.find(({subtask}) => subtask.worker !== '')?.subtask.worker ?? '',
			result: refusal === undefined,
			msg: refusal ?? '',
			...(refusal !== undefined && {problem: oneLine(refusal)}),
			subtasks: own.map(({subtask}) => subtask),
		};
	});

const parsed = (
	document: Fields,
	form: ParsedStatus['form'],
	listed: readonly ListedTask[],
	entries: readonly SubtaskEntry[],
): ParsedStatus => ({
	form,
	result: true,
	msg: '',
	listed,
	sources: findSources(entries),
	notes: document.findings.notes,
});

/** `data` with one entry for each task, in the document's order. */
export const decodeOpenapiTasks = (document: Fields, list: readonly Fields[]): ParsedStatus => {
	if (list.length > 0 && list.every(task => task.lacks('status_list'))) {
		throw new StatusFormatError({
			expected: say('tasks with their status (ask for tasks?with_status=true)'),
			found: say('tasks without `status_list`'),
			where: list[0]!.path,
		});
	}

	const all: SubtaskEntry[] = [];
	const listed: ListedTask[] = [];
	for (const task of list) {
		const name = task.text('name');
		const entries = task.objects('status_list').map(entry => decodeEntry(entry, name));
		const configured = task.object('source_config')?.objects('source_conf') ?? [];
		// A configured source that is not in the list did not answer.
		const answered = new Set(entries.map(({subtask}) => subtask.source));
		const sources = new Set([
			...answered,
			...configured.map(source => source.text('source_name')).filter(source => source !== ''),
		]);
		for (const source of sources) {
			if (!task.lacks('status_list') && !answered.has(source)) {
				all.push(withoutAnswer(name, source));
			}
		}

		const mode = task.text('task_mode');
		const shardMode = task.text('shard_mode');
		for (const entry of entries) {
			all.push(entry);
		}

		if (name === '') {
			task.note('name', 'the name of a task');
		} else {
			listed.push({
				name,
				statusText: '',
				sources: [...sources],
				...(mode !== '' && {mode}),
				...(shardMode !== '' && {shardMode}),
			});
		}
	}

	return parsed(document, 'openapi-tasks', listed, all);
};

/** `data` with one entry for each source, all of one task. */
export const decodeOpenapiTaskStatus = (document: Fields, list: readonly Fields[]): ParsedStatus =>
	parsed(
		document,
		'openapi-task-status',
		[],
		list.map(entry => decodeEntry(entry, '')),
	);
