/** Which of a subtask's faults strikes it now. */
import type {Fault, Subtask} from '../model/model.js';

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
