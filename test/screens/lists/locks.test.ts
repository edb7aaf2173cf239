/** The list of DDL locks: what a row shows, the text below the table, and how it is filtered. */
import {describe, expect, it, test} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {layoutColumns} from '../../../source/components/table/layout.js';
import {formatMoment} from '../../../source/components/quantity.js';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import type {DiagnosedView} from '../../../source/findings/diagnosis.js';
import type {LockView} from '../../../source/monitor/lock-view.js';
import {lockRowId, locksList} from '../../../source/screens/lists/locks.js';
import {entry, noon, refusal, syncing, Watched} from '../../monitor/watched.js';
import {cellOf, cellsOf, drawingOf, foundBy, previewOf, sortedBy} from '../drawing.js';

const pessimistic: LockView = {
	id: 'orders-`shop`.`users`',
	task: 'orders',
	table: '`shop`.`users`',
	mode: 'pessimistic',
	ddls: ['ALTER TABLE `shop`.`users` ADD COLUMN `age` INT'],
	owner: 'mysql-01',
	conflict: '',
	synced: ['mysql-01', 'mysql-02'],
	waiting: ['mysql-03'],
	unsyncedTables: ['mysql-03-`shop_3`.`users_1`', 'mysql-03-`shop_3`.`users_2`'],
	since: noon - 125_000,
	isSinceSeen: true,
};
const conflicting: LockView = {
	...pessimistic,
	id: 'stock-`shop`.`items`',
	task: 'stock',
	table: '',
	mode: 'optimistic',
	ddls: ['ALTER TABLE `shop`.`items` DROP COLUMN `x`'],
	owner: 'mysql-01-`shop_1`.`items`',
	conflict: 'schemas differ in column x',
	synced: ['mysql-01-`shop_1`.`items`'],
	waiting: ['mysql-02-`shop_2`.`items`'],
	unsyncedTables: [],
	since: noon - 10_000,
	isSinceSeen: false,
};
const free: LockView = {
	...pessimistic,
	id: 'audit-2',
	task: 'audit',
	table: '',
	owner: '',
	ddls: [],
	synced: ['mysql-01'],
	waiting: [],
	unsyncedTables: [],
	since: noon - 3000,
};
const another: LockView = {...pessimistic, id: 'audit-10', task: 'audit', waiting: ['a', 'b', 'c', 'd']};

const listOf = (locks: readonly LockView[], rest: Partial<DiagnosedView> = {}) =>
	locksList(drawingOf({...new Watched().view(), locks, areLocksListed: true, ...rest}));
const list = () => listOf([free, pessimistic, conflicting, another]);
const tasksOf = (rows: readonly LockView[]): readonly string[] => rows.map(({id}) => id);

const moment = (secondsAgo: number): string => formatMoment(noon - secondsAgo * 1000, noon);

describe('a lock', () => {
	it('says how many shards have reached the DDL, for whom it waits, and since when', () => {
		expect(cellsOf(list(), ['task', 'mode', 'owner', 'synced', 'waiting', 'since'])).toEqual([
			`stock optimistic mysql-01-\`shop_1\`.\`items\` 1/2 mysql-02-\`shop_2\`.\`items\` ≥${moment(10)}`,
			`audit pessimistic mysql-01 2/6 a b c d ${moment(125)}`,
			`orders pessimistic mysql-01 2/3 mysql-03 ${moment(125)}`,
			`audit pessimistic - 1/1  ${moment(3)}`,
		]);
		expect(cellOf(list(), 'waiting', 3, 6)).toBe('a b +2');
		expect(cellOf(list(), 'lock', 1, 12)).toBe('…op`.`users`');
	});

	it('takes no more space than needed for the names of those it waits for', () => {
		const widthOf = (waiting: readonly string[]) => {
			const {min, max, preferredWidth} = listOf([{...pessimistic, waiting}]).columns.find(
				({id}) => id === 'waiting',
			)!;
			return [min, max, preferredWidth];
		};

		expect(widthOf(['s1', 's2'])).toEqual([5, 5, 5]);
		expect(widthOf(Array.from({length: 20}, (_, index) => `s${index + 10}`))).toEqual([16, 60, 79]);
	});

	it('is a problem while it waits for a shard, and an error if the DDL conflicts', () => {
		const {rows, isProblem, isStale, sign} = list();
		expect(rows.map(row => lineText(sign(row))).join('')).toBe('●!✗!');
		expect(tasksOf(rows.filter(row => !isProblem(row)))).toEqual(['audit-2']);
		expect(rows.some(row => isStale(row))).toBe(false);
	});

	it('leads to its task', () => {
		expect(list().open(pessimistic)).toEqual({kind: 'task', task: 'orders'});
	});

	it('has its own name even if an optimistic one occurs twice', () => {
		const others = [
			conflicting,
			{...conflicting, waiting: []},
			{...conflicting, owner: ''},
			{...conflicting, id: 'x'},
		];
		expect(new Set(others.map(lock => lockRowId(lock))).size).toBe(others.length);
	});
});

describe('the order', () => {
	it('begins with conflicts, then those that wait, with natural order of names', () => {
		expect(tasksOf(list().rows.toSorted(list().compare))).toEqual([
			'stock-`shop`.`items`',
			'audit-10',
			'orders-`shop`.`users`',
			'audit-2',
		]);
	});

	it('by the number of those it waits for begins with the least, by its beginning with the oldest', () => {
		expect(sortedBy(list(), 'synced').map(({waiting}) => waiting.length)).toEqual([0, 1, 1, 4]);
		expect(sortedBy(list(), 'since').map(({since}) => (noon - since) / 1000)).toEqual([125, 125, 10, 3]);
		const descending = list().columns.filter(column => column.descending);
		expect(descending.map(({id}) => id)).toEqual(['synced']);
	});
});

