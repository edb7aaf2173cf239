import {say} from '../../../language/say.js';
import type {LockOperation} from '../../operation.js';
import type {DdlLock} from '../../provider.js';
import {impossible, type Impossible} from '../operate/http/request.js';
import {callOf, type PlannedCall} from './planned-call.js';

const ops = {skip: 'SkipLock', exec: 'ExecLock'} as const;

/** The table in "mysql-01-`shop_1`.`users`"; undefined when the text is something else, such as a source. */
const tableOf = (owner: string): {source: string; database: string; table: string} | undefined => {
	const parts = /^(?<source>.+)-`(?<database>(?:[^`]|``)+)`\.`(?<table>(?:[^`]|``)+)`$/v.exec(owner)?.groups;
	return parts
		? {
				source: parts['source'] ?? '',
				database: (parts['database'] ?? '').replaceAll('``', '`'),
				table: (parts['table'] ?? '').replaceAll('``', '`'),
			}
		: undefined;
};

/** The call that unlocks a lock in the list `locks`: an optimistic one is unlocked by the conflicting table. */
export const planUnlock = (
	{lock: id, action, owner, force}: LockOperation,
	locks: readonly DdlLock[],
): PlannedCall<'UnlockDDLLock'> | Impossible => {
	const listed = locks.filter(lock => lock.id === id);
	if (listed.length === 0) {
		return impossible(say('there is no lock {id} any more', {id}));
	}

	const request = {ID: id, forceRemove: force, op: ops[action]};
	if (listed.every(({mode}) => mode !== 'optimistic')) {
		return callOf('UnlockDDLLock', {...request, replaceOwner: owner});
	}

	const owners = [...new Set(listed.map(lock => lock.owner).filter(Boolean))];
	if (owners.length === 0) {
		return impossible(
			say('no table of the optimistic lock {id} is in conflict: DM resolves it by itself', {id}),
		);
	}

	if (owner === '' && owners.length > 1) {
		return impossible(
			say('more than one table of {id} is in conflict. Choose one: {owners}', {
				id,
				owners: owners.join(', '),
			}),
		);
	}

	const found = tableOf(owner === '' ? (owners[0] ?? '') : owner);
	if (!found) {
		return impossible(
			say('"{owner}" is not a table of the optimistic lock {id}. In conflict: {owners}', {
				owner,
				id,
				owners: owners.join(', '),
			}),
		);
	}

	const {source, database, table} = found;
	return callOf('UnlockDDLLock', {...request, sources: [source], database, table});
};
