import {sentences} from '../language/sentences.js';
import {say} from '../language/say.js';
import type {Problem} from './provider.js';

/** The end of a sentence, in any language. */
const isWhole = /[!.?。！？]$/v;

/** What happened and what to do about it, as one line: "No dm-master answers. Is it running?" */
export const problemText = ({what, fix}: Pick<Problem, 'what' | 'fix'>): string =>
	sentences(isWhole.test(what) ? what : say('{change}.', {change: what}), fix);
