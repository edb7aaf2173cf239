/** The DDL locks of a simulation, as a master would list them over gRPC. */
import type {DdlLock, LockReader} from '../../providers/provider.js';
import {reachedLocks} from '../answers/locks.js';
import {leaderlessProblem} from '../master/endpoint.js';
import type {LiveSimulation} from '../running/live.js';
import type {Simulation} from '../model/model.js';

/** The listed locks of a task, or of all. */
export const ddlLocks = (simulation: Simulation, task?: string): DdlLock[] =>
	reachedLocks(simulation, {task}).map(({ID, DDLs, ...lock}) => ({...lock, id: ID, ddls: DDLs}));

/** Lists the locks at the present. */
export const createLockReader = (live: LiveSimulation): LockReader => ({
	async list(signal, task) {
		await live.catchUp(signal);
		return leaderlessProblem(live.simulation, '/pb.Master/ShowDDLLocks') ?? ddlLocks(live.simulation, task);
	},
});
