import type {Operation, OperationAnswer} from '../../../../source/providers/operation.js';
import type {DdlLock, Provider, Problem} from '../../../../source/providers/provider.js';

/** Has a provider list the locks. */
export const listWith = async (
	provider: Provider,
	task?: string,
	signal: AbortSignal = new AbortController().signal,
): Promise<DdlLock[] | Problem> => {
	if (!provider.locks) {
		throw new Error('The provider lists no locks.');
	}

	return provider.locks.list(signal, task);
};

/** What went wrong; fails when nothing did. */
export const problemWith = async (provider: Provider): Promise<Problem> => {
	const answer = await listWith(provider);
	if ('what' in answer) {
		return answer;
	}

	throw new Error(`It listed ${answer.length} locks.`);
};

/** Unlocking a lock with what dmctl takes for granted. */
export const unlocking = (
	lock: string,
	more: Partial<Extract<Operation, {kind: 'unlock-ddl'}>> = {},
): Operation => ({kind: 'unlock-ddl', lock, task: '', action: 'skip', owner: '', force: false, ...more});

/** Has a provider unlock a lock. */
export const unlockWith = async (
	provider: Provider,
	operation: Operation,
	signal: AbortSignal = new AbortController().signal,
): Promise<OperationAnswer> => {
	if (!provider.operator) {
		throw new Error('The provider has no operator.');
	}

	return provider.operator.operate(operation, signal);
};
