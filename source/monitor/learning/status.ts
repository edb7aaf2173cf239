/** Folds a whole status document into the state. */
import type {ParsedStatus, SourceStatus, StatusNote} from '../../dm/status.js';
import type {Steps} from '../../dm/steps.js';
import {splitStatus} from '../../dm/derived/task-status.js';
import {namedTasks} from '../../dm/derived/tasks.js';
import {causeOf, explainError, headline, readErrors} from '../../dm/errors.js';
import type {Problem, StatusObservation} from '../../providers/provider.js';
import type {ClusterState, SourceRecord} from '../records/records.js';
import type {Note} from '../view.js';
import {removeTask, sourceRecord, taskRecord} from '../records/record-keeping.js';
import {healthOfStage} from '../measuring/health.js';
import {say} from '../../language/say.js';
import {learnAbsence} from './missing/absence.js';
import type {Answer} from './answer.js';
import {recordEvent} from './events.js';
import {learnList} from './list.js';
import {forgetFlaws} from './missing/condition.js';
import {noteAnswer} from './missing/outage.js';
import {learnSilence} from './missing/silence.js';
import {learnSource} from './source.js';
import {isNewStage} from './subtask.js';

/** An answer that took longer than this may be older than one that came in the meantime, ms. */
const slow = 2000;

const bySource = (sources: readonly SourceStatus[]): Map<string, SourceStatus[]> => {
	const groups = new Map<string, SourceStatus[]>();
	for (const entry of sources) {
		const group = groups.get(entry.source);
		if (group) {
			group.push(entry);
		} else {
			groups.set(entry.source, [entry]);
		}
	}

	return groups;
};

function* learnSources(known: ClusterState, observation: StatusObservation, answer: Answer): Steps<void> {
	const {status, at, asked, took = 0} = observation;
	const groups = bySource(status.sources);
	for (const [name, entries] of groups) {
		if (name === '') {
			continue;
		}

		const source = sourceRecord(known, name, at);
		// During a slow call for all sources this one may have answered another call with something newer.
		const isOvertaken = took > slow && source.at > at - took && source.condition.kind === 'fresh';
		if (isOvertaken) {
			continue;
		}

		yield* learnSource(known, source, entries, answer);
		yield;
	}

	yield* learnAbsence(known, status, {named: new Set(groups.keys()), asked, answer});
}

/** Takes what a document says about tasks besides their subtasks. */
const learnTasks = (known: ClusterState, {form, listed, sources}: ParsedStatus, at: number): void => {
	const told = new Set(sources.flatMap(({subtasks}) => subtasks.map(({task}) => task)));
	for (const {name, statusText, mode, shardMode} of listed) {
		// A task without a source is still a task.
		const task = taskRecord(known, name, at);
		const given = form === 'dmctl-list' || !told.has(name) ? splitStatus(statusText) : undefined;
		if (task.given && given && isNewStage(task.given.status, given.status)) {
			recordEvent(known, {
				at,
				health: healthOfStage(given.status),
				subject: name,
				text: `${task.given.status} → ${given.status}`,
				task: name,
			});
		}

		task.mode = mode ?? task.mode;
		task.shardMode = shardMode ?? task.shardMode;
		task.given = given;
		task.view = undefined;
	}

	if (form === 'dmctl-list') {
		return;
	}

	// The subtasks override what a list said about the whole task.
	for (const name of told) {
		const task = known.tasks.get(name);
		if (!task?.given) {
			continue;
		}

		task.given = undefined;
		task.view = undefined;
	}
};

/** Tasks that a document listed without a source, and no longer lists. */
const dropEmptyTasks = (known: ClusterState, status: ParsedStatus): void => {
	const empty = known.tasks
		.values()
		.filter(({subtasks}) => subtasks.length === 0)
		.toArray();
	if (empty.length === 0) {
		return;
	}

	const names = namedTasks(status);
	for (const {name} of empty) {
		if (!names.has(name)) {
			removeTask(known, name);
		}
	}
};

const noteOf = ({path, message, isElided = false}: StatusNote): Note => ({
	path,
	text: `${path}: ${message}`,
	isElided,
});

/** Where the entry of a source is in an answer for all. */
const inEntry = /^\$\.sources\[(?<index>\d+)\]/v;

/** The source that a note is about; undefined where it is about none, or nobody knows about which. */
const sourceOfNote = (
	known: ClusterState,
	{sources}: ParsedStatus,
	path: string,
): SourceRecord | undefined => {
	const index = inEntry.exec(path)?.groups?.['index'];
	return known.sources.get(sources[Number(index)]?.source ?? '');
};

/** Notes about a source are kept with it: only its own next answer replaces them. */
const learnNotesOfAll = (known: ClusterState, status: ParsedStatus): void => {
	for (const source of known.sources.values()) {
		forgetFlaws(source);
	}

	known.notes = [];
	for (const [source, notes] of Map.groupBy(status.notes, ({path}) => sourceOfNote(known, status, path))) {
		(source ?? known).notes = notes.map(note => noteOf(note));
	}
};

const learnNotes = (known: ClusterState, {status, asked}: StatusObservation): void => {
	const refusal = status.result ? undefined : status.msg;
	if (asked === undefined) {
		learnNotesOfAll(known, status);
		known.refusal = refusal;
		known.message = status.result ? status.msg : '';
		return;
	}

	const notes = status.notes.map(note => noteOf(note));

	for (const [index, name] of asked.entries()) {
		const source = known.sources.get(name);
		if (!source) {
			continue;
		}

		source.notes = index === 0 ? notes : [];
		source.refusal = index === 0 ? refusal : undefined;
	}
};

/** A refusal of the whole answer, taken apart when it is one of DM's errors. */
const problemOf = (message: string): Problem => {
	const cause = causeOf(readErrors(message));
	const advice = cause === undefined ? '' : explainError(cause).fix;
	const fix =
		advice === ''
			? say('Check the log of the dm-master that answered, and ask again: dmctl query-status.')
			: advice;
	return cause?.code === undefined
		? {
				what: message === '' ? say('the answer says result: false, without a message') : message,
				fix,
				detail: '',
			}
		: {what: headline(cause), fix, detail: message};
};

/**
 * "These sources answered this." One source per step.
 *
 * @yields Between two steps.
 */
export function* learnStatus(known: ClusterState, observation: StatusObservation): Steps<void> {
	const {at, asked, status} = observation;
	if (!status.result && status.sources.length === 0 && status.listed.length === 0) {
		yield* learnSilence(known, {kind: 'silence', at, asked, problem: problemOf(status.msg)});
		return;
	}

	noteAnswer(known, observation);
	known.form = status.form;
	const answer: Answer = {at, isWhole: asked === undefined, form: status.form, removed: new Set()};
	if (status.form === 'dmctl-list') {
		yield* learnList(known, status, answer);
	} else {
		known.unlisted.clear();
		yield* learnSources(known, observation, answer);
	}

	yield;
	learnTasks(known, status, at);
	yield;
	if (asked === undefined) {
		dropEmptyTasks(known, status);
	}

	yield;
	learnNotes(known, observation);
}
