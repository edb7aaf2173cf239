/**
 * The fields for `field:` in filters of tasks and subtasks, besides their columns.
 */
import type {ProcessError} from '../../../dm/status.js';
import type {Finding} from '../../../findings/finding.js';
import type {SubtaskView} from '../../../monitor/view.js';

/** How much of an error is searched. */
const searchedOfError = 2000;

const wordsOfError = ({code, message, rawCause}: ProcessError): string =>
	`${code ?? ''} ${message.slice(0, searchedOfError)} ${rawCause.slice(0, searchedOfError)}`;

/** The codes and texts of errors. */
export const errorWords = (errors: readonly ProcessError[]): string =>
	errors.map(error => wordsOfError(error)).join('\n');

/** The kinds of findings, and how bad they are. */
export const kindWordsOf = (findings: readonly Finding[]): string =>
	findings.map(({kind, severity}) => `${kind} ${severity}`).join(' ');

/** The errors of findings. */
export const errorWordsOf = (findings: readonly Finding[]): string =>
	errorWords(findings.flatMap(({error}) => error ?? []));

/** Where something is wrong on one source, the row is found by that too; it is not running because it runs on another. */
const setbackWord = (stage: string): string => (stage === 'Running' || stage === 'Finished' ? '' : stage);

/** The fields of rows that are made of subtasks. */
export const subtaskFields = <Row>(
	subtasksOf: (row: Row) => readonly SubtaskView[],
	{
		findingsOf,
		stateOf,
	}: {
		readonly findingsOf: (row: Row) => readonly Finding[];
		/** Its state as the row shows it, and its health. */
		readonly stateOf: (row: Row) => string;
	},
): ReadonlyMap<string, (row: Row) => string> => {
	const joined = (text: (view: SubtaskView) => string) => (row: Row) =>
		subtasksOf(row)
			.map(view => text(view))
			.join(' ');
	return new Map([
		['task', joined(({subtask}) => subtask.task)],
		['source', joined(({subtask}) => subtask.source)],
		['worker', joined(({subtask}) => subtask.worker)],
		['state', (row: Row) => `${stateOf(row)} ${joined(({subtask}) => setbackWord(subtask.stage))(row)}`],
		['unit', joined(({subtask}) => subtask.unit)],
		[
			'error',
			(row: Row) =>
				`${joined(({subtask}) => errorWords([...(subtask.result?.errors ?? []), ...(subtask.relay?.result?.errors ?? [])]))(row)} ${errorWordsOf(findingsOf(row))}`,
		],
		['kind', (row: Row) => kindWordsOf(findingsOf(row))],
	]);
};
