import type {OperationAnswer} from '../../operation.js';
import {asCallFailure} from '../connection/call-failure.js';
import {Connection} from '../connection/connection.js';
import {membersPath} from '../dm-master.js';
import type {MasterAddress} from '../master-address.js';
import type {OperateAccess} from './access.js';
import {accepted, notSent, refused} from './answers.js';
import {addressOfLeader, leaderOf, type Leader} from './find-leader.js';
import type {OperationRequest} from './plan-request.js';
import {sendOperation} from './send.js';

const readLeader = async (
	address: MasterAddress,
	{tls, pace}: OperateAccess,
	signal: AbortSignal,
): Promise<Leader | undefined> => {
	const connection = await Connection.open(address, tls);
	try {
		const {text} = await connection.get(membersPath, {deadline: pace.deadline, signal});
		return leaderOf(text);
	} finally {
		await connection.close();
	}
};

/**
 * Sends an operation that DM does not pass on to the leader itself. `asked` is a master that answers, and so can
 * tell who leads.
 */
export const sendToLeader = async (
	asked: MasterAddress,
	request: OperationRequest,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<OperationAnswer> => {
	let leader: Leader | undefined;
	try {
		leader = await readLeader(asked, access, signal);
	} catch (error) {
		return notSent(asCallFailure(error).trouble);
	}

	if (!leader) {
		return notSent({what: 'there is no leader at the moment', fix: '', detail: ''});
	}

	const address = await addressOfLeader(leader, access, signal);
	return address
		? sendOperation(address, request, access, signal)
		: notSent({
				what: `only the leader itself can give the lead away, and ${leader.name} (${leader.addresses[0] ?? 'address unknown'}) is none of the addresses that dm-top was given`,
				fix: 'Add it to --master-addr.',
				detail: '',
			});
};

/**
 * Sends an operation to every master, to each once: which of them it concerns only they know. The answer has an
 * entry for each, with its address in the place of a source.
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
		msg: answer.result === 'not-sent' ? `Nothing was sent: ${answer.msg}` : answer.msg,
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
