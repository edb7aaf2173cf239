import {describe, expect, it} from 'vitest';
import type {DdlLock} from '../../../source/providers/provider.js';
import {readFixture} from '../../dm/recorded.js';
import {entry, syncing, Watched} from '../watched.js';

const recorded = (scenario: string): string => readFixture(`dm-v7.5/${scenario}/v1alpha1-status.json`);

const text = recorded('ddl-lock-and-sync-errors');

const listed = (id: string, rest: Partial<DdlLock> = {}): DdlLock => ({
	id,
	task: 'orders',
	mode: 'pessimistic',
	owner: 's1',
	ddls: ['ALTER TABLE `db`.`t` ADD COLUMN `c` INT'],
	synced: ['s1'],
	unsynced: ['s2'],
	...rest,
});

/** The locks as dmctl's `shard-ddl-lock` printed them. */
const printed = (): DdlLock[] => {
	const {locks} = JSON.parse(readFixture('dm-v7.5/live-2/lock-both-modes-dmctl.json')) as {
		locks: Array<Omit<DdlLock, 'id' | 'ddls'> & {readonly ID: string; readonly DDLs: string[]}>;
	};
	return locks.map(({ID, DDLs, ...rest}) => ({...rest, id: ID, ddls: DDLs}));
};

const group = (target: string, ddl: string) => ({target, DDLs: [ddl], synced: ['`a`.`t`'], unsynced: []});

describe('locks from the status alone', () => {
	it('name the table, the DDL, who has reached it and who has not', () => {
		const watched = new Watched().document(text);
		const since = watched.now;
		watched.wait(8).document(text);
		expect(watched.view().locks).toEqual([
			{
				id: 'shard-`shard`.`t`',
				task: 'shard',
				table: '`shard`.`t`',
				mode: 'pessimistic',
				ddls: ['ALTER TABLE `shard`.`t` ADD COLUMN `c1` INT'],
				owner: '',
				conflict: '',
				synced: ['mysql-replica-01'],
				waiting: ['mysql-replica-02'],
				unsyncedTables: [],
				since,
				isSinceSeen: false,
			},
		]);
		expect(watched.view().areLocksListed).toBe(false);
		expect(watched.task('shard').locks).toEqual(watched.view().locks);
	});

	it('do not exist if nothing waits', () => {
		const {locks} = new Watched().document(recorded('syncing')).view();
		expect(locks).toEqual([]);
	});

	it('report a conflict of the optimistic mode, and which table causes it', () => {
		const watched = new Watched().document(readFixture('field/optimistic-conflict.json'));
		const [lock, ...others] = watched.view().locks;
		expect(others).toEqual([]);
		expect(lock).toMatchObject({
			id: 'shop-`shop`.`orders`',
			mode: 'optimistic',
			owner: '`shop_1`.`orders_1`',
			ddls: ['ALTER TABLE `shop`.`orders` MODIFY COLUMN `a` VARCHAR(10)'],
			waiting: ['replica-a'],
		});
		expect(lock?.conflict).toContain('incompatible types');
	});

	it('name the tables of a source that have not reached the DDL', () => {
		const unresolved = {...group('`db`.`t`', 'ALTER'), unsynced: ['`a`.`t2`']};
		const watched = new Watched().part(entry('s1', [syncing('orders', {unresolvedGroups: [unresolved]})]));
		expect(watched.view().locks).toMatchObject([{synced: [], waiting: ['s1'], unsyncedTables: ['`a`.`t2`']}]);
	});

	it('are known by their ID if DM gives no more', () => {
		const held = (source: string) =>
			entry(source, [syncing('orders', {}, {unresolvedDDLLockID: 'orders-`db`.`t`'})]);
		const watched = new Watched().part(held('s1'));
		const since = watched.now;
		watched.wait(5).part(held('s2'));
		expect(watched.view().locks).toEqual([
			{
				id: 'orders-`db`.`t`',
				task: 'orders',
				table: '`db`.`t`',
				mode: '',
				ddls: [],
				owner: '',
				conflict: '',
				synced: ['s1', 's2'],
				waiting: [],
				unsyncedTables: [],
				since,
				isSinceSeen: false,
			},
		]);
	});

	it('last since they began, not since the one before them did', () => {
		const look = (watched: Watched, ddl: string) =>
			watched.part(entry('s1', [syncing('orders', {unresolvedGroups: [group('`db`.`t`', ddl)]})]));
		const watched = look(look(new Watched(), 'ALTER 1').wait(40), 'ALTER 2');
		const since = watched.now;
		look(watched.wait(3), 'ALTER 2');
		expect(watched.view().locks).toMatchObject([{ddls: ['ALTER 2'], since}]);
	});
});

