import {isHeld} from '../../monitor/measuring/held.js';
import {locksOf} from '../../monitor/locks.js';
import type {SubtaskView} from '../../monitor/view.js';
import type {Found, Rule} from '../rule.js';

const isWaiting = ({subtask}: SubtaskView): boolean =>
	isHeld(subtask) && subtask.sync?.blockDDLOwner === '' && subtask.sync.conflictMsg === '';

export const ddlWaiting: Rule = {
	kind: 'ddl-waiting',
	title: 'A sharded DDL waits for other sources',
	told: 'A subtask runs, but a shard DDL holds it until the other sources have run the same DDL.',
	silent:
		'The subtask is one that the others wait for: it goes on replicating. A conflict is told as `ddl-conflict`.',
	health: 'blocked',
	over: 'no longer waits for a DDL',
	ofTask({name, subtasks}) {
		const waiting = subtasks.filter(view => isWaiting(view));
		if (waiting.length === 0) {
			return [];
		}

		const locks = locksOf(name, subtasks);
		return waiting.map((view): Found => {
			const {source, sync, unresolvedDDLLockID} = view.subtask;
			const lock = locks.find(({synced}) => synced.includes(source));
			const others = (lock?.waiting ?? []).filter(other => other !== source);
			const ddls = lock?.ddls.length ? lock.ddls : (sync?.blockingDDLs ?? []);
			const whom = others.length === 0 ? 'other sources' : others.join(', ');
			return {
				severity: 'warning',
				source,
				since: view.blockedSince,
				isSinceAtLeast: true,
				brief: `waits for ${whom}`,
				what: `A sharded DDL waits for ${whom}`,
				why: [
					...ddls.map(ddl => `DDL: ${ddl}`),
					...(unresolvedDDLLockID === '' ? [] : [`Lock: ${unresolvedDDLLockID}`]),
				],
				fix: [`Run the DDL on ${whom}, or unlock.`],
				operations: ['unlock-ddl'],
				retries: 'yes',
			};
		});
	},
};
