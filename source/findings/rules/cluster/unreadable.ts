import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

/** The number of places that are named; the rest is counted. */
const mostNamed = 5;

export const rule: Rule = {
	kind: 'unreadable',
	order: 210,
	title: 'A part of an answer could not be read',
	reportedWhen: 'Parts of the last answer do not have the format of any known DM version. The rest is shown.',
	silentWhen:
		'Fields that are missing or unknown to dm-top are not an error: DM versions differ. Or the answer itself reports a failure: this is reported as `answer-failed`.',
	ofCluster({notes}) {
		return notes.length === 0
			? []
			: [
					{
						severity: 'warning',
						isSinceAtLeast: true,
						brief: say('answer partly unreadable'),
						what: say('{count} {count|part|parts} of the answer could not be read', {count: notes.length}),
						why: [
							...notes.slice(0, mostNamed),
							...(notes.length > mostNamed
								? [say('and {count} more', {count: notes.length - mostNamed})]
								: []),
						],
						fix: [say('If the document was written by DM, please report this.')],
						operations: [],
						retries: 'unknown',
					},
				];
	},
};
