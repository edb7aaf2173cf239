/**
 * The code of a message that came without it: dmctl and dm-master print some errors as plain text. Like the list of codes
 * it is only loaded to explain an error.
 */
import {singleSpaced} from '../../values/single-spaced.js';
import {type DmCode, dmCodes} from './code-list.js';

/** A value in a message, as Go's fmt marks it: `%s`, `%+v`, `% X`. */
const value = /%[ #+]?[a-z]/iv;

/** Shorter messages occur in other texts too: they have to be the whole text. */
const fewWords = 4;

const wordCount = (parts: readonly string[]): number => parts.join(' ').match(/[a-z]{2,}/giv)?.length ?? 0;

/** A message by its parts between values, in small letters. */
type Pattern = {readonly code: DmCode; readonly parts: readonly string[]; readonly isWhole: boolean};

const patternOf = (code: DmCode): Pattern | undefined => {
	const parts = singleSpaced(code.message.toLowerCase())
		.split(value)
		.map(part => part.trim());
	const words = wordCount(parts);
	return words < 2 ? undefined : {code, parts, isWhole: words < fewWords};
};

const fits = (text: string, {parts, isWhole}: Pattern): boolean => {
	if (isWhole && !(text.startsWith(parts[0]!) && text.endsWith(parts.at(-1)!))) {
		return false;
	}

	let at = 0;
	return parts.every(part => {
		const found = text.indexOf(part, at);
		at = found + part.length;
		return found !== -1;
	});
};

let patterns: readonly Pattern[] | undefined;

/** The letters that a text shares with a message. */
const lengthOf = ({parts}: Pattern): number => parts.join('').length;

/** The code whose message the text is, or contains; undefined where none or several fit. */
export const codeOfMessage = (text: string): DmCode | undefined => {
	patterns ??= dmCodes().flatMap(code => patternOf(code) ?? []);
	const searched = singleSpaced(text).toLowerCase();
	const found = patterns.filter(pattern => fits(searched, pattern));
	const most = Math.max(...found.map(pattern => lengthOf(pattern)));
	const [best, ...others] = found.filter(pattern => lengthOf(pattern) === most);
	return others.length === 0 ? best?.code : undefined;
};
