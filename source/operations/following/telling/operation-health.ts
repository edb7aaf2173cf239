/**
 * The state of an operation, as the colour and sign of a row.
 */
import type {Health} from '../../../monitor/health.js';
import type {Followed, Phase} from '../followed.js';

const phaseHealth: Readonly<Record<Phase, Health>> = {
	sent: 'changing',
	answered: 'changing',
	unknown: 'silent',
	done: 'running',
	accepted: 'running',
	partly: 'error',
	'failed-again': 'error',
	stored: 'changing',
	refused: 'error',
	'not-sent': 'error',
	'timed-out': 'silent',
	superseded: 'changing',
};

/** The colour and sign for an operation, as those of a row. */
export const healthOf = ({phase}: Followed): Health => phaseHealth[phase];

/** Whether it ended without success. */
export const endedBadly = ({phase}: Followed): boolean =>
	phaseHealth[phase] === 'error' || phase === 'timed-out';
