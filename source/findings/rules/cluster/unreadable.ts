import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

/** The number of places that are named; the rest is counted. */
const mostNamed = 5;

export const rule: Rule = {
	kind: 'unreadable',
	order: 210,
	title: 'A part of an answer could not be read',
	reportedWhen:
		'The last answer has parts that are not as any known version of DM writes them, or says itself that it failed. The rest is shown.',
	silentWhen: 'Fields that are absent, or unknown to dm-top, are not a mistake: versions of DM differ.',
	ofCluster({notes}) {
		return notes.length === 0
			? []
			: [
					{
						severity: 'warning',
						isSinceAtLeast: true,
						brief: say('answer not read in full'),
						what: say('{count} {count|part|parts} of the answer could not be read', {count: notes.length}),
						why: [
							...notes.slice(0, mostNamed),
							...(notes.length > mostNamed
								? [say('and {count} more', {count: notes.length - mostNamed})]
								: []),
						],
						fix: [say('If the document is as DM wrote it, please report this.')],
						operations: [],
						retries: 'unknown',
					},
				];
	},
};
