import type {Operation, OperationAnswer} from '../../operation.js';
import type {DdlLock, Trouble} from '../../provider.js';
import {asCallFailure} from '../connection/call-failure.js';
import {inOrder, type OperateAccess} from '../operate/access.js';
import {accepted, calledOff, notDone, notSent, refused, unknown} from '../operate/answers.js';
import {Channel} from './channel.js';
import {GrpcFailure} from './grpc-failure.js';
import {decodeLocks, decodeOutcome, encodeShowLocks, encodeUnlock, type UnlockRequest} from './messages.js';

type UnlockOperation = Extract<Operation, {kind: 'unlock-ddl'}>;

const troubleOf = (error: unknown): Trouble =>
	error instanceof GrpcFailure ? error.trouble : asCallFailure(error).trouble;

/** Reads bytes as a message; what is none is a trouble of its own. */
const decode = <Message>(bytes: Uint8Array, read: (bytes: Uint8Array) => Message, label: string): Message => {
	try {
		return read(bytes);
	} catch (error) {
		throw new GrpcFailure(
			label,
			0,
			`not a message of DM: ${error instanceof Error ? error.message : String(error)}`,
		);
	}
};

const showLocks = async (
	channel: Channel,
	task: string,
	options: {readonly deadline: number; readonly signal: AbortSignal},
): Promise<DdlLock[]> => {
	const {label} = channel.address;
	const answer = decode(
		await channel.call('ShowDDLLocks', encodeShowLocks(task), options),
		decodeLocks,
		label,
	);
	if (!answer.result) {
		throw new GrpcFailure(label, 0, answer.msg);
	}

	return answer.locks;
};

/** A connection over which a master has just listed its locks. Whoever gets it closes it. */
type Listing = {readonly channel: Channel; readonly locks: DdlLock[]};

/** Asks the masters for their locks, the preferred one first. Gives the trouble of the first when none answers. */
const askForLocks = async (
	task: string,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<Listing | Trouble> => {
	const troubles: Trouble[] = [];
	for (const address of inOrder(access)) {
		if (signal.aborted) {
			break;
		}

		let channel: Channel | undefined;
		try {
			channel = await Channel.open(address, access.tls);
			const locks = await showLocks(channel, task, {deadline: access.pace.deadline, signal});
			return {channel, locks};
		} catch (error) {
			channel?.close();
			troubles.push(troubleOf(error));
		}
	}

	const [first] = troubles;
	return signal.aborted || !first ? calledOff : first;
};

/** The DDL locks of a task, '' for all, as dmctl's `shard-ddl-lock` shows them; or why not. Never throws. */
export const listLocks = async (
	task: string,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<DdlLock[] | Trouble> => {
	const listing = await askForLocks(task, access, signal);
	if ('what' in listing) {
		return listing;
	}

	listing.channel.close();
	return listing.locks;
};

/** The table in "mysql-01-`shop_1`.`users`"; undefined when the text is something else, such as a source. */
const tableOf = (owner: string): UnlockRequest['table'] => {
	const parts = /^(?<source>.+)-`(?<database>(?:[^`]|``)+)`\.`(?<name>(?:[^`]|``)+)`$/v.exec(owner)?.groups;
	return parts
		? {
				source: parts['source'] ?? '',
				database: (parts['database'] ?? '').replaceAll('``', '`'),
				name: (parts['name'] ?? '').replaceAll('``', '`'),
			}
		: undefined;
};

const planUnlock = (
	{lock: id, action, owner, force}: UnlockOperation,
	locks: readonly DdlLock[],
): UnlockRequest | {readonly impossible: string} => {
	const listed = locks.filter(lock => lock.id === id);
	if (listed.length === 0) {
		return {impossible: `there is no lock ${id} any more`};
	}

	if (listed.every(({mode}) => mode !== 'optimistic')) {
		return {id, replaceOwner: owner, forceRemove: force, action};
	}

	const owners = [...new Set(listed.map(lock => lock.owner).filter(Boolean))];
	if (owners.length === 0) {
		return {impossible: `no table of the optimistic lock ${id} is in conflict: DM resolves it by itself`};
	}

	if (owner === '' && owners.length > 1) {
		return {impossible: `more than one table of ${id} is in conflict. Choose one: ${owners.join(', ')}`};
	}

	const table = tableOf(owner === '' ? (owners[0] ?? '') : owner);
	return table
		? {id, replaceOwner: '', forceRemove: force, action, table}
		: {impossible: `"${owner}" is no table of the optimistic lock ${id}. In conflict: ${owners.join(', ')}`};
};

const send = async (
	channel: Channel,
	request: UnlockRequest,
	options: {readonly deadline: number; readonly signal: AbortSignal},
): Promise<OperationAnswer> => {
	const {label} = channel.address;
	try {
		const bytes = await channel.call('UnlockDDLLock', encodeUnlock(request), options);
		const {result, msg} = decode(bytes, decodeOutcome, label);
		return result ? accepted(msg) : refused(msg === '' ? `${label} says no, and not why.` : msg);
	} catch (error) {
		const trouble = troubleOf(error);
		if (error instanceof GrpcFailure && error.isUndone) {
			return notDone(trouble);
		}

		return unknown(
			options.signal.aborted
				? {...trouble, what: `dm-top no longer waits for the answer of ${label}`}
				: trouble,
		);
	}
};

/**
 * Unlocks a DDL lock, as `shard-ddl-lock unlock` does. The list is read first, over the same connection: so a master
 * that gRPC does not reach, or a lock that is gone, is known before anything is sent. Never throws.
 */
export const unlockLock = async (
	operation: UnlockOperation,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	const listing = await askForLocks(operation.task, access, signal);
	if ('what' in listing) {
		return notSent(listing);
	}

	const {channel, locks} = listing;
	try {
		const plan = planUnlock(operation, locks);
		return 'impossible' in plan
			? notSent({what: plan.impossible, fix: '', detail: ''})
			: await send(channel, plan, {deadline: access.pace.operationDeadline, signal});
	} finally {
		channel.close();
	}
};
