/** DM's errors as findings tell them. */
import {type ErrorContext, causeOf, explainError, foldErrors, headline} from '../dm/errors.js';
import type {ProcessError} from '../dm/status.js';
import type {Found} from './rule.js';
import {filled} from './words.js';

/** What is told of the errors beside their cause: how many are of its kind, and what the others are. */
const besides = (errors: readonly ProcessError[]): readonly string[] => {
	const [first, ...others] = foldErrors(errors);
	const {count = 0, examples = []} = first ?? {};
	return [
		...(count > 1
			? [`${count} errors of this kind: ${examples.join(', ')}${count > examples.length ? ', ...' : ''}`]
			: []),
		...others.map(({error, isConsequence}) => `${isConsequence ? 'it follows' : 'also'}: ${headline(error)}`),
	];
};

type ErrorFound = Pick<Found, 'what' | 'why' | 'fix' | 'operations' | 'retries' | 'error'>;

/** What DM's errors give a finding: their cause, and how many there are. `context` is what is known beside their text. */
export const errorsFound = (
	errors: readonly [ProcessError, ...ProcessError[]],
	context: ErrorContext = {},
): ErrorFound => {
	const error = causeOf(errors) ?? errors[0];
	const {what, where, why, fix, steps, operations, retries} = explainError(error, context);
	const code = error.code === undefined ? '' : `DM error ${error.code}`;
	return {
		what,
		why: [...filled(where, why, code), ...besides(errors)],
		fix: steps.length > 0 ? steps : filled(fix),
		operations,
		retries,
		error,
	};
};
