/**
 * What makes a subtask pause by itself. A fault stays until something takes it away (its time is over, the DDL is
 * skipped), so that a resume runs into it again, as it does in DM.
 */
import type {ProcessError, Subtask} from '../model/model.js';

export type Fault = {
	/** The units it strikes. */
	readonly units: ReadonlyArray<'Dump' | 'Load' | 'Sync'>;
	/** The upstream transaction that carries it; undefined when it is not in the binlog. */
	readonly transaction: number | undefined;
	/** A DDL is what `binlog skip` and `binlog replace` can handle. */
	readonly isDdl: boolean;
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

/** The fault that holds the present unit at once. */
export const faultAtOnce = ({faults, unit}: Subtask): Fault | undefined =>
	faults.length === 0 || unit === ''
		? undefined
		: faults.find(fault => fault.transaction === undefined && fault.units.includes(unit));

/** The next fault in the binlog from a transaction on. */
export const faultAhead = ({faults}: Subtask, transaction: number): Fault | undefined => {
	let next: Fault | undefined;
	for (const fault of faults) {
		if (
			fault.transaction !== undefined &&
			fault.transaction >= transaction &&
			(next?.transaction === undefined || fault.transaction < next.transaction)
		) {
			next = fault;
		}
	}

	return next;
};

/** The fault in the binlog that has stopped the syncer; undefined when it is not stopped there. */
export const faultHere = (subtask: Subtask): Fault | undefined => {
	const {sync} = subtask;
	const fault = sync === undefined ? undefined : faultAhead(subtask, Math.floor(sync.transaction));
	return sync !== undefined && fault?.transaction !== undefined && fault.transaction <= sync.transaction
		? fault
		: undefined;
};
