import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'source-vanished',
	order: 120,
	title: 'A source is missing from the answers',
	reportedWhen: 'An answer for the whole cluster does not have a source that an earlier one had.',
	silentWhen:
		'The answer was for some sources alone. Or DM says that the source has no worker: that is reported as `source-unbound`.',
	health: 'lost',
	over: 'is in the answers again',
	ofSource({condition}) {
		return condition.kind === 'vanished'
			? [
					{
						severity: 'warning',
						since: condition.since,
						isSinceAtLeast: false,
						brief: say('missing from the answers'),
						what: say('The source is missing from the answers'),
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
