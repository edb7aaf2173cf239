/** A language that nobody speaks: every text in full-width letters between brackets, twice as long as in English. */
import type {Catalogue, Language} from '../../source/language/text.js';
import {texts} from '../../source/language/zh/catalogue.js';

const widen = (text: string): string =>
	text.replaceAll(/[A-Za-z]/gv, letter => String.fromCodePoint(letter.codePointAt(0)! + 0xfe_e0));

/** What is put in stays as it is; the words that go with a number are texts as well. */
const widenOutside = (text: string): string =>
	text
		.split(/(?<slot>\{\w+)/v)
		.map(part => (part.startsWith('{') ? part : widen(part)))
		.join('');

export const pseudo: Language = {
	texts: Object.fromEntries(
		Object.keys(texts).map(english => [english, `«${widenOutside(english)}»`]),
	) as Catalogue,
};
