/** What the dm-master answers to `/apis/v1alpha1/members`. */
import {workerStage} from '../model/members.js';
import type {Simulation} from '../model/model.js';
import type {Json} from './json.js';

/** Leader, masters and workers. During an election nothing answers: see `leaderless`. */
export const renderMembers = (simulation: Simulation): Json => {
	const leader = simulation.masters.find(master => master.name === simulation.leader);
	return {
		result: true,
		msg: '',
		members: [
			{leader: {msg: '', name: leader?.name ?? '', addr: leader?.address ?? ''}},
			{
				master: {
					msg: '',
					masters: simulation.masters.map(master => ({
						name: master.name,
						memberID: master.memberId,
						alive: master.isAlive,
						peerURLs: [`http://${master.peerAddress}`],
						clientURLs: [`http://${master.address}`],
					})),
				},
			},
			{
				worker: {
					msg: '',
					workers: simulation.workers
						.values()
						.map(worker => ({
							name: worker.name,
							addr: worker.address,
							stage: workerStage(simulation, worker),
							source: worker.source,
						}))
						.toArray(),
				},
			},
		],
	};
};

/** What any master answers while there is no leader, with HTTP status 503; undefined while there is one. */
export const leaderless = (simulation: Simulation): Json | undefined => {
	if (simulation.leader !== '') {
		return undefined;
	}

	const lost = simulation.masters.find(master => !master.isAlive) ?? simulation.masters[0];
	return {
		code: 14,
		message: `connection error: desc = "transport: Error while dialing: dial tcp ${lost?.address ?? ''}: connect: connection refused"`,
		details: [],
	};
};
