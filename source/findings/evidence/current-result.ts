/** What a subtask is stopped by, or was a moment ago while DM tries again. */
import {retriesOfResult} from '../../dm/errors.js';
import type {ProcessResult} from '../../dm/status.js';
import type {SubtaskView} from '../../monitor/view.js';
import {fixed} from '../thresholds.js';

/** How long an error does not count as over while DM retries, ms: longer when it has come back before. */
const patience = ({setbacks}: SubtaskView): number => {
	if (setbacks === undefined || setbacks.isNow) {
		return 0;
	}

	if (setbacks.times > 1) {
		return fixed.recovered;
	}

	return setbacks.result && retriesOfResult(setbacks.result) !== 'no' ? fixed.retried : 0;
};

/** DM is retrying: that does not end the error. */
const isBetweenTries = (view: SubtaskView): boolean =>
	(view.subtask.stage === 'Running' || view.subtask.stage === 'Resuming') &&
	view.at - (view.setbacks?.lastAt ?? 0) <= patience(view) &&
	// A subtask that has moved since is past it.
	(view.stood === undefined || view.stood.isAtLeast);

/** In these stages DM works, has finished or carries out an operation: an error in the result is in the past. */
const goesOn: ReadonlySet<string> = new Set(['Running', 'Resuming', 'Pausing', 'Stopping', 'Finished']);

/** The result that describes the current problem; undefined where there is none. */
export const currentResult = (view: SubtaskView): ProcessResult | undefined => {
	if (!goesOn.has(view.subtask.stage)) {
		return view.subtask.result;
	}

	return isBetweenTries(view) ? view.setbacks?.result : undefined;
};
