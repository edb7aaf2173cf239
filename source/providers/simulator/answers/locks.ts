/** What the dm-master answers to ShowDDLLocks (gRPC only). */
import type {Simulation} from '../model/model.js';
import type {Json} from './json.js';

/** The locks of a task, or all. Pessimistic ones list sources, optimistic ones "source-`db`.`table`". */
export const renderLocks = (simulation: Simulation, task = ''): Json => {
	const locks = simulation.locks
		.values()
		.filter(lock => lock.owner !== '' && (task === '' || lock.task === task))
		.map(lock => {
			const isPessimistic = lock.mode === 'pessimistic';
			const suffix = isPessimistic ? '' : `-${lock.conflict?.table ?? lock.target}`;
			return {
				ID: lock.id,
				task: lock.task,
				mode: lock.mode,
				owner: isPessimistic ? lock.owner : '',
				DDLs: isPessimistic ? lock.DDLs : [],
				synced: lock.sources.filter(source => lock.synced.has(source)).map(source => source + suffix),
				unsynced: lock.sources.filter(source => !lock.synced.has(source)).map(source => source + suffix),
			};
		})
		.toArray();
	return {result: true, msg: locks.length === 0 ? 'no DDL lock exists' : '', locks};
};
