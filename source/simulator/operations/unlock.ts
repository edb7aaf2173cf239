/** `shard-ddl-lock unlock` (gRPC only): the lock is taken away although not all sources have reached it. */
import {isServed} from '../model/members.js';
import type {Lock, Simulation} from '../model/model.js';
import {removeLock} from '../subtask/shard.js';
import type {OperationAnswer} from './answer.js';
import {refusals} from './refusals.js';

export type UnlockRequest = {
	readonly kind: 'unlock';
	readonly id: string;
	/**
	 * Pessimistic: the source that executes the DDL. Optimistic: the table in conflict, as `renderLocks` spells it.
	 * DM's own choice when absent or ''.
	 */
	readonly owner?: string;
	/** Pessimistic: removes the lock also when its owner cannot execute the DDL. */
	readonly force?: boolean;
};

/** DM looks ten times, every three seconds, whether the owner is done (dm/master/shardddl/pessimist.go). */
const ownerPatience = 30_000;

const refuse = (message: string, took = 15): OperationAnswer => ({
	answer: {result: false, msg: message},
	took,
});

const unlockPessimistic = (
	simulation: Simulation,
	lock: Lock,
	{owner = '', force = false}: UnlockRequest,
): OperationAnswer | undefined => {
	const chosen = owner === '' ? lock.owner : owner;
	if (!lock.synced.has(chosen)) {
		return refuse(refusals.ownerNotWaiting(chosen, [...lock.synced].toSorted()));
	}

	const source = simulation.sources.get(chosen);
	return force || (source !== undefined && isServed(simulation, source))
		? undefined
		: refuse(refusals.ownerNotDone(chosen, lock.id), ownerPatience);
};

const unlockOptimistic = ({conflict, id}: Lock, {owner = ''}: UnlockRequest): OperationAnswer | undefined => {
	if (conflict === undefined) {
		return refuse(refusals.noConflict(id));
	}

	return owner === '' || owner === `${conflict.source}-${conflict.table}`
		? undefined
		: refuse(refusals.noSuchOwner(id));
};

/** Carries out the operation and gives DM's answer (pb.UnlockDDLLockResponse). */
export const unlock = (simulation: Simulation, request: UnlockRequest): OperationAnswer => {
	const lock = simulation.locks.get(request.id);
	// Before its first source has come to it, DM knows no lock.
	if (lock === undefined || lock.owner === '') {
		return refuse(refusals.noLock(request.id));
	}

	const refusal =
		lock.mode === 'pessimistic'
			? unlockPessimistic(simulation, lock, request)
			: unlockOptimistic(lock, request);
	if (refusal !== undefined) {
		return refusal;
	}

	removeLock(simulation, lock);
	return {answer: {result: true, msg: ''}, took: 3000};
};
