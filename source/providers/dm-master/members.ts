import {say} from '../../language/say.js';
import {records, textOf} from '../json-fields.js';
import type {ClusterObservation, ListInPart, Master, Worker} from '../provider.js';
import {Fields, Findings} from '../../dm/decode/fields.js';
import {isObject} from '../../dm/values/json-object.js';
import {parseJsonSteps} from '../../dm/reading/json/large-json.js';
import {finish, type Steps} from '../../dm/steps.js';

/** The members of the cluster, from `GET /apis/v1alpha1/members`. What cannot be read as a whole is absent. */
export type Members = Pick<
	ClusterObservation,
	'leader' | 'leaderAddress' | 'masters' | 'workers' | 'mastersInPart' | 'workersInPart'
> & {
	/** What could not be read, each in one line. */
	readonly notes: readonly string[];
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

const decodeMaster = (master: Fields): Master => {
	const alive = master.member('alive');
	if (typeof alive !== 'boolean') {
		master.note('alive', 'true or false');
	}

	const urls = master.member('clientURLs');
	return {
		name: textOf(master.member('name')),
		alive: alive === true,
		addresses: Array.isArray(urls)
			? urls.filter(url => typeof url === 'string').map(url => url.replace(/^https?:\/\//v, ''))
			: [],
	};
};

const decodeWorker = (worker: Fields): Worker => {
	const decoded = {
		name: textOf(worker.member('name')),
		address: textOf(worker.member('addr')),
		stage: textOf(worker.member('stage')),
		source: textOf(worker.member('source')),
	};
	if (decoded.stage === '') {
		worker.note('stage', 'a string');
	}

	if (decoded.stage === 'bound' && decoded.source === '') {
		worker.note('source', 'the name of a source');
	}

	return decoded;
};

/** A list that was read as a whole, or in part; neither where nothing of it can be read. */
type Read<Member> = {readonly whole?: readonly Member[]; readonly inPart?: ListInPart<Member>};

/**
 * The list in a part of the answer. An entry that cannot be read is named, as far as it has a name: a member that is left
 * out would look as if it had left the cluster. A part with a message and no entries says why it has none.
 */
const listIn = <Member extends {readonly name: string}>(
	{part, key}: {readonly part: Fields | undefined; readonly key: string},
	decode: (entry: Fields) => Member,
): Read<Member> => {
	if (part === undefined) {
		return {};
	}

	const {notes} = part.findings;
	const before = notes.length;
	if (part.lacks(key)) {
		part.note(key, 'a list');
	}

	const entries = part.objects(key);
	const members: Member[] = [];
	// An entry that is not an object is noted, without a name.
	const unread = notes.length > before ? [''] : [];
	for (const entry of entries) {
		const noted = notes.length;
		const member = decode(entry);
		if (member.name === '') {
			entry.note('name', 'a string');
		}

		if (notes.length > noted) {
			unread.push(member.name);
		} else {
			members.push(member);
		}
	}

	const said = textOf(part.member('msg'));
	if (said !== '' && entries.length === 0) {
		notes.push({path: `${part.path}.msg`, message: said});
	}

	if (notes.length === before) {
		return {whole: members};
	}

	return members.length === 0 ? {} : {inPart: {read: members, unread}};
};

/** Messages of DM, and of etcd below it, that answer the question: there is no leader. */
const noLeader = /\bno leader\b/v;

/**
 * The name of the leader; '' where there is none, and undefined where it is not reported. The message of an answer without a
 * name says why the question failed, unless it says that there is no leader.
 */
const leaderIn = (part: Fields | undefined): string | undefined => {
	if (part === undefined) {
		return undefined;
	}

	const name = part.member('name');
	if (typeof name !== 'string') {
		part.note('name', 'a string');
		return undefined;
	}

	const said = textOf(part.member('msg'));
	if (name === '' && said !== '' && !noLeader.test(said)) {
		part.findings.notes.push({path: `${part.path}.msg`, message: said});
		return undefined;
	}

	return name;
};

/** The part of the answer with that name; noted where there is none. */
const partOf = (entries: readonly Fields[], name: string, answer: Fields): Fields | undefined => {
	const entry = entries.find(({value}) => Object.hasOwn(value, name));
	if (entry === undefined || entry.lacks(name)) {
		(entry ?? answer).note(entry === undefined ? `members.${name}` : name, 'an object', undefined);
		return undefined;
	}

	return entry.object(name);
};

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

	const findings = new Findings();
	const answer = new Fields(body, '$', findings);
	const entries = answer.objects('members');
	const leader = partOf(entries, 'leader', answer);
	const masterPart = partOf(entries, 'master', answer);
	const name = leaderIn(leader);
	const masters = listIn({part: masterPart, key: 'masters'}, decodeMaster);
	const workers = listIn({part: partOf(entries, 'worker', answer), key: 'workers'}, decodeWorker);
	const leaderId =
		name !== undefined && name !== ''
			? textOf(records(masterPart?.member('masters')).find(master => master['name'] === name)?.['memberID'])
			: '';
	return {
		members: {
			...(name !== undefined && {leader: name, leaderAddress: textOf(leader?.member('addr'))}),
			...(masters.whole && {masters: masters.whole}),
			...(workers.whole && {workers: workers.whole}),
			...(masters.inPart && {mastersInPart: masters.inPart}),
			...(workers.inPart && {workersInPart: workers.inPart}),
			notes: findings.notes.map(({path, message}) => `members ${path}: ${message}`),
		},
		leaderId,
	};
}

/**
 * The part of it for observations.
 *
 * @throws {MembersError} As `decodeMembersSteps` does.
 */
export const decodeMembers = (json: string): Members => finish(decodeMembersSteps(json)).members;

/** The sources that have a worker, by name. */
export const boundSources = ({workers = []}: Members): string[] =>
	[
		...new Set(
			workers
				.filter(worker => worker.source !== '' && worker.stage !== 'offline')
				.map(worker => worker.source),
		),
	].toSorted();
