import type {DdlLock, Problem} from '../../provider.js';
import type {OperateAccess} from '../operate/access.js';
import {askOverGrpc} from './ask.js';
import type {CallOptions, Channel} from './channel.js';
import {GrpcFailure} from './grpc-failure.js';

/**
 * The locks that a master lists over this connection; `task` '' for all.
 *
 * @throws {GrpcFailure} When it does not list them.
 */
export const showLocks = async (channel: Channel, task: string, options: CallOptions): Promise<DdlLock[]> => {
	const {result, msg, locks} = await channel.call('ShowDDLLocks', {task}, options);
	if (!result) {
		throw new GrpcFailure(channel.address.label, 'ShowDDLLocks', {code: 0, details: msg});
	}

	return locks.map(({ID: id, task: of, mode, owner, DDLs: ddls, synced, unsynced}) => ({
		id,
		task: of,
		mode,
		owner,
		ddls,
		synced,
		unsynced,
	}));
};

/** The DDL locks of a task, '' for all, as in dmctl's `shard-ddl-lock`; or the problem. Never throws. */
export const listLocks = async (
	task: string,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<DdlLock[] | Problem> => {
	const asked = await askOverGrpc(access, signal, async channel =>
		showLocks(channel, task, {deadline: access.pace.deadline, signal}),
	);
	return 'problem' in asked ? asked.problem : asked.value;
};
