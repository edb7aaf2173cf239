import {expect, test} from 'vitest';
import {explainError} from '../../../source/dm/errors.js';
import {type PageField, entryFields, errorFields} from '../../../source/dm/errors/explaining/page.js';
import {explainEntry} from '../../../source/dm/errors/explaining/explain.js';
import {findEntryById} from '../../../source/dm/errors/matching/find-entry.js';
import type {ProcessError} from '../../../source/dm/status.js';
import {processError} from '../subtasks.js';

const nameOf = (kind: string): string => `<${kind}>`;
const place =
	'startLocation: [position: (mysql-bin.000141, 17491), gtid-set: a:1-7], endLocation: [position: (mysql-bin.000141, 17535), gtid-set: a:1-8]';

const fieldsOf = (
	error: ProcessError,
	rest: {
		readonly count?: number;
		readonly examples?: readonly string[];
		readonly isConsequence?: boolean;
	} = {},
): readonly PageField[] =>
	errorFields(explainError(error), {error, count: 1, examples: [], isConsequence: false, ...rest}, nameOf);

/** The lines under a label; undefined where the page does not have it. */
const linesOf = (fields: readonly PageField[], label: string): readonly string[] | undefined =>
	fields.find(field => field.label === label)?.lines;

const cutNote =
	'The text is cut, and what is missing may name the cause: take the whole text from the log of the dm-worker.';

test.each([
	// As DM cuts a long statement, a terminal or dm-top a long line, and a script a long text.
	['execute statement failed: INSERT INTO `a`.`b` VALUES (1,2,3...', ''],
	['the moon is down because the tide …', ''],
	['the moon is down: A DDL canno…parsed', ''],
	['write failed', 'Error 1105 (HY000): other error: (1.2 megabytes…)'],
])('a text that is cut is said to be, whether the error is known or not: %s', (message, rawCause) => {
	const fields = fieldsOf(processError({message, rawCause}));
	expect(linesOf(fields, 'note')).toContain(cutNote);
	expect(linesOf(fields, 'message')).toEqual([message]);
});

test.each([
	['the moon is down', ''],
	// The statement is cut, the reason is not.
	['execute statement failed: INSERT INTO `a`.`b` VALUES (1,2,3...', 'Error 1062 (23000): Duplicate entry'],
	['... retrying', ''],
])('a text that tells its reason is not: %s', (message, rawCause) => {
	expect(linesOf(fieldsOf(processError({message, rawCause})), 'note') ?? []).not.toContain(cutNote);
});

const failedDdl = (sql: string) =>
	processError({
		code: 10_006,
		class: 'database',
		scope: 'downstream',
		level: 'high',
		type: 'ExecSQL',
		message: `${place}, origin SQL: [${sql}]: execute statement failed: ${sql}`,
		rawCause: 'Error 8200 (HY000): Unsupported drop primary key',
	});

test('the page of a DDL says what happened, where, what to do and what not to do', () => {
	const error = failedDdl('ALTER TABLE `shop`.`orders` DROP PRIMARY KEY');
	const fields = fieldsOf(error);
	expect(linesOf(fields, 'position')).toEqual(['mysql-bin.000141:17491']);
	expect(linesOf(fields, 'until')).toEqual(['mysql-bin.000141:17535']);
	expect(linesOf(fields, 'GTID set')).toEqual(['a:1-8']);
	expect(linesOf(fields, 'statement')).toEqual(['ALTER TABLE `shop`.`orders` DROP PRIMARY KEY']);
	expect(linesOf(fields, 'class')).toEqual(['code 10006, database, downstream scope, high level, ExecSQL']);
	expect(linesOf(fields, 'message')).toEqual([error.message]);
	expect(linesOf(fields, 'raw cause')).toEqual([error.rawCause]);
	const {what, cause, steps} = explainError(error);
	expect(linesOf(fields, 'what')).toEqual([what]);
	expect(linesOf(fields, 'usual cause')).toEqual([cause]);
	expect(linesOf(fields, 'what to do')).toEqual(steps.map((step, index) => `${index + 1}. ${step}`));
	expect(fields.map(({label}) => label)).toEqual(
		[
			'what',
			'why',
			'position',
			'until',
			'GTID set',
			'table',
			'side',
			'address',
			'statement',
			'usual cause',
			'how to check',
			'what to do',
			'do not',
			'retries',
			'in dm-top',
			'more',
			'class',
			'message',
			'raw cause',
		].filter(label => linesOf(fields, label) !== undefined),
	);
	const weights = Object.groupBy(fields, ({weight}) => weight ?? 'plain');
	expect(weights.main?.map(({label}) => label)).toEqual(['what to do']);
	expect(weights.warning?.map(({label}) => label)).toEqual(['what', 'do not']);
	expect(weights.quiet?.map(({label}) => label)).toEqual(['more', 'class', 'message', 'raw cause']);
});

