import {withoutSecrets} from '../../dm/secrets/without-secrets.js';
import {type Operation, type OperationAnswer, type Operator, operationKinds, type Way} from '../operation.js';
import {plainProblem} from '../problem.js';
import {asCallFailure} from './connection/call-failure.js';
import type {Restore} from './readers/configs.js';
import type {OperateAccess} from './operate/access.js';
import {calledOff, notSent, type WayAnswer} from './operate/answers.js';
import {obstacleTo} from './operate/obstacle.js';
import {sendingOf, sendOverOpenApi, sendOverV1alpha1, type Sending} from './operate/http/over-http.js';
import {waysOf} from './operate/ways.js';

type Send = (operation: Operation, context: Sending) => Promise<WayAnswer>;

const senders: Readonly<Record<Way, Send>> = {
	v1alpha1: sendOverV1alpha1,
	OpenAPI: sendOverOpenApi,
	async gRPC(operation, {access, signal}) {
		// Imported here, since it loads all of gRPC.
		const {sendOverGrpc} = await import('./grpc/send.js');
		return sendOverGrpc(operation, access, signal);
	},
};

/** Sends an operation one way; failures before sending are marked. */
const sendOneWay: (way: Way, ...asked: Parameters<Send>) => Promise<WayAnswer> = async (way, ...asked) => {
	try {
		return withoutSecrets(await senders[way](...asked));
	} catch (error) {
		// Sending does not throw, so this was thrown before it.
		return notSent(asCallFailure(error).problem);
	}
};

const operate = async (
	operation: Operation,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	const context = sendingOf(operation, access, signal);
	const reasons: string[] = [];
	for (const way of waysOf(operation)) {
		const answer = await sendOneWay(way, operation, context);
		if (answer.result !== 'not-sent') {
			return {...answer, way};
		}

		reasons.push(answer.msg);
		if (signal.aborted || answer.isUnreachable) {
			break;
		}
	}

	return {result: 'not-sent', msg: [...new Set(reasons)].join(' '), sources: []};
};

/**
 * Operates a cluster over dm-master's v1alpha1, gRPC and OpenAPI. First it finds a master that answers that way; then
 * the operation is sent to that one, once, whatever the outcome. The next way is only tried if nothing can have been
 * sent, and that master can be connected to. `restore` puts masked secrets back into the configuration of a task to start.
 */
export const createOperator = (access: OperateAccess, restore: Restore): Operator => ({
	kinds: operationKinds,
	async operate(operation, signal) {
		const obstacle = obstacleTo(operation);
		if (obstacle !== undefined) {
			return notSent(plainProblem(obstacle));
		}

		if (operation.kind !== 'start' || operation.config === undefined) {
			return operate(operation, access, signal);
		}

		const config = await restore(operation.task, operation.config, signal);
		return typeof config === 'string'
			? operate({...operation, config}, access, signal)
			: notSent(signal.aborted ? calledOff() : config);
	},
});
