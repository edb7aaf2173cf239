/** The dm-master's answer to `/apis/v1alpha1/members`. */
import {workerStage} from '../cluster/members.js';
import {byName} from '../model/order.js';
import type {Simulation} from '../model/model.js';
import type {Json} from '../model/json.js';

/** Which members are asked for (pb.ListMemberRequest). */
export type MembersRequest = {
	/** Kinds to list; all three by default. */
	readonly kinds?: ReadonlyArray<'leader' | 'master' | 'worker'>;
	/** Only members of these names; all when absent or empty. */
	readonly names?: readonly string[];
};

const leaderJson = ({masters, leader}: Simulation, isAsked: (name: string) => boolean): Json => {
	const master = masters.find(({name}) => name === leader && isAsked(name));
	return {leader: {msg: '', name: master?.name ?? '', addr: master?.address ?? ''}};
};

const mastersJson = ({masters}: Simulation, isAsked: (name: string) => boolean): Json => ({
	master: {
		msg: '',
		masters: masters
			.filter(({name}) => isAsked(name))
			.toSorted(byName)
			.map(master => ({
				name: master.name,
				memberID: master.memberId,
				alive: master.isAlive,
				peerURLs: [`http://${master.peerAddress}`],
				clientURLs: [`http://${master.address}`],
			})),
	},
});

const workersJson = (simulation: Simulation, isAsked: (name: string) => boolean): Json => ({
	worker: {
		msg: '',
		workers: simulation.workers
			.values()
			.filter(({name}) => isAsked(name))
			.toArray()
			.toSorted(byName)
			.map(worker => ({
				name: worker.name,
				addr: worker.address,
				stage: workerStage(simulation, worker),
				source: worker.source,
			})),
	},
});

const renderers = {leader: leaderJson, master: mastersJson, worker: workersJson} as const;

/** Leader, masters and workers. There is no answer during an election: see `leaderless`. */
export const renderMembers = (
	simulation: Simulation,
	{kinds = [], names = []}: MembersRequest = {},
): Json => {
	const isAsked = (name: string): boolean => names.length === 0 || names.includes(name);
	const wanted = (['leader', 'master', 'worker'] as const).filter(
		kind => kinds.length === 0 || kinds.includes(kind),
	);
	return {result: true, msg: '', members: wanted.map(kind => renderers[kind](simulation, isAsked))};
};

/** The answer of any master while there is no leader, with HTTP status 503; undefined while there is one. */
export const leaderless = (
	simulation: Simulation,
): {readonly code: number; readonly message: string; readonly details: readonly Json[]} | undefined => {
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
