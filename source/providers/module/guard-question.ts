import {freeText} from '../../dm/secrets/free-text.js';
import {moduleKeys, withoutSecrets} from '../../dm/secrets/without-secrets.js';
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import type {Problem} from '../provider.js';
import {messageOf} from '../../terminal/thrown.js';
import {problem as problemShape} from '../observation/observation-shape.js';
import {plainOf, problemOf, type Shape} from '../observation/shape.js';

/** Hides the secrets in what a module gives. */
export const hideSecrets = <Value>(value: Value): Value => withoutSecrets(value, moduleKeys);

/** Why something of a module failed, without the secrets in it. */
export const reasonOf = (error: unknown): string => freeText(messageOf(error));

/**
 * A method of a provider that someone else wrote: exceptions, and answers other than `shape` or a problem, become a
 * problem that names the file and what is wrong. What it gives is without secrets.
 */
export const guardQuestion =
	(file: string, what: Phrase, shape: Shape) =>
	<Asked extends readonly unknown[], Value>(
		ask: (...asked: Asked) => Promise<Value | Problem>,
		hide: (value: Value, asked: Asked) => Value = hideSecrets,
	) =>
	async (...asked: Asked): Promise<Value | Problem> => {
		const failure = (told: string): Problem => ({
			what: told,
			fix: say('Please report this to its author.'),
			detail: '',
		});
		try {
			const given: unknown = await ask(...asked);
			const answer = plainOf(shape, given);
			const mismatch = problemOf(what, shape, answer);
			if (mismatch === undefined) {
				return hide(answer as Value, asked);
			}

			const problem = plainOf(problemShape, given);
			return problemOf(what, problemShape, problem) === undefined
				? hideSecrets(problem as Problem)
				: failure(
						say('The provider {file} gave something else than {what}: {why}', {
							file,
							what: say(what),
							why: freeText(mismatch),
						}),
					);
		} catch (error) {
			return failure(say('The provider {file} failed: {why}', {file, why: reasonOf(error)}));
		}
	};
