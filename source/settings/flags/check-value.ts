/**
 * Whether a value is valid for a flag, wherever it comes from.
 */
import {say} from '../../language/say.js';
import {languageCodeOf, languageCodes} from '../../language/choose.js';
import {parseByteSize} from '../../components/read-quantity.js';
import type {FlagKind} from './flag.js';

/** British and American spelling, any case. */
const spelled = (text: string): string => text.trim().toLowerCase().replace('color', 'colour');

/** The choice that a string means; undefined for none. */
export const matchingChoice = <Name extends string>(of: readonly Name[], text: string): Name | undefined =>
	of.find(name => name === spelled(text));

/** The number in a text; NaN for none. */
export const typedNumber = (text: string): number => (text.trim() === '' ? NaN : Number(text));

/** What is wrong with the text of a value, to follow the name of a flag in a sentence; '' for nothing. */
export const wrongText = (kind: FlagKind, text: string): string => {
	switch (kind.type) {
		case 'number': {
			const value = typedNumber(text);
			return value >= kind.least && value <= kind.most
				? ''
				: say('takes a number from {least} to {most}', {least: kind.least, most: kind.most});
		}

		case 'choice': {
			return matchingChoice(kind.of, text) === undefined
				? say('takes one of {names}, not “{text}”', {names: kind.of.join(', '), text})
				: '';
		}

		case 'language': {
			return languageCodeOf(text) === undefined
				? say('takes one of {names}, not “{text}”', {names: languageCodes.join(', '), text})
				: '';
		}

		case 'size': {
			return (parseByteSize(text) ?? 0) >= kind.least
				? ''
				: say('takes a size of {least} or more, such as 500M or 2G', {least: kind.leastText});
		}

		default: {
			return '';
		}
	}
};

const words: ReadonlyMap<string, boolean> = new Map([
	['1', true],
	['true', true],
	['yes', true],
	['on', true],
	['0', false],
	['false', false],
	['no', false],
	['off', false],
]);

/** True or false from an environment variable; undefined for neither. */
export const booleanOf = (text: string): boolean | undefined => words.get(text.trim().toLowerCase());
