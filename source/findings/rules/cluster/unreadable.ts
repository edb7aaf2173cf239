import {isInSubtask} from '../../evidence/in-subtask.js';
import {giveWholeAnswer, reportFormat} from '../../evidence/incomplete-text.js';
import type {Note} from '../../../monitor/view.js';
import type {Found, Rule} from '../../rule.js';
import {say} from '../../../language/say.js';

/** The number of places that are named; the rest is counted. */
const mostNamed = 5;

/** What is not known of an answer, and what to do about it: some parts were left out, others have an unknown format. */
const partsNotKnown = (notes: readonly Note[]): Pick<Found, 'brief' | 'what' | 'fix'> => {
	const count = notes.length;
	const elided = notes.filter(({isElided}) => isElided).length;
	const fix = [...(elided > 0 ? [giveWholeAnswer()] : []), ...(elided < count ? [reportFormat()] : [])];
	return elided === count
		? {
				brief: say('text incomplete'),
				what: say('{count} {count|part was|parts were} left out of the text of the answer', {count}),
				fix,
			}
		: {
				brief: say('answer partly unreadable'),
				what: say('{count} {count|part|parts} of the answer could not be read', {count}),
				fix,
			};
};

export const rule: Rule = {
	kind: 'unreadable',
	order: 210,
	title: 'A part of an answer could not be read',
	reportedWhen:
		'Parts of the last answer do not have the format of any known DM version, or “...” stands in their place. The rest is shown. Parts of a subtask are reported with it: it may not be as well as the rest looks.',
	silentWhen:
		'Fields that are missing or unknown to dm-top are not an error: DM versions differ. Or the answer itself reports a failure: this is reported as `answer-failed`.',
	health: 'unknown',
	ofSubtask({subtask: {problem, elided}, stale}) {
		return problem === undefined || stale !== ''
			? undefined
			: {
					severity: 'warning',
					isSinceAtLeast: true,
					...(elided === undefined
						? {
								brief: say('answer partly unreadable'),
								what: say('A part of its status could not be read'),
								fix: [reportFormat()],
							}
						: {
								brief: say('text incomplete'),
								what: say('A part of its status was left out of the text'),
								fix: [giveWholeAnswer()],
							}),
					why: [problem],
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
						...partsNotKnown(notes),
						why: [
							...notes.slice(0, mostNamed).map(({text}) => text),
							...(notes.length > mostNamed
								? [say('and {count} more', {count: notes.length - mostNamed})]
								: []),
						],
						operations: [],
						retries: 'unknown',
					},
				];
	},
};
