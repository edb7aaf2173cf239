import {say} from '../../language/say.js';
import {records, textOf} from '../json-fields.js';
import type {Master, Worker} from '../provider.js';
import {isObject} from '../../dm/values/json-object.js';
import {parseJsonSteps} from '../../dm/reading/json/large-json.js';
import {finish, type Steps} from '../../dm/steps.js';

/** The members of the cluster, from `GET /apis/v1alpha1/members`. */
export type Members = {
	/** '' while there is none. */
	readonly leader: string;
	readonly leaderAddress: string;
	readonly masters: readonly Master[];
	readonly workers: readonly Worker[];
};

/** The same, with fields that only an operation on the leader needs. */
export type MembersAnswer = {
	readonly members: Members;
	/** The etcd member ID of the leader; '' when there is none, or it is unknown. */
	readonly leaderId: string;
};

/** An answer that is not a list of members; the message says what was found instead. */
export class MembersError extends Error {
	override readonly name = 'MembersError';
}

const decodeMaster = (master: Record<string, unknown>): Master => ({
	name: textOf(master['name']),
	alive: master['alive'] === true,
	addresses: Array.isArray(master['clientURLs'])
		? master['clientURLs'].filter(url => typeof url === 'string').map(url => url.replace(/^https?:\/\//v, ''))
		: [],
});

const decodeWorker = (worker: Record<string, unknown>): Worker => ({
	name: textOf(worker['name']),
	address: textOf(worker['addr']),
	stage: textOf(worker['stage']),
	source: textOf(worker['source']),
});

/**
 * Decodes pb.ListMemberResponse, step by step: a list of `{leader}`, `{master}` and `{worker}` members.
 *
 * @yields Between two steps.
 * @throws {MembersError} When it is something else, or the master says `result: false`.
 */
export function* decodeMembersSteps(json: string): Steps<MembersAnswer> {
	let body: unknown;
	try {
		body = yield* parseJsonSteps(json);
	} catch {
		throw new MembersError(say('it is not a whole JSON object'));
	}

	if (!isObject(body)) {
		throw new MembersError(say('it is not a JSON object'));
	}

	if (body['result'] === false) {
		throw new MembersError(
			[say('it says result: false'), textOf(body['msg'])].filter(part => part !== '').join(say(', ')),
		);
	}

	if (!Array.isArray(body['members'])) {
		throw new MembersError(say('it has no list "members"'));
	}

	const members = records(body['members']);
	const leader = members.map(member => member['leader']).find(value => isObject(value));
	const name = textOf(leader?.['name']);
	const masters = members
		.map(member => member['master'])
		.filter(master => isObject(master))
		.flatMap(master => records(master['masters']));
	const leaderId = name === '' ? '' : textOf(masters.find(master => master['name'] === name)?.['memberID']);
	const decoded: Members = {
		leader: name,
		leaderAddress: textOf(leader?.['addr']),
		masters: masters.map(master => decodeMaster(master)),
		workers: members
			.map(member => member['worker'])
			.filter(worker => isObject(worker))
			.flatMap(worker => records(worker['workers']).map(item => decodeWorker(item))),
	};
	return {members: decoded, leaderId};
}

/**
 * The part of it for observations.
 *
 * @throws {MembersError} As `decodeMembersSteps` does.
 */
export const decodeMembers = (json: string): Members => finish(decodeMembersSteps(json)).members;

/** The sources that have a worker, by name. */
export const boundSources = (members: Members): string[] =>
	[
		...new Set(
			members.workers
				.filter(worker => worker.source !== '' && worker.stage !== 'offline')
				.map(worker => worker.source),
		),
	].toSorted();
