/** What the plans in these tests are about. */
import type {TaskTarget} from '../../../source/providers/operation.js';
import {entry, syncing, Watched} from '../../monitor/watched.js';

/** These tasks, each on all of its sources. */
export const all = (...tasks: readonly string[]): TaskTarget[] => tasks.map(task => ({task, sources: []}));

/** Task users on two sources, and task billing on one of them. */
export const two = () =>
	new Watched().whole(
		entry('mysql-01', [syncing('billing'), syncing('users')]),
		entry('mysql-02', [syncing('users')]),
	);
