/** The Dump unit: tables to files, at the speed of the upstream and the disk. */
import {dumpInterrupted} from '../errors/takeover-errors.js';
import type {DumpState, SubtaskModel} from '../model/model.js';
import type {ProcessErrorJson} from '../model/process-result.js';
import {between} from '../model/random.js';

/** How many tables are completely written: the first ones are small. */
export const completedTables = ({finishedBytes, totalBytes, totalTables}: DumpState): number =>
	finishedBytes >= totalBytes ? totalTables : Math.floor(totalTables * (finishedBytes / totalBytes) ** 1.15);

/** Rows written. */
export const finishedRows = ({finishedBytes, totalBytes, totalRows}: DumpState): number =>
	Math.floor((finishedBytes / totalBytes) * totalRows);

/** One second of dumping; at the end the files are loaded. Returns the error that stops it, if any. */
export const stepDump = (subtask: SubtaskModel, now: number): ProcessErrorJson | undefined => {
	const {dump, load, source} = subtask;
	const {upstream} = source;
	if (dump === undefined || load === undefined) {
		return undefined;
	}

	if (!upstream.isReachable) {
		return dumpInterrupted(upstream.host, upstream.port);
	}

	if (dump.finishedBytes === 0) {
		dump.snapshot = Math.floor(upstream.transaction);
	}

	const isStalled = subtask.stalledUntil > now;
	dump.bps = isStalled ? 0 : Math.round(dump.speed * between(subtask.random, 0.7, 1.15));
	dump.finishedBytes = Math.min(dump.totalBytes, dump.finishedBytes + dump.bps);
	if (dump.finishedBytes >= dump.totalBytes) {
		load.totalBytes = dump.totalBytes;
		load.finishedBytes = 0;
		load.worker = source.worker;
		subtask.unit = 'Load';
	}

	return undefined;
};
