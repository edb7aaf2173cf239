/** `offline-member`: removes a dead worker, or a master, from the list. */
import {loseLeader, workerStage} from '../../cluster/members.js';
import type {Simulation} from '../../model/model.js';
import {messageAtOnce, type Underway} from '../answer.js';
import {refusals} from '../refusals.js';

/** Pb.OfflineMemberRequest */
export type OfflineRequest = {
	readonly kind: 'offline-member';
	/** `master` or `worker`. */
	readonly type: string;
	readonly name: string;
};

/** How long there is no leader when the leader itself is removed, seconds. */
const handOver = 2;

const offlineWorker = (simulation: Simulation, name: string): Underway => {
	const worker = simulation.workers.get(name);
	if (worker === undefined) {
		return messageAtOnce(refusals.noWorker(name));
	}

	if (workerStage(simulation, worker) !== 'offline') {
		return messageAtOnce(refusals.workerOnline(name));
	}

	simulation.workers.delete(name);
	return messageAtOnce();
};

const offlineMaster = (simulation: Simulation, name: string): Underway => {
	const index = simulation.masters.findIndex(master => master.name === name);
	if (index === -1) {
		return messageAtOnce(refusals.noMaster(name));
	}

	simulation.masters.splice(index, 1);
	if (simulation.leader === name) {
		loseLeader(simulation, handOver);
	}

	return messageAtOnce();
};

/** Carries out the operation (pb.OfflineMemberResponse). */
export const offlineMember = (simulation: Simulation, {type, name}: OfflineRequest): Underway => {
	switch (type) {
		case 'worker': {
			return offlineWorker(simulation, name);
		}

		case 'master': {
			return offlineMaster(simulation, name);
		}

		default: {
			return messageAtOnce(refusals.noMemberType(type));
		}
	}
};
