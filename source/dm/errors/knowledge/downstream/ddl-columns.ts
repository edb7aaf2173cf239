/** Changes of columns, keys and character sets that TiDB does not support. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {keepAtDdl, targetTable} from '../shared.js';

const tidbDdl: CheckCommand = {
	on: 'downstream',
	run: 'the DDL itself, on an empty copy of the table',
	tells: 'whether this version of TiDB accepts it; test a replacement in the same way',
};

/** DDLs on columns and keys. */
export const ddlColumnErrors = (): readonly ErrorEntry[] => [
	{
		id: 'ddl-charset-unsupported',
		match: [
			{
				text: /unsupported modify (?:charset|collate|column.{0,80}charset)|unsupported modifying collation|charset from \S{1,40} to/iv,
			},
		],
		under: [8200, 10_006, 44_006],
		what: 'TiDB does not support this change of the character set',
		cause: 'TiDB can change utf8 to utf8mb4 and little else; the upstream converted a table.',
		check: [targetTable, {on: 'downstream', run: 'SHOW COLLATION', tells: 'what this TiDB supports'}],
		steps: [
			'If both character sets can hold the same text (utf8 in utf8mb4): skip the DDL.',
			'Otherwise create a new table with the target character set in the downstream, copy the rows, swap the names, then skip the DDL.',
			'DM continues automatically after a skip.',
		],
		dont: [
			'Do not skip it if the columns can no longer hold the text: later rows would fail with 1366.',
			keepAtDdl,
		],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'ddl-type-narrowed',
		match: [
			{
				text: /unsupported modify column.{0,80}(?:less than origin|precision|length \d|from .{1,60} to)/iv,
			},
			{isOfDdl: true, text: /data truncated for column/iv},
		],
		under: [8200, 1105, 10_006, 44_006],
		what: 'TiDB does not support this change to a shorter or different type',
		cause:
			'The upstream made a column shorter or changed its type; TiDB refuses, or downstream rows do not fit.',
		check: [targetTable, tidbDdl],
		steps: [
			'If a wider column in the downstream does no harm: skip the DDL.',
			'If the column must be narrowed: shorten the values in the downstream first, then replace the DDL with one that TiDB accepts.',
			'DM continues automatically after skip or replace.',
		],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		page: 'ddl',
	},
	{
		id: 'ddl-primary-key',
		match: [
			{
				text: /unsupported (?:drop (?:integer )?primary key|add primary key|modify column: .{0,60}primary key)|drop primary key when|multiple primary key/iv,
			},
			{numbers: [1068]},
		],
		under: [8200, 10_006, 44_006],
		what: 'TiDB does not support changing this primary key',
		cause: 'TiDB cannot drop a clustered or integer primary key or change it in place.',
		check: [targetTable],
		steps: [
			'Create a new table in the downstream with the new key, copy the rows, swap the names (RENAME TABLE), then skip the DDL.',
			'Do this while the task is paused, so that nothing is written in the meantime.',
		],
		dont: [
			'Do not just skip it: rows that are unique under the new key in the upstream may collide in the downstream.',
			keepAtDdl,
		],
		retries: 'no',
		operations: ['pause', 'binlog-skip'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'ddl-drops-indexed-column',
		match: [{text: /can't drop column with index|with tidb_enable_change_multi_schema is disable/iv}],
		under: [8200, 10_006, 44_006],
		what: 'TiDB does not drop a column that is part of an index',
		cause:
			'This version of TiDB requires the index to be dropped first (DM does that automatically if the index has only this column).',
		check: [targetTable],
		steps: [
			'Drop the index on the column in the downstream manually (ALTER TABLE {table} DROP INDEX ...), then resume.',
			'Or replace the DDL with two: drop the index, then drop the column.',
		],
		dont: ['Do not skip it: later rows do not have the column (36027).', keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'ddl-duplicate-keys',
		match: [
			{isOfDdl: true, numbers: [1062]},
			{isOfDdl: true, text: /duplicate entry '/iv},
		],
		under: [10_006],
		what: 'Rows in the downstream violate the unique key that the DDL adds',
		cause:
			'Shards that are merged into one table have the same keys, the downstream has rows that the upstream does not have, or its collation treats different values as equal.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT KEY, COUNT(*) FROM {table} GROUP BY KEY HAVING COUNT(*) > 1',
				tells: 'the values that occur more than once (use the columns of the new key)',
			},
			{
				on: 'upstream',
				run: 'SELECT * FROM {table} WHERE KEY = VALUE',
				tells: 'which of these rows exist there',
			},
			targetTable,
		],
		steps: [
			'If rows exist only in the downstream: delete them there, then resume: DM runs the DDL again.',
			'If shards share keys: replace the DDL with one that adds a key without UNIQUE, or with the column that tells the shards apart.',
			'If only the collation treats them as equal: give the column a collation of the same kind as in the upstream, then resume.',
		],
		dont: [
			'Do not use safe mode for this: it changes how rows are written, not DDLs.',
			'Do not just skip it if DM needs the key to identify rows.',
			keepAtDdl,
		],
		retries: 'no',
		operations: ['resume', 'binlog-replace', 'binlog-skip'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'ddl-failed',
		match: [{isOfDdl: true, codes: [10_006, 10_007]}],
		what: 'The downstream refuses a DDL',
		cause:
			'The reason is in the message: something that TiDB does not support or that does not fit its table, such as an index on long text, a generated column, or a foreign key.',
		check: [tidbDdl, targetTable],
		steps: [
			'If the downstream can do it in another way: replace it (binlog replace {task} -s {source} "...") with DDLs that TiDB accepts and that result in the same columns.',
			'If the downstream table or a setting of TiDB prevents it: change that, then resume: DM runs the DDL again.',
			'If the downstream does not need it (an index, a comment): skip it (binlog skip {task} -s {source}).',
		],
		dont: ['Do not skip a DDL that adds, removes or changes a column: later rows would not fit.', keepAtDdl],
		retries: 'yes',
		operations: ['binlog-replace', 'resume', 'binlog-skip'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
];
