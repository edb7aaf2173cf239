/** Values of TOML as those of settings. */
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import type {FlagKind} from '../flags/flag.js';
import type {SettingValue} from '../flags/setting-value.js';
import {pathFrom} from './places.js';

/** Whether a value is a table. */
export const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isTexts = (value: unknown): value is readonly string[] =>
	Array.isArray(value) && value.every(one => typeof one === 'string');

/** A value, roughly as it was written. */
export const shown = (value: unknown): string =>
	(isTable(value)
		? say('a table')
		: JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one))) ??
	String(value);

/** What each kind of setting takes. */
export const expected: Readonly<Record<FlagKind['type'], Phrase>> = {
	boolean: 'true or false',
	text: 'text in quotes',
	path: 'a path in quotes',
	number: 'a number',
	choice: 'text in quotes',
	language: 'text in quotes',
	size: 'a size in quotes, such as "500M"',
	addresses: 'text in quotes, or a list of texts in quotes',
	list: 'a list of strings, such as ["a", "b"]',
};

/** The value of a setting, with paths from `folder` on; undefined where it has another type. */
export const valueOf = ({type}: FlagKind, value: unknown, folder: string): SettingValue | undefined => {
	switch (type) {
		case 'boolean': {
			return typeof value === 'boolean' ? value : undefined;
		}

		case 'number': {
			return typeof value === 'number' || typeof value === 'bigint' ? String(value) : undefined;
		}

		case 'size': {
			return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
		}

		case 'addresses': {
			return isTexts(value) ? value.join(',') : typeof value === 'string' ? value : undefined;
		}

		case 'list': {
			return isTexts(value) ? value : typeof value === 'string' ? [value] : undefined;
		}

		case 'path': {
			return typeof value === 'string' ? (value === '' ? '' : pathFrom(folder, value)) : undefined;
		}

		default: {
			return typeof value === 'string' ? value : undefined;
		}
	}
};
