import {describe, expect, it} from 'vitest';
import {cluster, subtaskOf} from '../../cluster.js';
import {connected, matching, shop} from './connected.js';

describe('ShowDDLLocks and UnlockDDLLock', () => {
	const ddl = {do: 'shard-ddl', task: 'users', arrives: ['0s', 'never']};
	const sql = 'ALTER TABLE `shop`.`users` ADD COLUMN `c` INT';

	it('list and unlock a pessimistic lock', async () => {
		await using server = await connected(shop({events: [{at: '1s', sql, ...ddl}]}));
		await server.pass(60);
		expect(await server.call('ShowDDLLocks', {})).toStrictEqual({
			result: true,
			msg: '',
			locks: [
				{
					ID: 'users-`shop`.`users`',
					task: 'users',
					mode: 'pessimistic',
					owner: 'a',
					DDLs: [sql],
					synced: ['a'],
					unsynced: ['b'],
				},
			],
		});
		expect(await server.call('ShowDDLLocks', {task: 'orders'})).toStrictEqual({
			result: true,
			msg: 'no DDL lock exists',
			locks: [],
		});
		expect(await server.call('UnlockDDLLock', {ID: 'users'})).toStrictEqual({
			result: false,
			msg: "can't find task name from lock-ID",
		});
		expect(await server.call('UnlockDDLLock', {ID: 'users-`shop`.`users`', replaceOwner: 'b'})).toMatchObject(
			{
				result: false,
				msg: matching('code=38022'),
			},
		);
		expect(await server.call('UnlockDDLLock', {ID: 'users-`shop`.`users`'})).toStrictEqual({
			result: true,
			msg: '',
		});
		expect(await server.call('ShowDDLLocks', {})).toMatchObject({locks: []});
	});

	it('leave another lock of the same task as it is', async () => {
		await using server = await connected(
			shop({
				events: [
					{at: '1s', sql, ...ddl},
					{at: '20s', sql: sql.replaceAll('users', 'logins'), table: 'logins', ...ddl},
				],
			}),
		);
		await server.pass(60);
		const ids = async () => {
			const {locks} = await server.call('ShowDDLLocks', {task: 'users', sources: ['b']});
			return locks.map(lock => [lock.ID, ...lock.synced]);
		};

		// The second DDL lies behind the first in the binlog: nobody has come to it.
		expect(await ids()).toStrictEqual([['users-`shop`.`users`', 'a']]);
		await server.call('UnlockDDLLock', {ID: 'users-`shop`.`users`'});
		await server.pass(30);
		expect(await ids()).toStrictEqual([['users-`shop`.`logins`', 'a']]);
		expect(subtaskOf(server.simulation, 'users', 'a').sync?.unresolvedGroups).toMatchObject([
			{target: '`shop`.`logins`'},
		]);
	});

	it('name the table of an optimistic conflict, and need one source for it', async () => {
		const simulation = cluster({
			sources: [{name: 'a'}, {name: 'b'}],
			tasks: [
				{
					name: 'users',
					sources: ['a', 'b'],
					mode: 'incremental',
					target: 'shop.users',
					'shard-mode': 'optimistic',
				},
			],
			events: [{at: '2s', do: 'shard-conflict', task: 'users', source: 'b', sql}],
		});
		await using server = await connected(simulation);
		await server.pass(20);
		const {locks} = await server.call('ShowDDLLocks', {});
		expect(locks).toMatchObject([
			{
				mode: 'optimistic',
				owner: 'b-`shop_02`.`users_2`',
				synced: ['a-`shop_01`.`users_2`'],
				unsynced: ['b-`shop_02`.`users_2`'],
			},
		]);
		const unlock = {ID: 'users-`shop`.`users`', op: 'SkipLock', database: 'shop_02'} as const;
		expect(await server.call('UnlockDDLLock', {...unlock, table: 'users_2'})).toStrictEqual({
			result: false,
			msg: 'optimistic locks should have only one source',
		});
		expect(await server.call('UnlockDDLLock', {...unlock, sources: ['b'], table: 'users_1'})).toMatchObject({
			result: false,
			msg: matching('code=38020'),
		});
		expect(await server.call('UnlockDDLLock', {...unlock, sources: ['b'], table: 'users_2'})).toStrictEqual({
			result: true,
			msg: '',
		});
	});
});
