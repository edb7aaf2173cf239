/** Adds something to the view of a cluster source, with additional reasons to redraw. */
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {Listeners} from '../../providers/waiting/listeners.js';
import type {ClusterSource} from '../cluster-source.js';

/** The cluster with what was added to it. */
export type PastOverlay = Pick<ClusterSource, 'subscribe' | 'current'> & {
	/** Something new has to be shown, although the cluster is the same. */
	readonly renew: () => void;
};

/**
 * A cluster as transformed by `shownOf`; the result stays the same as long as the cluster does, until it is renewed.
 */
export const createOverlay = (
	cluster: Pick<ClusterSource, 'subscribe' | 'current'>,
	shownOf: (view: DiagnosedView) => DiagnosedView,
): PastOverlay => {
	const listeners = new Listeners();
	let original = cluster.current();
	let shown = original;
	return {
		subscribe(listener) {
			const leaves = [cluster.subscribe(listener), listeners.subscribe(listener)];
			return () => {
				for (const leave of leaves) {
					leave();
				}
			};
		},
		current() {
			const now = cluster.current();
			if (now !== original) {
				original = now;
				shown = shownOf(now);
			}

			return shown;
		},
		renew() {
			original = cluster.current();
			shown = shownOf({...original});
			listeners.tell();
		},
	};
};
