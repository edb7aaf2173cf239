import type {Trouble} from '../../provider.js';
import {CallFailure, asCallFailure} from '../connection/call-failure.js';
import {Connection} from '../connection/connection.js';
import {DmMaster} from '../dm-master.js';
import type {MasterAddress} from '../master-address.js';
import type {Members} from '../members.js';
import {troubleOfAll} from '../watch-cluster.js';
import {inOrder, type OperateAccess} from './access.js';
import {calledOff} from './answers.js';

/** A master that has just answered, and so can be asked to do something. */
export type ReadyMaster = {
	readonly address: MasterAddress;
	/** Undefined when it serves no v1alpha1, but OpenAPI. */
	readonly members: Members | undefined;
};

/** Whether OpenAPI answers there. */
const servesOpenApi = async (
	connection: Connection,
	{pace}: OperateAccess,
	signal: AbortSignal,
): Promise<boolean> => {
	const {status, text} = await connection.get('/api/v1/cluster/masters', {deadline: pace.deadline, signal});
	return status === 200 && /^\s*\{/v.test(text) && text.includes('"data"');
};

const ask = async (
	address: MasterAddress,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<ReadyMaster> => {
	const connection = await Connection.open(address, access.tls);
	try {
		const members = await new DmMaster(connection).members({deadline: access.pace.deadline, signal});
		return {address, members};
	} catch (error) {
		if (
			error instanceof CallFailure &&
			error.reason === 'unsupported' &&
			(await servesOpenApi(connection, access, signal))
		) {
			return {address, members: undefined};
		}

		throw error;
	} finally {
		await connection.close();
	}
};

/**
 * Looks for a master that answers, by asking who the members are, which a master can only tell while there is a
 * leader: the preferred one, else the others in turn. So an operation, which is sent once, does not go to one that
 * is known to be unable to pass it on. Gives why when none answers.
 */
export const findMaster = async (
	access: OperateAccess,
	signal: AbortSignal,
): Promise<ReadyMaster | Trouble> => {
	const failures: CallFailure[] = [];
	for (const address of inOrder(access)) {
		try {
			signal.throwIfAborted();
			return await ask(address, access, signal);
		} catch (error) {
			if (signal.aborted) {
				return calledOff;
			}

			failures.push(asCallFailure(error));
		}
	}

	return troubleOfAll(failures);
};
