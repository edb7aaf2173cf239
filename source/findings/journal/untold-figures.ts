/** Findings that come from DM's metrics: while these are not read, it is not known whether such a finding holds. */
import type {ClusterView, SourceView, SubtaskView} from '../../monitor/view.js';
import type {Finding} from '../finding.js';
import {doesNeed} from '../rules.js';

/** Whether the figures of a running subtask are not enough to say if such a finding holds. */
const isUntoldOfSubtask = (kind: string, {subtask, metrics, skippedSince, lag}: SubtaskView): boolean =>
	subtask.stage === 'Running' &&
	(metrics === undefined ||
		// They are read again, but not for as long as such a finding takes.
		(kind === 'all-skipped' && skippedSince !== undefined) ||
		(doesNeed(kind, 'lag') && lag.kind === 'at-least'));

/** The same for the relay of a worker, as long as there is one. */
const isUntoldOfRelay = (source: SourceView | undefined, name = ''): boolean =>
	source?.relays?.some(({worker, metrics}) => worker === name && metrics === undefined) ?? false;

/** Whether DM's metrics are not enough at present to say if a finding that comes from them still holds. */
export const areFiguresUntold = (
	{kind, task, source, worker}: Finding,
	{
		metrics,
		subtaskOf,
		sourceOf,
	}: Pick<ClusterView, 'metrics'> & {
		readonly subtaskOf: (task: string, source: string) => SubtaskView | undefined;
		readonly sourceOf: (source: string) => SourceView | undefined;
	},
): boolean => {
	if (!doesNeed(kind, 'metrics')) {
		return false;
	}

	if (source === undefined) {
		return Object.keys(metrics?.cluster ?? {}).length === 0;
	}

	if (task === undefined) {
		return isUntoldOfRelay(sourceOf(source), worker);
	}

	const subtask = subtaskOf(task, source);
	return subtask !== undefined && isUntoldOfSubtask(kind, subtask);
};
