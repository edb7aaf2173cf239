/** `PUT /apis/v1alpha1/leader/{op}`: evicts the leader, or cancels that. */
import {leaderOps} from '../../../dm/enums.js';
import {loseLeader} from '../../cluster/members.js';
import {memberOf} from '../../model/enum.js';
import type {Simulation} from '../../model/model.js';
import {messageAtOnce, type Underway} from '../answer.js';
import {refusals} from '../refusals.js';

/** What becomes of the leader. */
export type LeaderRequest = {
	readonly kind: 'leader';
	/** Pb.LeaderOp, by name or number. */
	readonly op: string | number;
	/**
	 * The master that is asked: DM does not forward this to the leader. When absent the leader is evicted, or all
	 * evictions are cancelled.
	 */
	readonly master?: string;
};

/** How long there is no leader after an eviction, seconds. */
const handOver = 2;

/** Carries out the operation (pb.OperateLeaderResponse). */
export const operateLeader = (simulation: Simulation, {op, master}: LeaderRequest): Underway => {
	const known = memberOf(leaderOps, op);
	if (known === 'EvictLeaderOp') {
		const name = master ?? simulation.leader;
		simulation.evicted.add(name);
		if (simulation.leader === name) {
			loseLeader(simulation, handOver);
		}
	} else if (known === 'CancelEvictLeaderOp') {
		for (const name of master === undefined ? [...simulation.evicted] : [master]) {
			simulation.evicted.delete(name);
		}
	} else {
		return messageAtOnce(refusals.noLeaderOp(known ?? String(op)));
	}

	return messageAtOnce();
};
