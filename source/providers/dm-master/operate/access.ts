import type {Problem} from '../../provider.js';
import {asCallFailure, type CallFailure} from '../connection/call-failure.js';
import type {GetOptions} from '../connection/connection.js';
import {DmMaster} from '../dm-master.js';
import type {MasterAddress} from '../master-address.js';
import {problemOfAll, type ClusterAccess} from '../polling/watch-cluster.js';
import {calledOff} from './answers.js';

/** What is needed to operate a cluster, and to ask for things that are not in the status. */
export type OperateAccess = ClusterAccess & {
	/** The label of the master that gave the last answer, '' before the first; it is asked first. */
	readonly preferred: () => string;
};

/** The masters that may be connected to, the preferred one first. */
const inOrder = ({masters, preferred}: OperateAccess): readonly MasterAddress[] => {
	const label = preferred();
	return [
		...masters.filter(master => master.label === label),
		...masters.filter(master => master.label !== label),
	];
};

/** A value and the master that gave it; or why none did. */
export type Asked<Value> =
	{readonly address: MasterAddress; readonly value: Value} | {readonly problem: Problem};

/** When to stop asking one master after the other. */
export type AskOptions = {
	/** Whether asking the next master is useless after a failure, such as a timeout longer than all of DM's own. */
	readonly isFinal?: (failure: CallFailure) => boolean;
};

/**
 * Asks the masters in turn, the preferred one first, until one gives a value. Only for reading: each of them may be
 * asked. Never throws.
 */
export const askMasters = async <Value>(
	access: OperateAccess,
	signal: AbortSignal,
	ask: (address: MasterAddress) => Promise<Value>,
	{isFinal = () => false}: AskOptions = {},
): Promise<Asked<Value>> => {
	const failures: CallFailure[] = [];
	for (const address of inOrder(access)) {
		if (signal.aborted) {
			break;
		}

		try {
			return {address, value: await ask(address)};
		} catch (error) {
			const failure = asCallFailure(error);
			failures.push(failure);
			if (isFinal(failure)) {
				break;
			}
		}
	}

	return {problem: signal.aborted ? calledOff() : problemOfAll(failures)};
};

/**
 * Asks one master over a separate HTTP connection.
 *
 * @throws {CallFailure} When nothing usable came.
 */
export const askMaster = async <Value>(
	address: MasterAddress,
	{tls}: Pick<OperateAccess, 'tls'>,
	ask: (master: DmMaster) => Promise<Value>,
): Promise<Value> => {
	await using master = await DmMaster.open(address, tls);
	return await ask(master);
};

/** Asks one master for a text, as `askMaster` does; '' when it does not give one. Never throws. */
export const askForText = async (
	address: MasterAddress,
	access: OperateAccess,
	signal: AbortSignal,
	ask: (master: DmMaster, limits: GetOptions) => Promise<string>,
): Promise<string> => {
	try {
		return await askMaster(address, access, async master =>
			ask(master, {deadline: access.pace.deadline, signal}),
		);
	} catch {
		return '';
	}
};

/** Asks the masters in turn over HTTP, as `askMasters` does. */
export const askOverHttp = async <Value>(
	access: OperateAccess,
	signal: AbortSignal,
	ask: (master: DmMaster) => Promise<Value>,
	options?: AskOptions,
): Promise<Asked<Value>> =>
	askMasters(access, signal, async address => askMaster(address, access, ask), options);
