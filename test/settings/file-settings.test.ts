/** What a settings file says, and how its mistakes are named. */
import {homedir} from 'node:os';
import path from 'node:path';
import {parse} from 'smol-toml';
import {expect, test} from 'vitest';
import {readSettingsText} from '../../source/settings/file/file-settings.js';

const read = (...lines: readonly string[]) =>
	readSettingsText(lines.join('\n'), '/home/dba/.config/dm-top/config.toml', text => parse(text));

const mistakesOf = (...lines: readonly string[]) =>
	read(...lines).mistakes.map(({line, text}) => `${line}: ${text}`);

test('a file has settings for all clusters and for each, with paths relative to its folder', () => {
	const {settings, mistakes} = read(
		'interval = 2.5',
		'record-max = "500M"',
		'mouse = true',
		'audit-log = "~/dm.log"',
		'[clusters.prod]',
		'master-addr = ["10.0.1.11:8261", "10.0.1.12:8261"]',
		'ssl-ca = "tls/ca.pem"',
		'ssl-key = "/etc/key.pem"',
		'color = "red"',
		'prometheus-label = "dm_cluster=prod"',
		'[clusters."__proto__"]',
		'simulate = "shop"',
		'seed = 7',
	);
	expect(mistakes).toStrictEqual([]);
	expect([...settings.top]).toStrictEqual([
		['interval', '2.5'],
		['record-max', '500M'],
		['mouse', true],
		['audit-log', path.join(homedir(), 'dm.log')],
	]);
	expect([...(settings.clusters.get('prod') ?? [])]).toStrictEqual([
		['master-addr', '10.0.1.11:8261,10.0.1.12:8261'],
		['ssl-ca', '/home/dba/.config/dm-top/tls/ca.pem'],
		['ssl-key', '/etc/key.pem'],
		['colour', 'red'],
		['prometheus-label', ['dm_cluster=prod']],
	]);
	expect([...(settings.clusters.get('__proto__') ?? [])]).toStrictEqual([
		['simulate', 'shop'],
		['seed', '7'],
	]);
});

test.each([
	[['', 'intervall = 3'], '2: there is no setting “intervall”; did you mean interval?'],
	[['quux = 3'], '1: there is no setting “quux”; dm-top config lists them'],
	[['constructor = 3'], '1: there is no setting “constructor”; dm-top config lists them'],
	[['cluster = 3'], '1: there is no setting “cluster”; did you mean clusters?'],
	[['seed = 3'], '1: “seed” belongs in a cluster: put it below [clusters.NAME]'],
	[['interval = "2"'], '1: interval takes a number, not "2"'],
	[['interval = 0.5'], '1: interval takes a number from 1 to 3600'],
	[['interval = nan'], '1: interval takes a number from 1 to 3600'],
	[['mouse = 1'], '1: mouse takes true or false, not 1'],
	[['theme = "pink"'], '1: theme takes one of dark, light, high-contrast, colour-blind, none, not “pink”'],
	[['theme = {a = 1}'], '1: theme takes text in quotes, not a table'],
	[['record-max = "5"'], '1: record-max takes a size of 1M or more, such as 500M or 2G'],
	[
		['mouse = true', '', 'master-addr = [', '  "a",', '  1,', ']'],
		'3: master-addr takes text in quotes, or a list of texts in quotes, not ["a",1]',
	],
	[['x="""', 'mouse = 1', '"""'], '1: there is no setting “x”; dm-top config lists them'],
	[['clusters = 3'], '1: clusters are tables: [clusters.NAME]'],
	[['[clusters]', 'a = 3'], '2: a cluster is a table: [clusters.a]'],
	[['[clusters.a]', 'colour = "red"'], '1: cluster a does not say where it is: master-addr = "HOST:PORT"'],
	[['[clusters.a]', 'file = "x"', 'simulate = "y"'], '1: cluster a takes one of simulate and file, not both'],
	[
		['[clusters."a b"]', 'file = "x"'],
		'1: “a b” is not a name for a cluster: letters, digits, _ . and - make one',
	],
	[
		['[clusters.a]', 'file = "x"', 'colour = "pink"'],
		'3: colour takes one of red, yellow, green, cyan, magenta, not “pink”',
	],
	[['[clusters.a]', 'file = "x"', 'onse = true'], '3: there is no setting “onse”; dm-top config lists them'],
	[['mouse = true', 'mouse'], '2: this is not TOML: '],
	[['mouse = true', '[clusters.a'], '2: this is not TOML: '],
	[['interval = 99999999999999999999'], '1: this is not TOML: '],
])('%j is reported with its line', (lines, mistake) => {
	const mistakes = mistakesOf(...lines);
	expect(mistakes).toHaveLength(1);
	expect(mistakes[0]).toSatisfy((text: string) =>
		mistake.endsWith(': ') ? text.startsWith(mistake) : text === mistake,
	);
});

test('thresholds are read as in --threshold, for all clusters and for one', () => {
	const {settings, mistakes} = read(
		'[thresholds]',
		'lag-high = "10m"',
		'files-behind = 3',
		'[clusters.prod]',
		'master-addr = "a:1"',
		'[clusters.prod.thresholds]',
		'lag-high = "off"',
	);
	expect(mistakes).toStrictEqual([]);
	expect(settings.top.get('threshold')).toStrictEqual(['lag-high=10m', 'files-behind=3']);
	expect(settings.clusters.get('prod')?.get('threshold')).toStrictEqual(['lag-high=off']);
	expect(mistakesOf('[thresholds]', 'lag-hihg = 3', 'lag-high = true', 'stuck = "soon"')).toStrictEqual([
		'2: There is no threshold “lag-hihg”: did you mean lag-high?',
		'3: The threshold lag-high takes a length such as 90s, 20m or 1h30m, or off, not “true”',
		'4: The threshold stuck takes a length such as 90s, 20m or 1h30m, or off, not “soon”',
	]);
	expect(mistakesOf('thresholds = 3')).toStrictEqual([
		'1: thresholds are a table: [thresholds], with lines such as lag-high = "5m"',
	]);
});

test('every mistake is reported, in the order of the file, and the rest of it is read', () => {
	const {settings, mistakes} = read('[clusters.a]', 'file = "/x"', 'bell = 1', 'mouse = true', '[b]');
	expect(mistakes.map(({line}) => line)).toStrictEqual([3, 5]);
	expect([...(settings.clusters.get('a') ?? [])]).toStrictEqual([
		['file', '/x'],
		['mouse', true],
	]);
});
