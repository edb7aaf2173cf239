/** The health of a stage: see `Health`. What is wrong is decided by the findings. */
import {goesOn, isHollow} from '../../dm/derived/stage.js';
import {trueErrors} from '../../dm/derived/leftovers.js';
import type {ProcessResult, Relay, Subtask} from '../../dm/status.js';
import {type Health, healthOrder} from '../health.js';

/** The index of a health in `healthOrder`: smaller is worse. */
export const healthRank: Readonly<Record<Health, number>> = Object.fromEntries(
	healthOrder.map((health, rank) => [health, rank]),
) as Record<Health, number>;

/** The worst of several; undefined for none. */
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
	['Pausing', 'changing'],
	['Resuming', 'changing'],
	['Stopping', 'changing'],
	// It does not exist in DM although it should.
	['InvalidStage', 'lost'],
]);

/** The health of a stage, or of a status word in dmctl's list. */
export const healthOfStage = (stage: string): Health => stageHealth.get(stage) ?? 'unknown';

/** The health of a subtask by its stage and its errors, for events. */
export const subtaskHealth = ({stage, result}: Subtask): Health =>
	stage === 'Paused' && trueErrors(result).length > 0 ? 'error' : healthOfStage(stage);

const workerStages: ReadonlyMap<string, Health> = new Map([
	['bound', 'running'],
	['relay', 'running'],
	['free', 'new'],
	['offline', 'lost'],
]);

/** The health of a worker by its stage in the list of members. */
export const healthOfWorkerStage = (stage: string): Health => workerStages.get(stage) ?? 'unknown';

const halted: ReadonlyMap<string, Health> = new Map([
	['Paused', 'paused'],
	['Stopped', 'stopped'],
]);

/** The health of a relay; undefined where there is none, or nothing is wrong. */
export const relayHealth = (relay: Relay | undefined): Health | undefined => {
	if (relay === undefined || goesOn.has(relay.stage)) {
		return undefined;
	}

	return (relay.result?.errors.length ?? 0) > 0 ? 'error' : (halted.get(relay.stage) ?? 'unknown');
};

/** The errors in a result other than those that a pause leaves. */
export const resultErrors = (result: ProcessResult | undefined): number =>
	trueErrors(result).length + (result?.furtherErrors ?? 0);

/**
 * Errors in a subtask's result other than those that a pause leaves, and in its relay's result where it needs the
 * relay; undefined for an entry that says nothing about the subtask, as in a list.
 */
export const errorCount = (subtask: Subtask): number | undefined => {
	const {unit, result, relay} = subtask;
	return isHollow(subtask) && result === undefined
		? undefined
		: resultErrors(result) +
				(unit === 'Sync' ? (relay?.result?.errors.length ?? 0) + (relay?.result?.furtherErrors ?? 0) : 0);
};
