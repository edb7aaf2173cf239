import {isInSubtask} from '../../evidence/in-subtask.js';
import type {Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

/** The number of places that are named; the rest is counted. */
const mostNamed = 5;

export const rule: Rule = {
	kind: 'unreadable',
	order: 210,
	title: 'A part of an answer could not be read',
	reportedWhen:
		'Parts of the last answer do not have the format of any known DM version. The rest is shown. Parts of a subtask are reported with it: it may not be as well as the rest looks.',
	silentWhen:
		'Fields that are missing or unknown to dm-top are not an error: DM versions differ. Or the answer itself reports a failure: this is reported as `answer-failed`.',
	health: 'unknown',
	ofSubtask({subtask: {problem}, stale}) {
		return problem === undefined || stale !== ''
			? undefined
			: {
					severity: 'warning',
					isSinceAtLeast: true,
					brief: say('answer partly unreadable'),
					what: say('A part of its status could not be read'),
					why: [problem],
					fix: [say('If the document was written by DM, please report this.')],
					operations: [],
					retries: 'unknown',
				};
	},
	ofCluster({notes: all}) {
		const notes = all.filter(note => !isInSubtask(note));
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
