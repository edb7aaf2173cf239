import {parseErrorText} from '../../dm/errors.js';
import {errorFound} from '../process-errors.js';
import type {Found, Rule} from '../rule.js';

const always = () => true;

/** What is said of a source that does not answer, taken apart where DM says it. */
const said = (why: string): Pick<Found, 'what' | 'why' | 'fix' | 'error'> => {
	const error = parseErrorText(why);
	return error ? errorFound(error) : {what: why, why: [], fix: []};
};

export const sourceSilent: Rule = {
	kind: 'source-silent',
	title: 'A source does not answer',
	told: 'The source was asked and did not answer, or what came could not be read. What is shown of it is what was last known.',
	silent:
		'The source has not been asked yet, or is known to have no worker: that is told as `source-unbound`.',
	health: 'silent',
	over: 'answers again',
	ofSource({condition, worker}) {
		if (condition.kind !== 'silent') {
			return [];
		}

		const {what, why, fix, error} = said(condition.why);
		return [
			{
				severity: 'warning',
				...(worker !== '' && {worker}),
				since: condition.since,
				isSinceAtLeast: false,
				brief: 'no answer',
				what: `The source did not answer: ${what}`,
				why,
				fix,
				error,
				operations: [],
				retries: 'unknown',
			},
		];
	},
	concerns: always,
};