describe('dm-master’s list of locks', () => {
	it('has what the status lacks, and the other way round', () => {
		const watched = new Watched().document(readFixture('dm-v7.5/live-2/lock-pessimistic-v1alpha1.json'));
		const since = watched.now;
		expect(watched.view().locks.map(({id, isListed}) => [id, isListed])).toEqual([
			['shardp-`shardp`.`t`', undefined],
		]);
		watched.wait(10).locks(printed());
		const {locks, areLocksListed} = watched.view();
		expect(areLocksListed).toBe(true);
		expect(locks).toEqual([
			{
				id: 'shardp-`shardp`.`t`',
				task: 'shardp',
				table: '`shardp`.`t`',
				mode: 'pessimistic',
				ddls: ['ALTER TABLE `shardp`.`t` ADD COLUMN `c3` INT'],
				owner: 'mysql-replica-01',
				conflict: '',
				synced: ['mysql-replica-01'],
				waiting: ['mysql-replica-02'],
				unsyncedTables: [],
				since,
				isSinceSeen: false,
				isListed: true,
			},
			{
				id: 'shardo-`shardo`.`t`',
				task: 'shardo',
				table: '',
				mode: 'optimistic',
				ddls: [],
				owner: '',
				conflict: '',
				synced: ['mysql-replica-03-`shardo_3`.`t_1`'],
				waiting: [
					'mysql-replica-01-`shardo_1`.`t_1`',
					'mysql-replica-01-`shardo_1`.`t_2`',
					'mysql-replica-02-`shardo_2`.`t_1`',
					'mysql-replica-02-`shardo_2`.`t_2`',
					'mysql-replica-03-`shardo_3`.`t_2`',
				],
				unsyncedTables: [],
				since: watched.now,
				isSinceSeen: false,
				isListed: true,
			},
		]);
	});

	it('is known with the task, as long as the lock exists', () => {
		const watched = new Watched().part(entry('s1', [syncing('orders'), syncing('users')]));
		const users = watched.task('users');
		watched.locks([listed('orders-`db`.`t`')]);
		const since = watched.now;
		expect(watched.task('orders').locks).toMatchObject([{id: 'orders-`db`.`t`', owner: 's1', since}]);
		expect(watched.task('users').subtasks).toBe(users.subtasks);
		watched.wait(30).locks([listed('orders-`db`.`t`'), listed('orders-`db`.`u`')]);
		expect(watched.task('orders').locks).toMatchObject([
			{since, isSinceSeen: false},
			{since: watched.now, isSinceSeen: true},
		]);
		watched.wait(30).locks([]);
		expect(watched.task('orders').locks).toEqual([]);
		expect(watched.view().locks).toEqual([]);
	});

	it('does not hide a lock that only the status reports: it cannot be unlocked', () => {
		const held = {unresolvedGroups: [{...group('`db`.`t`', 'ALTER'), unsynced: ['`a`.`t2`']}]};
		const watched = new Watched().part(entry('s1', [syncing('orders', held)])).wait(1);
		watched.locks([listed('orders-`db`.`other`')]);
		expect(watched.view().locks.map(({id, isListed}) => [id, isListed])).toEqual([
			['orders-`db`.`t`', false],
			['orders-`db`.`other`', true],
		]);
	});

	it('distinguishes two conflicts of one lock by the table that causes each', () => {
		const conflict = {blockDDLOwner: 's1-`a`.`t`', conflictMsg: '[code=11111] conflict'};
		const watched = new Watched().part(entry('s1', [syncing('orders', conflict)])).wait(4);
		const two = ['s1-`a`.`t`', 's2-`b`.`t`'].map(owner =>
			listed('orders-`db`.`t`', {mode: 'optimistic', owner}),
		);
		watched.locks(two).wait(2).locks(two);
		expect(
			watched.view().locks.map(({owner, conflict: said, since}) => [owner, said, watched.now - since]),
		).toEqual([
			['s1-`a`.`t`', '[code=11111] conflict', 6000],
			['s2-`b`.`t`', '', 2000],
		]);
	});

	it('is kept for a task that is otherwise unknown', () => {
		const watched = new Watched().locks([listed('gone-`db`.`t`', {task: 'gone'})]);
		expect(watched.view().locks).toMatchObject([{id: 'gone-`db`.`t`', task: 'gone', isListed: true}]);
		expect(watched.tasks()).toEqual([]);
	});

	it('that is not available leaves the locks of the status, and says why', () => {
		const watched = new Watched().document(text).locks([listed('orders-`db`.`t`')]);
		watched.locks([], 'm1 does not speak gRPC');
		expect(watched.view()).toMatchObject({
			areLocksListed: false,
			lockProblem: {what: 'm1 does not speak gRPC'},
			locks: [{id: 'shard-`shard`.`t`'}],
		});
		expect(watched.view().locks[0]?.isListed).toBeUndefined();
	});
});

describe('the result of an operation', () => {
	it('is an event at its own time, in order with the others', () => {
		const watched = new Watched()
			.part(entry('s1', [syncing('orders')]))
			.wait(2)
			.part(entry('s1', [syncing('orders'), syncing('users')]))
			.wait(2)
			.part(entry('s1', [syncing('billing'), syncing('orders'), syncing('users')]));
		const told = (outcome: 'under-way' | 'done' | 'failed' | 'unknown', seconds: number) => {
			watched.observe({
				kind: 'operation',
				at: watched.now + seconds * 1000,
				outcome,
				subject: 'orders/s1',
				text: outcome,
				detail: outcome === 'failed' ? ['why'] : [],
				task: 'orders',
				source: 's1',
			});
		};

		told('under-way', -3);
		told('done', -1);
		told('failed', 0);
		told('unknown', 1);
		expect(watched.events()).toEqual([
			'orders/s1: under-way',
			'users: appeared',
			'orders/s1: done',
			'billing: appeared',
			'orders/s1: failed',
			'orders/s1: unknown',
		]);
		const [unknown, failed, , done, , begun] = watched.view().events;
		expect([unknown, failed, done, begun].map(event => event?.health)).toEqual([
			'silent',
			'error',
			'running',
			'changing',
		]);
		expect(failed).toMatchObject({detail: ['why'], task: 'orders', source: 's1'});
	});
});
