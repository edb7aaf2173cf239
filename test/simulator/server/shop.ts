import type {Simulation} from '../../../source/simulator/model/model.js';
import {cluster, pass} from '../cluster.js';

/** Something for every operation and question: a relay, rows that differ, a task that is held, locks of both modes. */
export const shop = (): Simulation => {
	const simulation = cluster({
		workers: 4,
		sources: [{name: 'a', relay: true}, {name: 'b'}],
		tasks: [
			{name: 'orders', sources: ['a', 'b'], mode: 'incremental', target: 'shop.orders', validation: 'full'},
			{name: 'broken', sources: ['b'], mode: 'incremental', target: 'shop.stock'},
			{
				name: 'night',
				sources: ['a', 'b'],
				mode: 'incremental',
				'shard-mode': 'pessimistic',
				target: 'shop.users',
			},
			{
				name: 'day',
				sources: ['a', 'b'],
				mode: 'incremental',
				'shard-mode': 'optimistic',
				target: 'shop.carts',
			},
			{name: 'held', sources: ['a', 'b'], mode: 'incremental', target: 'shop.items', check: 'warnings'},
		],
		events: [
			{at: '1s', do: 'rows-differ', task: 'orders', source: 'a', rows: 2},
			{at: '2s', do: 'error', task: 'broken', error: 'bad-ddl'},
			{at: '2s', do: 'pause', task: 'held'},
			{
				at: '3s',
				do: 'shard-ddl',
				task: 'night',
				arrives: ['0s', 'never'],
				sql: 'ALTER TABLE `shop`.`users` ADD COLUMN c INT',
			},
			{
				at: '4s',
				do: 'shard-conflict',
				task: 'day',
				source: 'b',
				sql: 'ALTER TABLE `shop`.`carts` ADD COLUMN c INT NOT NULL',
			},
		],
	});
	// Errors of rows are stored every 300 s.
	pass(simulation, 700);
	return simulation;
};
