import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'dm-message',
	order: 270,
	title: 'DM’s answer has an additional message',
	reportedWhen: 'The answer for the whole cluster is successful but has a message.',
	silentWhen: 'There is no message. The message of a single source is reported as `upstream-blind`.',
	ofCluster: ({message}) =>
		message === ''
			? []
			: [
					{
						severity: 'notice',
						isSinceAtLeast: true,
						brief: say('DM says something'),
						what: say('DM says: {message}', {message}),
						why: [],
						fix: [],
						operations: [],
						retries: 'unknown',
					},
				],
};
