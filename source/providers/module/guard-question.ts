import type {Problem} from '../provider.js';
import {messageOf} from '../thrown.js';
import {problem as problemShape} from './observation-shape.js';
import {problemOf, type Shape} from './shape.js';

const reportIt = 'Please report this to its author.';

/**
 * A question of a provider that someone else wrote: what it throws, or gives in another shape than `shape` or a problem,
 * becomes a problem that names the file and what is wrong.
 */
export const guardQuestion =
	(file: string, what: string, shape: Shape) =>
	<Asked extends readonly unknown[], Value>(ask: (...asked: Asked) => Promise<Value | Problem>) =>
	async (...asked: Asked): Promise<Value | Problem> => {
		const failure = (words: string): Problem => ({
			what: `The provider ${file} ${words}`,
			fix: reportIt,
			detail: '',
		});
		try {
			const answer: unknown = await ask(...asked);
			const mismatch = problemOf(what, shape, answer);
			return mismatch === undefined || problemOf(what, problemShape, answer) === undefined
				? (answer as Value | Problem)
				: failure(`gave something else than ${what}: ${mismatch}`);
		} catch (error) {
			return failure(`failed: ${messageOf(error)}`);
		}
	};
