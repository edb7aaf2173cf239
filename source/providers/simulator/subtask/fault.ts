/**
 * What makes a subtask pause by itself. A fault stays until something takes it away (its time is over, the DDL is
 * skipped), so that a resume runs into it again, as it does in DM.
 */
import type {ProcessError, Subtask} from '../model/model.js';

export type Fault = {
	/** The unit it strikes. */
	readonly unit: 'Dump' | 'Load' | 'Sync';
	/** The upstream transaction that carries it; undefined when it is not in the binlog. */
	readonly transaction: number | undefined;
	/** A DDL is what `binlog skip` and `binlog replace` can handle. */
	readonly ddl: boolean;
	/** The second from which it is gone. */
	readonly until: number;
	readonly error: (subtask: Subtask, transaction: number) => ProcessError;
};

/** Forgets the faults whose time is over. */
export const forgetFaults = (subtask: Subtask, now: number): void => {
	if (subtask.faults.some(fault => fault.until <= now)) {
		subtask.faults = subtask.faults.filter(fault => fault.until > now);
	}
};

/** The fault that holds this unit at once. */
export const faultAtOnce = (subtask: Subtask): Fault | undefined =>
	subtask.faults.find(fault => fault.unit === subtask.unit && fault.transaction === undefined);

/** The next fault in the binlog from `transaction` on. */
export const faultAhead = (subtask: Subtask, transaction: number): Fault | undefined => {
	let next: Fault | undefined;
	for (const fault of subtask.faults) {
		if (
			fault.transaction !== undefined &&
			fault.transaction >= transaction &&
			fault.transaction < (next?.transaction ?? Infinity)
		) {
			next = fault;
		}
	}

	return next;
};
