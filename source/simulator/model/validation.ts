/** Continuous validation of one subtask: its progress, and the rows that differ. */
import type {ProcessResultJson} from './process-result.js';

/** A row that differs downstream (pb.ValidationError). */
export type ErrorRow = {
	readonly id: number;
	/** Quoted, as "`shop`.`orders`". */
	readonly sourceTable: string;
	readonly targetTable: string;
	/** The values as DM prints them: "[1 2026-11-27 paid]". */
	readonly sourceData: string;
	/** Empty when the row is missing downstream. */
	readonly targetData: string;
	status: 'new' | 'ignored' | 'resolved';
	/** The second at which it was found. */
	readonly foundAt: number;
	/** The second from which it is in the downstream's table of errors, which is what `show-error` lists. */
	storedAt: number;
};

/** Numbers of rows, by the change that has to be compared. */
export type RowCounts = {readonly inserts: number; readonly updates: number; readonly deletes: number};

/** The validator of one subtask. */
export type ValidationModel = {
	mode: 'full' | 'fast';
	stage: 'Running' | 'Stopped';
	/** Why it stopped; undefined while it runs. */
	result: ProcessResultJson | undefined;
	/** Its position; undefined before it has begun. */
	transaction: number | undefined;
	/** Rows compared since it was started. */
	inserts: number;
	updates: number;
	deletes: number;
	/** The cutover position, if set (pb.UpdateValidationRequest); else ''. */
	cutover: string;
	/** Rows that have to be compared again. */
	pending: RowCounts;
	/** Rows that differ, in the order in which they were found. */
	rows: ErrorRow[];
	/** The second at which its checkpoint and results are next stored. */
	storesAt: number;
};

/** How often a validator stores its results, seconds (meta-flush-interval). */
export const storeEvery = 300;
