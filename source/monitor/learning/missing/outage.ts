/**
 * When everything that is known is old: nothing answers. A single failed poll is let pass where the cluster is watched, or
 * on a flaky connection the whole screen would change and change back: everything is old once a second poll in a row has
 * failed, or the last answer is older than two intervals and the usual time of an answer, whichever comes first.
 */
import type {SilenceObservation, StatusObservation} from '../../../providers/provider.js';
import type {ClusterState, Outage, SourceRecord} from '../../records/records.js';

/** The usual time of an answer counts up to this, ms. */
const longestAnswer = 1000;

/** The weight of the last answer in the usual time of an answer. */
const weight = 0.2;

/** "Nothing usable came." */
export const notePollInVain = (
	known: ClusterState,
	{at, problem, confirmedAt, isUnderWay = false}: SilenceObservation,
): void => {
	const {cluster} = known;
	const {
		since,
		after,
		confirmedAt: before,
		times,
	} = cluster.failing ?? {
		since: at,
		after: known.at,
		confirmedAt: Math.max(known.at, Math.min(confirmedAt ?? 0, at)),
		times: 0,
	};
	cluster.failing = {problem, since, after, confirmedAt: before, times: times + (isUnderWay ? 0 : 1)};
};

/**
 * When everything becomes old unless an answer comes before, ms since the epoch; 0 where it already is; undefined after
 * an answer.
 */
export const oldFrom = ({cluster: {failing}, interval, usuallyTook}: ClusterState): number | undefined => {
	if (!failing) {
		return undefined;
	}

	return interval === undefined || failing.times > 1
		? 0
		: failing.confirmedAt + 2 * interval + Math.min(usuallyTook, longestAnswer);
};

/** True when everything is old at `now`, ms since the epoch. */
export const isAllOld = (known: ClusterState, now: number): boolean => now >= (oldFrom(known) ?? Infinity);

/** The last time without answers in which everything was old, as of `now`: it may not be over. */
export const outageAt = (known: ClusterState, now: number): Outage => {
	const {failing, outage} = known.cluster;
	return failing && isAllOld(known, now)
		? {since: failing.since, after: failing.after, until: outage.until}
		: outage;
};

/** When an answer about a source was last missing, ms since the epoch; 0 for never. */
export const silentAt = ({cluster: {outage}}: ClusterState, {awayAt}: Pick<SourceRecord, 'awayAt'>): number =>
	Math.max(awayAt, outage.since);

/** A usable status came. */
export const noteAnswer = (known: ClusterState, {at, took}: StatusObservation): void => {
	const {cluster, usuallyTook} = known;
	if (cluster.failing) {
		cluster.outage = isAllOld(known, at) ? {...outageAt(known, at), until: at} : cluster.outage;
		cluster.failing = undefined;
	}

	known.at = at;
	if (took !== undefined) {
		known.usuallyTook = usuallyTook === 0 ? took : usuallyTook + weight * (took - usuallyTook);
	}
};
