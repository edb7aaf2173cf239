/** How far dump and load have got, 0 to 1. */
import type {Dump, Int64, Load} from '../status.js';

/** An estimate never reaches 1: only the stage says that a dump is done. */
const almost = 0.99;

const percentage = /^(?<percent>\d{1,3}(?:\.\d{1,10})?)\s*%$/v;

/** The fraction in DM's own text, such as 0.3052 for "30.52 %"; undefined when there is none. */
export const progressFraction = (progress: string): number | undefined => {
	const percent = percentage.exec(progress.trim())?.groups?.['percent'];
	return percent === undefined ? undefined : Math.min(1, Number(percent) / 100);
};

const ratio = (part: Int64 | undefined, whole: Int64 | undefined): number | undefined => {
	const fraction = Number(part ?? NaN) / Number(whole ?? NaN);
	return Number.isFinite(fraction) && fraction >= 0 ? Math.min(1, fraction) : undefined;
};

/**
 * The progress of a dump: DM's own figure, else rows compared with their estimate, else tables. The last two stay below
 * 1, for the estimate comes from table statistics and may be far too low.
 */
export const dumpProgress = (dump: Dump): number | undefined => {
	const said = progressFraction(dump.progress);
	if (said !== undefined) {
		return said;
	}

	const counted =
		ratio(dump.finishedRows, dump.estimateTotalRows) ?? ratio(dump.completedTables, dump.totalTables);
	return counted === undefined ? undefined : Math.min(almost, counted);
};

/** The progress of a load: DM's own figure, else bytes where DM counts them. */
export const loadProgress = (load: Load): number | undefined =>
	progressFraction(load.progress) ??
	(Number(load.totalBytes ?? 0) > 0 ? ratio(load.finishedBytes, load.totalBytes) : undefined);
