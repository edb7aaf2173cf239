import {CallFailure} from '../connection/call-failure.js';
import {DmMaster} from '../dm-master.js';
import type {MasterAddress} from '../master-address.js';
import type {MembersAnswer} from '../members.js';
import {askMasters, type Asked, type OperateAccess} from './access.js';

/** What a master that has just answered over HTTP serves, and so can be asked to do. */
export type HttpMaster = {
	/** Undefined when it serves no v1alpha1, but OpenAPI. */
	readonly members: MembersAnswer | undefined;
};

const ask = async (
	address: MasterAddress,
	{tls, pace}: OperateAccess,
	signal: AbortSignal,
): Promise<HttpMaster> => {
	const limits = {deadline: pace.deadline, signal};
	await using master = await DmMaster.open(address, tls);
	try {
		return {members: await master.members(limits)};
	} catch (error) {
		if (
			error instanceof CallFailure &&
			error.reason === 'unsupported' &&
			(await master.servesOpenApi(limits))
		) {
			return {members: undefined};
		}

		throw error;
	}
};

/**
 * Looks for a master that answers over HTTP, by asking who the members are, which a master can only tell while there
 * is a leader. So an operation, which is sent once, does not go to one that is known to be unable to pass it on.
 */
export const findMaster = async (access: OperateAccess, signal: AbortSignal): Promise<Asked<HttpMaster>> =>
	askMasters(access, signal, async address => ask(address, access, signal));

/** DM's version there, such as "v7.5.5"; '' when it does not say. Never throws. */
export const versionAt = async (
	address: MasterAddress,
	{tls, pace}: OperateAccess,
	signal: AbortSignal,
): Promise<string> => {
	try {
		await using master = await DmMaster.open(address, tls);
		return await master.version({deadline: pace.deadline, signal});
	} catch {
		return '';
	}
};
