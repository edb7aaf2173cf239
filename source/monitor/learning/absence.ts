/** Folds what a document for the whole cluster does not name into what is known. */
import type {ParsedStatus} from '../../dm/status.js';
import type {Known, SourceRecord} from '../records.js';
import {type Answer, forgetSubtask} from './answer.js';
import {setAway} from './condition.js';

/** True when the document would name the task if it still were somewhere. */
const isDeleted = ({form}: ParsedStatus, task: string, {removed}: Answer): boolean =>
	// OpenAPI and dmctl's list name tasks, and sources only below them; the status names sources.
	form !== 'query-status' || removed.has(task);

/** True when nothing speaks for it that the source is still there. */
const isNothing = ({form}: ParsedStatus, {subtasks, at}: SourceRecord): boolean =>
	subtasks.size === 0 && (at === 0 || form !== 'query-status');

/**
 * What is not named is gone where the document says so, and lost otherwise.
 * `named` are the sources that the document names; '' stands for one whose name could not be read.
 */
export const learnAbsence = (
	known: Known,
	status: ParsedStatus,
	named: ReadonlySet<string>,
	answer: Answer,
): void => {
	const tasks = new Set(status.tasks.map(({name}) => name));
	const absent = known.sources
		.values()
		.filter(({source}) => !named.has(source))
		.toArray();
	for (const source of absent) {
		for (const record of source.subtasks.values()) {
			if (!tasks.has(record.task) && isDeleted(status, record.task, answer)) {
				forgetSubtask(known, record, answer);
			}
		}

		if (isNothing(status, source)) {
			known.sources.delete(source.source);
		} else if (named.has('')) {
			setAway(known, source, {
				kind: 'silent',
				why: 'an entry of the answer could not be read',
				at: answer.at,
			});
		} else {
			setAway(known, source, {kind: 'vanished', why: 'vanished from the answer', at: answer.at});
		}
	}
};
