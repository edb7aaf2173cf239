import type {Problem} from '../../provider.js';
import type {CheckResult} from '../../readers.js';
import type {OperateAccess} from '../operate/access.js';
import {isTimeout} from '../readers/answer.js';
import {readCheckResult} from '../readers/check-result.js';
import {askOverGrpc} from './ask.js';

/** The number of findings of each kind that are requested: dmctl shows ten. */
const mostFindings = 100;

/** Lets DM check a configuration, which involves every upstream and the downstream. Never throws. */
export const checkTask = async (
	{config, startTime = ''}: {readonly config: string; readonly startTime?: string},
	access: OperateAccess,
	signal: AbortSignal,
): Promise<CheckResult | Problem> => {
	const asked = await askOverGrpc(
		access,
		signal,
		async channel =>
			channel.call(
				'CheckTask',
				{task: config, errCnt: mostFindings, warnCnt: mostFindings, startTime},
				{deadline: access.pace.checkDeadline, signal},
			),
		{isFinal: isTimeout},
	);
	return 'problem' in asked ? asked.problem : readCheckResult(asked.value.result, asked.value.msg);
};
