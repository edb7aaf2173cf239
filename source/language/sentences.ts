/** Several texts as one. */
import {say} from './say.js';

/** No blank follows these. */
const fullWidth = /[\u{3000}-\u{303F}\u{FF01}-\u{FF60}]$/v;

/** A label with a blank after it; none after a full-width colon. */
export const labelText = (label: string): string => (fullWidth.test(label) ? label : `${label} `);

/** Joins sentences, leaving out empty ones: with a blank between them, except after a full-width full stop. */
export const sentences = (...texts: readonly string[]): string => {
	let told = '';
	for (const text of texts) {
		told += told === '' || text === '' || fullWidth.test(told) ? text : ` ${text}`;
	}

	return told;
};

/** Names, one after the other, with the mark between them that the language has for a list. */
export const namesText = (names: readonly string[]): string =>
	names.join(say('{names}, {name}', {names: '', name: ''}));

/** The most names that a sentence lists; one more is shown instead of "and 1 more". */
const mostNames = 3;

/**
 * Names as part of a sentence: "a", "a and b", "a, b, c and 4 more"; '' for none. `count`: how many there are, where
 * `names` has only the first `mostNames` + 1 of them or more.
 */
export const listNames = (names: readonly string[], count = names.length): string => {
	if (count > mostNames + 1) {
		return say('{names} and {count} more', {
			names: namesText(names.slice(0, mostNames)),
			count: count - mostNames,
		});
	}

	return names.length < 2
		? names.join('')
		: say('{names} and {last}', {names: namesText(names.slice(0, -1)), last: names.at(-1)!});
};
