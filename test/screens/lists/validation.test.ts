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
import {headLines} from '../../../source/screens/lists/binding/list.js';
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
	processed: 'insert/update/delete: 1000/2/1',
	pending: 'insert/update/delete: 3/0/0',
	errors: 'new/ignored/resolved: 0/0/0',
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

const headTexts = (asked: Asked) => listOf(asked).head?.map(line => lineText(line).trimEnd());

test('the text above the table shows who did not answer, the validators, and what they cannot validate', () => {
	expect(lineText(list().title)).toBe('orders  validation');
	expect(headTexts(told(rows))).toEqual([
		' not all answered: mysql-03',
		' mysql-02  Stopped fast  0 new, 0 ignored, 0 resolved   pending 3 inserted, 0 updated, 0 deleted   processed 1 000 inserted, 2 updated, 1 deleted',
		'   connection refused',
		' mysql-01  Running full  0 new, 0 ignored, 0 resolved   pending 3 inserted, 0 updated, 0 deleted   processed 1 000 inserted, 2 updated, 1 deleted',
		' mysql-01  `shop`.`log`  not validated: no primary key',
	]);
	const stages = list().head!.flatMap(line => line.filter(({text}) => /^(?:Running|Stopped) $/v.test(text)));
	expect(stages.map(({style}) => style)).toEqual(['warn', 'good']);
	expect(
		list()
			.head![3]!.slice(-2)
			.map(({style}) => style),
	).toEqual(['dim', 'dim']);
	expect(headTexts(told([], {...validators, validators: [], tables: [], missing: ''}))).toEqual([]);
});

test('what a list of differences lacks is told as well, once', () => {
	const answer = (missing: string): Asked => ({
		answer: {kind: 'validation', status: validators, differences: {rows: [], missing}},
		isAsking: false,
	});
	expect(headTexts(answer('mysql-04: no validator'))?.slice(0, 2)).toEqual([
		' not all answered: mysql-03',
		' not all answered: mysql-04: no validator',
	]);
	expect(headTexts(answer('mysql-03'))?.filter(text => text.includes('answered'))).toHaveLength(1);
});

test('validators at which nothing differs are one line, with their sums, below the others', () => {
	const quiet = ['mysql-01', 'mysql-02', 'mysql-03'].map(source => validatorOf(source, {}));
	const whole = {validators: quiet, tables: [], missing: ''};
	expect(headTexts(told([], whole))).toEqual([
		' mysql-01, mysql-02 and mysql-03  Running full  0 new, 0 ignored, 0 resolved   pending 9 inserted, 0 updated, 0 deleted   processed 3 000 inserted, 6 updated, 3 deleted',
	]);
	const differs = validatorOf('mysql-04', {errors: 'new/ignored/resolved: 1/0/4'});
	const unread = validatorOf('mysql-05', {errors: 'many', pending: '-'});
	expect(
		headTexts(told([{...rows[0]!, source: 'mysql-04'}], {...whole, validators: [...quiet, differs, unread]})),
	).toEqual([
		expect.stringMatching(/^ mysql-04 {25}Running full {2}1 new, 0 ignored, 4 resolved {3}pending 3/v),
		expect.stringMatching(/^ mysql-05 {25}Running full {2}many {3}pending - /v),
		expect.stringMatching(/^ mysql-01, mysql-02 and mysql-03 {2}Running/v),
	]);
});

test('rows that are counted and not listed are told: DM lists them once it has stored them', () => {
	const counted = {
		validators: [
			validatorOf('mysql-01', {errors: 'new/ignored/resolved: 2/1/7'}),
			validatorOf('mysql-02', {errors: 'new/ignored/resolved: 1/0/0'}),
		],
		tables: [],
		missing: '',
	};
	const more = (text: string) =>
		` ${text}, not listed yet: DM lists what it has stored, by default every 5 min.`;
	expect(headTexts(told([], counted))?.slice(0, 2)).toEqual([
		more('mysql-01: 3 rows more'),
		more('mysql-02: 1 row more'),
	]);
	expect(listOf(told([], counted)).empty).toBe('Rows differ, but none is listed yet, see above.');
	expect(headTexts(told(rows, counted))?.slice(0, 1)).toEqual([more('mysql-01: 1 row more')]);
	const resolved = rows.map((row): RowDifference => ({...row, state: 'resolved'}));
	expect(headTexts(told(resolved, counted))?.[0]).toBe(more('mysql-01: 3 rows more'));
});

test('where the lines above the table do not fit, it does not say that they are findings', () => {
	const {head, headMore} = list();
	expect(headLines(head!, 2, headMore).map(line => lineText(line))).toEqual([
		' not all answered: mysql-03',
		'   and 4 more lines: a higher terminal shows all',
	]);
});

test('a wide table has the values of both rows, a narrow one what differs before when it was found', () => {
	const shown = (width: number) => layoutColumns(list().columns, width).map(({column}) => column.id);
	expect(shown(160)).toEqual(['id', 'state', 'source', 'from', 'type', 'time', 'upstream', 'downstream']);
	expect(shown(66)).toEqual(['id', 'state', 'source', 'from', 'type']);
});

test('no column is wider than its words', () => {
	const wide = layoutColumns(list().columns, 77);
	expect(Object.fromEntries(wide.map(({column, width}) => [column.id, width]))).toMatchObject({
		id: 2,
		state: 7,
		type: 23,
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
