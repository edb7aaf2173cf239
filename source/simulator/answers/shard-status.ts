/** What the syncer reports about an unfinished sharding DDL. */
import type {LockModel, ShardWait, Simulation, SubtaskModel, SyncState} from '../model/model.js';
import {locationText} from '../model/upstream.js';
import type {ShardingGroupJson} from './messages.js';

/** What dm-master reports for a source that has not reached the DDL, since its worker does not know about it. */
const notReached = "this DM-worker doesn't receive any shard DDL of this group";

/** The fields of a syncer's status about sharded tables. */
export type ShardJson = {
	readonly blockingDDLs: readonly string[];
	readonly unresolvedGroups: readonly ShardingGroupJson[];
	readonly blockDDLOwner: string;
	readonly conflictMsg: string;
	readonly lockId: string;
};

/** No shard DDL is under way. */
export const noShard: ShardJson = {
	blockingDDLs: [],
	unresolvedGroups: [],
	blockDDLOwner: '',
	conflictMsg: '',
	lockId: '',
};

/** What one lock means to a subtask. */
const partJson = (
	{source}: SubtaskModel,
	sync: SyncState,
	lock: LockModel,
	{tables, reached}: ShardWait,
): ShardJson => {
	if (lock.mode === 'optimistic') {
		return lock.conflict?.source === source.name && reached > 0
			? {
					...noShard,
					blockDDLOwner: `${source.name}-${lock.conflict.table}`,
					conflictMsg: lock.conflict.message,
				}
			: noShard;
	}

	if (reached === 0) {
		return lock.owner === ''
			? noShard
			: {
					...noShard,
					unresolvedGroups: [
						{target: lock.target, DDLs: [], firstLocation: '', synced: [], unsynced: [notReached]},
					],
				};
	}

	const first = Math.min(...tables.map(table => table.transaction));
	const isReached = (table: {readonly transaction: number}): boolean => table.transaction <= sync.transaction;
	const isWhole = reached === tables.length;
	return {
		...noShard,
		blockingDDLs: isWhole ? lock.DDLs : [],
		unresolvedGroups: [
			{
				target: lock.target,
				DDLs: lock.DDLs,
				firstLocation: locationText(source.upstream, first),
				synced: tables.filter(table => isReached(table)).map(table => table.name),
				unsynced: tables.filter(table => !isReached(table)).map(table => table.name),
			},
		],
		lockId: isWhole && Number.isFinite(lock.resolvedAt) ? lock.id : '',
	};
};

/** Blocking DDL, groups and conflict of one subtask. */
export const shardJson = ({locks}: Simulation, subtask: SubtaskModel): ShardJson => {
	const {sync} = subtask;
	let all = noShard;
	for (const shard of sync?.shards ?? []) {
		const lock = locks.get(shard.lock);
		if (sync === undefined || lock === undefined) {
			continue;
		}

		const part = partJson(subtask, sync, lock, shard);
		all = {
			// A syncer waits at one DDL at a time.
			blockingDDLs: all.blockingDDLs.length > 0 ? all.blockingDDLs : part.blockingDDLs,
			unresolvedGroups: [...all.unresolvedGroups, ...part.unresolvedGroups],
			blockDDLOwner: all.blockDDLOwner || part.blockDDLOwner,
			conflictMsg: all.conflictMsg || part.conflictMsg,
			lockId: all.lockId || part.lockId,
		};
	}

	return all;
};
