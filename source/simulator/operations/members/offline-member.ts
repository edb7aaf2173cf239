/** `offline-member`: removes a dead worker, or a master, from the list. */
import {loseLeader, workerStage} from '../../cluster/members.js';
import type {Simulation} from '../../model/model.js';
import {answeredAtOnce, type Underway} from '../answer.js';
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

const plain = (message = ''): Underway => answeredAtOnce({result: message === '', msg: message});

const offlineWorker = (simulation: Simulation, name: string): Underway => {
	const worker = simulation.workers.get(name);
	if (worker === undefined) {
		return plain(refusals.noWorker(name));
	}

	if (workerStage(simulation, worker) !== 'offline') {
		return plain(refusals.workerOnline(name));
	}

	simulation.workers.delete(name);
	return plain();
};

const offlineMaster = (simulation: Simulation, name: string): Underway => {
	const index = simulation.masters.findIndex(master => master.name === name);
	if (index === -1) {
		return plain(refusals.noMaster(name));
	}

	simulation.masters.splice(index, 1);
	if (simulation.leader === name) {
		loseLeader(simulation, handOver);
	}

	return plain();
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
			return plain(refusals.noMemberType(type));
		}
	}
};
