/** Since when each group of sharded tables of a subtask waits: one may follow another without an answer in between. */
import type {ShardingGroup} from '../../dm/status.js';

/** When a group was first seen with its DDLs, ms since the epoch. */
export type GroupSinces = ReadonlyMap<string, number>;

const nameOf = ({target, DDLs}: ShardingGroup): string => JSON.stringify([target, DDLs]);

/** The state after an answer at `at`, ms since the epoch; undefined when no group waits. */
export const groupSincesAfter = (
	before: GroupSinces | undefined,
	groups: readonly ShardingGroup[],
	at: number,
): GroupSinces | undefined =>
	groups.length === 0
		? undefined
		: new Map(groups.map(group => [nameOf(group), before?.get(nameOf(group)) ?? at]));

/** Since when this one waits; undefined when that was not observed. */
export const groupSince = (sinces: GroupSinces | undefined, group: ShardingGroup): number | undefined =>
	sinces?.get(nameOf(group));
