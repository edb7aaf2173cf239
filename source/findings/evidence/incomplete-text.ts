/** What to do where a part of an answer is not known. */
import {say} from '../../language/say.js';

/** Somebody left a part out of the text that dm-top reads. */
export const giveWholeAnswer = (): string =>
	say('Give the whole answer: something was left out of this text, where it has “...”.');

/** A part has a format that dm-top does not know. */
export const reportFormat = (): string => say('If the document was written by DM, please report this.');
