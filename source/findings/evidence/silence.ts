/** Sources that do not answer because the whole cluster does not: that is reported once. */
import type {ClusterView, SourceView} from '../../monitor/view.js';
import type {Finding} from '../finding.js';

/** Calls that were under way when the cluster stopped answering end one after the other within this time, ms. */
const together = 10_000;

/** What is known of the last silence of the whole cluster. */
type Silence = Pick<ClusterView, 'isOld' | 'problemSince' | 'problemAfter' | 'problemUntil'>;

/**
 * Whether the silence of a source follows from that of the cluster: no other source answered after it began, and it has
 * not been asked in vain since the cluster answers again.
 */
export const isOfCluster = (
	{isOld, problemSince, problemAfter, problemUntil}: Silence,
	{condition}: SourceView,
): boolean =>
	condition.kind === 'silent' &&
	problemSince > 0 &&
	condition.since >= problemAfter - together &&
	(isOld || condition.toldAt < problemUntil);

/** The names of those sources. */
export const silentWithCluster = (view: Silence & Pick<ClusterView, 'sources'>): ReadonlySet<string> =>
	new Set(
		view.problemSince === 0
			? []
			: view.sources.flatMap(source => (isOfCluster(view, source) ? [source.source] : [])),
	);

/** Whether a finding says no more than that one of these sources does not answer. */
export const isToldByCluster = (names: ReadonlySet<string>, {kind, task, source}: Finding): boolean =>
	kind === 'source-silent' && task === undefined && source !== undefined && names.has(source);
