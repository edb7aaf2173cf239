/** Why what is shown of a source or a subtask is not fresh. */
import {say} from '../../language/say.js';
import type {ClusterState, SourceRecord, SubtaskRecord} from '../records/records.js';

/** Why nothing is known at present of what last answered at `at`, ms since the epoch, whatever its own state; '' when it is. */
const unknownSince = ({cluster: {problem, problemSince}}: ClusterState, at: number): string => {
	if (problem) {
		return problem.what;
	}

	// The cluster answers again, which says nothing of those that have not answered since.
	return at < problemSince ? say('no answer since the cluster answers again') : '';
};

/** Why a source is not fresh; '' when it is, and before it was asked. */
export const whySourceIsStale = (known: ClusterState, {condition, at}: SourceRecord): string =>
	condition.kind === 'fresh' ? (at === 0 ? '' : unknownSince(known, at)) : condition.why;

/** Why a subtask is not fresh; '' when it is. */
export const whyStale = (known: ClusterState, {source: {condition}, stale, at}: SubtaskRecord): string => {
	if (condition.kind !== 'fresh') {
		return condition.why;
	}

	return stale === '' ? unknownSince(known, at) : stale;
};
