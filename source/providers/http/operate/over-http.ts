/** Sends an operation over HTTP: v1alpha1, which every dm-master serves, or OpenAPI, which has to be switched on. */
import type {Operation, OperationAnswer} from '../../operation.js';
import {DmMaster} from '../dm-master.js';
import type {MasterAddress} from '../master-address.js';
import type {OperateAccess} from './access.js';
import {notSent} from './answers.js';
import {missingIn, needsVersion} from './dm-version.js';
import {findMaster, versionAt} from './find-master.js';
import {sendToEach, sendToLeader} from './leader.js';
import {planOpenApi} from './plan-openapi.js';
import {planV1alpha1} from './plan-v1alpha1.js';
import {sendOperation} from './send.js';

const because = (what: string, fix = ''): OperationAnswer => notSent({what, fix, detail: ''});

export const sendOverV1alpha1 = async (
	operation: Operation,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	const master = await findMaster(access, signal);
	if ('trouble' in master) {
		return notSent(master.trouble);
	}

	const {address, value} = master;
	if (!value.members) {
		return because(`${address.label} serves OpenAPI only, which cannot do this`, 'Use dmctl.');
	}

	const version = needsVersion(operation) ? await versionAt(address, access, signal) : '';
	const missing = missingIn(version, operation);
	if (missing !== undefined) {
		return because(missing);
	}

	const request = planV1alpha1(operation, version);
	if ('impossible' in request) {
		return because(request.impossible);
	}

	switch (operation.kind) {
		case 'evict-leader': {
			return sendToLeader(value.members, request, access, signal);
		}

		case 'cancel-evict-leader': {
			return sendToEach(request, access, signal);
		}

		default: {
			return sendOperation(address, request, access, signal);
		}
	}
};

/** Why OpenAPI cannot be asked there; undefined when it can. */
const openApiObstacle = async (
	address: MasterAddress,
	{tls, pace}: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer | undefined> => {
	await using master = await DmMaster.open(address, tls);
	return (await master.servesOpenApi({deadline: pace.deadline, signal}))
		? undefined
		: because(
				`OpenAPI is not switched on at ${address.label}`,
				'Set openapi = true in dm-master.toml, or use dmctl.',
			);
};

export const sendOverOpenApi = async (
	operation: Operation,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	const request = planOpenApi(operation);
	if ('impossible' in request) {
		return because(request.impossible);
	}

	const master = await findMaster(access, signal);
	if ('trouble' in master) {
		return notSent(master.trouble);
	}

	const {address, value} = master;
	// One that serves nothing else has just answered over OpenAPI.
	const obstacle = value.members ? await openApiObstacle(address, access, signal) : undefined;
	return obstacle ?? sendOperation(address, request, access, signal);
};
