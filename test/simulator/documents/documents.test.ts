/** The documents that DM shows and takes: configurations, durations, tables. */
import {expect, test} from 'vitest';
import {parseGoDuration, parseStartTime} from '../../../source/simulator/documents/go-duration.js';
import {scalarsOf} from '../../../source/simulator/documents/scalars.js';
import {toml} from '../../../source/simulator/documents/toml.js';
import {yaml} from '../../../source/simulator/documents/yaml.js';
import {columnsIn, downstreamStructure, upstreamStructure} from '../../../source/simulator/model/tables.js';

test.each([
	['1h30m', 5400],
	['90s', 90],
	['1.5h', 5400],
	['250ms', 0.25],
	['1h1m1s', 3661],
	['', undefined],
	['90', undefined],
	['1d', undefined],
	['1h ', undefined],
	['h', undefined],
])('the duration %j is %j s', (text, seconds) => {
	expect(parseGoDuration(text)).toBe(seconds);
});

test.each([
	['2026-11-27T10:00:00Z', '2026-11-27T10:00:00Z'],
	['2026-11-27 10:00:00', '2026-11-27T10:00:00Z'],
	['2026-11-27 10:00:00+08:00', '2026-11-27T02:00:00Z'],
	['2026-11-27T10:00:00+0800', '2026-11-27T02:00:00Z'],
	['2026-11-27 10:00:00-0130', '2026-11-27T11:30:00Z'],
])('the time %j is %s', (text, iso) => {
	expect(parseStartTime(text)).toBe(Date.parse(iso));
});

test.each([
	'',
	'2026-11-27',
	'2026-13-27 10:00:00',
	'x2026-11-27 10:00:00',
	'2026-11-27 10:00:00 UTC',
	'2026-11-27 10:00',
])('%j is not a time', text => {
	expect(parseStartTime(text)).toBeUndefined();
});

test('the scalars of a key, quoted or not, at the top level or anywhere', () => {
	const text = [
		'name: orders # the name',
		'other-name: x',
		'sources:',
		'  - name: "a b"',
		"    name: 'c # d'",
		'  nickname: y',
		'name:',
	].join('\n');
	expect(scalarsOf(text, 'name')).toEqual(['orders', '']);
	expect(scalarsOf(text, 'name', 'anywhere')).toEqual(['orders', 'a b', 'c # d', '']);
	expect(scalarsOf(text, 'gone', 'anywhere')).toEqual([]);
});

test('TOML has plain values first, then a table for each object', () => {
	expect(
		toml({
			name: 'orders',
			from: {host: 'db1', port: 3306, security: {cert: 'a"b'}},
			empty: undefined,
			list: ['a', 'b'],
			none: [],
			filters: [{sql: 'x'}, {sql: 'y', more: {z: true}}],
			last: 1,
		}),
	).toBe(String.raw`name = "orders"
list = ["a","b"]
none = []
last = 1

[from]
  host = "db1"
  port = 3306

  [from.security]
    cert = "a\"b"

[[filters]]
  sql = "x"

[[filters]]
  sql = "y"

  [filters.more]
    z = true
`);
});

test('YAML as Go writes it', () => {
	expect(
		yaml({
			name: 'orders',
			mode: 'all at once',
			flag: true,
			word: 'yes',
			number: '42',
			nothing: '',
			star: '*',
			quote: "it's *",
			pattern: "*it's",
			path: './dump.d/a',
			blank: ' x',
			left: undefined,
			none: [],
			map: {},
			'~x': 1,
			list: ['a', {b: 1, c: [2]}, ['d', 'e']],
			deep: {er: {est: 'x'}},
		}),
	).toBe(`name: orders
mode: all at once
flag: true
word: "yes"
number: "42"
nothing: ""
star: '*'
quote: "it's *"
pattern: '*it''s'
path: ./dump.d/a
blank: " x"
none: []
map: {}
"~x": 1
list:
- a
- b: 1
  c:
  - 2
- - d
  - e
deep:
  er:
    est: x
`);
});

test.each<[string, number | undefined]>([
	[downstreamStructure('orders'), 7],
	[upstreamStructure('orders'), 8],
	['create table t (a int, b decimal(10, 2), primary key (a, b), KEY k (b), constraint c check (a > 1))', 2],
	["CREATE TABLE t (a enum('x', 'y')) COMMENT 'z'", 1],
	['CREATE TABLE t (a int,\n b int,\n)', 2],
	['ALTER TABLE t ADD COLUMN a int', undefined],
	['CREATE TABLE t LIKE u', undefined],
])('%s has %j columns', (statement, count) => {
	expect(columnsIn(statement)).toBe(count);
});
