/** What DM answered when it was recorded, and answers about subtasks that stopped. */
import type {OperationAnswer} from '../../../source/providers/operation.js';
import {readFixture} from '../../dm/recorded.js';
import {entry, errors, syncing} from '../../monitor/watched.js';

/** A recorded answer to an operation, as if of this source. */
export const recordedAnswer = (name: string, source: string): OperationAnswer => {
	const {msg, sources} = JSON.parse(readFixture(`dm-v7.5/live-2/${name}`)) as OperationAnswer;
	return {result: 'accepted', msg, sources: sources.map(answer => ({...answer, source}))};
};

/** A subtask that an error of this code stopped. */
export const stopped = (task: string, code: number) =>
	syncing(task, {}, {stage: 'Paused', result: errors(code)});

/** One source with its subtasks. */
export const at = (source: string, ...subtasks: ReadonlyArray<ReturnType<typeof syncing>>) =>
	entry(source, subtasks);

/** The same subtask on both sources. */
export const everywhere = (subtask: ReturnType<typeof syncing>) => [
	at('mysql-01', subtask),
	at('mysql-02', subtask),
];
