/**
 * Reads a settings file, and finds its mistakes. Pure: the text and the parser are passed in.
 */
import path from 'node:path';
import type {Phrase} from '../../language/text.js';
import {say} from '../../language/say.js';
import {nearest} from '../../dm/nearest.js';
import {booleanOf, wrongText} from '../flags/check-value.js';
import type {FlagKind} from '../flags/flag.js';
import {readThreshold} from '../flags/read-thresholds.js';
import {keysOf, settingKeys} from '../flags/setting-keys.js';
import {lineOfKey} from './line-of-key.js';
import {pathFrom} from './places.js';

/** The value of a setting: for a flag with one word that word, also for numbers. */
export type SettingValue = string | boolean | readonly string[];

/** Values by their keys. */
export type SettingValues = ReadonlyMap<string, SettingValue>;

/** The values of a settings file. */
export type FileSettings = {
	/** The file; '' where there is none. */
	readonly path: string;
	readonly top: SettingValues;
	/** The values of each cluster, by its name. */
	readonly clusters: ReadonlyMap<string, SettingValues>;
};

/** Empty settings. */
export const noFileSettings: FileSettings = {path: '', top: new Map(), clusters: new Map()};

/** A mistake and its line, from 1. */
export type SettingMistake = {readonly line: number; readonly text: string};

/** A settings file as it was read, with its mistakes. */
export type ReadSettings = {
	readonly settings: FileSettings;
	/** In the order of the file; [] for none. Values with mistakes are not in the settings. */
	readonly mistakes: readonly SettingMistake[];
};

/** A syntax error. */
export type TomlMistake = Error & {readonly line: number; readonly column: number};

const isTable = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

const isTexts = (value: unknown): value is readonly string[] =>
	Array.isArray(value) && value.every(one => typeof one === 'string');

/** A value, roughly as it was written. */
const shown = (value: unknown): string =>
	(isTable(value)
		? say('a table')
		: JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one))) ??
	String(value);

const expected: Readonly<Record<FlagKind['type'], Phrase>> = {
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

/** A TOML value as that of a flag; undefined where it has another type. */
const valueOf = ({type}: FlagKind, value: unknown, folder: string): SettingValue | undefined => {
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

/** Other accepted names. */
const aliases: ReadonlyMap<string, string> = new Map([
	['color', 'colour'],
	['language', 'lang'],
]);

const keyOf = (written: string): string => aliases.get(written) ?? written;

/** Keys that say what to watch: a cluster needs one of them. */
const origins = ['master-addr', 'tiup', 'simulate', 'provider', 'file'] as const;

/** Reads the text of a settings file. `parse` is from the TOML library; it throws a `TomlMistake`. */
export const readSettingsText = (
	text: string,
	file: string,
	parse: (text: string) => unknown,
): ReadSettings => {
	let root: unknown;
	try {
		root = parse(text);
	} catch (error) {
		const {message, line = 1} = error as Partial<TomlMistake>;
		const what = (message ?? '').split('\n', 1)[0]!.replace(/^Invalid TOML document: /v, '');
		return {
			settings: {...noFileSettings, path: file},
			mistakes: [{line, text: say('this is not TOML: {why}', {why: what})}],
		};
	}

	const folder = path.dirname(file);
	const mistakes: SettingMistake[] = [];
	const complain = (keys: readonly string[], what: string): void => {
		mistakes.push({line: lineOfKey(text, keys, parse), text: what});
	};

	const strangeKey = (
		way: readonly string[],
		key: string,
		where: 'cluster' | 'top',
		more: readonly string[],
	): void => {
		if (where === 'top' && settingKeys.has(keyOf(key))) {
			complain([...way, key], say('“{key}” belongs in a cluster: put it below [clusters.NAME]', {key}));
			return;
		}

		const meant = nearest(key, [...keysOf(where), ...more]);
		complain(
			[...way, key],
			meant === undefined
				? say('there is no setting “{key}”; dm-top config lists them', {key})
				: say('there is no setting “{key}”; did you mean {meant}?', {key, meant}),
		);
	};

	/** A table of thresholds in the form of `--threshold`. */
	const readThresholdTable = (value: unknown, way: readonly string[]): readonly string[] => {
		if (!isTable(value)) {
			complain(way, say('thresholds are a table: [thresholds], with lines such as lag-high = "5m"'));
			return [];
		}

		return Object.entries(value).flatMap(([name, one]) => {
			const isValue = typeof one === 'string' || typeof one === 'number';
			const read = readThreshold(name, isValue ? String(one) : shown(one));
			if (typeof read === 'string') {
				complain([...way, name], read.replace(/[.。]$/v, ''));
				return [];
			}

			return [`${name}=${String(one)}`];
		});
	};

	const readTable = (
		table: Readonly<Record<string, unknown>>,
		where: 'cluster' | 'top',
		way: readonly string[],
	): SettingValues => {
		const values = new Map<string, SettingValue>();
		const known = keysOf(where);
		for (const [written, value] of Object.entries(table)) {
			const key = keyOf(written);
			if (where === 'top' && key === 'clusters') {
				continue;
			}

			if (key === 'thresholds') {
				values.set('threshold', readThresholdTable(value, [...way, key]));
				continue;
			}

			const kind = known.includes(key) ? settingKeys.get(key)?.kind : undefined;
			if (!kind) {
				strangeKey(way, written, where, where === 'top' ? ['clusters', 'thresholds'] : ['thresholds']);
				continue;
			}

			const read = valueOf(kind, value, folder);
			if (read === undefined) {
				complain(
					[...way, written],
					say('{key} takes {expected}, not {text}', {
						key: written,
						expected: say(expected[kind.type]),
						text: shown(value),
					}),
				);
				continue;
			}

			const wrong = typeof read === 'string' ? wrongText(kind, read) : '';
			if (wrong !== '') {
				complain([...way, written], say('{key} {wrong}', {key: written, wrong}));
				continue;
			}

			values.set(key, read);
		}

		return values;
	};

	const clusters = new Map<string, SettingValues>();
	const readClusters = (value: unknown): void => {
		if (!isTable(value)) {
			complain(['clusters'], say('clusters are tables: [clusters.NAME]'));
			return;
		}

		for (const [name, cluster] of Object.entries(value)) {
			if (!isTable(cluster)) {
				complain(['clusters', name], say('a cluster is a table: {table}', {table: `[clusters.${name}]`}));
				continue;
			}

			if (!/^[\p{Letter}\p{Number}\-._]+$/v.test(name)) {
				complain(
					['clusters', name],
					say('“{name}” is not a name for a cluster: letters, digits, _ . and - make one', {name}),
				);
				continue;
			}

			const values = readTable(cluster, 'cluster', ['clusters', name]);
			const named = origins.filter(origin => Object.hasOwn(cluster, origin));
			if (named.length === 1) {
				clusters.set(name, values);
			} else {
				complain(
					['clusters', name],
					named.length === 0
						? say('cluster {name} does not say where it is: master-addr = "HOST:PORT"', {name})
						: say('cluster {name} takes one of {keys}, not both', {name, keys: named.join(say(' and '))}),
				);
			}
		}
	};

	const table = isTable(root) ? root : {};
	const top = readTable(table, 'top', []);
	if (Object.hasOwn(table, 'clusters')) {
		readClusters(table['clusters']);
	}

	return {
		settings: {path: file, top, clusters},
		mistakes: mistakes.toSorted((left, right) => left.line - right.line),
	};
};

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
