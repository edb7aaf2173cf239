/** Folds dm-master's list of DDL locks into what is known. */
import type {DdlLock, LocksObservation} from '../../providers/provider.js';
import type {ClusterState, ListedLock, ListedLocks} from '../records/records.js';

/** An optimistic lock may be in the list more than once, each time for another table that causes a conflict. */
const isSame = (left: DdlLock, right: DdlLock): boolean =>
	left.id === right.id && left.mode === right.mode && left.owner === right.owner;

const listOf = (
	{byTask}: ListedLocks,
	{at, locks}: LocksObservation,
): ReadonlyMap<string, readonly ListedLock[]> =>
	Map.groupBy(
		locks.map((lock): ListedLock => {
			const before = byTask?.get(lock.task)?.find(known => isSame(known, lock));
			return {
				...lock,
				since: before?.since ?? at,
				isSinceSeen: before?.isSinceSeen ?? byTask !== undefined,
			};
		}),
		({task}) => task,
	);

/** "Dm-master lists these DDL locks", or why it does not. */
export const learnLocks = (known: ClusterState, observation: LocksObservation): void => {
	const before = known.locks;
	const {problem} = observation;
	known.locks = problem ? {problem} : {byTask: listOf(before, observation)};
	const named = new Set([...(before.byTask?.keys() ?? []), ...(known.locks.byTask?.keys() ?? [])]);
	for (const task of known.tasks.values()) {
		// A lock that only the status tells of is listed or not.
		if (named.has(task.name) || (task.view?.locks.length ?? 0) > 0) {
			task.view = undefined;
		}
	}
};
