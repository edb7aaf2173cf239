/** The validation of a task: which rows differ, how the validators stand, and what is said where there is nothing to show. */
import {describe, expect, it, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {layoutColumns} from '../../../source/components/table/layout.js';
import type {
	RowDifference,
	ValidatedTable,
	ValidationStatus,
	Validator,
} from '../../../source/providers/readers.js';
import {validationList} from '../../../source/screens/lists/validation.js';
import {cellsOf, foundBy, previewOf} from '../drawing.js';

type Asked = Parameters<typeof validationList>[1];

const difference = (id: string, rest: Partial<RowDifference> = {}): RowDifference => ({
	id,
	source: 'mysql-01',
	from: '`shop`.`users`',
	fromRow: '[1, anna]',
	to: '`target`.`people`',
	toRow: '[1, bert]',
	type: 'Column data not matched',
	state: 'new',
	time: '2026-11-28 10:00:00',
	message: 'checked twice',
	...rest,
});

const validatorOf = (source: string, rest: Partial<Validator>): Validator => ({
	task: 'orders',
	source,
	mode: 'full',
	stage: 'Running',
	position: '',
	gtid: '',
	processed: '10/2/1',
	pending: '3/0/0',
	errors: '1/0/0',
	problems: [],
	...rest,
});

const tableOf = (from: string, message: string): ValidatedTable => ({
	source: 'mysql-01',
	from,
	to: '`target`.`people`',
	stage: 'Running',
	message,
});

const validators: ValidationStatus = {
	validators: [
		validatorOf('mysql-01', {}),
		validatorOf('mysql-02', {mode: 'fast', stage: 'Stopped', problems: ['connection refused']}),
	],
	tables: [tableOf('`shop`.`log`', 'no primary key'), tableOf('`shop`.`users`', '')],
	missing: 'mysql-03',
};

const told = (differing: readonly RowDifference[], status = validators): Asked => ({
	answer: {kind: 'validation', status, differences: {rows: differing, missing: ''}},
	isAsking: false,
});

const problemOf = (what: string) => ({what, fix: '', detail: ''});
const listOf = (asked: Asked) => validationList({kind: 'validation', task: 'orders'}, asked);
const rows = [
	difference('1', {state: 'ignored', time: '2026-11-28 12:00:00'}),
	difference('2', {message: ''}),
	difference('10', {time: '2026-11-28 11:00:00', source: 'mysql-02', from: '`shop`.`items`'}),
];
const list = () => listOf(told(rows));

describe('a row that differs', () => {
	it('shows its key, where, what and when; new ones first, the latest of them on top', () => {
		expect(cellsOf(list(), ['id', 'state', 'source', 'from', 'type', 'time'])).toEqual([
			'10 new mysql-02 `shop`.`items` Column data not matched 2026-11-28 11:00:00',
			'2 new mysql-01 `shop`.`users` Column data not matched 2026-11-28 10:00:00',
			'1 ignored mysql-01 `shop`.`users` Column data not matched 2026-11-28 12:00:00',
		]);
	});

	it('is a problem while it is new', () => {
		expect(list().rows.map(row => [lineText(list().sign(row)), list().isProblem(row)])).toEqual([
			[' ', false],
			['!', true],
			['!', true],
		]);
	});

	it('is shown with its values on both sides below the table', () => {
		expect(previewOf(list(), '1')).toEqual([
			'difference  Column data not matched  2026-11-28 12:00:00',
			'upstream    `shop`.`users`  [1, anna]',
			'downstream  `target`.`people`  [1, bert]',
			'DM          checked twice',
		]);
		expect(previewOf(list(), '2').at(-1)).toBe('downstream  `target`.`people`  [1, bert]');
		expect(previewOf(list(), '1', {width: 30}).slice(0, 2)).toEqual([
			'difference  Column data not',
			expect.stringMatching(/^ {12}\S/v),
		]);
		expect(list().caption!(rows[0]!)).toBe('difference 1');
		expect(list().open(rows[0]!)).toBeUndefined();
	});
});

test.each([
	['ignored', ['1']],
	['mysql-02', ['10']],
	['items', ['10']],
	['people', ['1', '10', '2']],
	['anna', ['1', '10', '2']],
	['bert', ['1', '10', '2']],
	['matched', ['1', '10', '2']],
	['id:10', ['10']],
])('a filter %s keeps %j', (text, kept) => {
	expect(
		foundBy(list(), text)
			.map(({id}) => id)
			.toSorted(),
	).toEqual(kept);
});

test('the text above the table shows the validators, what they cannot validate, and who did not answer', () => {
	expect(lineText(list().title)).toBe('orders  validation');
	expect(list().head?.map(line => lineText(line))).toEqual([
		' mysql-01  Running full  errors 1/0/0   pending 3/0/0   processed 10/2/1',
		' mysql-02  Stopped fast  errors 1/0/0   pending 3/0/0   processed 10/2/1',
		'   connection refused',
		' mysql-01  `shop`.`log`  not validated: no primary key',
		' not all answered: mysql-03',
	]);
	expect(
		list()
			.head![0]!.slice(-2)
			.map(({style}) => style),
	).toEqual(['dim', 'dim']);
	const stages = list().head!.flatMap(line => line.filter(({text}) => /^(?:Running|Stopped) $/v.test(text)));
	expect(stages.map(({style}) => style)).toEqual(['good', 'warn']);
	expect(listOf(told([], {...validators, validators: [], tables: [], missing: ''})).head).toEqual([]);
});

test('no column is wider than its words', () => {
	const wide = layoutColumns(list().columns, 77);
	expect(Object.fromEntries(wide.map(({column, width}) => [column.id, width]))).toMatchObject({
		id: 2,
		state: 7,
		type: 22,
	});
});

test('an older answer stays, marked as old, next to the problem since', () => {
	const older = listOf({...told(rows), problem: problemOf('worker-1 did not answer')});
	expect(older.rows).toEqual(rows);
	expect(older.isStale(rows[0]!)).toBe(true);
	expect(lineText(older.head![0]!)).toBe(' worker-1 did not answer');
	expect(listOf(told(rows)).isStale(rows[0]!)).toBe(false);
});

test('an empty table says why it is empty', () => {
	const never = problemOf('[code=43006:class=dm-worker] validator not found');
	const notStarted = 'This task is not validated: o starts it.';
	expect(listOf({isAsking: true}).empty).toBe('Asking DM …');
	expect(listOf({isAsking: false}).empty).toBe('DM was not asked.');
	expect(listOf({isAsking: false, problem: problemOf('no answer')}).empty).toBe('no answer');
	expect(listOf({isAsking: false, problem: never}).empty).toBe(notStarted);
	expect(listOf({isAsking: false, problem: problemOf('code=430061')}).empty).toBe('code=430061');
	expect(listOf({isAsking: false, problem: never}).head).toEqual([]);
	expect(listOf(told([], {...validators, validators: []})).empty).toBe(notStarted);
	const whole = {validators: [validatorOf('mysql-01', {})], tables: [], missing: ''};
	expect(listOf(told([], whole)).empty).toBe('No differences.');
	for (const part of [
		{missing: 'mysql-03'},
		{validators: validators.validators},
		{tables: validators.tables},
	]) {
		expect(listOf(told([], {...whole, ...part})).empty).toBe(
			'No differences are known. Not everything is compared at the moment, see above.',
		);
	}

	expect(listOf({isAsking: false}).rows).toEqual([]);
});
