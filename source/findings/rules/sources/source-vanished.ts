import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

export const rule: Rule = {
	kind: 'source-vanished',
	order: 120,
	title: 'A source is missing from the answers',
	reportedWhen: 'An answer for the whole cluster does not contain a source that an earlier one had.',
	silentWhen:
		'The answer was for some of the sources only. Or DM reports that the source has no worker: this is reported as `source-unbound`.',
	needs: ['before'],
	health: 'lost',
	over: 'is back in the answers',
	ofSource({condition}) {
		return condition.kind === 'vanished'
			? [
					{
						severity: 'warning',
						since: condition.since,
						isSinceAtLeast: false,
						brief: say('missing from the answers'),
						what: say('The source is missing from the answers'),
						why: [say('The source was removed from DM, or its worker has just gone offline')],
						fix: [say('Check whether the masters still have it: dmctl operate-source show.')],
						operations: [],
						retries: 'unknown',
					},
				]
			: [];
	},
	concerns: 'all',
};
