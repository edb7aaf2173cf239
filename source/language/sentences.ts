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
