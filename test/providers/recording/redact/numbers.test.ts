/** With `--redact` a number stays where its sentence says what it counts, and only there: a row may have any number. */
import {describe, expect, it, test} from 'vitest';
import {Redactor} from '../../../../source/providers/recording/redact/redactor.js';

const redacted = (what: string): string =>
	JSON.stringify(
		new Redactor({hidesNames: true}).record({kind: 'silence', problem: {what, fix: '', detail: ''}}),
	);

/** What rows are full of. */
const numbers = [
	['a card', '4111111111111111'],
	['a card in groups', '4111 1111 1111 1111'],
	['a card with hyphens', '4111-1111-1111-1111'],
	['a phone of 11 digits', '13800138000'],
	['a phone of 10 digits', '5551234567'],
	['a phone with hyphens', '138-0013-8000'],
	['a phone with a country', '+4917212345678'],
	['an insurance number', '123-45-6789'],
	['12 digits', '123456789012'],
	['a date', '1984-03-12'],
	['a date with slashes', '1984/03/12'],
	['a date of another order', '12/03/1984'],
	['a time', '1984-03-12 04:05:06.123456'],
	['a decimal', '1234567.56'],
	['a latitude', '48.858844'],
	['a negative number', '-98765432'],
	['a float', '1.2345678e15'],
	['a hexadecimal number', '0x4A6F686E'],
	['a bit field', '0b1010101010101'],
	['thousands', '1,234,567'],
	['an IBAN', 'DE89370400440532013000'],
	['a UUID', '550e8400-e29b-41d4-a716-446655440000'],
] as const;

const places = [
	'{}',
	'row {}',
	'number {}',
	'status {}',
	'(name, {})',
	'({}, {})',
	'(1, {}, 3)',
	'[{}]',
	'[1 {} x]',
	'code = {}',
	'error {}',
	'line {}',
	'column {}',
	'position {}',
	'offset {}',
	'port {}',
	'length {}',
	'size: {}',
	'LIMIT {}',
	'count = {}',
	'version {}',
	'http {}',
	'server_id = {}',
	'expected {}, got {}',
	'max {}',
	'(max = {})',
	'level {}',
	'{} rows',
	'{} values',
	'{} of',
	'{} bytes',
	': {}',
	'a.b.c:{}',
	'x.y:{}',
	'v1.2.3:{}',
	'db1:{}',
	'10.0.0.1:{}',
	'error 1062 (23000):{}',
	'[code=10006:class=database:scope=downstream:level=high]:{}',
	'id IN (7,{})',
	'WHERE id = {}',
	'BETWEEN {} AND {}',
	'{"row":{}}',
	'{"a": {}}',
	'at row {}',
	'Row {}',
	'Duplicate entry {} for key x',
	'constant {} overflows',
	'Incorrect value: {}',
	'Out of range value {}',
	'Truncated incorrect DOUBLE value: {}',
	'args: [{}]',
	'near {}',
	'Table has no partition for value {}',
	'BIGINT value is out of range in {}',
	'column count {} value count {}',
	'anna.{}',
	'{}.csv',
	'shop.t.{}.sql',
];

describe.each(numbers)('%s', (_name, number) => {
	it.each(places)('is not recorded in “%s”', place => {
		const hidden = redacted(place.replaceAll('{}', () => number));
		expect(hidden).not.toContain(number);
		// Nor are four digits of it, which are all that is needed of a card.
		const own: readonly string[] = place.match(/\d{4,}/gv) ?? [];
		expect(
			(hidden.match(/\d{4,}/gv) ?? []).filter(digits => !own.includes(digits) && number.includes(digits)),
		).toEqual([]);
	});
});

test.each([
	'position: (mysql-bin.000001, 4294967295), gtid-set: 0-1-576,1-2-99',
	'position (mysql-bin|000001.000002, 4)',
	'position: (, 0)',
	'get binlog file mysql-bin.000012:1234 failed',
	'the same server_uuid: 3ccc475b-2343-11e7-be21-6c0b84d59f30',
	'relay directory 3ccc475b-2343-11e7-be21-6c0b84d59f30.000001',
	'Error 1062 (23000)',
	'ERROR 1236',
	'code=36027, error_code: 50000',
	'rpc error: code = 14',
	'[parser:1064]',
	'line 12 column 4096',
	'at row 70000',
	'port 3306, port: 65535',
	"Column count doesn't match value count: 3 (columns) vs 40 (values)",
	'max key length is 3072 bytes',
	'Column length too big (max = 16383)',
	'length 20 is less than origin 40',
	'Transaction is too large, size: 104857801',
	'entry too large, the max entry size is 6291456, the size of data is 7000000',
	'latest pos 223123456 greater than file size 219',
	'version 5.7.44, v7.5.1',
	'2 of 3 tasks, 15 more',
	'1h30m, 12.5s, 40 ms',
	'insert/update/delete: 100/2/3',
	'dial tcp: lookup failed, status 503',
])('what DM and databases count is recorded: %s', text => {
	expect(JSON.parse(redacted(text))).toEqual({kind: 'silence', problem: {what: text, fix: '', detail: ''}});
});

test('a name of one letter behind a dot is no version', () => {
	expect(redacted('anna.s is gone')).not.toContain('anna');
	expect(redacted('anna.4711 is gone')).not.toContain('anna');
});

test('what stands in the place of a stage, a position or a version without being one is a sentence', () => {
	const hidden = new Redactor({hidesNames: true}).record({
		stage: 'anna 4111111111111111 failed',
		result: 'anna failed',
		progress: '4111111111111111 of anna',
		position: 'anna 4111111111111111',
		masterBinlog: '(anna, 4111111111111111)',
		version: 'anna 7',
	});
	expect(JSON.stringify(hidden)).not.toMatch(/anna|4111/v);
});

test('stages, positions and versions stay', () => {
	const kept = {
		stage: 'Running',
		unit: 'Sync',
		masterBinlog: '(custom.000001, 4)',
		masterBinlogGtid: '0-1-5,1-1-7',
		syncerBinlogGtid:
			'3ccc475b-2343-11e7-be21-6c0b84d59f30:1-14:16,53ea0ed1-9bf8-11e6-8bea-64006a897c73:Nightly:1',
		relaySubDir: '3ccc475b-2343-11e7-be21-6c0b84d59f30.000001',
		position: 'custom.000001:4',
		version: 'v7.5.5-alpha-12-gabcdef',
		processedRowsStatus: 'insert/update/delete: 1/2/3',
	};
	expect(new Redactor({hidesNames: true}).record(kept)).toBe(kept);
});
