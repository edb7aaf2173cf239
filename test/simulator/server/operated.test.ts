import {describe, expect, it} from 'vitest';
import {operationKinds, type Operation} from '../../../source/providers/operation.js';
import {LiveSimulation} from '../../../source/simulator/running/live.js';
import {watchSimulation} from '../../../source/simulator/simulator.js';
import {quickProvider} from '../../providers/dm-master/quick.js';
import {signal} from '../../providers/dm-master/readers/reading.js';
import {HandClock, Served} from './served.js';
import {shop} from './shop.js';

describe('every operation', () => {
	const orders = {task: 'orders', sources: []};
	const onHeld = {task: 'held', sources: ['a']};
	const binlog = {
		task: 'broken',
		sources: ['b'],
		position: '',
		sqls: ['ALTER TABLE shop.stock ADD COLUMN c INT'],
	};
	const table = {...onHeld, database: 'shop', table: 'items'};
	const unlock = {kind: 'unlock-ddl', action: 'exec', owner: '', force: false} as const;

	/** Each kind, and some that DM refuses. */
	const operations: readonly Operation[] = [
		{kind: 'pause', ...orders},
		{kind: 'pause', task: 'orders', sources: ['nosuch']},
		{kind: 'resume', task: 'nosuch', sources: []},
		{kind: 'resume', ...onHeld},
		{kind: 'start', ...onHeld},
		{kind: 'start', ...onHeld, removeMeta: true},
		{kind: 'stop', ...orders},
		{kind: 'pause', task: 'broken', sources: []},
		{kind: 'binlog-skip', ...binlog},
		{kind: 'binlog-skip', ...binlog, task: 'orders'},
		{kind: 'binlog-replace', ...binlog},
		{kind: 'binlog-replace', ...binlog, sqls: []},
		{kind: 'binlog-inject', ...binlog},
		{kind: 'binlog-revert', ...binlog},
		{kind: 'binlog-list', ...binlog},
		{kind: 'schema-set', ...table, schema: {sql: 'CREATE TABLE items (id INT PRIMARY KEY)'}},
		{kind: 'schema-set', ...table, schema: {from: 'upstream'}},
		{kind: 'schema-set', ...table, task: 'orders', schema: {from: 'downstream'}},
		{kind: 'schema-remove', ...table},
		{kind: 'schema-remove', ...table, sources: []},
		{kind: 'validation-start', ...onHeld, mode: 'fast'},
		{kind: 'validation-start', ...orders, mode: 'full'},
		{kind: 'validation-stop', ...orders},
		{kind: 'validation-ignore', ...orders, error: '1'},
		{kind: 'validation-resolve', ...orders, error: 'all'},
		{kind: 'validation-clear', ...orders, error: '2'},
		{kind: 'validation-clear', ...orders, error: 'x'},
		{kind: 'enable-relay', source: 'b', workers: []},
		{kind: 'enable-relay', source: 'b', workers: ['nosuch']},
		{kind: 'disable-relay', source: 'a', workers: ['worker-1']},
		{kind: 'pause-relay', source: 'a'},
		{kind: 'pause-relay', source: 'b'},
		{kind: 'resume-relay', source: 'a'},
		{kind: 'purge-relay', source: 'a', before: 'mysql-bin.000001'},
		{kind: 'purge-relay', source: 'nosuch', before: 'mysql-bin.000001'},
		{kind: 'transfer-source', source: 'a', worker: 'worker-3'},
		{kind: 'transfer-source', source: 'a', worker: 'worker-2'},
		{kind: 'enable-source', source: 'a'},
		{kind: 'disable-source', source: 'a'},
		{kind: 'evict-leader'},
		{kind: 'cancel-evict-leader'},
		{...unlock, task: 'night', lock: 'night-`shop`.`users`'},
		{...unlock, task: 'night', lock: 'night-`shop`.`users`', owner: 'b'},
		{...unlock, task: 'night', lock: 'night-`shop`.`carts`'},
		{...unlock, task: 'day', lock: 'day-`shop`.`carts`', action: 'skip'},
	];

	it('is tested here', () => {
		expect(new Set(operations.map(({kind}) => kind))).toStrictEqual(operationKinds);
	});

	it.each(operations)('is answered over HTTP as in the simulator: %j', async operation => {
		const own = await watchSimulation(new LiveSimulation(shop(), new HandClock())).operator?.operate(
			operation,
			signal,
		);
		await using served = await Served.start(shop());
		const {way, ...overHttp} =
			(await quickProvider(served.address).operator?.operate(operation, signal)) ?? {};
		// OpenAPI does not say what became of each source.
		const told = way === 'OpenAPI' ? {...own, sources: []} : own;
		expect(overHttp).toStrictEqual(told);
	});
});
