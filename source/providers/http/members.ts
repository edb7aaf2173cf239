import {isRecord, records, text} from '../json-fields.js';
import type {Master, Worker} from '../provider.js';

/** What `GET /apis/v1alpha1/members` says. */
export type Members = {
	/** '' while there is none. */
	readonly leader: string;
	readonly leaderAddress: string;
	readonly masters: readonly Master[];
	readonly workers: readonly Worker[];
};

/** An answer that is no list of members; the message says what was found instead. */
export class MembersError extends Error {
	override readonly name = 'MembersError';
}

const decodeMaster = (master: Record<string, unknown>): Master => ({
	name: text(master['name']),
	alive: master['alive'] === true,
	addresses: Array.isArray(master['clientURLs'])
		? master['clientURLs'].filter(url => typeof url === 'string').map(url => url.replace(/^https?:\/\//v, ''))
		: [],
});

const decodeWorker = (worker: Record<string, unknown>): Worker => ({
	name: text(worker['name']),
	address: text(worker['addr']),
	stage: text(worker['stage']),
	source: text(worker['source']),
});

/**
 * Decodes pb.ListMemberResponse: a list of `{leader}`, `{master}` and `{worker}` members.
 *
 * @throws {MembersError} When it is something else, or the master says `result: false`.
 */
export const decodeMembers = (json: string): Members => {
	let body: unknown;
	try {
		body = JSON.parse(json);
	} catch (error) {
		throw new MembersError(error instanceof Error ? error.message : String(error));
	}

	if (!isRecord(body)) {
		throw new MembersError('it is no JSON object');
	}

	if (body['result'] === false) {
		throw new MembersError(
			`it says result: false${text(body['msg']) === '' ? '' : `, ${text(body['msg'])}`}`,
		);
	}

	if (!Array.isArray(body['members'])) {
		throw new MembersError('it has no list "members"');
	}

	const members = records(body['members']);
	const leader = members.map(member => member['leader']).find(value => isRecord(value));
	return {
		leader: text(leader?.['name']),
		leaderAddress: text(leader?.['addr']),
		masters: members
			.map(member => member['master'])
			.filter(master => isRecord(master))
			.flatMap(master => records(master['masters']).map(item => decodeMaster(item))),
		workers: members
			.map(member => member['worker'])
			.filter(worker => isRecord(worker))
			.flatMap(worker => records(worker['workers']).map(item => decodeWorker(item))),
	};
};

/** The sources that some worker has taken, by name. */
export const boundSources = (members: Members): string[] =>
	[
		...new Set(
			members.workers
				.filter(worker => worker.source !== '' && worker.stage !== 'offline')
				.map(worker => worker.source),
		),
	].toSorted();