test('operations have the same names as on the screens, and those that are warned of say so', () => {
	const fields = fieldsOf(failedDdl('ALTER TABLE `shop`.`orders` DROP PRIMARY KEY'));
	expect(linesOf(fields, 'in dm-top')).toEqual(['<pause>, <binlog-skip> (mind what not to do)']);
});

test('a check says where to run it, and below it what the result means', () => {
	const error = processError({
		code: 10_001,
		class: 'database',
		rawCause: 'Error 1045 (28000): Access denied',
	});
	const {check} = explainError(error);
	expect(check.length).toBeGreaterThan(0);
	const lines = linesOf(fieldsOf(error), 'how to check') ?? [];
	expect(lines).toHaveLength(2 * check.length);
	expect(lines[0]).toBe(`${check[0]!.on}: ${check[0]!.run}`);
	expect(lines[1]).toBe(`  ${check[0]!.tells}`);
});

test('a table and its target', () => {
	const column = (rawCause: string) => linesOf(fieldsOf(processError({code: 36_058, rawCause})), 'table');
	const table = explainError(
		processError({message: 'sourceTable: `shop`.`orders_1`, targetTable: `shop`.`orders`, columns differ'}),
	).parts;
	expect([table.schema, table.table, table.target]).toEqual(['shop', 'orders_1', '`shop`.`orders`']);
	expect(
		linesOf(
			fieldsOf(
				processError({
					message: 'sourceTable: `shop`.`orders_1`, targetTable: `shop`.`orders`, columns differ',
				}),
			),
			'table',
		),
	).toEqual(['shop.orders_1 -> `shop`.`orders`']);
	expect(column("Table 'shop.orders' doesn't exist")).toEqual(['shop.orders']);
	expect(column('')).toBeUndefined();
});

test('an empty value has no field, and a stuck place has no end', () => {
	const fields = fieldsOf(processError({message: 'out of luck'}));
	for (const label of [
		'position',
		'until',
		'GTID set',
		'table',
		'address',
		'statement',
		'times',
		'note',
		'class',
		'raw cause',
	]) {
		expect(linesOf(fields, label), label).toBeUndefined();
	}

	expect(linesOf(fields, 'message')).toEqual(['out of luck']);
	const same = place.replace('17535', '17491');
	const standing = fieldsOf(processError({code: 36_069, message: `${same}: get binlog event error: x`}));
	expect(linesOf(standing, 'position')).toEqual(['mysql-bin.000141:17491']);
	expect(linesOf(standing, 'until')).toBeUndefined();
});

test('a long statement is folded after twelve lines, and says how many more there are', () => {
	const columns = Array.from({length: 30}, (_, index) => `\`column_${index}\` VARCHAR(100) NOT NULL`);
	const lines = linesOf(
		fieldsOf(failedDdl(`CREATE TABLE \`shop\`.\`orders\` (${columns.join(', ')})`)),
		'statement',
	)!;
	expect(lines).toHaveLength(13);
	expect(lines.at(-1)).toBe('(20 more lines; the full statement is in the message below)');
});

test('grouped errors show their count and their differences', () => {
	const error = processError({message: 'x'});
	expect(linesOf(fieldsOf(error, {count: 108, examples: ["'1'", "'2'"]}), 'times')).toEqual([
		"108: '1', '2'",
	]);
	expect(linesOf(fieldsOf(error, {isConsequence: true}), 'note')).toEqual([
		'It is only the result of a pause or of another error.',
	]);
});

test('multi-line texts stay multi-line', () => {
	const fields = fieldsOf(processError({message: 'one\ntwo', rawCause: 'three\nfour'}));
	expect(linesOf(fields, 'message')).toEqual(['one', 'two']);
	expect(linesOf(fields, 'raw cause')).toEqual(['three', 'four']);
});

test('an entry on its own: the advice, without a place or DM’s message', () => {
	const fields = entryFields(explainEntry(findEntryById('binlog-purged')!), nameOf);
	expect(fields.map(({label}) => label)).toEqual(
		['what', 'usual cause', 'how to check', 'what to do', 'do not', 'retries', 'in dm-top', 'more'].filter(
			label => linesOf(fields, label) !== undefined,
		),
	);
	expect(linesOf(fields, 'what')).toEqual([findEntryById('binlog-purged')!.what]);
	expect(fields[0]?.weight).toBe('warning');
});
