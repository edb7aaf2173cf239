/** Why what is shown of a source or a subtask is not fresh. */
import {say} from '../../language/say.js';
import {isAllOld, outageAt} from '../learning/missing/outage.js';
import {forgetViews} from '../records/record-keeping.js';
import type {ClusterState, SourceRecord, SubtaskRecord} from '../records/records.js';

/**
 * Why what last answered at `at`, ms since the epoch, is out of date since the whole cluster does not answer; '' when it
 * is not.
 */
const unknownSince = ({old: {why, before}}: ClusterState, at: number): string =>
	// The cluster may answer again; those that have not answered since are still out of date.
	why === '' && at < before ? say('no answer since the cluster answers again') : why;

/** Called before a view at `now`, ms since the epoch: each row shows why it is old. */
export const noteOld = (known: ClusterState, now: number): void => {
	const {failing} = known.cluster;
	const old = {
		why: failing && isAllOld(known, now) ? failing.problem.what : '',
		before: outageAt(known, now).since,
	};
	if (old.why === known.old.why && old.before === known.old.before) {
		return;
	}

	known.old = old;
	forgetViews(known);
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
