import type {DiagnosedView} from '../findings/diagnosis.js';
import type {Measure} from '../monitor/past/measures.js';
import type {PastOptions, PastSubject, Series} from '../monitor/showing/series.js';

/** The current view of the cluster, with notification of changes. */
export type ClusterSource = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly current: () => DiagnosedView;
	/** How long ago the last status came, ms of the reader's own clock: a simulated or replayed one may run faster. */
	readonly newsAge: () => number;
	/** The present time of the provider's clock, ms since the epoch: later than that of the current view. */
	readonly now: () => number;
	/** The past of a measure, possibly from elsewhere, such as a metrics store. */
	readonly past: (subject: PastSubject, measure: Measure, options: PastOptions) => Series;
};
