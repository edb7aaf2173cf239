/** DDLs that the downstream refuses because of their content or of existing objects. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {keepAtDdl, resume, sourceTable, targetTable, trackedSchema} from '../shared.js';

const tidbLimits: CheckCommand = {
	on: 'downstream',
	run: "SHOW CONFIG WHERE type = 'tidb' AND (name LIKE '%length%' OR name LIKE '%limit%')",
	tells: 'the limits of this TiDB that can be raised',
};

const replace = 'Replace the DDL (binlog replace {task} -s {source} "...") with one that TiDB accepts.';

const skipDone =
	'If the downstream table already is what the DDL would make it: skip it (binlog skip {task} -s {source}).';

/** Limits, names and objects that make a DDL fail. */
export const ddlLimitErrors = (): readonly ErrorEntry[] => [
	{
		id: 'collation-unknown',
		match: [{numbers: [1273]}, {text: /unsupported collation|unknown collation/iv}],
		under: [10_006, 34_019],
		what: 'The downstream does not support the collation',
		cause:
			"The upstream uses a collation that TiDB does not have (latin1_swedish_ci, utf8mb4_0900_ai_ci before TiDB 7.4, MariaDB's uca1400).",
		check: [{on: 'downstream', run: 'SHOW COLLATION', tells: 'what this TiDB supports'}, sourceTable],
		steps: [
			'Create the schema and tables manually in the downstream with a collation that TiDB has, then resume.',
			'Or set collation_compatible: loose in the task file and upgrade TiDB; a single DDL can be replaced with another collation.',
		],
		dont: [
			'Do not choose a collation with other case rules if keys must be unique: rows may collide (1062).',
			keepAtDdl,
		],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		page: 'charset',
	},
	{
		id: 'charset-unknown',
		match: [{numbers: [1115]}, {text: /unknown character set|unknown charset/iv}],
		what: 'The downstream does not support the character set',
		cause: 'TiDB supports only utf8mb4, utf8, latin1, ascii, binary and gbk (newer versions also gb18030).',
		check: [{on: 'downstream', run: 'SHOW CHARACTER SET', tells: 'what this TiDB supports'}, sourceTable],
		steps: [
			'Create the table manually in the downstream with utf8mb4, then resume (a load uses the existing table).',
			'If it is a DDL in the binlog: replace it.',
		],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		page: 'charset',
	},
	{
		id: 'collation-mixed',
		match: [{numbers: [1267, 1271, 1253]}],
		what: 'Incompatible collations',
		cause:
			'One statement uses columns with different collations, or a collation does not belong to the character set.',
		check: [targetTable],
		steps: [
			'Give the columns in the downstream the same collation, then resume. If it is a DDL, replace it.',
		],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		page: 'charset',
	},
	{
		id: 'default-invalid',
		match: [
			{numbers: [1067, 1101, 3770]},
			{text: /invalid default value for|can't have a default value|default value expression of column/iv},
		],
		what: 'The downstream does not accept the default value of a column',
		cause:
			'A zero date under a strict sql_mode, a default for BLOB, TEXT or JSON, or an expression that TiDB does not support.',
		check: [
			{
				on: 'downstream',
				run: 'SELECT @@GLOBAL.sql_mode',
				tells: 'NO_ZERO_DATE and NO_ZERO_IN_DATE reject zero dates',
			},
			sourceTable,
		],
		steps: [
			'Replace the DDL (binlog replace {task} -s {source} "...") with another default, or none.',
			"Or allow it in the task's session: set target-database.session.sql_mode without NO_ZERO_DATE and NO_ZERO_IN_DATE, as in the upstream.",
		],
		dont: ['Do not skip an ADD COLUMN: later rows would no longer match the table (36027).', keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'resume'],
		warnsOf: ['binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'key-too-long',
		match: [{numbers: [1071]}, {text: /specified key was too long/iv}],
		what: 'An index is longer than TiDB allows',
		cause: 'TiDB counts 4 bytes per utf8mb4 character, up to max-index-length (3072 bytes by default).',
		check: [
			{
				on: 'downstream',
				run: "SHOW CONFIG WHERE type = 'tidb' AND name = 'max-index-length'",
				tells: 'the limit, in bytes; it can be raised up to 12288',
			},
			sourceTable,
		],
		steps: [
			'Raise max-index-length on every TiDB server and restart them, then resume.',
			'Or replace the DDL with one that uses a prefix: KEY (column(191)).',
			'Skip it only if the downstream does not need the index.',
		],
		dont: ['Do not skip a unique key that DM needs to identify rows.', keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip', 'resume'],
		warnsOf: ['binlog-skip'],
		page: 'limits',
	},
	{
		id: 'identifier-too-long',
		match: [{numbers: [1059]}, {text: /identifier name '.{1,300}' is too long/iv}],
		what: 'A name is longer than 64 characters',
		cause: 'It is the name of a table, column or index, or a name that a route makes longer.',
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
		what: 'The table has more columns or indexes than TiDB allows',
		cause:
			'It exceeds table-column-count-limit (1017 by default) or index-limit (64 by default), or a row is too wide.',
		check: [tidbLimits, targetTable],
		steps: [
			'Raise the limit in the TiDB configuration and restart the TiDB servers, then resume; or replace the DDL.',
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
		what: 'The object that the DDL creates already exists',
		cause:
			'It was created manually, by another task for the same table, or before a restart. DM ignores most of these errors; it stops if the DDL does several things.',
		check: [targetTable, trackedSchema],
		steps: [skipDone, 'If only part of it is done: replace the DDL with the missing part.'],
		dont: ['Do not drop the column or table to let the DDL pass: its data would be lost.', keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		page: 'ddl',
	},
	{
		id: 'object-missing',
		match: [{numbers: [1008, 1051, 1091, 1072, 1176]}, {text: /can't drop '.{1,140}'; check that/iv}],
		under: [10_006, 44_006],
		what: 'The object that the DDL drops or changes does not exist',
		cause:
			'It was already dropped, was never created (an earlier DDL was skipped), or has another name in the downstream.',
		check: [targetTable, trackedSchema],
		steps: [skipDone, 'If an earlier DDL is missing: run it manually in the downstream, then resume.'],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace', 'resume'],
		page: 'ddl',
	},
	{
		id: 'downstream-syntax',
		match: [{numbers: [1064]}],
		what: 'The database does not support the syntax of a statement',
		cause:
			'The statement is for a newer or a different database, or a default value or comment contains a quote.',
		check: [{on: 'downstream', run: 'SELECT VERSION()', tells: 'the version; a newer TiDB may accept it'}],
		steps: [replace, 'If it is not needed: skip it.'],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-replace', 'binlog-skip'],
		page: 'ddl',
	},
	{
		id: 'foreign-key-ddl',
		match: [{numbers: [1215, 1701, 1822, 1824, 1825, 1826, 1828, 1829, 1834, 3730, 3780]}],
		what: 'A foreign key prevents the DDL',
		cause:
			'TiDB checks foreign keys from 6.6 on; the referenced table or index is missing or has another type in the downstream.',
		check: [
			targetTable,
			{
				on: 'downstream',
				run: 'SELECT @@GLOBAL.foreign_key_checks, @@GLOBAL.tidb_enable_foreign_key',
				tells: 'whether foreign keys are checked',
			},
		],
		steps: [
			'Replace the DDL with one without the constraint, or create the referenced table or index first.',
			'DM then continues automatically.',
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
		what: 'The downstream does not accept the partitions of the table',
		cause:
			'TiDB requires all partitioning columns in every unique key and supports fewer kinds of partitions; or the partition does not exist.',
		check: [targetTable],
		steps: ['If the table is not partitioned in the downstream: skip DDLs on its partitions.', replace],
		dont: [
			'Do not just skip a DROP or TRUNCATE PARTITION that removes rows: delete the rows manually.',
			keepAtDdl,
		],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		warnsOf: ['binlog-skip'],
		page: 'mysqlCompatibility',
	},
	{
		id: 'not-a-table',
		match: [{numbers: [1347, 1356, 1146], text: /is not (?:base table|view|sequence)|references invalid/iv}],
		what: 'The statement is about a view or sequence, not a table',
		cause:
			'DM replicates only tables; the downstream has a view of the same name, or the statement is about a view.',
		check: [targetTable],
		steps: ['Skip the statement, or exclude views with block-allow-list.', resume],
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
		what: 'TiDB does not support this change of AUTO_INCREMENT or AUTO_RANDOM',
		cause: 'TiDB can add or remove AUTO_INCREMENT on an existing column only within limits.',
		check: [
			targetTable,
			{on: 'downstream', run: 'SELECT @@tidb_allow_remove_auto_inc', tells: 'whether it may be removed'},
		],
		steps: [
			'The values come from the upstream, so the downstream does not need the attribute. Skip the DDL, or replace it without the attribute.',
		],
		dont: [keepAtDdl],
		retries: 'no',
		operations: ['binlog-skip', 'binlog-replace'],
		page: 'ddl',
	},
];
