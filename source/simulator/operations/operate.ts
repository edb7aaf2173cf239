/** Everything that a person can ask of the simulated cluster, answered in DM's own words. */
import {leaderless} from '../answers/members.js';
import type {Simulation} from '../model/model.js';
import type {OperationAnswer} from './answer.js';
import {handleError, type ErrorRequest} from './handle-error.js';
import {operateLeader, type LeaderRequest} from './operate-leader.js';
import {operateRelay, transferSource, type RelayRequest, type TransferRequest} from './operate-source.js';
import {operateTask, type TaskRequest} from './operate-task.js';
import {startTask, type StartRequest} from './start-task.js';
import {unlock, type UnlockRequest} from './unlock.js';

export type OperateRequest =
	TaskRequest | ErrorRequest | StartRequest | RelayRequest | TransferRequest | LeaderRequest | UnlockRequest;

/**
 * Does what is asked, at the simulation's present second, and gives the answer. While there is no leader it is the
 * 503's body that every master answers then, and nothing is done.
 */
export const operate = (simulation: Simulation, request: OperateRequest): OperationAnswer => {
	// A master takes or gives the lead by itself; everything else it passes on to the leader.
	const lost = request.kind === 'leader' ? undefined : leaderless(simulation);
	if (lost !== undefined) {
		return {answer: lost, took: 100};
	}

	switch (request.kind) {
		case 'task': {
			return operateTask(simulation, request);
		}

		case 'errors': {
			return handleError(simulation, request);
		}

		case 'start-task': {
			return startTask(simulation, request);
		}

		case 'relay': {
			return operateRelay(simulation, request);
		}

		case 'transfer': {
			return transferSource(simulation, request);
		}

		case 'leader': {
			return operateLeader(simulation, request);
		}

		case 'unlock': {
			return unlock(simulation, request);
		}
	}
};
