/** Values of settings, and how the environment gives them. */
import {say} from '../../language/say.js';
import {booleanOf, wrongText} from './check-value.js';
import type {FlagKind} from './flag.js';

/** The value of a setting: for a flag with one word that word, also for numbers. */
export type SettingValue = string | boolean | readonly string[];

/** Values by their keys. */
export type SettingValues = ReadonlyMap<string, SettingValue>;

/** The value of a setting in the environment; undefined for none; the end of a sentence when it is invalid. */
export const environmentValue = (
	kind: FlagKind,
	text: string,
): {readonly value: SettingValue} | {readonly wrong: string} => {
	if (kind.type === 'boolean') {
		const value = booleanOf(text);
		return value === undefined ? {wrong: say('takes 1 or 0, not “{text}”', {text})} : {value};
	}

	const wrong = wrongText(kind, text);
	return wrong === '' ? {value: kind.type === 'list' ? [text] : text} : {wrong};
};
