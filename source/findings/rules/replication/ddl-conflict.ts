import {readErrors} from '../../../dm/errors.js';
import {errorsFound} from '../../evidence/process-errors.js';
import type {Found, Rule} from '../../rule.js';
import {filled} from '../../words.js';
import {say} from '../../../language/say.js';

type Said = Pick<Found, 'what' | 'why' | 'fix' | 'error'>;

/** DM's description of the conflict, taken apart; text of any other form stays as it is. */
const said = (conflictMessage: string, task: string, source: string): Said => {
	const [first, ...others] = readErrors(conflictMessage);
	return first?.code === undefined
		? {
				what: say('A sharded DDL conflicts with the DDL of another table'),
				why: filled(conflictMessage),
				fix: [],
			}
		: errorsFound([first, ...others], {task, source, unit: 'Sync'});
};

export const rule: Rule = {
	kind: 'ddl-conflict',
	order: 80,
	title: 'A sharded DDL conflicts with the DDL of another table',
	reportedWhen:
		'In optimistic mode, DM found that the DDL of one table is incompatible with the columns of the others, and blocks that table. The conflict must be resolved manually.',
	silentWhen: 'A DDL waits for others without a conflict: this is reported as `ddl-waiting`.',
	needs: ['details', 'conflicts'],
	health: 'error',
	ofSubtask({subtask, sinces}) {
		const {sync, unresolvedDDLLockID, task, source} = subtask;
		if (subtask.stage !== 'Running' || !sync || (sync.blockDDLOwner === '' && sync.conflictMsg === '')) {
			return undefined;
		}

		const {what, why, fix, error} = said(sync.conflictMsg, task, source);
		return {
			severity: 'critical',
			since: sinces.held?.at,
			isSinceAtLeast: sinces.held?.isSeen !== true,
			brief: say('a DDL conflicts'),
			what,
			why: [
				...sync.blockingDDLs.map(ddl => say('DDL: {ddl}', {ddl})),
				...filled(
					sync.blockDDLOwner === '' ? '' : say('Its table: {table}', {table: sync.blockDDLOwner}),
					unresolvedDDLLockID === '' ? '' : say('Lock: {id}', {id: unresolvedDDLLockID}),
				),
				...why,
			],
			fix:
				fix.length > 0
					? fix
					: [say('Correct the columns in the upstream, or unlock: skip the DDL, or execute it.')],
			operations: ['unlock-ddl'],
			retries: 'no',
			error,
		};
	},
};
