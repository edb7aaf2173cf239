/** Whether enough was learnt since the start: until then, missing things may just not have been reported yet. */
import type {ClusterView, SourceView} from './view.js';

/** Whether a source has answered or failed to. */
export const isSettled = ({at, condition}: Pick<SourceView, 'at' | 'condition'>): boolean =>
	at > 0 || condition.kind !== 'fresh';

/** Whether anything was learnt, and every source is settled. */
export const isLearnt = ({at, sources}: Pick<ClusterView, 'at' | 'sources'>): boolean =>
	at > 0 && sources.every(source => isSettled(source));
