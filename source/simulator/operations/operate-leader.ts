/** `PUT /apis/v1alpha1/leader/{op}`: the leader gives the lead away, or may have it again. */
import {loseLeader} from '../model/members.js';
import type {Simulation} from '../model/model.js';
import type {OperationAnswer} from './answer.js';
import {refusals} from './refusals.js';

/** Pb.LeaderOp */
export const leaderOps = {InvalidLeaderOp: 0, EvictLeaderOp: 1, CancelEvictLeaderOp: 2} as const;

const nameOf = (op: string | number): string =>
	Object.entries(leaderOps).find(([, value]) => value === op)?.[0] ?? String(op);

export type LeaderRequest = {
	readonly kind: 'leader';
	/** Pb.LeaderOp, by name or number. */
	readonly op: string | number;
	/** The master that is asked; DM does not pass this on to the leader. The leader when absent. */
	readonly master?: string;
};

/** Seconds without a leader when one leaves of its own will. */
const handOver = 2;

/** Carries out the operation and gives DM's answer (pb.OperateLeaderResponse). */
export const operateLeader = (simulation: Simulation, {op, master}: LeaderRequest): OperationAnswer => {
	const name = master ?? simulation.leader;
	if (op === 'EvictLeaderOp' || op === leaderOps.EvictLeaderOp) {
		simulation.evicted.add(name);
		if (simulation.leader === name) {
			loseLeader(simulation, handOver);
		}
	} else if (op === 'CancelEvictLeaderOp' || op === leaderOps.CancelEvictLeaderOp) {
		simulation.evicted.delete(name);
	} else {
		return {answer: {result: false, msg: refusals.noLeaderOp(nameOf(op))}, took: 5};
	}

	return {answer: {result: true, msg: ''}, took: 15};
};
