/** One word for the state of a subtask or source: see `Health` in view.ts. */
import {trueErrors} from '../../dm/leftovers.js';
import type {Relay, Subtask} from '../../dm/status.js';
import {type Health, healthOrder, lagAlarm, type Lag} from '../view.js';
import {isHeld} from '../../dm/held.js';

/** The place of a health in `healthOrder`: the smaller, the worse. */
export const healthRank: Readonly<Record<Health, number>> = Object.fromEntries(
	healthOrder.map((health, rank) => [health, rank]),
) as Record<Health, number>;

/** The worst of several; undefined of none. */
export const worstHealth = (healths: Iterable<Health>): Health | undefined => {
	let worst: Health | undefined;
	for (const health of healths) {
		if (worst === undefined || healthRank[health] < healthRank[worst]) {
			worst = health;
		}
	}

	return worst;
};

/** True when the subtask's relay should run and does not, as dmctl sees it. */
const isRelayDown = ({unit, stage, relay}: Subtask): boolean =>
	unit === 'Sync' && stage === 'Running' && (relay?.stage === 'Paused' || relay?.stage === 'Stopped');

const runningHealth = (subtask: Subtask, lag: Lag): Health => {
	if (isRelayDown(subtask)) {
		return 'error';
	}

	if (isHeld(subtask)) {
		return 'blocked';
	}

	// A subtask just resumed runs, and is as far behind as it was when it stopped.
	return (lag.kind === 'seconds' || lag.kind === 'at-least') && lag.seconds >= lagAlarm
		? 'lagging'
		: 'running';
};

const stageHealth: Readonly<Record<string, Health>> = {
	New: 'new',
	Paused: 'paused',
	Stopped: 'stopped',
	Finished: 'finished',
	Error: 'error',
	Running: 'running',
	// DM has nothing of that name where it should be.
	InvalidStage: 'lost',
	// Nothing was told.
	'': 'unknown',
};

/** The health that a stage, or a status word of dmctl's list, has by itself. */
export const healthOfStage = (stage: string): Health => stageHealth[stage] ?? 'changing';

/** The health of a subtask whose source answers. */
export const subtaskHealth = (subtask: Subtask, lag: Lag): Health => {
	if (subtask.stage === 'Running') {
		return runningHealth(subtask, lag);
	}

	return subtask.stage === 'Paused' && trueErrors(subtask.result).length > 0
		? 'error'
		: healthOfStage(subtask.stage);
};

/** The health of a relay; undefined where there is none, or all is well. */
export const relayHealth = (relay: Relay | undefined): Health | undefined => {
	if (relay?.stage !== 'Paused' && relay?.stage !== 'Stopped') {
		return undefined;
	}

	if ((relay.result?.errors.length ?? 0) > 0) {
		return 'error';
	}

	return relay.stage === 'Paused' ? 'paused' : 'stopped';
};

/** Errors in a subtask's result but those that a pause leaves, and in its relay's where it needs the relay. */
export const errorCount = ({unit, result, relay}: Subtask): number =>
	trueErrors(result).length + (unit === 'Sync' ? (relay?.result?.errors.length ?? 0) : 0);
