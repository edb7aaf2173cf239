/**
 * Why an operation cannot be done now, in words.
 */
import type {ClusterView} from '../../monitor/view.js';
import {actsOn, type LockOperation} from '../../providers/operation.js';
import type {StartChoice} from '../starting/start.js';
import {type Choice, findTask} from '../target.js';
import {say} from '../../language/say.js';
import {type OperatingCapabilities, refusalOfKind} from './capabilities.js';
import {refusalOfTask} from './names.js';
import {refusalOnSource} from './sources.js';
import {refusalOfSchema, refusalOfTargets} from './tasks.js';

const refusalOfStart = (choice: StartChoice, cluster: ClusterView): string | undefined => {
	if (choice.from.isAgain) {
		return refusalOfTask(choice, cluster);
	}

	return findTask(cluster, choice.task)
		? say('{task} is already in DM: stop it first, or restart it.', {task: choice.task})
		: undefined;
};

const refusalOfLock = (
	{lock: id, owner}: Pick<LockOperation, 'lock' | 'owner'>,
	{locks}: ClusterView,
): string | undefined => {
	if (id === '') {
		return say('There is no lock to unlock.');
	}

	// DM unlocks an optimistic lock by the table that is in conflict.
	const listed = locks.filter(lock => lock.id === id && lock.isListed === true);
	const isResolving =
		listed.length > 0 && listed.every(lock => lock.mode === 'optimistic' && lock.owner === '');
	return owner === '' && isResolving
		? say('No table of the optimistic lock {lock} is in conflict: DM resolves it by itself.', {lock: id})
		: undefined;
};

/** Why a choice cannot be carried out in the current state of the cluster; undefined when it can. */
export const refusalNow = (choice: Choice, cluster: ClusterView): string | undefined => {
	if ('targets' in choice) {
		return refusalOfTargets(choice, cluster);
	}

	if ('from' in choice) {
		return refusalOfStart(choice, cluster);
	}

	if (actsOn(choice, 'source')) {
		return refusalOnSource(choice, cluster);
	}

	if (actsOn(choice, 'cluster')) {
		return choice.kind === 'evict-leader' && cluster.leader === ''
			? say('There is no leader to evict.')
			: undefined;
	}

	if (actsOn(choice, 'lock')) {
		return refusalOfLock(choice, cluster);
	}

	const unknown = refusalOfTask(choice, cluster);
	return unknown ?? (actsOn(choice, 'schema') ? refusalOfSchema(choice, cluster) : undefined);
};

/** Why the operations of a choice are impossible over this connection, whatever the state of the cluster. */
const refusalOfConnection = (choice: Choice, capabilities: OperatingCapabilities): string | undefined =>
	refusalOfKind(choice.kind, capabilities) ??
	('from' in choice && choice.from.isAgain ? refusalOfKind('stop', capabilities) : undefined);

/**
 * Why a choice cannot be carried out; undefined when it can. A useless operation is not refused: the plan warns about
 * it.
 */
export const refusal = (
	choice: Choice,
	cluster: ClusterView,
	capabilities: OperatingCapabilities,
): string | undefined => refusalOfConnection(choice, capabilities) ?? refusalNow(choice, cluster);
