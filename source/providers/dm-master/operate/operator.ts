import {
	type Operation,
	type OperationAnswer,
	type Operator,
	operationKinds,
	type Way,
} from '../../operation.js';
import {asCallFailure} from '../connection/call-failure.js';
import type {Restore} from '../readers/configs.js';
import type {OperateAccess} from './access.js';
import {calledOff, notSent} from './answers.js';
import {obstacleTo} from './obstacle.js';
import {sendingOf, sendOverOpenApi, sendOverV1alpha1, type Sending} from './http/over-http.js';
import {waysOf} from './ways.js';

type Send = (operation: Operation, context: Sending) => Promise<OperationAnswer>;

const senders: Readonly<Record<Way, Send>> = {
	v1alpha1: sendOverV1alpha1,
	OpenAPI: sendOverOpenApi,
	async gRPC(operation, {access, signal}) {
		// Only here: it brings the whole of gRPC with it.
		const {sendOverGrpc} = await import('../grpc/send.js');
		return sendOverGrpc(operation, access, signal);
	},
};

/** Sends an operation one way; what fails before anything was sent says so. */
const sendOneWay: (way: Way, ...asked: Parameters<Send>) => Promise<OperationAnswer> = async (
	way,
	...asked
) => {
	try {
		return await senders[way](...asked);
	} catch (error) {
		// What sends does not throw: this came before.
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
		if (signal.aborted) {
			break;
		}
	}

	return {result: 'not-sent', msg: [...new Set(reasons)].join(' '), sources: []};
};

/**
 * Operates a cluster over dm-master's v1alpha1, gRPC and OpenAPI. Before it sends anything it looks for a master that
 * answers that way; then the operation goes to that one, once, whatever becomes of it. Only where nothing can have
 * been sent is the next way tried. `restore` puts back what is masked in a configuration that a task is started from.
 */
export const createOperator = (access: OperateAccess, restore: Restore): Operator => ({
	kinds: operationKinds,
	async operate(operation, signal) {
		const obstacle = obstacleTo(operation);
		if (obstacle !== undefined) {
			return notSent({what: obstacle, fix: '', detail: ''});
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
