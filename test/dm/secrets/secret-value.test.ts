/** How far what is hidden goes: no further than the secret, and no less far. */
import {expect, test} from 'vitest';
import {stripSecrets} from '../../../source/dm/secrets/passwords.js';
import {valueEnd} from '../../../source/dm/secrets/secret-value.js';

/** The value after `▶` in the text. */
const valueIn = (marked: string): string => {
	const start = marked.indexOf('▶');
	const text = marked.replace('▶', '');
	return text.slice(start, valueEnd(text, start));
};

test.each([
	['a word', 'token=▶abc next', 'abc'],
	['a word at the end', 'token=▶abc', 'abc'],
	['nothing', 'token=▶', ''],
	['a word in brackets', '(token=▶abc), next', 'abc'],
	['a word before a quote', '"token=▶abc" next', 'abc'],
	['a word of closing signs alone', 'token=▶;;; next', ';;;'],
	['quotes', 'password=▶"a b" next', '"a b"'],
	['quotes with an escaped one in them', String.raw`password=▶"a\"b" next`, String.raw`"a\"b"`],
	['quotes that do not close', "password=▶'a b", "'a b"],
	['quotes that are escaped', String.raw`\"password\": ▶\"a b\", next`, String.raw`\"a b\"`],
	['quotes that are escaped twice', String.raw`▶\\\"a b\\\", next`, String.raw`\\\"a b\\\"`],
	['a list', 'tokens: ▶["a", "b"], next', '["a", "b"]'],
	['a list in a list', 'tokens: ▶[["a"], "b"], next', '[["a"], "b"]'],
	['a bracket in quotes', 'token: ▶{"a": "}"}, next', '{"a": "}"}'],
	['a list that does not close', 'tokens: ▶["a", ["b"]', '["a", ["b"]'],
	['other brackets', '▶(a b) next', '(a b)'],
	['a line of YAML', 'password: ▶a b # c\nuser: root', 'a b # c'],
	['the last line of YAML', '  - password: ▶a b', 'a b'],
	['a line of YAML with its key in quotes', '"password": ▶a b\nuser: root', 'a b'],
	['a key in the middle of a line', 'x password: ▶a b', 'a'],
])('%s', (_, marked, value) => {
	expect(valueIn(marked)).toBe(value);
});

test.each(['|', '>', '|-', '>+', '|2'])(
	'a block of YAML after %s continues while lines are indented further',
	sign => {
		const block = `${sign}\n    one\n\n    two`;
		expect(valueIn(`to:\n  password: ▶${block}\n  user: root`)).toBe(block);
		expect(valueIn(`to:\n  password: ▶${block}`)).toBe(block);
		expect(valueIn(`- password: ▶${sign}\n    one\n  user: root`)).toBe(`${sign}\n    one`);
	},
);

test('the text around a secret stays readable', () => {
	expect(stripSecrets('token=abc next')).toBe('token=****** next');
	expect(stripSecrets('to:\n  password: |\n    one\n    two\n  user: root')).toBe(
		'to:\n  password: ******\n  user: root',
	);
	expect(stripSecrets('open root:secret@tcp(10.0.0.1:3306)/: refused')).toBe(
		'open root:******@tcp(10.0.0.1:3306)/: refused',
	);
	expect(stripSecrets("ALTER USER app IDENTIFIED BY 'x y' ACCOUNT LOCK")).toBe(
		'ALTER USER app IDENTIFIED BY ****** ACCOUNT LOCK',
	);
	expect(stripSecrets('Authorization: Bearer abcdefgh\nHost: dm')).toBe('Authorization: ******\nHost: dm');
	expect(stripSecrets('mysql://root:x@db1/shop')).toBe('mysql://root:******@db1/shop');
});

test.each([
	'Access denied for user (using password: YES)',
	'Access denied for user (using password: NO)',
	'https://docs.pingcap.com/a@b',
	'mail to ops@example.com',
	'the password is not set',
	'the key of the row',
])('%j contains no secret, and is kept', text => {
	expect(stripSecrets(text)).toBe(text);
});