test.each([
	['shop', ['orders-`shop`.`users`', 'stock-`shop`.`items`']],
	['stock', ['stock-`shop`.`items`']],
	['optimistic', ['stock-`shop`.`items`']],
	['mysql-01-', ['stock-`shop`.`items`']],
	['mysql-03', ['orders-`shop`.`users`']],
	['mysql-02 users', ['orders-`shop`.`users`']],
	['"add column" orders', ['orders-`shop`.`users`']],
	['"audit-2 audit pessimistic"', ['audit-2']],
])('a filter %s keeps %j', (text, kept) => {
	expect(tasksOf(foundBy(listOf([free, pessimistic, conflicting]), text)).toSorted()).toEqual(kept);
});

describe('the text below the table', () => {
	const since = formatMoment(pessimistic.since, noon);

	it('shows the DDL, for whom it waits with its tables, who waits, and who runs it', () => {
		expect(previewOf(list(), list().id(pessimistic))).toEqual([
			'DDL     ALTER TABLE `shop`.`users` ADD COLUMN `age` INT',
			'! mysql-03  the others wait for it: it has not reached the DDL: `shop_3`.`users_1`, `shop_3`.`users_2`',
			'✓ mysql-01  has reached it and waits; as the owner it runs the DDL downstream',
			'✓ mysql-02  has reached it and waits',
			`lock ID orders-\`shop\`.\`users\`   pessimistic, since ${since} (2m); the status of the subtasks shows it; dm-master does`,
			'        not list it',
		]);
	});

	it('shows for an optimistic lock the conflicting DDL, and what DM says about it', () => {
		expect(previewOf(list(), list().id(conflicting)).slice(1)).toEqual([
			'! mysql-02  has not run it: `shop_2`.`items`',
			'✓ mysql-01  has run it: `shop_1`.`items`',
			'differs mysql-01-`shop_1`.`items` holds the DDL that conflicts with the others',
			'DM      schemas differ in column x',
			`lock ID stock-\`shop\`.\`items\`   optimistic, seen since ${formatMoment(conflicting.since, noon)}, maybe longer; the status of the subtasks shows it;`,
			'        dm-master does not list it',
		]);
	});

	it('shows who reported it', () => {
		const noteOf = (lock: LockView, rest: Partial<DiagnosedView>) => {
			const one = listOf([lock], rest);
			return previewOf(one, one.id(lock), {width: 300}).at(-1)!.split('(2m); ', 2)[1];
		};

		expect(noteOf({...pessimistic, isListed: true}, {})).toBe('dm-master lists it');
		expect(noteOf(pessimistic, {areLocksListed: false})).toBe('the status of the subtasks shows it');
		const lockProblem = {what: 'no answer within 5 s', fix: '', detail: ''};
		expect(noteOf(pessimistic, {areLocksListed: false, lockProblem})).toBe(
			'the status of the subtasks shows it; dm-master’s own list: no answer within 5 s',
		);
	});

	it('takes no more space than there is', () => {
		expect(previewOf(list(), list().id(pessimistic), {height: 2})).toHaveLength(2);
	});
});

test('an empty list says so, and whether dm-master answered', () => {
	expect(listOf([]).empty).toBe('No sharded table waits for a DDL.');
	expect(listOf([], {lockProblem: {what: 'no answer', fix: '', detail: ''}}).empty).toBe(
		'No sharded table waits for a DDL, as far as the status shows. dm-master’s own list: no answer',
	);
	expect(lineText(listOf([]).title)).toBe('DDL locks');
});

test('a lock of which nobody is known to be waited for is a problem while it holds a source', () => {
	const held = {
		blockingDDLs: ['ALTER TABLE t ADD c INT'],
		unresolvedGroups: [{target: '`s`.`t`', DDLs: [], firstLocation: '', synced: ['`s`.`t1`'], unsynced: []}],
	};
	const watched = new Watched().whole(entry('a', [syncing('shop', held)]), refusal('b', 'DeadlineExceeded'));
	const cluster = withDiagnosis(watched.view());
	expect(cluster.locks.map(({synced, waiting}) => [synced, waiting])).toEqual([[['a'], []]]);
	const {rows, isProblem} = locksList(drawingOf(cluster));
	expect(rows.map(row => isProblem(row))).toEqual([true]);
	expect(isProblem({...rows[0]!, task: 'another'})).toBe(false);
});

test('the owner of a lock is not known, rather than none, while dm-master does not list its locks', () => {
	const lockProblem = {what: 'no answer within 5 s', fix: '', detail: ''};
	const owners = (rest: Partial<DiagnosedView>) =>
		cellsOf(listOf([free, pessimistic], rest), ['task', 'owner']);
	expect(owners({})).toEqual(['orders mysql-01', 'audit -']);
	expect(owners({areLocksListed: false, lockProblem})).toEqual(['orders mysql-01', 'audit ?']);
});

test('at 80 columns the owner of a lock, whom the others wait for, and the table can be read', () => {
	const lock: LockView = {
		...pessimistic,
		id: 'customers-`shop`.`customers`',
		owner: 'mysql-shop-01',
		waiting: ['mysql-shop-04'],
	};
	const {columns} = listOf([lock]);
	const cells = layoutColumns(columns, 77).map(({column, width}) => lineText(column.draw(lock, width)));
	expect(cells).toContain('mysql-shop-01');
	expect(cells).toContain('mysql-shop-04');
	expect(cells[0]).toContain('`shop`.`customers`');
});
