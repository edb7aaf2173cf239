/** `shard-ddl-lock unlock` (gRPC only): the lock is taken away although not all sources have reached it. */
import type {Simulation} from '../model/model.js';
import {removeLock} from '../subtask/shard.js';
import type {OperationAnswer} from './answer.js';
import {refusals} from './refusals.js';

export type UnlockRequest = {readonly kind: 'unlock'; readonly id: string};

/** Carries out the operation and gives DM's answer (pb.UnlockDDLLockResponse). */
export const unlock = (simulation: Simulation, {id}: UnlockRequest): OperationAnswer => {
	const lock = simulation.locks.get(id);
	if (lock === undefined) {
		return {answer: {result: false, msg: refusals.noLock(id)}, took: 15};
	}

	removeLock(simulation, lock);
	return {answer: {result: true, msg: ''}, took: 3000};
};
