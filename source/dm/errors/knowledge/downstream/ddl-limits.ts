/** DDLs that the downstream refuses because of their content or of existing objects. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {keepAtDdl, resume, sourceTable, targetTable, trackedSchema} from '../shared.js';

const tidbLimits: CheckCommand = {
	on: 'downstream',
	run: "SHOW CONFIG WHERE type = 'tidb' AND (name LIKE '%length%' OR name LIKE '%limit%')",
	tells: 'limits of this TiDB that can be raised',
};

const replace = 'Replace the DDL (binlog replace {task} -s {source} "...") by one that TiDB takes.';

const skipDone =
	'If the table in the downstream is already as the DDL wants it: skip it (binlog skip {task} -s {source}).';

/** Limits, names and objects that make a DDL fail. */
export const ddlLimitErrors = (): readonly ErrorEntry[] => [
	{
		id: 'collation-unknown',
		match: [{numbers: [1273]}, {text: /unsupported collation|unknown collation/iv}],
		under: [10_006, 34_019],
		what: 'The downstream does not know the collation',
		cause:
			"The upstream uses a collation that TiDB does not have (latin1_swedish_ci, utf8mb4_0900_ai_ci before TiDB 7.4, MariaDB's uca1400).",
		check: [{on: 'downstream', run: 'SHOW COLLATION', tells: 'what this TiDB has'}, sourceTable],
		steps: [
			'Create the schema and tables by hand in the downstream, with a collation that TiDB has, then resume.',
			'Or set collation_compatible: loose in the task and upgrade TiDB; for a single DDL, replace it with another collation.',
		],
		dont: [
			'Do not choose a collation of other case rules where keys are unique by it: rows may clash (1062).',
			keepAtDdl,
		],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		page: 'charset',
	},
	{
		id: 'charset-unknown',
		match: [{numbers: [1115]}, {text: /unknown character set|unknown charset/iv}],
		what: 'The downstream does not know the character set',
		cause: 'TiDB has utf8mb4, utf8, latin1, ascii, binary and gbk (gb18030 in newer versions) only.',
		check: [{on: 'downstream', run: 'SHOW CHARACTER SET', tells: 'what this TiDB has'}, sourceTable],
		steps: [
			'Create the table by hand in the downstream with utf8mb4, then resume (in Load: the table is taken as it is).',
			'For a DDL in the binlog: replace it.',
		],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		page: 'charset',
	},
	{
		id: 'collation-mixed',
		match: [{numbers: [1267, 1271, 1253]}],
		what: 'Collations do not go together',
		cause:
			'Columns of different collations meet in one statement, or a collation is not one of the character set.',
		check: [targetTable],
		steps: ['Give the columns of the downstream one collation, then resume; for a DDL, replace it.'],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		page: 'charset',
	},
	{
		id: 'default-invalid',
		match: [{numbers: [1067, 1101]}, {text: /invalid default value for|can't have a default value/iv}],
		what: 'The downstream does not take the default value of a column',
		cause:
			'A zero date under a strict sql_mode, a default for BLOB, TEXT or JSON, or an expression that TiDB does not have.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT @@GLOBAL.sql_mode',
				tells: 'NO_ZERO_DATE and NO_ZERO_IN_DATE forbid zero dates',
			},
			sourceTable,
		],
		steps: [
			'Replace the DDL (binlog replace {task} -s {source} "...") with another default, or none.',
			"Or let the task's session take it: target-database.session.sql_mode without NO_ZERO_DATE and NO_ZERO_IN_DATE, as the upstream has it.",
		],
		dont: ['Do not skip an ADD COLUMN: the rows that follow no longer fit (36027).', keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		page: 'ddl',
	},
	{
		id: 'key-too-long',
		match: [{numbers: [1071]}, {text: /specified key was too long/iv}],
		what: 'An index is longer than TiDB takes',
		cause: 'TiDB counts 4 bytes a character of utf8mb4, up to max-index-length (3072 bytes by default).',
		check: [
			{
				on: 'downstream',
				run: "SHOW CONFIG WHERE type = 'tidb' AND name = 'max-index-length'",
				tells: 'the limit, in bytes; it can be raised up to 12288',
			},
			sourceTable,
		],
		steps: [
			'Raise max-index-length of every TiDB server and restart them, then resume.',
			'Or replace the DDL by one with a prefix: KEY (column(191)).',
			'Skip it only if the index does not matter in the downstream.',
		],
		dont: ["Do not skip a unique key that DM's rows depend on.", keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip', 'resume'],
		page: 'limits',
	},
	{
		id: 'identifier-too-long',
		match: [{numbers: [1059]}, {text: /identifier name '.{1,300}' is too long/iv}],
		what: 'A name is longer than 64 characters',
		cause: 'The name of a table, column or index; or a name that a route makes longer.',
		check: [sourceTable],
		steps: [replace],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip'],
		page: 'limits',
	},
	{
		id: 'too-many-columns',
		match: [
			{numbers: [1117, 1069, 1118]},
			{text: /too many columns|too many keys specified|row size too large/iv},
		],
		what: 'The table has more columns or indexes than TiDB takes',
		cause:
			'table-column-count-limit (1017 by default) or index-limit (64 by default), or a row that is too wide.',
		check: [tidbLimits, targetTable],
		steps: [
			"Raise the limit in TiDB's configuration and restart its servers, then resume; or replace the DDL.",
		],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		page: 'limits',
	},
	{
		id: 'object-exists',
		match: [
			{numbers: [1007, 1050, 1060, 1061, 1517]},
			{text: /(?:duplicate column name|duplicate key name|table '.{1,140}' already exists)/iv},
		],
		under: [10_006, 44_006],
		what: 'What the DDL is to create is there already',
		cause:
			'It was run by hand, by another task into the same table, or before a restart. DM passes most of these by itself; it stops where the DDL does several things.',
		check: [targetTable, trackedSchema],
		steps: [skipDone, 'If only a part is done: replace the DDL by the part that is missing.'],
		dont: ['Do not drop the column or table to let the DDL pass: its data go with it.', keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		page: 'ddl',
	},
	{
		id: 'object-missing',
		match: [{numbers: [1008, 1051, 1091, 1072, 1176]}, {text: /can't drop '.{1,140}'; check that/iv}],
		under: [10_006, 44_006],
		what: 'What the DDL is to drop or change is not there',
		cause:
			'It was already dropped, never created (an earlier DDL was skipped), or has another name in the downstream.',
		check: [targetTable, trackedSchema],
		steps: [skipDone, 'If an earlier DDL is missing: run it by hand in the downstream, then resume.'],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace', 'resume'],
		page: 'ddl',
	},
	{
		id: 'downstream-syntax',
		match: [{numbers: [1064]}],
		what: 'The database does not know the syntax of a statement',
		cause: 'A statement for a newer or another database, or a quote in a default value or comment.',
		check: [{on: 'downstream', run: 'SELECT VERSION()', tells: 'the version; a newer TiDB may take it'}],
		steps: [replace, 'If it is not needed: skip it.'],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'foreign-key-ddl',
		match: [{numbers: [1215, 1822, 1824, 1825, 1826, 1828, 1829, 1834, 3730, 3780]}],
		what: 'A foreign key stands in the way of the DDL',
		cause:
			'TiDB checks foreign keys from 6.6 on; the referenced table or index is missing or of another type in the downstream.',
		check: [
			targetTable,
			{
				on: 'downstream',
				run: 'SELECT @@GLOBAL.foreign_key_checks, @@GLOBAL.tidb_enable_foreign_key',
				tells: 'whether foreign keys are checked',
			},
		],
		steps: [
			'Replace the DDL by one without the constraint, or create what it refers to first.',
			'DM continues by itself afterwards.',
		],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip'],
		page: 'mysqlCompatibility',
	},
	{
		id: 'partition-refused',
		match: [
			{numbers: [1486, 1492, 1493, 1503, 1505, 1507, 1563, 1564, 1659, 1731, 1732]},
			{text: /unsupported partition|partition (?:management )?.{0,40}not supported/iv},
		],
		what: 'The downstream does not take the partitions of the table',
		cause:
			'TiDB wants all columns of the partitioning in every unique key, has other kinds of partitions, or the partition is not there.',
		check: [targetTable],
		steps: ['Where the table is not partitioned in the downstream: skip DDLs on its partitions.', replace],
		dont: [
			'Do not skip a DROP or TRUNCATE PARTITION that is to remove rows: delete the rows by hand.',
			keepAtDdl,
		],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		page: 'mysqlCompatibility',
	},
	{
		id: 'not-a-table',
		match: [{numbers: [1347, 1356, 1146], text: /is not (?:base table|view|sequence)|references invalid/iv}],
		what: 'The statement is about a view or sequence and not about a table',
		cause:
			'DM replicates tables; a view of the same name stands in the downstream, or the statement is about a view.',
		check: [targetTable],
		steps: ['Skip the statement, or filter views out with block-allow-list.', resume],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'resume'],
		page: 'faq',
	},
	{
		id: 'auto-increment-refused',
		match: [
			{numbers: [1075, 8216]},
			{text: /auto_?(?:increment|random)/iv, codes: [10_006, 34_019, 44_006], numbers: [8200, 1075, 8216]},
		],
		what: 'TiDB does not change AUTO_INCREMENT or AUTO_RANDOM in this way',
		cause: 'TiDB adds or removes AUTO_INCREMENT of an existing column only within limits.',
		check: [
			targetTable,
			{on: 'downstream', run: 'SELECT @@tidb_allow_remove_auto_inc', tells: 'whether it may be removed'},
		],
		steps: [
			'The values come from the upstream: the attribute is not needed in the downstream. Skip the DDL, or replace it without the attribute.',
		],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		page: 'ddl',
	},
];
