/** Sends an operation over gRPC, on the same port as HTTP. */
import {say} from '../../../language/say.js';
import {actsOn, type Operation, type OperationAnswer, type SourceAnswer} from '../../operation.js';
import {plainProblem} from '../../problem.js';
import {asCallFailure} from '../connection/call-failure.js';
import type {MasterAddress} from '../master-address.js';
import {askForText, askMasters, type OperateAccess} from '../operate/access.js';
import {answerOfDm, notDone, notSent, unknown} from '../operate/answers.js';
import {isBefore, needsVersion} from '../operate/dm-version.js';
import type {Impossible} from '../operate/http/request.js';
import {Channel, type CallOptions} from './channel.js';
import {GrpcFailure} from './grpc-failure.js';
import {showLocks} from './locks.js';
import {planCall, type SourceFacts} from './plan-call.js';
import {planUnlock} from './plan-unlock.js';
import type {PlannedCall} from './planned-call.js';

/** The fields of all answers to operations; those on one place have no sources, and only a start has checks. */
type AnyAnswer = {
	readonly result: boolean;
	readonly msg: string;
	readonly sources?: readonly SourceAnswer[];
	readonly checkResult?: string;
};

/** Makes the call. Never throws. */
const send = async (channel: Channel, call: PlannedCall, options: CallOptions): Promise<OperationAnswer> => {
	const {address} = channel;
	try {
		const {
			result,
			msg,
			sources = [],
			checkResult = '',
		} = (await channel.call(call.method, call.request, options)) as AnyAnswer;
		return answerOfDm(result ? 'accepted' : 'refused', {msg, sources, check: checkResult}, address);
	} catch (error) {
		const {problem} = asCallFailure(error);
		if (error instanceof GrpcFailure && error.isUndone) {
			return error.isUnsent ? notSent(problem) : notDone(problem);
		}

		return unknown(
			options.signal.aborted
				? {...problem, what: say('dm-top no longer waits for the answer of {label}', {label: address.label})}
				: problem,
		);
	}
};

/** Whether the source's configuration says that its relay follows it. */
const relayFollows = async (channel: Channel, source: string, options: CallOptions): Promise<boolean> => {
	const {cfg} = await channel.call('GetCfg', {type: 'SourceType', name: source}, options);
	return /^enable-relay:\s*true\s*$/mv.test(cfg);
};

/** What a call on a source depends on, asked from the master that it will be sent to. */
const contextOf = async (
	channel: Channel,
	operation: Operation,
	askVersion: () => Promise<string>,
	options: CallOptions,
): Promise<SourceFacts> => {
	// It also shows that gRPC works, and that there is a leader to forward the operation to.
	const {members} = await channel.call('ListMember', {leader: true, worker: true}, options);
	const version = await askVersion();
	if (!actsOn(operation, 'source')) {
		return {version, worker: '', relayFollows: false};
	}

	const {kind, source} = operation;
	const workers = members.flatMap(({worker}) => worker?.workers ?? []);
	const isOpen = kind === 'disable-relay' && operation.workers.length === 0 && !isBefore(version, '5.4');
	return {
		version,
		worker: workers.find(({stage, source: of}) => stage === 'bound' && of === source)?.name ?? '',
		relayFollows: isOpen && (await relayFollows(channel, source, options)),
	};
};

const needsVersionOverGrpc = (operation: Operation): boolean =>
	needsVersion(operation) || operation.kind === 'enable-relay' || operation.kind === 'disable-relay';

/** Everything that has to be asked before the call, over the same connection. */
const plan = async (
	channel: Channel,
	operation: Operation,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<PlannedCall | Impossible> => {
	const options = {deadline: access.pace.deadline, signal};
	if (actsOn(operation, 'lock')) {
		return planUnlock(operation, await showLocks(channel, operation.task, options));
	}

	const askVersion = async (): Promise<string> =>
		needsVersionOverGrpc(operation)
			? askForText(channel.address, access, signal, async (master, limits) => master.version(limits))
			: '';
	return planCall(operation, await contextOf(channel, operation, askVersion, options));
};

type Ready = {readonly channel: Channel; readonly call: PlannedCall | Impossible};

const prepare = async (
	address: MasterAddress,
	operation: Operation,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<Ready> => {
	const channel = await Channel.open(address, access.tls);
	try {
		return {channel, call: await plan(channel, operation, access, signal)};
	} catch (error) {
		channel.close();
		throw error;
	}
};

/**
 * Finds a master that answers over gRPC, and sends it the operation over the same connection, once. So a master without
 * gRPC, or a lock that is gone, is noticed before anything is sent.
 */
export const sendOverGrpc = async (
	operation: Operation,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	const ready = await askMasters(access, signal, async address =>
		prepare(address, operation, access, signal),
	);
	if ('problem' in ready) {
		return notSent(ready.problem);
	}

	using channel = ready.value.channel;
	const {call} = ready.value;
	return 'impossible' in call
		? notSent(plainProblem(call.impossible))
		: await send(channel, call, {deadline: access.pace.operationDeadline, signal});
};
