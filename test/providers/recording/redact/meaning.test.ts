/** How a quoted part of a sentence is classified: it is a value unless known to be a name or DM's own words. */
import {expect, test} from 'vitest';
import {type QuotedMeaning, quotedMeaningOf} from '../../../../source/providers/recording/redact/meaning.js';
import {mapQuoted} from '../../../../source/dm/secrets/quoted.js';

/** The kind of the first quoted part. */
const meaningIn = (text: string): QuotedMeaning | undefined => {
	let meaning: QuotedMeaning | undefined;
	mapQuoted(text, quoted => {
		meaning ??= quotedMeaningOf(quoted);
		return '';
	});
	return meaning;
};

test.each<[string, QuotedMeaning]>([
	["Duplicate entry 'anna'", 'value'],
	["Duplicate entry 'utf8mb4_bin'", 'harmless'],
	["Unknown column 'x' in 'where clause'", 'name'],
	["in 'where clause'", 'harmless'],
	["using password '******'", 'harmless'],
	["binding '?12'", 'harmless'],
	["binding ''", 'harmless'],
	["the 'log_bin' variable", 'harmless'],
	["the 'anna' variable", 'value'],
	["for key 'users.email'", 'name'],
	["for KEY 'users.email'", 'name'],
	["of table  'users'", 'name'],
	["of row 'users'", 'value'],
	['"anna": 5', 'key'],
	["'anna': 5", 'value'],
	['"a sentence of words": 5', 'value'],
	['message: "Duplicate entry"', 'sentence'],
	['RawCause: "Duplicate entry"', 'sentence'],
	["message: 'Duplicate entry'", 'value'],
	["collation: 'mine'", 'name'],
	['sourceTable: "shop"', 'name'],
	['task: "orders"', 'name'],
	['stage: "Running"', 'name'],
	["stage: 'Running'", 'value'],
	['level = "high"', 'name'],
	["'root'@'10.0.0.1'", 'name'],
	["MySQL server on 'db1' (111)", 'name'],
	["the server 'db1'", 'name'],
	['got "rpc error: code = Unknown"', 'go-sentence'],
	['got "dial tcp 10.0.0.1"', 'go-sentence'],
	['got "transporter"', 'value'],
	['got "I dial"', 'value'],
])('in %s it is a %s', (text, meaning) => {
	expect(meaningIn(text)).toBe(meaning);
});

test('after another quoted part the character between them decides', () => {
	let last: QuotedMeaning | undefined;
	mapQuoted("'root'@'10.0.0.1'", quoted => {
		last = quotedMeaningOf(quoted);
		return quoted.inner;
	});
	expect(last).toBe('name');
});
