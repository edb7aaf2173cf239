/** Whether the beginning is over: until then what is missing may only not have been told yet. */
import type {ClusterView, SourceView} from './view.js';

/** Whether a source has answered once, or is known not to. */
export const isSettled = ({at, condition}: Pick<SourceView, 'at' | 'condition'>): boolean =>
	at > 0 || condition.kind !== 'fresh';

/** Whether anything was learnt, and every source is settled. */
export const isLearnt = ({at, sources}: Pick<ClusterView, 'at' | 'sources'>): boolean =>
	at > 0 && sources.every(source => isSettled(source));
