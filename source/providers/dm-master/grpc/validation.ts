/** The results of DM's validators: available over gRPC only, in every version of DM that has validators. */
import type {Problem} from '../../provider.js';
import type {RowDifferences, ValidationStatus} from '../../readers.js';
import type {OperateAccess} from '../operate/access.js';
import {isTimeout} from '../readers/answer.js';
import {errorStateNames, readDifferences, readValidationStatus} from './validation-answers.js';
import {askOverGrpc} from './ask.js';

/** The validators of a task and its tables. Never throws. */
export const askForValidators = async (
	taskName: string,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<ValidationStatus | Problem> => {
	const asked = await askOverGrpc(
		access,
		signal,
		async channel =>
			channel.call('GetValidationStatus', {taskName}, {deadline: access.pace.fullDeadline, signal}),
		{isFinal: isTimeout},
	);
	return 'problem' in asked ? asked.problem : readValidationStatus(asked.value, asked.address.label);
};

/** The rows that differ, with their values. Never throws. */
export const askForDifferences = async (
	{task: taskName, state}: {readonly task: string; readonly state: keyof typeof errorStateNames},
	access: OperateAccess,
	signal: AbortSignal,
): Promise<RowDifferences | Problem> => {
	const asked = await askOverGrpc(
		access,
		signal,
		async channel =>
			channel.call(
				'GetValidationError',
				{taskName, errState: errorStateNames[state]},
				{deadline: access.pace.fullDeadline, signal},
			),
		{isFinal: isTimeout},
	);
	return 'problem' in asked ? asked.problem : readDifferences(asked.value, asked.address.label);
};
