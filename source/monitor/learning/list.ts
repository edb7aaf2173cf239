/** Folds dmctl's list of tasks: names of tasks and sources and the tasks' status, nothing of the subtasks. */
import type {ParsedStatus, Subtask} from '../../dm/status.js';
import {ownStart} from '../../dm/values/own-text.js';
import type {Steps} from '../../dm/steps.js';
import {splitStatus} from '../../dm/derived/task-status.js';
import {lagless} from '../lag/lag.js';
import {type ClusterState, type SourceRecord} from '../records/records.js';
import {addSubtask, sourceRecord} from '../records/record-keeping.js';
import {learnAbsence} from './missing/absence.js';
import {type Answer, dropUnlisted, tellAppeared} from './answer.js';
import {setFresh} from './missing/condition.js';
import {forgetRelays} from './relay.js';
import {learnSubtask} from './subtask.js';

/** The most of the status of a task that is no longer listed, UTF-16 units: it is kept for a day. */
const longestStatus = 1000;

/** Dmctl says these of a task only when each of its subtasks is in that stage. */
const ofEach: ReadonlySet<string> = new Set([...lagless, 'Stopped']);

/** What the status of the tasks in a list says of each subtask: its stage, or nothing. */
const stagesOf = ({listed}: ParsedStatus): ReadonlyMap<string, string> =>
	new Map(
		listed.flatMap(({name, statusText}) => {
			const {status} = splitStatus(statusText);
			return ofEach.has(status) ? [[name, status] as const] : [];
		}),
	);

const takeListed = (known: ClusterState, source: SourceRecord, subtask: Subtask, at: number): void => {
	const record = source.subtasks.get(subtask.task);
	const taken = record ?? addSubtask(known, source, subtask, at);
	learnSubtask(known, taken, subtask, {at, isNew: !record});
	if (!record && source.at > 0) {
		tellAppeared(known, taken, at);
	}
};

/** Notes the tasks that the list no longer names. */
const noteUnlisted = (known: ClusterState, {listed}: ParsedStatus, at: number): void => {
	const names = new Set(listed.map(({name}) => name));
	for (const {name, given, subtasks} of known.tasks.values()) {
		if (!given || names.has(name)) {
			continue;
		}

		const sources = subtasks.map(({source}) => source.source);
		known.unlisted.set(name, {task: name, status: ownStart(given.statusText, longestStatus), sources, at});
	}

	for (const name of names) {
		known.unlisted.delete(name);
	}
};

/**
 * Takes the whole list.
 *
 * @yields Between two steps.
 */
export function* learnList(known: ClusterState, status: ParsedStatus, answer: Answer): Steps<void> {
	const {at} = answer;
	noteUnlisted(known, status, at);
	const stages = stagesOf(status);
	const listed = new Map<SourceRecord, Set<string>>();
	for (const {source: name, subtasks} of status.sources) {
		const source = sourceRecord(known, name, at);
		listed.set(source, new Set(subtasks.map(({task}) => task)));
		for (const subtask of subtasks) {
			const stage = stages.get(subtask.task);
			takeListed(known, source, stage === undefined ? subtask : {...subtask, stage}, at);
			yield;
		}
	}

	for (const [source, tasks] of listed) {
		setFresh(known, source, '', at);
		source.at = at;
		source.listedAt = at;
		forgetRelays(source);
		source.isOnlyListed = true;
		source.message = '';
		source.problem = '';
		source.view = undefined;
		dropUnlisted(known, source.subtasks.values(), tasks, answer);
		yield;
	}

	yield* learnAbsence(known, status, {
		named: new Set(listed.keys().map(({source}) => source)),
		asked: undefined,
		answer,
	});
}
