/**
 * Errors of a subtask's unit, by their names in scenarios. Codes, classes, texts and workarounds are DM's.
 */
import type {Phrase} from '../../language/text.js';
import type {Fault, SubtaskModel} from '../model/model.js';
import type {ProcessErrorJson} from '../model/process-result.js';
import {hashText} from '../model/random.js';
import {locationText} from '../model/upstream.js';
import {quoted} from '../model/tables.js';
import {processError} from './terror.js';

/** An error as it looks on one subtask, at one transaction of its upstream. */
export type UnitError = {
	readonly units: ReadonlyArray<'Dump' | 'Load' | 'Sync'>;
	/** Where it is: `binlog` stops the syncer at a position; `ddl` can also be skipped. */
	readonly place: 'outside' | 'binlog' | 'ddl';
	/** What fixes it, besides what its place allows. */
	readonly cure?: Fault['cure'];
	/** What it is, for `--simulate help` and mistakes in scenarios. */
	readonly summary: Phrase;
	readonly make: (subtask: SubtaskModel, transaction: number, sql: string) => ProcessErrorJson;
};

const downstream = '10.0.8.15:4000';

const where = (subtask: SubtaskModel, transaction: number): string => {
	const {upstream} = subtask.source;
	return `startLocation: [${locationText(upstream, transaction)}], endLocation: [${locationText(upstream, transaction + 1)}]`;
};

const table = ({task}: SubtaskModel): string => quoted(task.database, task.table);

/** A number that looks like a key and is the same every time for one subtask and transaction. */
const key = (subtask: SubtaskModel, transaction: number): number =>
	1_000_000 + (hashText(`${subtask.task.name}${subtask.source.name}`, Math.floor(transaction)) % 8_000_000);

/** The error of TiDB's parser: the column after the unexpected word, and the rest from there. */
const parseHint = (sql: string): string => {
	const type = /\b(?:point|geometry|polygon|spatial)\b/iv.exec(sql);
	const at = type?.index ?? Math.floor(sql.length / 2);
	return `line 1 column ${at + (type?.[0].length ?? 1)} near "${sql.slice(at)}" `;
};

/** A default DDL that TiDB cannot parse. */
export const badDdl = (subtask: SubtaskModel): string =>
	`ALTER TABLE ${table(subtask)} ADD COLUMN place POINT NOT NULL DEFAULT (POINT(1,1))`;

/** An index of a type that TiDB's parser takes and TiDB does not have. */
const otherIndex = /\b(?:fulltext|spatial)\s+(?:index|key)\b/iv;

/** A new column with a key of its own. */
const columnWithKey =
	/\badd\s+(?:column\s+)?`?(?<column>\w+)`?\s.*\b(?<key>unique|primary\s+key|auto_increment)\b/isv;

/** What TiDB says of a DDL that it parses and refuses. */
const refusalOf = (sql: string, {task: {database, table: name}}: SubtaskModel): string => {
	if (otherIndex.test(sql)) {
		return 'FULLTEXT and SPATIAL index is not supported';
	}

	const {column, key: constraint} = columnWithKey.exec(sql)?.groups ?? {};
	if (column !== undefined && constraint !== undefined) {
		const word = constraint.toUpperCase().replace(/^UNIQUE$/v, 'UNIQUE KEY');
		return `unsupported add column '${column}' constraint ${word} when altering '${database}.${name}'`;
	}

	return "Unsupported modify column: can't change decimal column precision";
};

