/** Records the outcomes of this dm-top's operations in the list of events. */
import type {OperationObservation, Outcome} from '../../providers/provider.js';
import type {ClusterState} from '../records/records.js';
import type {Health} from '../health.js';
import {ownOperationsAfter} from '../records/own-operations.js';
import {recordEvent} from './events.js';

const healths: Readonly<Record<Outcome, Health>> = {
	'under-way': 'changing',
	done: 'running',
	failed: 'error',
	unknown: 'silent',
};

/** "This dm-top did that." */
export const learnOperation = (known: ClusterState, observation: OperationObservation): void => {
	const {at, outcome, subject, text, detail, task, source} = observation;
	known.own = ownOperationsAfter(known.own, observation);
	recordEvent(known, {
		at,
		health: healths[outcome],
		subject,
		text,
		isOperation: true,
		...(detail.length > 0 && {detail}),
		...(task !== undefined && {task}),
		...(source !== undefined && {source}),
	});
};
