import {readErrors} from '../../dm/errors.js';
import {errorsFound} from '../process-errors.js';
import type {Found, Rule} from '../rule.js';

const always = () => true;

/** What is said of a source that does not answer, taken apart where DM says it. */
const said = (
	why: string,
	source: string,
	worker: string,
): Pick<Found, 'what' | 'why' | 'fix' | 'operations' | 'error'> => {
	const [first, ...others] = readErrors(why);
	if (!first) {
		return {what: why, why: [], fix: [], operations: []};
	}

	const {error, ...found} = errorsFound([first, ...others], {source, worker});
	// Words that are not DM's are no error of it.
	return error?.code === undefined ? found : {...found, error};
};

export const sourceSilent: Rule = {
	kind: 'source-silent',
	title: 'A source does not answer',
	told: 'The source was asked and did not answer, or what came could not be read. What is shown of it is what was last known.',
	silent:
		'The source has not been asked yet, or is known to have no worker: that is told as `source-unbound`.',
	health: 'silent',
	over: 'answers again',
	ofSource({source, condition, worker}) {
		if (condition.kind !== 'silent') {
			return [];
		}

		const {what, ...found} = said(condition.why, source, worker);
		return [
			{
				severity: 'warning',
				...(worker !== '' && {worker}),
				since: condition.since,
				isSinceAtLeast: false,
				brief: 'no answer',
				what: `The source did not answer: ${what}`,
				...found,
				retries: 'unknown',
			},
		];
	},
	concerns: always,
};
