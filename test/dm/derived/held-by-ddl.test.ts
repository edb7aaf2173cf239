import {expect, test} from 'vitest';
import {isHeld, nothingReceived} from '../../../source/dm/derived/held-by-ddl.js';
import type {ShardingGroup, Subtask, Sync} from '../../../source/dm/status.js';
import {shardingGroup, subtask, syncStatus} from '../subtasks.js';

const held = (sync: Partial<Sync>, rest: Partial<Subtask> = {}): boolean =>
	isHeld(subtask({sync: syncStatus(sync), ...rest}));

const heldBy = (group: Partial<ShardingGroup>): boolean => held({unresolvedGroups: [shardingGroup(group)]});

test('a subtask is held by a lock, by blocking DDLs, by their owner or by a conflict, each on its own', () => {
	expect(held({})).toBe(false);
	expect(held({}, {unresolvedDDLLockID: 'orders-`shop`.`orders`'})).toBe(true);
	expect(isHeld(subtask({sync: undefined, unresolvedDDLLockID: 'orders-`shop`.`orders`'}))).toBe(true);
	expect(isHeld(subtask({sync: undefined}))).toBe(false);
	expect(held({blockingDDLs: ['ALTER TABLE `orders` ADD COLUMN `a` INT']})).toBe(true);
	expect(held({blockDDLOwner: 'mysql-02'})).toBe(true);
	expect(held({conflictMsg: 'conflict detected'})).toBe(true);
});

test('only a subtask that runs in Sync is held', () => {
	const blocked = syncStatus({blockDDLOwner: 'mysql-02'});
	expect(isHeld(subtask({sync: blocked}))).toBe(true);
	expect(isHeld(subtask({sync: blocked, stage: 'Paused'}))).toBe(false);
	expect(isHeld(subtask({sync: blocked, unit: 'Load'}))).toBe(false);
});

test('a group whose source has not received a DDL holds no subtask', () => {
	expect(heldBy({unsynced: [nothingReceived]})).toBe(false);
	expect(heldBy({synced: ['`shop`.`orders_1`'], unsynced: [nothingReceived]})).toBe(true);
	expect(heldBy({unsynced: ['`shop`.`orders_1`']})).toBe(true);
	expect(heldBy({unsynced: [nothingReceived, '`shop`.`orders_1`']})).toBe(true);
	expect(heldBy({})).toBe(true);
});

test('one group of several is enough', () => {
	const idle = shardingGroup({unsynced: [nothingReceived]});
	const waiting = shardingGroup({synced: ['`shop`.`orders_1`'], unsynced: ['`shop`.`orders_2`']});
	expect(held({unresolvedGroups: [idle, waiting]})).toBe(true);
	expect(held({unresolvedGroups: [idle, idle]})).toBe(false);
});
