import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'dm-message',
	order: 270,
	title: 'DM says something beside its answer',
	told: 'The answer for the whole cluster went well and has a message all the same.',
	silent: 'There is none. What a single source says is reported as `upstream-blind`.',
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
