/**
 * Reads a settings file, and finds its mistakes. Pure: the text and the parser are passed in.
 */
import path from 'node:path';
import {say} from '../../language/say.js';
import {nearest} from '../../dm/nearest.js';
import {wrongText} from '../flags/check-value.js';
import {readThreshold} from '../flags/read-thresholds.js';
import {keysOf, settingKeys} from '../flags/setting-keys.js';
import type {SettingValue, SettingValues} from '../flags/setting-value.js';
import {lineOfKey} from './line-of-key.js';
import {expected, isTable, shown, valueOf} from './toml-value.js';

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

/** Other accepted names. */
const aliases: ReadonlyMap<string, string> = new Map([
	['color', 'colour'],
	['language', 'lang'],
]);

const keyOf = (written: string): string => aliases.get(written) ?? written;

/** Keys that say what to watch: a cluster needs one of them. */
const origins = ['master-addr', 'tiup', 'simulate', 'provider', 'file'] as const;

/** A file that is being read. */
type Reading = {
	/** Where relative paths begin. */
	readonly folder: string;
	/** Notes a mistake at a key of these tables. */
	readonly complain: (keys: readonly string[], what: string) => void;
};

/** A table of the file: the settings of a cluster, or of all. */
type Table = {readonly where: 'cluster' | 'top'; readonly way: readonly string[]};

/** Tables that are not settings, in each. */
const otherTables = {cluster: ['thresholds'], top: ['clusters', 'thresholds']} as const;

const strangeKey = (key: string, {where}: Table): string => {
	if (where === 'top' && settingKeys.has(keyOf(key))) {
		return say('“{key}” belongs in a cluster: put it below [clusters.NAME]', {key});
	}

	const meant = nearest(key, [...keysOf(where), ...otherTables[where]]);
	return meant === undefined
		? say('there is no setting “{key}”; dm-top config lists them', {key})
		: say('there is no setting “{key}”; did you mean {meant}?', {key, meant});
};

/** A table of thresholds in the form of `--threshold`. */
const readThresholdTable = (
	value: unknown,
	way: readonly string[],
	{complain}: Reading,
): readonly string[] => {
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

/** The value of a key as it is written; a mistake is the text of it. */
const readSetting = (
	written: string,
	value: unknown,
	table: Table,
	folder: string,
): {readonly value: SettingValue} | {readonly mistake: string} => {
	const key = keyOf(written);
	const kind = keysOf(table.where).includes(key) ? settingKeys.get(key)?.kind : undefined;
	if (!kind) {
		return {mistake: strangeKey(written, table)};
	}

	const read = valueOf(kind, value, folder);
	if (read === undefined) {
		return {
			mistake: say('{key} takes {expected}, not {text}', {
				key: written,
				expected: say(expected[kind.type]),
				text: shown(value),
			}),
		};
	}

	const wrong = typeof read === 'string' ? wrongText(kind, read) : '';
	return wrong === '' ? {value: read} : {mistake: say('{key} {wrong}', {key: written, wrong})};
};

const readTable = (
	content: Readonly<Record<string, unknown>>,
	table: Table,
	reading: Reading,
): SettingValues => {
	const values = new Map<string, SettingValue>();
	for (const [written, value] of Object.entries(content)) {
		const key = keyOf(written);
		if (table.where === 'top' && key === 'clusters') {
			continue;
		}

		const way = [...table.way, written];
		if (key === 'thresholds') {
			values.set('threshold', readThresholdTable(value, way, reading));
			continue;
		}

		const read = readSetting(written, value, table, reading.folder);
		if ('mistake' in read) {
			reading.complain(way, read.mistake);
		} else {
			values.set(key, read.value);
		}
	}

	return values;
};

/** What is wrong with a cluster as a whole; '' for nothing. */
const wrongCluster = (name: string, cluster: Readonly<Record<string, unknown>>): string => {
	const named = origins.filter(origin => Object.hasOwn(cluster, origin));
	if (named.length === 1) {
		return '';
	}

	return named.length === 0
		? say('cluster {name} does not say where it is: master-addr = "HOST:PORT"', {name})
		: say('cluster {name} takes one of {keys}, not both', {name, keys: named.join(say(' and '))});
};

const readClusters = (value: unknown, reading: Reading): ReadonlyMap<string, SettingValues> => {
	const clusters = new Map<string, SettingValues>();
	if (!isTable(value)) {
		reading.complain(['clusters'], say('clusters are tables: [clusters.NAME]'));
		return clusters;
	}

	for (const [name, cluster] of Object.entries(value)) {
		const way = ['clusters', name];
		if (!isTable(cluster)) {
			reading.complain(way, say('a cluster is a table: {table}', {table: `[clusters.${name}]`}));
			continue;
		}

		if (!/^[\p{Letter}\p{Number}\-._]+$/v.test(name)) {
			reading.complain(
				way,
				say('“{name}” is not a name for a cluster: letters, digits, _ . and - make one', {name}),
			);
			continue;
		}

		const values = readTable(cluster, {where: 'cluster', way}, reading);
		const wrong = wrongCluster(name, cluster);
		if (wrong === '') {
			clusters.set(name, values);
		} else {
			reading.complain(way, wrong);
		}
	}

	return clusters;
};

/** A syntax error, as the TOML library throws it. */
const syntaxMistake = (error: unknown): SettingMistake => {
	const {message = '', line = 1} = error as Partial<TomlMistake>;
	const why = message.split('\n', 1)[0]!.replace(/^Invalid TOML document: /v, '');
	return {line, text: say('this is not TOML: {why}', {why})};
};

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
		return {settings: {...noFileSettings, path: file}, mistakes: [syntaxMistake(error)]};
	}

	const mistakes: SettingMistake[] = [];
	const reading: Reading = {
		folder: path.dirname(file),
		complain(keys, what) {
			mistakes.push({line: lineOfKey(text, keys, parse), text: what});
		},
	};
	const content = isTable(root) ? root : {};
	const top = readTable(content, {where: 'top', way: []}, reading);
	const clusters = Object.hasOwn(content, 'clusters')
		? readClusters(content['clusters'], reading)
		: noFileSettings.clusters;
	return {
		settings: {path: file, top, clusters},
		mistakes: mistakes.toSorted((left, right) => left.line - right.line),
	};
};
