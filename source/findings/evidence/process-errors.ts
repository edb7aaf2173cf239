/** DM's errors in findings. */
import {type ErrorOwner, causeOf, explainError, foldErrors, headline} from '../../dm/errors.js';
import type {ProcessError} from '../../dm/status.js';
import type {Found} from '../rule.js';
import {filled} from '../rules/words.js';
import {say, spokenTexts} from '../../language/say.js';

/** What is said about the errors besides their cause: how many are of its kind, and what the others are. */
const besides = (errors: readonly ProcessError[]): readonly string[] => {
	const [first, ...others] = foldErrors(errors);
	const {count = 0, examples = []} = first ?? {};
	return [
		...(count > 1
			? [
					say('{count} errors of this kind: {examples}', {
						count,
						examples: [...examples, ...(count > examples.length ? ['...'] : [])].join(', '),
					}),
				]
			: []),
		...others.map(({error, isConsequence}) =>
			isConsequence
				? say('consequence: {what}', {what: headline(error)})
				: say('also: {what}', {what: headline(error)}),
		),
	];
};

type ErrorsFound = Pick<Found, 'what' | 'why' | 'fix' | 'operations' | 'retries' | 'error'>;

const explain = (errors: readonly [ProcessError, ...ProcessError[]], context: ErrorOwner): ErrorsFound => {
	const error = causeOf(errors) ?? errors[0];
	const {what, where, why, fix, steps, operations, retries} = explainError(error, context);
	const code = error.code === undefined ? '' : say('DM error {code}', {code: error.code});
	return {
		what,
		why: [...filled(where, why, code), ...besides(errors)],
		fix: steps.length > 0 ? steps : filled(fix),
		operations,
		retries,
		error,
	};
};

/** The number of explanations that are cached, and their length in UTF-16 units. */
const mostKept = 2000;
const mostText = 2_000_000;

/** The same error comes with many answers. */
const kept = new Map<string, ErrorsFound>();
let keptText = 0;
let keptIn = spokenTexts();

const keyOf = (errors: readonly ProcessError[], context: ErrorOwner): string =>
	JSON.stringify([
		context,
		errors.map(({code, type, message, rawCause, workaround}) => [code, type, message, rawCause, workaround]),
	]);

/**
 * What a finding says about DM's errors: their cause and their number. `context` is what is known besides their text.
 */
export const errorsFound = (
	errors: readonly [ProcessError, ...ProcessError[]],
	context: ErrorOwner = {},
): ErrorsFound => {
	const key = keyOf(errors, context);
	const known = keptIn === spokenTexts() ? kept.get(key) : undefined;
	if (known) {
		return known;
	}

	const found = explain(errors, context);
	if (kept.size >= mostKept || keptText + key.length > mostText || keptIn !== spokenTexts()) {
		kept.clear();
		keptText = 0;
		keptIn = spokenTexts();
	}

	kept.set(key, found);
	keptText += key.length;
	return found;
};
