/** What is drawn and how: the cluster, its past, the signs of the terminal. */
import type {Symbols} from '../components/symbols.js';
import type {DiagnosedView} from '../findings/diagnose.js';
import type {Measure} from '../monitor/past/measures.js';
import type {PastSubject, Series} from '../monitor/past/series.js';
import type {Inquiry} from '../session/inquiries.js';

/** What drawing needs beside the row. */
export type Drawing = {
	readonly cluster: DiagnosedView;
	readonly symbols: Symbols;
	/** The lag of a task (all its sources, or the one named) in so many slots of the past, newest last; NaN where it was not known. */
	readonly lagsOf: (subject: PastSubject, slots: number) => Float64Array;
	/** How much of the past plots show, ms. */
	readonly plotSpan: number;
	/** The past over that span in so many values, which move on by `together` of them. */
	readonly pastOf: (subject: PastSubject, measure: Measure, count: number, together: number) => Series;
	/** What is done to a task, or to one source of it, right now: "Pausing…". */
	readonly overlayOf: (task: string, source?: string) => string | undefined;
	/** Whether operations can be offered: the provider has them, and they are not left out. */
	readonly canOperate: boolean;
	/** What DM was asked for pages, by `inquiryKey`. */
	readonly inquiries: ReadonlyMap<string, Inquiry>;
};
