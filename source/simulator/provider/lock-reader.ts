/** The DDL locks of a simulation, as a master would list them over gRPC. */
import type {LockReader} from '../../providers/provider.js';
import {locksOf} from '../answers/locks.js';
import {leaderlessTrouble} from '../endpoint.js';
import type {LiveSimulation} from '../live.js';

/** Lists the locks at the present. */
export const createLockReader = (live: LiveSimulation): LockReader => ({
	async list(signal, task) {
		await live.catchUp(signal);
		return (
			leaderlessTrouble(live.simulation, '/pb.Master/ShowDDLLocks') ??
			locksOf(live.simulation, {task}).map(({ID, DDLs, ...lock}) => ({...lock, id: ID, ddls: DDLs}))
		);
	},
});
