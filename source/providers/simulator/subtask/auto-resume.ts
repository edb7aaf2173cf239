/**
 * DM's task checker: every 5 s it looks at subtasks that an error paused, and resumes those whose errors may pass by
 * themselves, waiting 1 s, then 2, 4 … up to 5 min between two tries (dm/worker/task_checker.go).
 */
import type {ProcessError, Subtask} from '../model/model.js';
import {resume} from './transition.js';

/** Seconds between two looks of the checker. */
export const checkEvery = 5;
const firstBackoff = 1;
const longestBackoff = 300;

/** After so many quiet seconds the wait is halved. */
const rollbackEvery = 300;

const codesThatStay = new Set([36_008, 32_004, 32_001, 36_027, 11_129, 34_019, 34_020, 34_021]);

/** Parts of the raw cause, in small letters: DDL that TiDB does not support, rows that it refuses, a lost binlog. */
const causesThatStay = [
	"can't drop column with index",
	'with tidb_enable_change_multi_schema is disable',
	'unsupported add column',
	'unsupported modify column',
	'unsupported modify charset',
	'unsupported modify collate',
	'unsupported drop integer primary key',
	'unsupported collation',
	'invalid default value for',
	'unsupported drop primary key',
	'error 1059',
	'error 1117',
	'error 1069',
	'error 1062',
	'error 1406',
	'error 1366',
	'error 8025',
	'could not find first log file name in binary log index file',
	'the slave is connecting using change master to master_auto_position = 1, but the master has purged binary logs',
];

/** Whether DM tries again by itself after this error (dm/unit/unit.go). */
export const isResumable = (error: ProcessError): boolean => {
	if (codesThatStay.has(error.ErrCode)) {
		return false;
	}

	const cause = error.RawCause.toLowerCase();
	return causesThatStay.every(text => !cause.includes(text));
};

/** One second of the checker. */
export const stepAutoResume = (subtask: Subtask, now: number): void => {
	if (subtask.stage !== 'Paused') {
		if (subtask.backoff > firstBackoff && (now - subtask.resumedAt) % rollbackEvery === rollbackEvery - 1) {
			subtask.backoff = Math.max(firstBackoff, Math.floor(subtask.backoff / 2));
		}

		return;
	}

	const {checkPhase} = subtask.source;
	if ((now + checkPhase) % checkEvery !== 0 || now - subtask.resumedAt < subtask.backoff) {
		return;
	}

	const {result} = subtask;
	if (result === undefined || result.isCanceled || result.errors.some(error => !isResumable(error))) {
		return;
	}

	subtask.backoff = Math.min(longestBackoff, subtask.backoff * 2);
	resume(subtask, now);
};
