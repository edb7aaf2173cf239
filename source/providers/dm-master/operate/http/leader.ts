/** Operations that DM does not forward to the leader: each master carries them out itself. */
import {say} from '../../../../language/say.js';
import type {OperationAnswer} from '../../../operation.js';
import type {MasterAddress} from '../../master-address.js';
import type {MembersAnswer} from '../../members.js';
import {askForText, type OperateAccess} from '../access.js';
import {accepted, notSent, refused} from '../answers.js';
import {plainProblem} from '../../../problem.js';
import type {OperationRequest} from './request.js';
import {sendOperation} from './send.js';

const addressesOf = ({
	members: {leader, leaderAddress = '', masters = []},
}: MembersAnswer): readonly string[] => {
	const urls = masters.find(({name}) => name === leader)?.addresses ?? [];
	return [leaderAddress.replace(/^https?:\/\//v, ''), ...urls].filter(Boolean);
};

/**
 * Which of the allowed addresses is the leader's: the one whose etcd has its member ID; without that, the one that is
 * written as in the cluster. Undefined when it is none of them.
 */
const addressOfLeader = async (
	found: MembersAnswer,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<MasterAddress | undefined> => {
	const {leaderId} = found;
	const addresses = addressesOf(found);
	const known = await Promise.all(
		access.masters.map(async address => ({
			address,
			id: await askForText(address, access, signal, async (master, limits) => master.memberId(limits)),
		})),
	);
	return (
		known.find(({id}) => id !== '' && id === leaderId) ??
		known.find(({id, address}) => (id === '' || leaderId === '') && addresses.includes(address.label))
	)?.address;
};

/** Sends a request to the leader itself; `found` is what a master said about the members. */
export const sendToLeader = async (
	found: MembersAnswer,
	request: OperationRequest,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	const {leader} = found.members;
	if (leader === undefined) {
		return notSent(plainProblem(say('the leader is not known')));
	}

	if (leader === '') {
		return notSent(plainProblem(say('there is no leader at the moment')));
	}

	const address = await addressOfLeader(found, access, signal);
	return address
		? sendOperation(address, request, access, signal)
		: notSent({
				what: say(
					'only the leader itself can step down, and {leader} ({address}) is none of the addresses that dm-top was given',
					{
						leader,
						address: addressesOf(found)[0] ?? say('address unknown'),
					},
				),
				fix: say('Add it to --master-addr.'),
				detail: '',
			});
};

/**
 * Sends a request to every master once: only they know whom it concerns. The answer has an entry for each, with its
 * address instead of a source.
 */
export const sendToEach = async (
	request: OperationRequest,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	const answers = await Promise.all(
		access.masters.map(async address => ({
			address,
			answer: await sendOperation(address, request, access, signal),
		})),
	);
	const [only] = answers;
	if (only && answers.length === 1) {
		return only.answer;
	}

	const sources = answers.map(({address, answer}) => ({
		source: address.label,
		worker: '',
		result: answer.result === 'accepted',
		msg: answer.result === 'not-sent' ? say('Nothing was sent: {why}', {why: answer.msg}) : answer.msg,
	}));
	const worst = answers.find(({answer}) => answer.result === 'unknown');
	if (worst) {
		return {result: 'unknown', msg: worst.answer.msg, sources};
	}

	if (answers.some(({answer}) => answer.result === 'accepted')) {
		return accepted('', sources);
	}

	const asked = answers.find(({answer}) => answer.result === 'refused');
	return asked
		? refused(asked.answer.msg, sources)
		: {result: 'not-sent', msg: only?.answer.msg ?? '', sources};
};
