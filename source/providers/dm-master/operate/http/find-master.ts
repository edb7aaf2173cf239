import {CallFailure} from '../../connection/call-failure.js';
import type {GetOptions} from '../../connection/connection.js';
import type {DmMaster} from '../../dm-master.js';
import type {MembersAnswer} from '../../members.js';
import {askOverHttp, type Asked, type OperateAccess} from '../access.js';

/** What a master that has just answered over HTTP serves. */
export type HttpMaster = {
	/** Undefined when it serves OpenAPI but not v1alpha1. */
	readonly members: MembersAnswer | undefined;
	/** DM's version, such as "v7.5.5"; '' when it does not say, or was not asked. */
	readonly version: string;
};

/** Undefined where OpenAPI is all that is served. */
const membersOf = async (master: DmMaster, limits: GetOptions): Promise<MembersAnswer | undefined> => {
	try {
		return await master.members(limits);
	} catch (error) {
		if (
			error instanceof CallFailure &&
			error.reason === 'unsupported' &&
			(await master.servesOpenApi(limits))
		) {
			return undefined;
		}

		throw error;
	}
};

/** DM's version, such as "v7.5.5"; '' when it does not say. Never throws. */
const versionOf = async (master: DmMaster, limits: GetOptions): Promise<string> => {
	try {
		return await master.version(limits);
	} catch {
		return '';
	}
};

/**
 * Finds a master that answers over HTTP, by asking for the members, which a master only knows while there is a leader.
 * So an operation, which is sent once, is not sent to one that cannot forward it.
 */
export const findMaster = async (
	access: OperateAccess,
	signal: AbortSignal,
	asksVersion: boolean,
): Promise<Asked<HttpMaster>> => {
	const limits = {deadline: access.pace.deadline, signal};
	return askOverHttp(access, signal, async master => {
		const members = await membersOf(master, limits);
		return {members, version: members && asksVersion ? await versionOf(master, limits) : ''};
	});
};
