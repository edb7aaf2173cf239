import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'source-vanished',
	order: 120,
	title: 'A source is in no answer any more',
	told: 'An answer for the whole cluster does not have a source that an earlier one had.',
	silent:
		'The answer was for some sources alone. Or DM says that the source has no worker: that is told as `source-unbound`.',
	health: 'lost',
	over: 'is in the answer again',
	ofSource({condition}) {
		return condition.kind === 'vanished'
			? [
					{
						severity: 'warning',
						since: condition.since,
						isSinceAtLeast: false,
						brief: say('in no answer any more'),
						what: say('The source is in no answer any more'),
						why: [say('Somebody removed the source from DM, or its worker went away just now')],
						fix: [say('See whether the masters still know it: dmctl operate-source show.')],
						operations: [],
						retries: 'unknown',
					},
				]
			: [];
	},
	concerns: 'all',
};
