/** Folds what is missing in an answer into the state. */
import type {ParsedStatus} from '../../../dm/status.js';
import type {Steps} from '../../../dm/steps.js';
import {namedTasks} from '../../../dm/derived/tasks.js';
import {type ClusterState, type SourceRecord} from '../../records/records.js';
import {forgetSource, sourceRecord} from '../../records/record-keeping.js';
import {type Answer, forgetSubtask} from '../answer.js';
import {say} from '../../../language/say.js';
import {setAway} from './condition.js';

/** An answer and its question. */
export type Named = {
	/** The sources that it names; '' for one whose name could not be read. */
	readonly named: ReadonlySet<string>;
	/** The sources that were asked; undefined for all. */
	readonly asked: readonly string[] | undefined;
	readonly answer: Answer;
};

const findAbsent = (known: ClusterState, {named, asked, answer}: Named): readonly SourceRecord[] => {
	const expected =
		asked?.map(name => known.sources.get(name) ?? sourceRecord(known, name, answer.at)) ??
		known.sources.values().toArray();
	return expected.filter(({source}) => !named.has(source));
};

/** True when nothing indicates that the source still exists. */
const isNothing = ({form}: ParsedStatus, {subtasks, at}: SourceRecord, {isWhole}: Answer): boolean =>
	isWhole && subtasks.size === 0 && (at === 0 || form !== 'query-status');

/** A task is gone from a missing source where the document can tell; the source itself is lost. */
export function* learnAbsence(known: ClusterState, status: ParsedStatus, names: Named): Steps<void> {
	const {named, answer} = names;
	const {at, removed, isWhole} = answer;
	const absent = findAbsent(known, names);
	if (absent.length === 0) {
		return;
	}

	const tasks = namedTasks(status);
	// OpenAPI names every task, and dmctl's list also every source of each; the status names sources.
	// An entry that is missing or has no name may be this source's.
	const isListed = isWhole && !named.has('');
	const isDeleted = (task: string): boolean =>
		isWhole && status.form === 'dmctl-list'
			? true
			: !tasks.has(task) && ((isListed && status.form !== 'query-status') || removed.has(task));

	for (const source of absent) {
		const deleted = source.subtasks.values().filter(({task}) => isDeleted(task));
		for (const record of deleted) {
			forgetSubtask(known, record, answer);
			yield;
		}

		if (isNothing(status, source, answer)) {
			forgetSource(known, source);
		} else if (named.has('')) {
			setAway(known, source, {
				kind: 'silent',
				why: say('an entry of the answer is missing or cannot be read'),
				at,
			});
		} else {
			setAway(known, source, {kind: 'vanished', why: say('disappeared from the answer'), at});
		}

		yield;
	}
}
