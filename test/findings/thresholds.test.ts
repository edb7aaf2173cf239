/** The thresholds from which something is reported, and how a person sets them. */
import {describe, expect, test} from 'vitest';
import {diagnose, withDiagnosis} from '../../source/findings/diagnose.js';
import {listThresholds} from '../../source/findings/explain.js';
import {readThreshold, readThresholds} from '../../source/settings/flags/read-thresholds.js';
import {defaultThresholds, thresholdNames, thresholdTable} from '../../source/findings/thresholds.js';
import {entry, syncing, Watched} from '../monitor/watched.js';

describe('a threshold as a user writes it', () => {
	test.each([
		['lag-high', '10m', 600],
		['lag-high', '90', 90],
		['lag-high', '1h30m', 5400],
		['lag-high', ' 0s ', 0],
		['lag-high', 'off', Infinity],
		['relay-space', '20GiB', 20 * 2 ** 30],
		['relay-space', '500MB', 500_000_000],
		['relay-space', 'OFF', 0],
		['files-behind', '5', 5],
		['lag-growth', '0.5', 0.5],
	])('%s=%s', (name, text, value) => {
		expect(readThreshold(name, text)).toBe(value);
	});

	test.each([
		[
			'lag-high',
			'-5m',
			'The threshold lag-high takes a length such as 90s, 20m or 1h30m, or off, not “-5m”.',
		],
		['lag-high', '', 'The threshold lag-high takes a length such as 90s, 20m or 1h30m, or off, not “”.'],
		[
			'relay-space',
			'much',
			'The threshold relay-space takes a size such as 500MiB or 10GiB, or off, not “much”.',
		],
		['files-behind', '5m', 'The threshold files-behind takes a number, or off, not “5m”.'],
		['lag-hihg', '5m', 'There is no threshold “lag-hihg”: did you mean lag-high?'],
		['constructor', '5m', 'There is no threshold “constructor”'],
	])('%s=%s is refused', (name, text, message) => {
		expect(readThreshold(name, text)).toBe(message);
	});

	test('thresholds that are not set keep their defaults', () => {
		expect(readThresholds([['lag-high', '1h']])).toStrictEqual({...defaultThresholds, 'lag-high': 3600});
		expect(readThresholds([['stuck', '5m']], {...defaultThresholds, 'lag-high': 1})).toStrictEqual({
			...defaultThresholds,
			'lag-high': 1,
			stuck: 300,
		});
		expect(readThresholds([['stuck', 'soon']])).toBe(
			'The threshold stuck takes a length such as 90s, 20m or 1h30m, or off, not “soon”.',
		);
	});
});

test('the defaults are those of the table, and every one is explained', () => {
	for (const name of thresholdNames) {
		expect(defaultThresholds[name]).toBe(thresholdTable[name].default);
	}

	const lines = listThresholds().split('\n');
	expect(lines).toHaveLength(thresholdNames.length);
	expect(lines).toContain('paused-long             20m  for how long a subtask has been paused');
	expect(lines).toContain('relay-space           10GiB  free space on the disk of relay logs');
});

test('a finding is reported from the threshold that was set', () => {
	const watched = new Watched().whole(
		entry('mysql-01', [
			syncing('orders', {
				synced: false,
				masterBinlog: '(mysql-bin.000001, 9000000)',
				syncerBinlog: '(mysql-bin.000001, 1000)',
				secondsBehindMaster: '400',
			}),
		]),
	);
	const view = watched.view();
	expect(diagnose(view).findings.map(({kind}) => kind)).toContain('lag-high');
	const {diagnosis} = withDiagnosis(view, undefined, {...defaultThresholds, 'lag-high': 401});
	expect(diagnosis.findings.map(({kind}) => kind)).not.toContain('lag-high');
	expect(diagnosis.thresholds['lag-high']).toBe(401);
});