/** By the name that an event of a scenario gives. */
export const simulatedUnitErrors: Readonly<Record<string, UnitError>> = {
	'bad-ddl': {
		units: ['Sync'],
		place: 'ddl',
		summary: 'a DDL that TiDB cannot parse (36067)',
		make: (subtask, transaction, sql) =>
			processError({
				code: 36_067,
				class: 'sync-unit',
				scope: 'internal',
				level: 'high',
				message: `${where(subtask, transaction)}, origin SQL: [${sql}]: parse DDL: ${sql}`,
				rawCause: parseHint(sql),
				workaround:
					'Please confirm your DDL statement is correct and needed. For TiDB compatible DDL, see https://docs.pingcap.com/tidb/stable/mysql-compatibility#ddl. You can use `handle-error` command to skip or replace the DDL or add a binlog filter rule to ignore it if the DDL is not needed.',
			}),
	},
	'unsupported-ddl': {
		units: ['Sync'],
		place: 'ddl',
		summary: 'a DDL that TiDB parses and refuses (10006, Error 8200)',
		make: (subtask, transaction, sql) =>
			processError({
				code: 10_006,
				class: 'database',
				scope: 'downstream',
				level: 'high',
				message: `${where(subtask, transaction)}, origin SQL: [${sql}]: execute statement failed: ${sql}`,
				rawCause: `Error 8200 (HY000): ${refusalOf(sql, subtask)}`,
			}),
	},
	'duplicate-entry': {
		units: ['Sync'],
		place: 'binlog',
		cure: 'safe-mode',
		summary: 'a row that already exists (10006, Error 1062); a start in safe mode passes it',
		make: (subtask, transaction) =>
			processError({
				code: 10_006,
				class: 'database',
				scope: 'downstream',
				level: 'high',
				message: `${where(subtask, transaction)}: execute statement failed: commit`,
				rawCause: `Error 1062 (23000): Duplicate entry '${key(subtask, transaction)}' for key '${subtask.task.table}.PRIMARY'`,
			}),
	},
	'table-missing': {
		units: ['Sync'],
		place: 'binlog',
		summary: 'a table that the downstream does not have (44007, Error 1146)',
		make: (subtask, transaction) =>
			processError({
				code: 44_007,
				class: 'schema-tracker',
				scope: 'downstream',
				level: 'medium',
				message: `${where(subtask, transaction)}: cannot fetch downstream table schema of ${table(subtask)} to initialize upstream schema ${table(subtask)} in schema tracker`,
				rawCause: `Error 1146 (42S02): Table '${subtask.task.database}.${subtask.task.table}' doesn't exist`,
			}),
	},
	'column-count': {
		units: ['Sync'],
		place: 'binlog',
		cure: 'schema',
		summary: 'rows of 8 columns for a table of 7 (36027); a table structure with 8 columns fixes it',
		make: (subtask, transaction) =>
			processError({
				code: 36_027,
				class: 'sync-unit',
				scope: 'internal',
				level: 'high',
				message: `${where(subtask, transaction)}: gen insert sqls failed, sourceTable: ${table(subtask)}, targetTable: ${table(subtask)}: Column count doesn't match value count: 7 (columns) vs 8 (values)`,
				workaround:
					'Please check the log files to see if a related DDL has been skipped, and you could use `operate-schema` to get and set the table structure.',
			}),
	},
	'access-denied': {
		units: ['Load', 'Sync'],
		place: 'outside',
		summary: 'a downstream account that lost its rights (10001, Error 1045)',
		make: () =>
			processError({
				code: 10_001,
				class: 'database',
				scope: 'downstream',
				level: 'high',
				message: 'database driver error',
				rawCause: "Error 1045 (28000): Access denied for user 'dm'@'10.0.2.14' (using password: YES)",
				workaround: 'Please check the database connection and the database config in configuration file.',
			}),
	},
	'connection-lost': {
		units: ['Load', 'Sync'],
		place: 'outside',
		summary: 'a downstream that cannot be reached (10001); DM tries again by itself',
		make: () =>
			processError({
				code: 10_001,
				class: 'database',
				scope: 'downstream',
				level: 'high',
				message: 'database driver error',
				rawCause: `dial tcp ${downstream}: connect: connection refused`,
				workaround: 'Please check the database connection and the database config in configuration file.',
			}),
	},
	'binlog-purged': {
		units: ['Sync'],
		place: 'outside',
		cure: 'new-start',
		summary: 'an upstream that has purged the binlog it needs (36069, Error 1236); a new start passes it',
		make: subtask =>
			processError({
				code: 36_069,
				class: 'sync-unit',
				scope: 'upstream',
				level: 'high',
				message: `get binlog event error: ERROR 1236 (HY000): Could not find first log file name in binary log index file, task: ${subtask.task.name}`,
				rawCause: 'ERROR 1236 (HY000): Could not find first log file name in binary log index file',
				workaround: 'Please check if the binlog file could be parsed by `mysqlbinlog`.',
			}),
	},
	'dump-access-denied': {
		units: ['Dump'],
		place: 'outside',
		summary: 'an upstream account that may not lock tables (32001, Error 1227)',
		make: () =>
			processError({
				code: 32_001,
				class: 'dump-unit',
				scope: 'internal',
				level: 'high',
				message: 'mydumper/dumpling runs with error, with output (may empty): ',
				rawCause:
					'sql: FLUSH TABLES WITH READ LOCK: Error 1227 (42000): Access denied; you need (at least one of) the RELOAD privilege(s) for this operation',
			}),
	},
	'load-checksum': {
		units: ['Load'],
		place: 'outside',
		summary: 'a loaded table whose checksum differs (34021)',
		make: subtask =>
			processError({
				code: 34_021,
				class: 'load-unit',
				scope: 'internal',
				level: 'high',
				message: `checksum mismatched, KV number in source files: ${key(subtask, 1)}, KV number in TiDB cluster: ${key(subtask, 1) + 312}`,
			}),
	},
	'load-schema': {
		units: ['Load'],
		place: 'outside',
		summary: 'a table that the downstream refuses to create (34019, Error 1273)',
		make: subtask =>
			processError({
				code: 34_019,
				class: 'load-unit',
				scope: 'internal',
				level: 'high',
				message: '',
				rawCause: `[Lightning:Restore:ErrCreateSchema]create schema failed, table: ${table(subtask)}, stmt: restore table schema: run create schema job failed: Error 1273 (HY000): Unsupported collation when new collation is enabled: 'latin1_swedish_ci'`,
			}),
	},
};
