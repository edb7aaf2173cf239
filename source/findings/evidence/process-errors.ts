/** DM's errors in findings. */
import {fitted} from '../../dm/values/fitted.js';
import {type ErrorOwner, causeOf, explainError, foldErrors, headline, readErrors} from '../../dm/errors.js';
import type {ProcessError} from '../../dm/status.js';
import {ownText} from '../../dm/values/own-text.js';
import {RecentValues} from '../../dm/values/recent-values.js';
import {isSameValue} from '../../dm/values/same-value.js';
import type {Found} from '../rule.js';
import {filled} from '../words.js';
import {say, spokenTexts} from '../../language/say.js';

/** What a finding adds to the cause: how many errors are of the same kind, and what the others are. */
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

type ErrorsFound = Pick<Found, 'what' | 'why' | 'fix' | 'operations' | 'warnsOf' | 'retries' | 'error'>;

const explain = (errors: readonly [ProcessError, ...ProcessError[]], context: ErrorOwner): ErrorsFound => {
	const error = causeOf(errors) ?? errors[0];
	const {what, where, why, fix, steps, operations, warnsOf, retries} = explainError(error, context);
	const code = error.code === undefined ? '' : say('DM error {code}', {code: error.code});
	return {
		what,
		why: fitted([...filled(where, why, code), ...besides(errors)]),
		fix: steps.length > 0 ? steps : filled(fix),
		operations,
		...(warnsOf.length > 0 && {warnsOf}),
		retries,
		error,
	};
};

/** The explanations of one answer's errors in one language, by error and context. */
type Explained = {
	readonly errors: readonly ProcessError[];
	readonly context: ErrorOwner;
	readonly texts: ReturnType<typeof spokenTexts>;
	readonly found: ErrorsFound;
};

/** Explanations by error object: many views are made of one answer. */
const byFirst = new WeakMap<ProcessError, Explained>();

const isSameList = (left: readonly ProcessError[], right: readonly ProcessError[]): boolean =>
	left.length === right.length && left.every((error, index) => error === right[index]);

/** Explanations by text, in one language: the same error comes with many answers. */
const createKept = () => new RecentValues<ErrorsFound>({entries: 2000, characters: 1_000_000});

let kept = createKept();
let keptIn = spokenTexts();

/** A longer text is explained again with each answer. */
const longestKept = 10_000;

const keyOf = (errors: readonly ProcessError[], context: ErrorOwner): string =>
	JSON.stringify([
		context,
		errors.map(error => [
			error.code,
			error.class,
			error.scope,
			error.level,
			error.type,
			error.message,
			error.rawCause,
			error.workaround,
		]),
	]);

/** The same error, which does not keep the answer that it came with. */
const ownError = (error: ProcessError): ProcessError => ({
	...error,
	class: ownText(error.class),
	scope: ownText(error.scope),
	level: ownText(error.level),
	message: ownText(error.message),
	rawCause: ownText(error.rawCause),
	workaround: ownText(error.workaround),
	...(error.type !== undefined && {type: ownText(error.type)}),
});

const explainText = (
	errors: readonly [ProcessError, ...ProcessError[]],
	context: ErrorOwner,
): ErrorsFound => {
	if (keptIn !== spokenTexts()) {
		kept = createKept();
		keptIn = spokenTexts();
	}

	const [first, ...others] = errors;
	return errors.some(
		({message, rawCause, workaround}) => message.length + rawCause.length + workaround.length > longestKept,
	)
		? explain(errors, context)
		: kept.of(keyOf(errors, context), () =>
				explain([ownError(first), ...others.map(error => ownError(error))], context),
			);
};

/**
 * What a finding says about DM's errors: their cause and their number. `context` is what is known besides their text.
 */
export const errorsFound = (
	errors: readonly [ProcessError, ...ProcessError[]],
	context: ErrorOwner = {},
): ErrorsFound => {
	const known = byFirst.get(errors[0]);
	if (
		known &&
		known.texts === spokenTexts() &&
		isSameList(known.errors, errors) &&
		isSameValue(known.context, context)
	) {
		return known.found;
	}

	const found = explainText(errors, context);
	byFirst.set(errors[0], {errors, context, texts: spokenTexts(), found});
	return found;
};

/** The same about the errors that a message of DM contains; undefined where it has none with a code. */
export const errorsInMessage = (message: string, context: ErrorOwner): ErrorsFound | undefined => {
	const [first, ...others] = readErrors(message);
	return first?.code === undefined ? undefined : errorsFound([first, ...others], context);
};
