/** Sends an operation over HTTP: v1alpha1, which every dm-master serves, or OpenAPI, which has to be enabled. */
import {say} from '../../../../language/say.js';
import type {Operation, OperationAnswer} from '../../../operation.js';
import type {MasterAddress} from '../../master-address.js';
import {askMaster, type Asked, type OperateAccess} from '../access.js';
import {notSent, type WayAnswer} from '../answers.js';
import {missingIn, needsVersion} from '../dm-version.js';
import {findMaster, type HttpMaster} from './find-master.js';
import {sendToEach, sendToLeader} from './leader.js';
import {planOpenApi} from './plan-openapi.js';
import {planV1alpha1} from './plan-v1alpha1.js';
import {sendOperation} from './send.js';

const because = (what: string, fix = ''): OperationAnswer => notSent({what, fix, detail: ''});

/** The context of sending one operation: a master is looked for once, whichever API is used. */
export type Sending = {
	readonly access: OperateAccess;
	readonly signal: AbortSignal;
	readonly findMaster: () => Promise<Asked<HttpMaster>>;
};

/** The context of one operation. */
export const sendingOf = (operation: Operation, access: OperateAccess, signal: AbortSignal): Sending => {
	let found: Promise<Asked<HttpMaster>> | undefined;
	return {
		access,
		signal,
		async findMaster() {
			found ??= findMaster(access, signal, needsVersion(operation));
			return found;
		},
	};
};

/** Sends an operation over v1alpha1. It does not throw: what goes wrong is part of the answer. */
export const sendOverV1alpha1 = async (operation: Operation, context: Sending): Promise<WayAnswer> => {
	const {access, signal} = context;
	const found = await context.findMaster();
	if ('problem' in found) {
		return notSent(found.problem);
	}

	const {
		address,
		value: {members, version},
	} = found;
	if (!members) {
		return because(
			say('{label} serves OpenAPI only, which cannot do this', {label: address.label}),
			say('Use dmctl.'),
		);
	}

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
			return sendToLeader(members, request, access, signal);
		}

		case 'cancel-evict-leader': {
			return sendToEach(request, access, signal);
		}

		default: {
			return sendOperation(address, request, access, signal);
		}
	}
};

/** Why OpenAPI cannot be used there; undefined when it can. */
const openApiObstacle = async (
	address: MasterAddress,
	{access, signal}: Sending,
): Promise<OperationAnswer | undefined> => {
	const isServed = await askMaster(address, access, async master =>
		master.servesOpenApi({deadline: access.pace.deadline, signal}),
	);
	return isServed
		? undefined
		: because(
				say('OpenAPI is not switched on at {label}', {label: address.label}),
				say('Set openapi = true in dm-master.toml, or use dmctl.'),
			);
};

/** Sends an operation over OpenAPI. It does not throw: what goes wrong is part of the answer. */
export const sendOverOpenApi = async (operation: Operation, context: Sending): Promise<WayAnswer> => {
	const request = planOpenApi(operation);
	if ('impossible' in request) {
		return because(request.impossible);
	}

	const found = await context.findMaster();
	if ('problem' in found) {
		return notSent(found.problem);
	}

	const {address, value} = found;
	// A master that serves nothing else has just answered over OpenAPI.
	const obstacle = value.members ? await openApiObstacle(address, context) : undefined;
	return obstacle ?? sendOperation(address, request, context.access, context.signal);
};
