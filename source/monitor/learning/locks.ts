/** Folds dm-master's list of DDL locks into the state. */
import type {DdlLock, LocksObservation} from '../../providers/provider.js';
import type {ClusterState, ListedLock, ListedLocks} from '../records/records.js';

/** An optimistic lock may be listed several times, each time with another table that causes a conflict. */
const nameOf = ({id, mode, owner}: DdlLock): string => JSON.stringify([id, mode, owner]);

/** The locks of a list by name; the first of several. There may be very many. */
const byName = (locks: readonly ListedLock[]): ReadonlyMap<string, ListedLock> =>
	new Map(locks.toReversed().map(lock => [nameOf(lock), lock]));

const listOf = (
	{byTask, last}: ListedLocks,
	{at, locks}: LocksObservation,
): ReadonlyMap<string, readonly ListedLock[]> => {
	const known = new Map((byTask ?? last)?.entries().map(([task, listed]) => [task, byName(listed)]));
	return Map.groupBy(
		locks.map((lock): ListedLock => {
			const before = known.get(lock.task)?.get(nameOf(lock));
			return {
				...lock,
				since: before?.since ?? at,
				isSinceSeen: before?.isSinceSeen ?? byTask !== undefined,
			};
		}),
		({task}) => task,
	);
};

/** "Dm-master lists these DDL locks", or why the list is missing. */
export const learnLocks = (known: ClusterState, observation: LocksObservation): void => {
	const before = known.locks;
	const {problem} = observation;
	const last = before.byTask ?? before.last;
	known.locks = problem ? {problem, last} : {byTask: listOf(before, observation)};
	const named = new Set([...(before.byTask?.keys() ?? []), ...(known.locks.byTask?.keys() ?? [])]);
	for (const task of known.tasks.values()) {
		// It decides whether a lock known from the status is listed.
		if (named.has(task.name) || (task.view?.locks.length ?? 0) > 0) {
			task.view = undefined;
		}
	}
};
