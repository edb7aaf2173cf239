/** Changes of columns, keys and character sets that TiDB does not support. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {keepAtDdl, targetTable} from '../shared.js';

const tidbDdl: CheckCommand = {
	on: 'downstream',
	run: 'the DDL itself, on an empty copy of the table',
	tells: 'whether this version of TiDB takes it; try the replacement there as well',
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
		what: 'TiDB does not change a character set in this way',
		cause: 'TiDB changes utf8 to utf8mb4 and little else; the upstream converted a table.',
		check: [targetTable, {on: 'downstream', run: 'SHOW COLLATION', tells: 'what this TiDB has'}],
		steps: [
			'If both character sets hold the same text (utf8 in utf8mb4): skip the DDL.',
			'Otherwise create a new table with the wanted character set in the downstream, copy the rows, swap the names, then skip the DDL.',
			'DM continues by itself after a skip.',
		],
		dont: [
			'Do not skip it where the columns can no longer hold the text: the rows that follow fail with 1366.',
			keepAtDdl,
		],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		page: 'ddl',
	},
	{
		id: 'ddl-type-narrowed',
		match: [
			{
				text: /unsupported modify column.{0,80}(?:less than origin|precision|length \d|from .{1,60} to)|data truncated for column/iv,
			},
		],
		under: [8200, 1105, 10_006, 44_006],
		what: 'TiDB does not narrow a column in this way',
		cause:
			'The upstream made a column shorter or changed its type; TiDB refuses, or rows of the downstream do not fit.',
		check: [targetTable, tidbDdl],
		steps: [
			'A wider column in the downstream does no harm: skip the DDL.',
			'If it must be narrowed: shorten the values in the downstream first, then replace the DDL by one that TiDB takes.',
			'DM continues by itself after skip or replace.',
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
		what: 'TiDB does not change this primary key',
		cause: 'A clustered or integer primary key of TiDB cannot be dropped or changed in place.',
		check: [targetTable],
		steps: [
			'Create a new table in the downstream with the new key, copy the rows, swap the names (RENAME TABLE), then skip the DDL.',
			'Do it with the task paused, so that nothing is written meanwhile.',
		],
		dont: [
			'Do not only skip it: rows that are unique upstream under the new key may clash in the downstream.',
			keepAtDdl,
		],
		retries: 'no',
		operations: ['pause', 'binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'ddl-drops-indexed-column',
		match: [{text: /can't drop column with index|with tidb_enable_change_multi_schema is disable/iv}],
		under: [8200, 10_006, 44_006],
		what: 'TiDB does not drop a column that has an index',
		cause:
			'This version of TiDB wants the index dropped first (DM does that by itself for an index of this column alone).',
		check: [targetTable],
		steps: [
			'Drop the index of the column in the downstream by hand (ALTER TABLE {table} DROP INDEX ...), then resume.',
			'Or replace the DDL by two: drop the index, drop the column.',
		],
		dont: ['Do not skip it: the rows that follow lack the column (36027).', keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		page: 'ddl',
	},
];
