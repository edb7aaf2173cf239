/** The Dump unit: tables to files, at the speed that the upstream and the disk give. */
import type {DumpState, Subtask} from '../model/model.js';
import {between} from '../model/random.js';

/** How many tables are wholly written. */
export const completedTables = (dump: DumpState): number =>
	dump.finishedBytes >= dump.totalBytes
		? dump.totalTables
		: Math.floor((dump.finishedBytes / dump.totalBytes) ** 1.15 * dump.totalTables);

/** Rows written; the estimate that DM makes of the total from the table statistics is never exact. */
export const finishedRows = (dump: DumpState): number =>
	Math.floor((dump.finishedBytes / dump.totalBytes) * dump.totalRows);

/** One second of dumping; at the end the files are loaded. */
export const stepDump = (subtask: Subtask): void => {
	const {dump, load} = subtask;
	const {upstream} = subtask.source;
	if (dump === undefined || load === undefined) {
		return;
	}

	if (dump.finishedBytes === 0) {
		dump.snapshot = Math.floor(upstream.transaction);
	}

	if (!upstream.reachable) {
		dump.bps = 0;
		return;
	}

	dump.bps = Math.round(dump.speed * between(subtask.random, 0.7, 1.15));
	dump.finishedBytes = Math.min(dump.totalBytes, dump.finishedBytes + dump.bps);
	if (!(dump.finishedBytes >= dump.totalBytes)) {
		return;
	}

	dump.bps = 0;
	load.totalBytes = dump.totalBytes;
	load.finishedBytes = 0;
	subtask.unit = 'Load';
};
