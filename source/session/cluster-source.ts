import type {DiagnosedView} from '../findings/diagnose.js';
import type {Measure} from '../monitor/past/measures.js';
import type {PastOptions, PastSubject, Series} from '../monitor/past/series.js';

/** The cluster as it is known now; it tells when it changed. */
export type ClusterSource = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly current: () => DiagnosedView;
	/** How long ago the last status came, ms of the reader's own clock: a simulated or replayed one may run faster. */
	readonly newsAge: () => number;
	/** What is known of a measure over time. Who else has it, such as a store of metrics, may answer instead. */
	readonly past: (subject: PastSubject, measure: Measure, options: PastOptions) => Series;
};
