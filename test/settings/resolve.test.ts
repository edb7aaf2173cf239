/** Who has the say: the command line, the environment, a cluster's profile, the rest of the file. */
import {expect, test} from 'vitest';
import type {SettingValue} from '../../source/settings/flags/setting-value.js';
import type {FlagValues} from '../../source/settings/flags/flags.js';
import {resolveSettings} from '../../source/settings/resolve.js';
import {settingKeys} from '../../source/settings/flags/setting-keys.js';

type Values = Readonly<Record<string, SettingValue>>;

const resolve = (given: FlagValues, environment: NodeJS.ProcessEnv, top: Values = {}, cluster?: Values) => {
	const file = {
		path: '/config.toml',
		top: new Map(Object.entries(top)),
		clusters: new Map(),
	};
	const profile = cluster && {
		name: 'prod',
		values: new Map(Object.entries(cluster)),
		where: '@prod in /config.toml',
	};
	return resolveSettings({given, environment, file, profile});
};

test('flags override the environment, which overrides the cluster, which overrides the rest of the file', () => {
	const file = {interval: '9', deadline: '9', theme: 'none', mouse: true};
	const cluster = {interval: '8', deadline: '8', theme: 'dark', simulate: 'shop'};
	const {values, said, profile} = resolve(
		{interval: '3'},
		{DM_TOP_INTERVAL: '4', DM_TOP_DEADLINE: '5', DM_TOP_BELL: ''},
		file,
		cluster,
	);
	expect(values).toStrictEqual({interval: '3', deadline: '5', theme: 'dark', mouse: true, simulate: 'shop'});
	expect(profile).toBe('prod');
	expect([...said].map(([key, {by, where}]) => [key, by, where])).toStrictEqual([
		['simulate', 'cluster', '@prod in /config.toml'],
		['deadline', 'environment', 'DM_TOP_DEADLINE'],
		['interval', 'flag', '--interval'],
		['theme', 'cluster', '@prod in /config.toml'],
		['mouse', 'file', '/config.toml'],
	]);
});

test('the identity of a cluster is never mixed: it comes only from its profile and flags', () => {
	const environment = {
		DM_MASTER_ADDR: 'env:1',
		DM_TOP_PROMETHEUS: 'env:2',
		DM_TOP_NAME: 'env',
		DM_TOP_SSL_CA: 'env',
	};
	const top = {'master-addr': 'top:1', prometheus: 'top:2', name: 'top', 'ssl-ca': 'top', colour: 'green'};
	expect(resolve({}, environment, top, {'master-addr': 'own:1'}).values).toStrictEqual({
		'master-addr': 'own:1',
	});
	expect(resolve({}, environment, top, {'master-addr': 'own:1'}).colour).toBeUndefined();
	expect(
		resolve({'master-addr': 'tunnel:1', name: 'x'}, environment, top, {
			'master-addr': 'own:1',
			colour: 'red',
		}),
	).toMatchObject({values: {'master-addr': 'tunnel:1', name: 'x'}, colour: 'red'});
	expect(resolve({}, environment, top).values).toStrictEqual({
		'master-addr': 'env:1',
		'ssl-ca': 'env',
		name: 'env',
		prometheus: 'env:2',
	});
	expect(resolve({}, {}, top)).toMatchObject({
		values: {'master-addr': 'top:1', 'ssl-ca': 'top', name: 'top', prometheus: 'top:2'},
		colour: 'green',
	});
});

test('the file does not apply to a cluster if something else is watched', () => {
	const top = {'master-addr': 'top:1', prometheus: 'top:2', name: 'top', interval: '9'};
	expect(resolve({simulate: 'shop'}, {}, top).values).toStrictEqual({simulate: 'shop', interval: '9'});
	expect(resolve({replay: 'x'}, {}, top, {simulate: 'shop', seed: '1', name: 'own'}).values).toStrictEqual({
		replay: 'x',
		seed: '1',
		interval: '9',
	});
});

test('of thresholds with the same name the last is used: the file, the cluster, the flags', () => {
	const cluster = {simulate: 'shop', threshold: ['lag-high=2m', 'stuck=3m']};
	expect(
		resolve({threshold: ['lag-high=1m']}, {}, {threshold: ['lag-high=3m', 'exits=9']}, cluster).values
			.threshold,
	).toStrictEqual(['lag-high=3m', 'exits=9', 'lag-high=2m', 'stuck=3m', 'lag-high=1m']);
	expect(resolve({}, {}).values.threshold).toBeUndefined();
});

test('a switch that is on can be turned off', () => {
	expect(resolve({mouse: false}, {}, {mouse: true}).values.mouse).toBe(false);
	expect(resolve({}, {DM_TOP_MOUSE: 'Off'}, {mouse: true}).values.mouse).toBe(false);
	expect(resolve({}, {DM_TOP_MOUSE: 'yes'}).values.mouse).toBe(true);
});

test.each([
	[{DM_TOP_MOUSE: 'maybe'}, 'DM_TOP_MOUSE takes 1 or 0, not “maybe”.'],
	[{DM_TOP_INTERVAL: 'fast'}, 'DM_TOP_INTERVAL takes a number from 1 to 3600.'],
	[{DM_TOP_RECORD_MAX: '1'}, 'DM_TOP_RECORD_MAX takes a size of 1M or more, such as 500M or 2G.'],
])('%j is refused', (environment, message) => {
	expect(() => resolve({}, environment)).toThrow(message);
});

test('no two settings have the same name in the environment', () => {
	const names = settingKeys
		.values()
		.map(({setting}) => setting.environment ?? '')
		.filter(name => name !== '')
		.toArray();
	expect(new Set(names).size).toBe(names.length);
});
