import {isRecord, records, text} from '../../json-fields.js';
import {Connection} from '../connection/connection.js';
import type {MasterAddress} from '../master-address.js';
import type {OperateAccess} from './access.js';

/** What identifies the leader. */
export type Leader = {
	readonly name: string;
	/** Its etcd member ID; '' when it is not known. */
	readonly memberId: string;
	/** Host:port, as the cluster knows it. */
	readonly addresses: readonly string[];
};

const withoutScheme = (url: string): string => url.replace(/^https?:\/\//v, '');

/** The leader according to an answer of `members`; undefined while there is none. */
export const leaderOf = (membersJson: string): Leader | undefined => {
	const body: unknown = JSON.parse(membersJson);
	const members = isRecord(body) ? records(body['members']) : [];
	const leader = members.map(member => member['leader']).find(value => isRecord(value));
	const name = text(leader?.['name']);
	if (name === '') {
		return undefined;
	}

	const master = members
		.flatMap(member => (isRecord(member['master']) ? records(member['master']['masters']) : []))
		.find(candidate => candidate['name'] === name);
	const urls = Array.isArray(master?.['clientURLs']) ? master['clientURLs'] : [];
	return {
		name,
		memberId: text(master?.['memberID']),
		addresses: [text(leader?.['addr']), ...urls.map(url => text(url))]
			.filter(Boolean)
			.map(address => withoutScheme(address)),
	};
};

/** The ID that the etcd inside a dm-master gives itself, which holds through any tunnel; '' when it does not say. */
const memberIdAt = async (
	address: MasterAddress,
	{tls, pace}: OperateAccess,
	signal: AbortSignal,
): Promise<string> => {
	try {
		const connection = await Connection.open(address, tls);
		try {
			const answer = await connection.send(
				{method: 'POST', path: '/v3/maintenance/status', body: '{}'},
				{deadline: pace.deadline, signal},
			);
			const body: unknown = JSON.parse(answer.text);
			return isRecord(body) && isRecord(body['header']) ? text(body['header']['member_id']) : '';
		} finally {
			await connection.close();
		}
	} catch {
		return '';
	}
};

/**
 * Which of the addresses that may be dialled is the leader's: the one whose etcd has its member ID; where etcd does
 * not tell, the one that is written as the cluster writes it. Undefined when it is none of them.
 */
export const addressOfLeader = async (
	leader: Leader,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<MasterAddress | undefined> => {
	const known = await Promise.all(
		access.masters.map(async address => ({address, id: await memberIdAt(address, access, signal)})),
	);
	return (
		known.find(({id}) => id !== '' && id === leader.memberId) ??
		known.find(
			({id, address}) => (id === '' || leader.memberId === '') && leader.addresses.includes(address.label),
		)
	)?.address;
};
