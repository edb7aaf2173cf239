import {describe, expect, it} from 'vitest';
import {ask, cluster, pass, subtaskOf, syncOf} from '../cluster.js';

describe('sharding DDL', () => {
	const shards = (mode: string, event: Record<string, unknown>) =>
		cluster({
			sources: [{name: 'a'}, {name: 'b'}, {name: 'c'}],
			tasks: [
				{
					name: 'orders',
					sources: ['a', 'b', 'c'],
					mode: 'incremental',
					'shard-mode': mode,
					target: 'shop.orders',
				},
			],
			events: [{at: '5s', task: 'orders', sql: 'ALTER TABLE `shop`.`orders` ADD COLUMN `c` INT', ...event}],
		});

	it('blocks sources that reached it until the last one has, in DM’s own words', () => {
		const simulation = shards('pessimistic', {do: 'shard-ddl', arrives: ['0s', '60s', '150s']});
		pass(simulation, 50);
		const held = syncOf(simulation, 'orders', 'a');
		expect(held).toMatchObject({
			blockingDDLs: ['ALTER TABLE `shop`.`orders` ADD COLUMN `c` INT'],
			secondsBehindMaster: 0,
			recentRps: 0,
			unresolvedGroups: [{target: '`shop`.`orders`', unsynced: []}],
		});
		expect(held.unresolvedGroups[0]?.synced).toHaveLength(3);
		expect(held.unresolvedGroups[0]?.firstLocation).toMatch(
			/^position: \(mysql-bin\.\d+, \d+\), gtid-set: /v,
		);
		expect(syncOf(simulation, 'orders', 'c')).toMatchObject({
			blockingDDLs: [],
			unresolvedGroups: [
				{
					target: '`shop`.`orders`',
					DDLs: [],
					firstLocation: '',
					synced: [],
					unsynced: ["this DM-worker doesn't receive any shard DDL of this group"],
				},
			],
		});
		expect(subtaskOf(simulation, 'orders', 'a').unresolvedDDLLockID).toBe('');
		pass(simulation, 80);
		expect(syncOf(simulation, 'orders', 'a').syncerBinlog).toBe(held.syncerBinlog);
		expect(syncOf(simulation, 'orders', 'b').blockingDDLs).toHaveLength(1);
		pass(simulation, 60);
		for (const source of ['a', 'b', 'c']) {
			expect(syncOf(simulation, 'orders', source)).toMatchObject({blockingDDLs: [], unresolvedGroups: []});
		}
	});

	it('of another task still blocks it when a task is deleted', () => {
		const sql = 'ALTER TABLE `shop`.`t` ADD COLUMN `c` INT';
		const simulation = cluster({
			sources: [{name: 'a'}, {name: 'b'}],
			tasks: ['orders', 'users'].map(name => ({
				name,
				sources: ['a', 'b'],
				mode: 'incremental',
				'shard-mode': 'pessimistic',
				target: `shop.${name}`,
			})),
			events: ['orders', 'users'].map(task => ({
				at: '5s',
				task,
				sql,
				do: 'shard-ddl',
				arrives: ['0s', '600s'],
			})),
		});
		pass(simulation, 60);
		const blocked = () => syncOf(simulation, 'users', 'a').blockingDDLs.length;
		expect(simulation.locks.size).toBe(2);
		expect(blocked()).toBe(1);
		expect(ask(simulation, 'Delete')).toMatchObject({result: true});
		expect(simulation.locks.keys().toArray()).toEqual(['users-`shop`.`users`']);
		expect(blocked()).toBe(1);
	});

	it('names the lock only while its DDL is being executed', () => {
		const simulation = shards('pessimistic', {do: 'shard-ddl', arrives: ['0s']});
		const ids: string[] = [];
		for (let second = 0; second < 60; second++) {
			pass(simulation, 1);
			ids.push(subtaskOf(simulation, 'orders', 'a').unresolvedDDLLockID);
		}

		expect(new Set(ids)).toStrictEqual(new Set(['', 'orders-`shop`.`orders`']));
		expect(ids.filter(Boolean).length).toBeLessThanOrEqual(7);
	});

	it('reports a conflict in optimistic mode on the source that has it, and blocks no other', () => {
		const simulation = shards('optimistic', {do: 'shard-conflict', source: 'b', for: '2m'});
		pass(simulation, 60);
		expect(syncOf(simulation, 'orders', 'b')).toMatchObject({
			blockDDLOwner: 'b-`shop_02`.`orders_2`',
			conflictMsg: expect.stringContaining('there will be conflicts if DDLs [ALTER TABLE') as string,
			recentRps: 0,
		});
		expect(syncOf(simulation, 'orders', 'a')).toMatchObject({blockDDLOwner: '', conflictMsg: ''});
		expect(syncOf(simulation, 'orders', 'a').recentRps).toBeGreaterThan(0);
		pass(simulation, 90);
		expect(syncOf(simulation, 'orders', 'b').conflictMsg).toBe('');
	});
});
