/** The context of drawing: the cluster, its past, the symbols of the terminal. */
import type {Symbols} from '../components/symbols.js';
import type {DiagnosedView} from '../findings/diagnosis.js';
import type {Measure} from '../monitor/past/measures.js';
import type {PastSubject, Series} from '../monitor/showing/series.js';
import type {Inquiry} from '../session/inquiries.js';

/** What drawing needs besides the row. */
export type Drawing = {
	readonly cluster: DiagnosedView;
	readonly symbols: Symbols;
	/** The lag of a task (all its sources, or the one named) in so many slots of the past, newest last; NaN where it was not known. */
	readonly lagsOf: (subject: PastSubject, slots: number) => Float64Array;
	/** How much of the past plots show, ms. */
	readonly plotSpan: number;
	/** The past over that span in so many values, advancing in steps of `together`. */
	readonly pastOf: (subject: PastSubject, measure: Measure, count: number, together: number) => Series;
	/** The current operation on a task, or on one of its sources: "Pausing…". */
	readonly overlayOf: (task: string, source?: string) => string | undefined;
	/** Whether operations can be offered: the provider has them, and it is not read-only. */
	readonly canOperate: boolean;
	/** The inquiries for pages, by `inquiryKey`. */
	readonly inquiries: ReadonlyMap<string, Inquiry>;
};
