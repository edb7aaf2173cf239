import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {parseStatus} from '../../source/dm/parse-status.js';
import {view} from '../../source/monitor/cluster.js';
import {createKnown, observe} from '../../source/monitor/known.js';
import {deriveLocks} from '../../source/monitor/locks.js';

const recorded = (scenario: string): string =>
	readFileSync(
		path.join(import.meta.dirname, '../fixtures/dm-v7.5', scenario, 'v1alpha1-status.json'),
		'utf8',
	);

const text = recorded('ddl-lock-and-sync-errors');

describe('locks from the status alone', () => {
	it('name the table, the DDL, who has come to it and who has not', () => {
		const known = createKnown();
		observe(known, {kind: 'status', at: 1000, status: parseStatus(text)});
		observe(known, {kind: 'status', at: 9000, status: parseStatus(text)});
		expect(deriveLocks(view(known, 9000))).toEqual([
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
				since: 1000,
			},
		]);
	});

	it('are none where nothing waits', () => {
		const known = createKnown();
		observe(known, {kind: 'status', at: 1000, status: parseStatus(recorded('syncing'))});
		expect(deriveLocks(view(known, 1000))).toEqual([]);
	});

	it('tell of a conflict of the optimistic mode', () => {
		const known = createKnown();
		const conflict = text
			.replaceAll('"blockDDLOwner": ""', '"blockDDLOwner": "shard-`a`.`t`"')
			.replaceAll('"conflictMsg": ""', '"conflictMsg": "[code=11111] conflict"');
		observe(known, {kind: 'status', at: 1000, status: parseStatus(conflict)});
		const lock = deriveLocks(view(known, 1000)).find(({mode}) => mode === 'optimistic');
		expect(lock).toMatchObject({owner: 'shard-`a`.`t`', conflict: '[code=11111] conflict'});
	});
});
