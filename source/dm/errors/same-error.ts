/** Whether a unit that stopped twice stopped for the same reason. */
import type {ProcessError, ProcessResult} from '../status.js';
import {findEntry} from './matching/find-entry.js';
import {takeApart} from './parsing/parts.js';
import {kindOf, rankErrors} from './several.js';

const causeIn = ({errors}: ProcessResult): ProcessError | undefined => rankErrors(errors)[0]?.error;

/** DM's retries can help: it fails wherever the unit is just then, and DM words it as it fails. */
const isPassing = (error: ProcessError): boolean => findEntry(error)?.retries === 'yes';

const isSameKind = (one: ProcessError, other: ProcessError): boolean => {
	const entry = findEntry(one);
	return entry === undefined
		? findEntry(other) === undefined && kindOf(one) === kindOf(other)
		: entry === findEntry(other);
};

/** Whether both are the same kind of error, at the same place in the binlog unless it passes by itself. */
export const isSameError = (one: ProcessError, other: ProcessError): boolean =>
	one === other ||
	(one.code === other.code &&
		((isPassing(one) && isPassing(other)) ||
			(isSameKind(one, other) && takeApart(one).position === takeApart(other).position)));

/** Whether both stopped a unit for the same reason. */
export const isSameCause = (one: ProcessResult, other: ProcessResult): boolean => {
	const [first, second] = [causeIn(one), causeIn(other)];
	return first !== undefined && second !== undefined && isSameError(first, second);
};
