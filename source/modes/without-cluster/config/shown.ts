/**
 * The effective settings, as `dm-top config` prints them. Pure.
 */
import {say} from '../../../language/say.js';
import {stripSecrets} from '../../../dm/secrets/passwords.js';
import type {FileSettings} from '../../../settings/file/file-settings.js';
import type {SettingValue, SettingValues} from '../../../settings/flags/setting-value.js';
import type {Resolved} from '../../../settings/resolve.js';
import {settingKeys} from '../../../settings/flags/setting-keys.js';
import {sanitize} from '../../../terminal/sanitize.js';
import {padTo, textWidth} from '../../../terminal/width.js';

/** A value on a line, without the passwords that addresses and commands may contain. */
const valueText = (value: SettingValue): string =>
	sanitize(stripSecrets(typeof value === 'object' ? value.join(' ') : String(value)));

/** Columns as wide as their content, except the last. */
const aligned = (rows: ReadonlyArray<readonly string[]>): string[] => {
	const widths =
		rows[0]?.map((_, column) => Math.min(48, Math.max(...rows.map(row => textWidth(row[column]!))))) ?? [];
	return rows.map(row => `  ${row.map((cell, column) => padTo(cell, widths[column]!)).join('  ')}`.trimEnd());
};

const clusterRow = (name: string, values: SettingValues): readonly string[] => {
	const where = ['master-addr', 'tiup', 'simulate', 'provider', 'file'].find(key => values.has(key)) ?? '';
	const more = ['read-only', 'type-name'].filter(key => values.get(key) === true);
	return [
		`@${name}`,
		`${where === 'master-addr' ? '' : `${where} `}${valueText(values.get(where) ?? '')}`,
		[values.get('colour') ?? '', ...more].filter(text => text !== '').join(', '),
	];
};

/**
 * Every setting with its value and origin, then the clusters. `isThere`: whether there is a settings file; `chosen`:
 * what was chosen on the screen and is in effect, by its key.
 */
export const shownSettings = (
	resolved: Resolved,
	file: FileSettings,
	{
		path,
		isThere,
		chosen,
	}: {readonly path: string; readonly isThere: boolean; readonly chosen: ReadonlyMap<string, string>},
): string => {
	const hasOrigin = ['simulate', 'provider', 'file'].some(key => resolved.said.has(key));
	const rows = settingKeys
		.entries()
		.flatMap(([key, {setting}]) => {
			const onScreen = chosen.get(key);
			if (onScreen !== undefined) {
				return [[key, onScreen, say('chosen on the screen')]];
			}

			const said = resolved.said.get(key);
			if (said) {
				return [[key, valueText(said.value), said.by === 'file' ? say('settings file') : said.where]];
			}

			return setting.scope === 'cluster' || (key === 'master-addr' && hasOrigin)
				? []
				: [[key, setting.default ?? '-', say('default')]];
		})
		.toArray();
	// Of a threshold that is set more than once, the last is in effect.
	const thresholds = new Map(
		(resolved.values.threshold ?? []).map(one => [one.split('=', 1)[0]!.trim(), `  ${one}`]),
	)
		.values()
		.toArray();
	const clusters = file.clusters
		.entries()
		.map(([name, values]) => clusterRow(name, values))
		.toArray();
	return [
		sanitize(
			isThere
				? say('Settings file: {path}', {path})
				: say('Settings file: {path} (it does not exist: dm-top config edit creates it)', {path}),
		),
		'',
		...aligned(rows),
		...(thresholds.length === 0 ? [] : ['', say('Thresholds that are set'), ...thresholds]),
		...(clusters.length === 0 ? [] : ['', say('Clusters'), ...aligned(clusters)]),
		'',
	].join('\n');
};
