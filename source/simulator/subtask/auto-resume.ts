/**
 * DM's task checker: every 5 s it checks subtasks that an error paused, and resumes those whose errors may be
 * temporary, waiting 1 s, then 2, 4 … up to 5 min between two tries (dm/worker/task_checker.go).
 */
import {isResumable} from '../../dm/errors.js';
import type {SubtaskModel} from '../model/model.js';
import type {ProcessErrorJson} from '../model/process-result.js';
import {tryAgain} from './transition.js';

/** The interval of the checker, seconds. */
export const checkEvery = 5;
const firstBackoff = 1;
const longestBackoff = 300;

/** After so many seconds without errors the delay is halved. */
const rollbackEvery = 300;

const mayPass = ({ErrCode, Message, RawCause}: ProcessErrorJson): boolean =>
	isResumable({code: ErrCode, message: Message, rawCause: RawCause});

/** One second of the checker. */
export const stepAutoResume = (subtask: SubtaskModel, now: number): void => {
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
	if (result === undefined || result.isCanceled || result.errors.some(error => !mayPass(error))) {
		return;
	}

	subtask.backoff = Math.min(longestBackoff, subtask.backoff * 2);
	tryAgain(subtask, now);
};
