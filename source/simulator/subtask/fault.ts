/** Which of a subtask's faults is active now, and what removes one. */
import type {Fault, SubtaskModel} from '../model/model.js';

/** Forgets the faults whose time is over. */
export const forgetFaults = (subtask: SubtaskModel, now: number): void => {
	if (subtask.faults.some(fault => fault.until <= now)) {
		subtask.faults = subtask.faults.filter(fault => fault.until > now);
	}
};

/** The fault that stops the current unit at once. */
export const faultAtOnce = ({faults, unit}: SubtaskModel): Fault | undefined =>
	faults.length === 0 || unit === ''
		? undefined
		: faults.find(fault => fault.transaction === undefined && fault.units.includes(unit));

/** The next fault in the binlog from a transaction on. In safe mode some do not apply. */
export const faultAhead = (
	{faults, safeModeUntil}: SubtaskModel,
	transaction: number,
	now: number,
): Fault | undefined => {
	let next: Fault | undefined;
	for (const fault of faults) {
		if (
			fault.transaction !== undefined &&
			fault.transaction >= transaction &&
			(next?.transaction === undefined || fault.transaction < next.transaction) &&
			!(fault.cure === 'safe-mode' && safeModeUntil > now)
		) {
			next = fault;
		}
	}

	return next;
};

/** The fault in the binlog that has stopped the syncer; undefined when it is not stopped there. */
export const faultHere = (subtask: SubtaskModel, now: number): Fault | undefined => {
	const {sync} = subtask;
	const fault = sync === undefined ? undefined : faultAhead(subtask, Math.floor(sync.transaction), now);
	return sync !== undefined && fault?.transaction !== undefined && fault.transaction <= sync.transaction
		? fault
		: undefined;
};

/** Removes a fault that was fixed manually. */
export const cureFaults = (subtask: SubtaskModel, cure: NonNullable<Fault['cure']>): void => {
	subtask.faults = subtask.faults.filter(fault => fault.cure !== cure);
};

/** Removes a fault; the one after it becomes active. */
export const removeFault = (
	subtask: SubtaskModel,
	fault: Fault,
	{isSkipped}: {readonly isSkipped: boolean},
): void => {
	const after = isSkipped ? fault.after?.((fault.transaction ?? 0) + 1) : undefined;
	subtask.faults = subtask.faults.flatMap(each => (each === fault ? (after ?? []) : [each]));
};
