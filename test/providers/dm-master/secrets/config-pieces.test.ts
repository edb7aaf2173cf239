import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {joinPieces, piecesOf} from '../../../../source/providers/dm-master/secrets/config-pieces.js';
import type {ConfigFormat} from '../../../../source/providers/dm-master/secrets/piece.js';
import {growth, growthOf, mostGrowth} from '../../../chaos/growth.js';
import {runs} from '../../../rounds.js';

const settingsOf = (text: string, format: ConfigFormat = 'yaml'): Record<string, string> =>
	Object.fromEntries(
		piecesOf(text, format, key => key === 'secret').flatMap(piece =>
			piece.kind === 'setting' ? [[piece.path, piece.value]] : [],
		),
	);

describe('the settings of a YAML document', () => {
	it('are found by their paths, in mappings and in lists, as written by people and by DM', () => {
		expect(
			settingsOf(
				[
					'---',
					'# a comment',
					'name: test  # global unique',
					'target-database:',
					'  host: 10.0.0.1',
					'  "port": 4000',
					'mysql-instances:',
					'- source-id: a',
					'  meta:',
					'    binlog-pos: 4',
					'  route-rules: ["x", "y"]',
					'- source-id: b',
					'  meta: null',
					'routes:',
					'  -',
					'    target: c',
					'  - target: d',
					'    events:',
					'    - insert',
					'    - delete',
					'flow: {a: b, c: [d]}',
					'- nobody',
					'matrix:',
					'- - 1',
					'  - 2',
					'- - 3',
					'-1: minus',
					"'q''': quoted",
					'end:',
				].join('\n'),
			),
		).toStrictEqual({
			name: 'test  # global unique',
			'target-database': '',
			'target-database.host': '10.0.0.1',
			'target-database.port': '4000',
			'mysql-instances': '',
			'mysql-instances[0].source-id': 'a',
			'mysql-instances[0].meta': '',
			'mysql-instances[0].meta.binlog-pos': '4',
			'mysql-instances[0].route-rules': '["x", "y"]',
			'mysql-instances[1].source-id': 'b',
			'mysql-instances[1].meta': 'null',
			routes: '',
			'routes[0].target': 'c',
			'routes[1].target': 'd',
			'routes[1].events': '',
			'routes[1].events[0]': 'insert',
			'routes[1].events[1]': 'delete',
			flow: '{a: b, c: [d]}',
			'flow[0]': 'nobody',
			matrix: '',
			'matrix[0][0]': '1',
			'matrix[0][1]': '2',
			'matrix[1][0]': '3',
			'-1': 'minus',
			"q''": 'quoted',
			end: '',
		});
	});

	it.each<[string, string, string]>([
		['quoted over lines', 'a: "x\n  y\n\n  z"\nb: 1\n', '"x\n  y\n\n  z"'],
		['in single quotes over lines', "a: 'it''s\n\n  y'\nb: 1\n", "'it''s\n\n  y'"],
		['bracketed over lines', 'a: [1, "]",\n2]\nb: 1\n', '[1, "]",\n2]'],
		['folded', 'a: one\n  two\n    three\nb: 1\n', 'one\n  two\n    three'],
		['a block of text', 'a: |-\n  one\n\n  two\n# over\nb: 1\n', '|-\n  one\n\n  two'],
		['with an escaped quote', String.raw`a: "x\" y"` + '\n  c: 2\nb: 1\n', String.raw`"x\" y"`],
	])('have their whole value: one %s', (_name, text, value) => {
		expect(settingsOf(text)).toMatchObject({a: value, b: '1'});
	});

	it('are one value under a secret, however it is nested', () => {
		expect(settingsOf('secret:\n- 45\n- 46\nb:\n- 1\nx:\n  secret:\n    a: b\n\n  c: d\n')).toStrictEqual({
			secret: '\n- 45\n- 46',
			b: '',
			'b[0]': '1',
			x: '',
			'x.secret': '\n    a: b',
			'x.c': 'd',
		});
	});
});

describe('the settings of a TOML document', () => {
	it('are found by their paths, in tables and in lists of tables', () => {
		expect(
			settingsOf(
				[
					'name = "test" # x',
					'list = [1,',
					'  2]',
					'[to]',
					String.raw`  password = "a\"b"`,
					'  [to.security]',
					"    ssl-ca = '''",
					'x',
					"'''",
					'[[route]]',
					'a = 1',
					'[[route]] # second',
					'a = 2',
					'"b.c" = 3',
					'not a setting',
				].join('\r\n'),
				'toml',
			),
		).toStrictEqual({
			name: '"test" # x',
			list: '[1,\r\n  2]',
			'to.password': String.raw`"a\"b"`,
			'to.security.ssl-ca': "'''\r\nx\r\n'''",
			'route[0].a': '1',
			'route[1].a': '2',
			'route[1].b.c': '3',
		});
	});
});

const fragment = fc.constantFrom(
	'a: ',
	'password: ',
	'- ',
	'  ',
	'"',
	"'",
	'[',
	'{',
	']',
	'}',
	'|\n',
	'\n',
	'\r\n',
	'x',
	'#',
	':',
	' = ',
	'[to]\n',
	'"""',
	"'''",
	'\t',
	'\u{1F600}',
	'[[r]]\n',
	'\\',
);

it('put together again are the original text, whatever it is', () => {
	fc.assert(
		fc.property(
			fc.oneof(
				fc.array(fragment, {maxLength: 40}).map(parts => parts.join('')),
				fc.string(),
			),
			fc.constantFrom<ConfigFormat>('yaml', 'toml'),
			(text, format) => {
				expect(joinPieces(piecesOf(text, format, key => key === 'password'))).toBe(text);
			},
		),
		runs(1000),
	);
});

it.each<[string, 'toml' | 'yaml', (count: number) => string]>([
	['lines in an open text', 'toml', count => `a = "${'b\n'.repeat(count)}`],
	['lines in an open text', 'yaml', count => `a: "${'b\n'.repeat(count)}`],
	['lines in an open list', 'toml', count => `a = [\n${'"b\n'.repeat(count)}`],
	['escapes in an open list', 'toml', count => `a = [${String.raw`\"`.repeat(count)}`],
	['lines of a block', 'yaml', count => `a: |\n${'  b\n'.repeat(count)}`],
])('the time is linear in %s of %s', (_, format, make) => {
	const use = (text: string) => piecesOf(text, format, () => false);
	expect(growthOf(use, make(2000), make(2000 * growth))).toBeLessThan(mostGrowth);
});

it.each<[string, 'toml' | 'yaml', string, string]>([
	['a list over lines', 'toml', 'a = [\n"x]",\n\'y\']\nb = 1\n', '[\n"x]",\n\'y\']'],
	['an apostrophe in a comment', 'toml', 'a = [ # don\'t\n"x"]\nb = 1\n', '[ # don\'t\n"x"]'],
	['three quotes', 'toml', 'a = """x\n"y"\n"""\nb = 1\n', '"""x\n"y"\n"""'],
	['doubled quotes', 'yaml', "a: 'it''s\n ]'\nb: 1\n", "'it''s\n ]'"],
	['escaped quotes', 'yaml', 'a: "x\\\\\\"\n y"\nb: 1\n', '"x\\\\\\"\n y"'],
	['a map over lines', 'yaml', 'a: {x: 1,\n  y: [2]}\nb: 1\n', '{x: 1,\n  y: [2]}'],
])('%s is one value', (_, format, text, value) => {
	const pieces = piecesOf(text, format, () => false);
	expect(pieces.flatMap(piece => (piece.kind === 'setting' ? [piece.value] : []))).toEqual([value, '1']);
});
