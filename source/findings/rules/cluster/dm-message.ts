import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'dm-message',
	order: 270,
	title: 'DM’s answer includes a message',
	reportedWhen: 'The answer for the whole cluster is successful but has a message.',
	silentWhen: 'There is no message. A message for a single source is reported as `upstream-blind`.',
	ofCluster: ({message}) =>
		message === ''
			? []
			: [
					{
						severity: 'notice',
						isSinceAtLeast: true,
						brief: say('DM sent a message'),
						what: say('DM says: {message}', {message}),
						why: [],
						fix: [],
						operations: [],
						retries: 'unknown',
					},
				],
};
