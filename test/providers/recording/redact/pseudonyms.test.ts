import {expect, test} from 'vitest';
import {Pseudonyms} from '../../../../source/providers/recording/redact/pseudonyms.js';

test('each name has its own, by its kind; what may be a table or a database is one kind', () => {
	const names = new Pseudonyms();
	expect(names.of('db', 'shop')).toBe('db-1');
	expect(names.of('table', 'orders')).toBe('table-1');
	expect(names.of('table', 'shop')).toBe('db-1');
	expect(names.of('name', 'orders')).toBe('table-1');
	expect(names.of('table', 'users')).toBe('table-2');
	expect(names.of('host', 'shop')).toBe('host-1');
	expect(names.of('user', 'shop')).toBe('user-1');
});

test.each(['mysql', 'dm_meta', 'information_schema', 'PRIMARY', 'binlog_pos', 'cp_table'])(
	'%s is in every cluster, and belongs to no user',
	name => {
		expect(new Pseudonyms().of('table', name)).toBe(name);
		expect(new Pseudonyms().of('user', name)).toBe('user-1');
	},
);

test('DM’s own tables keep their purpose, and the name of a task', () => {
	const names = new Pseudonyms();
	names.keep('orders');
	expect(names.of('table', 'orders_syncer_checkpoint')).toBe('orders_syncer_checkpoint');
	expect(names.of('table', 'secret_loader_checkpoint')).toBe('name-1_loader_checkpoint');
	expect(names.of('table', 'secret')).toBe('name-1');
	expect([names.isKept('orders'), names.isKept('secret')]).toEqual([true, false]);
});

test('a word in a sentence is hidden if it is a hidden name, but no ordinary word is', () => {
	const names = new Pseudonyms();
	for (const name of ['shop', 'table', 'ab', 'kept']) {
		names.of('db', name);
	}

	names.of('host', 'db1');
	names.of('user', 'root');
	names.keep('kept');
	expect(['shop', 'db1', 'table', 'ab', 'kept', 'root', 'other'].map(word => names.ofWord(word))).toEqual([
		'db-1',
		'host-1',
		undefined,
		undefined,
		undefined,
		undefined,
		undefined,
	]);
	// What is hidden, and what is kept.
	expect(names.learnt).toBe(6);
});
