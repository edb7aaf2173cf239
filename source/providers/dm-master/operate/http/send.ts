import {say} from '../../../../language/say.js';
import {asCallFailure} from '../../connection/call-failure.js';
import {Connection} from '../../connection/connection.js';
import type {MasterAddress} from '../../master-address.js';
import type {OperateAccess} from '../access.js';
import {calledOff, unknown, unreachable, type WayAnswer} from '../answers.js';
import type {OperationRequest} from './request.js';
import {readAnswer} from './read-answer.js';

/**
 * Sends one operation to one master over a new connection: so it is not an idle one that may just be closing, and
 * polling does not wait for it. It is sent at most once; failures before and after connecting are distinguished. Never
 * throws.
 */
export const sendOperation = async (
	address: MasterAddress,
	request: OperationRequest,
	{tls, pace}: OperateAccess,
	signal: AbortSignal,
): Promise<WayAnswer> => {
	let connection: Connection;
	try {
		connection = await Connection.open(address, tls);
	} catch (error) {
		return unreachable(asCallFailure(error).problem);
	}

	try {
		return readAnswer(
			address,
			request,
			await connection.send(request, {
				deadline: request.isChecked ? pace.checkDeadline : pace.operationDeadline,
				connectDeadline: pace.connectDeadline,
				signal,
			}),
		);
	} catch (error) {
		const {problem} = asCallFailure(error);
		if (!connection.mayHaveSent) {
			return unreachable(signal.aborted ? calledOff() : problem);
		}

		return unknown(
			signal.aborted
				? {
						...calledOff(),
						what: say('dm-top no longer waits for the answer of {label}', {label: address.label}),
					}
				: problem,
		);
	} finally {
		// At once, so that a connection that is still being established never carries the request.
		await connection.close();
	}
};
