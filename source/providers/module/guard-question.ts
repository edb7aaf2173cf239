import {withoutSecrets} from '../../dm/secrets/without-secrets.js';
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import type {Problem} from '../provider.js';
import {messageOf} from '../../terminal/thrown.js';
import {problem as problemShape} from './observation-shape.js';
import {problemOf, type Shape} from './shape.js';

/**
 * A method of a provider that someone else wrote: exceptions, and answers other than `shape` or a problem, become a
 * problem that names the file and what is wrong.
 */
export const guardQuestion =
	(file: string, what: Phrase, shape: Shape) =>
	<Asked extends readonly unknown[], Value>(ask: (...asked: Asked) => Promise<Value | Problem>) =>
	async (...asked: Asked): Promise<Value | Problem> => {
		const failure = (told: string): Problem => ({
			what: told,
			fix: say('Please report this to its author.'),
			detail: '',
		});
		try {
			const answer: unknown = await ask(...asked);
			const mismatch = problemOf(what, shape, answer);
			return mismatch === undefined || problemOf(what, problemShape, answer) === undefined
				? withoutSecrets(answer as Value | Problem)
				: failure(
						say('The provider {file} gave something else than {what}: {why}', {
							file,
							what: say(what),
							why: mismatch,
						}),
					);
		} catch (error) {
			return failure(say('The provider {file} failed: {why}', {file, why: messageOf(error)}));
		}
	};
