import type {Trouble} from '../provider.js';
import {messageOf} from '../thrown.js';
import {trouble as troubleShape} from './observation-shape.js';
import {problemOf, type Shape} from './shape.js';

const reportIt = 'Please report this to its author.';

/**
 * A question of a provider that someone else wrote: what it throws, or gives in another shape than `shape` or a trouble,
 * becomes a trouble that names the file and what is wrong.
 */
export const guardQuestion =
	(file: string, what: string, shape: Shape) =>
	<Asked extends readonly unknown[], Value>(ask: (...asked: Asked) => Promise<Value | Trouble>) =>
	async (...asked: Asked): Promise<Value | Trouble> => {
		const trouble = (words: string): Trouble => ({
			what: `The provider ${file} ${words}`,
			fix: reportIt,
			detail: '',
		});
		try {
			const answer: unknown = await ask(...asked);
			const problem = problemOf(what, shape, answer);
			return problem === undefined || problemOf(what, troubleShape, answer) === undefined
				? (answer as Value | Trouble)
				: trouble(`gave something else than ${what}: ${problem}`);
		} catch (error) {
			return trouble(`failed: ${messageOf(error)}`);
		}
	};
