/** `shard-ddl-lock unlock` (gRPC only): removes the lock although not all sources have reached it. */
import {isServed} from '../../cluster/members.js';
import type {LockModel, Simulation} from '../../model/model.js';
import {isListed, removeLock} from '../../cluster/locks.js';
import {quoted} from '../../model/tables.js';
import {answeredAtOnce, type Underway} from '../answer.js';
import {refusals} from '../refusals.js';

/** A lock that is to be removed (pb.UnlockDDLLockRequest). */
export type UnlockRequest = {
	readonly kind: 'unlock';
	readonly id: string;
	/** Pessimistic: the source that executes the DDL; the lock's owner when absent or ''. */
	readonly owner?: string;
	/** Pessimistic: removes the lock even when its owner cannot execute the DDL. */
	readonly force?: boolean;
	/** Optimistic: the table in conflict, upstream; one source and no more. */
	readonly sources?: readonly string[];
	readonly database?: string;
	readonly table?: string;
};

/** DM checks ten times, every three seconds, whether the owner is done (dm/master/shardddl/pessimist.go). */
const ownerPatience = 30_000;

const refuse = (message: string, takes?: number): Underway =>
	answeredAtOnce({result: false, msg: message}, takes);

const unlockPessimistic = (
	simulation: Simulation,
	lock: LockModel,
	{owner = '', force = false}: UnlockRequest,
): Underway | undefined => {
	const chosen = owner === '' ? lock.owner : owner;
	if (!lock.synced.has(chosen)) {
		return refuse(refusals.ownerNotWaiting(chosen, [...lock.synced].toSorted()));
	}

	const source = simulation.sources.get(chosen);
	return force || (source !== undefined && isServed(simulation, source))
		? undefined
		: refuse(refusals.ownerNotDone(chosen, lock.id), ownerPatience);
};

const unlockOptimistic = (
	{conflict, id}: LockModel,
	{sources = [], database = '', table = ''}: UnlockRequest,
): Underway | undefined => {
	const [source] = sources;
	if (source === undefined || sources.length > 1) {
		return refuse('optimistic locks should have only one source');
	}

	if (conflict === undefined) {
		return refuse(refusals.noConflict(id));
	}

	return source === conflict.source && quoted(database, table) === conflict.table
		? undefined
		: refuse(refusals.noSuchOwner(id));
};

/** "orders-`shop`.`customers`" */
const idForm = /^.+-`.+`\.`.+`$/v;

/** Carries out the operation (pb.UnlockDDLLockResponse). */
export const unlock = (simulation: Simulation, request: UnlockRequest): Underway => {
	if (!idForm.test(request.id)) {
		return refuse("can't find task name from lock-ID");
	}

	const lock = simulation.locks.get(request.id);
	// Before its first source has reached the DDL, there is no lock in DM.
	if (lock === undefined || !isListed(lock)) {
		return refuse(refusals.noLock(request.id));
	}

	const refusal =
		lock.mode === 'pessimistic'
			? unlockPessimistic(simulation, lock, request)
			: unlockOptimistic(lock, request);
	if (refusal !== undefined) {
		return refusal;
	}

	removeLock(simulation, lock);
	return answeredAtOnce({result: true, msg: ''}, 3000);
};
