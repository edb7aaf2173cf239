/** DM's error in place of an answer, in words without `[code=…:class=…`. */
import {causeOf, explainError, headline, readErrors} from '../../../dm/errors.js';
import {excerpt} from './call-failure.js';

/** An error of DM as text: the cause first, and the first step; other text as it is, without advice. */
export const wordsOfDm = (text: string): {readonly said: string; readonly fix: string} => {
	const cause = causeOf(readErrors(text));
	return cause?.code === undefined
		? {said: excerpt(text), fix: ''}
		: {said: excerpt(headline(cause)), fix: explainError(cause).fix};
};
