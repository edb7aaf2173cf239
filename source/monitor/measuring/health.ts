/** One word for a stage: see `Health` in view.ts. What is wrong is found by the findings. */
import {trueErrors} from '../../dm/derived/leftovers.js';
import type {Relay, Subtask} from '../../dm/status.js';
import {type Health, healthOrder} from '../health.js';

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

const stageHealth = new Map<string, Health>([
	['New', 'new'],
	['Paused', 'paused'],
	['Stopped', 'stopped'],
	['Finished', 'finished'],
	['Error', 'error'],
	['Running', 'running'],
	// DM has nothing of that name where it should be.
	['InvalidStage', 'lost'],
	// Nothing was reported.
	['', 'unknown'],
]);

/** The health that a stage, or a status word of dmctl's list, has by itself. */
export const healthOfStage = (stage: string): Health => stageHealth.get(stage) ?? 'changing';

/** The health of a subtask by its stage and its errors: for an event that tells of them. */
export const subtaskHealth = ({stage, result}: Subtask): Health =>
	stage === 'Paused' && trueErrors(result).length > 0 ? 'error' : healthOfStage(stage);

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
