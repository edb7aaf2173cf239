import {type Operation, type OperationAnswer, type Operator, operationKinds} from '../../operation.js';
import {asCallFailure} from '../connection/call-failure.js';
import {Connection} from '../connection/connection.js';
import {DmMaster} from '../dm-master.js';
import type {MasterAddress} from '../master-address.js';
import type {OperateAccess} from './access.js';
import {notSent} from './answers.js';
import {findMaster} from './find-master.js';
import {sendToEach, sendToLeader} from './operate-leader.js';
import {planRequest, type HttpOperation} from './plan-request.js';
import {sendOperation} from './send.js';

/** DM's version there; '' when it does not say. */
const versionAt = async (
	address: MasterAddress,
	{tls, pace}: OperateAccess,
	signal: AbortSignal,
): Promise<string> => {
	const connection = await Connection.open(address, tls);
	try {
		return await new DmMaster(connection).version({deadline: pace.deadline, signal});
	} catch {
		// Then it is taken for one of 6.0 or later: an older one refuses what it does not know.
		return '';
	} finally {
		await connection.close();
	}
};

const operateOverHttp = async (
	operation: HttpOperation,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	const master = await findMaster(access, signal);
	if ('what' in master) {
		return notSent(master);
	}

	const {address, members} = master;
	const plan = planRequest(operation, {
		hasV1alpha1: members !== undefined,
		version: operation.kind === 'stop' ? await versionAt(address, access, signal) : '',
	});
	if ('impossible' in plan) {
		return notSent({what: plan.impossible, fix: '', detail: ''});
	}

	switch (operation.kind) {
		case 'evict-leader': {
			return sendToLeader(address, plan, access, signal);
		}

		case 'cancel-evict-leader': {
			return sendToEach(plan, access, signal);
		}

		default: {
			return sendOperation(address, plan, access, signal);
		}
	}
};

const operate = async (
	operation: Operation,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	if (operation.kind !== 'unlock-ddl') {
		return operateOverHttp(operation, access, signal);
	}

	// Only here: it brings the whole of gRPC with it.
	const {unlockLock} = await import('../grpc/locks.js');
	return unlockLock(operation, access, signal);
};

/**
 * Operates a cluster over dm-master's v1alpha1, OpenAPI and, for DDL locks, gRPC. Before it sends anything it looks
 * for a master that answers; then the operation goes to that one, once, whatever becomes of it.
 */
export const createOperator = (access: OperateAccess): Operator => ({
	kinds: operationKinds,
	async operate(operation, signal) {
		try {
			return await operate(operation, access, signal);
		} catch (error) {
			// What sends does not throw: this came before.
			return notSent(asCallFailure(error).trouble);
		}
	},
});
