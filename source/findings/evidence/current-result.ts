/** What a subtask is stopped by, or was a moment ago while DM tries again. */
import {goesOn} from '../../dm/derived/stage.js';
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

/** The result that describes the current problem; undefined where there is none. */
export const currentResult = (view: SubtaskView): ProcessResult | undefined => {
	const {stage} = view.subtask;
	if (!goesOn.has(stage) && stage !== 'Finished') {
		return view.subtask.result;
	}

	return isBetweenTries(view) ? view.setbacks?.result : undefined;
};
