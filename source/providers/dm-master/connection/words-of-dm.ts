/** What DM says where an answer should be, for one who is not to read `[code=…:class=…`. */
import {causeOf, explainError, headline, readErrors} from '../../../dm/errors.js';
import {excerpt} from './call-failure.js';

/** An error of DM as text: the cause first, and the first thing to do; other words as they are, and no advice. */
export const wordsOfDm = (text: string): {readonly said: string; readonly fix: string} => {
	const cause = causeOf(readErrors(text));
	return cause?.code === undefined
		? {said: excerpt(text), fix: ''}
		: {said: excerpt(headline(cause)), fix: explainError(cause).fix};
};
