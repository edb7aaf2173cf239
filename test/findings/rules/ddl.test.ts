import {expect, test} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {entry, refusal, syncing, Watched} from '../../monitor/watched.js';
import {found, lookAt, only} from '../diagnosed.js';

const ddl = 'ALTER TABLE `shop`.`orders` ADD COLUMN `c2` INT';

const group = (synced: readonly string[], unsynced: readonly string[]) => ({
	target: '`shop`.`orders`',
	DDLs: synced.length > 0 ? [ddl] : [],
	firstLocation: '',
	synced,
	unsynced,
});

const nothing = "this DM-worker doesn't receive any shard DDL of this group";

const on = (source: string, sync: Record<string, unknown>, rest = {}) =>
	entry(source, [syncing('shop', sync, rest)]);

test('a waiting DDL shows for whom it waits, on which table, and since when', () => {
	const watched = lookAt('field/shard-wait.json');
	expect(found(watched)).toEqual(['ddl-waiting shop replica-a w1']);
	expect(only(watched, 'ddl-waiting')).toMatchObject({
		severity: 'warning',
		brief: 'waits for replica-b',
		what: 'A sharded DDL waits for replica-b',
		isSinceAtLeast: true,
		operations: ['unlock-ddl'],
		retries: 'yes',
	});
	expect(only(watched, 'ddl-waiting').why).toEqual([
		`DDL: ${ddl}`,
		'Table: `shop`.`orders`',
		'replica-b has not run it on any table yet',
		'Lock: shop-`shop`.`orders`',
	]);
	const {tasks, diagnosis} = withDiagnosis(watched.view());
	expect(tasks[0]!.subtasks.map(view => diagnosis.health(view))).toEqual(['blocked', 'running']);
});

test('tables of other sources that have not run it are named if DM names them', () => {
	const watched = new Watched().whole(
		on('a', {blockingDDLs: [ddl], unresolvedGroups: [group(['`s`.`t1`'], [])]}),
		on('b', {unresolvedGroups: [group(['`s`.`t2`'], ['`s`.`t3`', '`s`.`t4`'])]}),
	);
	expect(only(watched, 'ddl-waiting', 'a').why).toContain('b has not run it on `s`.`t3` and `s`.`t4`');
});

test('a source that waits for its own tables names them, and says why DM names no blocking DDL', () => {
	const watched = new Watched().whole(on('a', {unresolvedGroups: [group(['`s`.`t1`'], ['`s`.`t2`'])]}));
	expect(only(watched, 'ddl-waiting')).toMatchObject({brief: 'waits for `s`.`t2`'});
	expect(only(watched, 'ddl-waiting').why).toContain(
		'Some tables of a have not run it (`s`.`t2`), so DM reports no blocking DDL',
	);
});

test('a lock known only by its ID waits for the sources that do not hold it', () => {
	const watched = new Watched().whole(
		on('a', {}, {unresolvedDDLLockID: 'shop-`s`.`t`'}),
		on('b', {}),
		on('c', {}, {unresolvedDDLLockID: 'shop-`s`.`t`'}),
	);
	expect(found(watched)).toEqual(['ddl-waiting shop a worker-of-a', 'ddl-waiting shop c worker-of-c']);
	expect(only(watched, 'ddl-waiting', 'a')).toMatchObject({
		brief: 'waits for b',
		why: ['Table: `s`.`t`', 'Lock: shop-`s`.`t`'],
	});
});

test('when there is nobody left to wait for, DM is about to resolve the lock', () => {
	const watched = new Watched().whole(on('a', {blockingDDLs: [ddl]}));
	expect(only(watched, 'ddl-waiting')).toMatchObject({
		brief: 'waits for a sharded DDL',
		what: 'A sharded DDL blocks it although all sources of the task have reached it',
		fix: ['DM should resolve the lock in a moment. If it remains, unlock it.'],
	});
});

test('the start of the wait is known if it was seen', () => {
	const watched = new Watched().whole(on('a', {}));
	watched.wait(5).whole(on('a', {blockingDDLs: [ddl]}));
	const begun = watched.now;
	watched.wait(5).whole(on('a', {blockingDDLs: [ddl]}));
	expect(only(watched, 'ddl-waiting')).toMatchObject({since: begun, isSinceAtLeast: false});
});

test('a source that others wait for, or that is not involved, has no finding', () => {
	expect(found(new Watched().whole(on('a', {unresolvedGroups: [group([], [nothing])]})))).toEqual([]);
	expect(found(new Watched().whole(on('a', {blockingDDLs: [ddl]}, {stage: 'Paused', result: null})))).toEqual(
		['paused-unexplained shop a worker-of-a'],
	);
});

test('a conflict is parsed like errors, with its owner', () => {
	const watched = lookAt('field/optimistic-conflict.json');
	expect(found(watched)).toEqual(['ddl-conflict shop replica-a w1']);
	const finding = only(watched, 'ddl-conflict');
	expect(finding).toMatchObject({severity: 'critical', brief: 'a DDL conflicts', retries: 'no'});
	expect(finding.error?.code).toBe(11_111);
	expect(finding.what).not.toContain('[code=');
	expect(finding.why.slice(0, 3)).toEqual([
		'DDL: ALTER TABLE `shop`.`orders` MODIFY COLUMN `a` VARCHAR(10)',
		'Its table: `shop_1`.`orders_1`',
		'Lock: shop-`shop`.`orders`',
	]);
	expect(finding.operations).toEqual(['unlock-ddl']);
});

test('a conflict in an unknown format is shown as it is', () => {
	const watched = new Watched().whole(on('a', {conflictMsg: 'columns differ', blockDDLOwner: '`s`.`t`'}));
	expect(only(watched, 'ddl-conflict')).toMatchObject({
		what: 'A sharded DDL conflicts with the DDL of another table',
		why: ['Its table: `s`.`t`', 'columns differ'],
		fix: ['Correct the columns in the upstream, or unlock: skip the DDL, or execute it.'],
	});
});

test('a DDL that nobody is known to hold up may wait for a source that does not answer: it is not unlocked', () => {
	const held = {blockingDDLs: [ddl], unresolvedGroups: [group(['`s`.`t1`'], [])]};
	const alone = only(new Watched().whole(on('a', held)), 'ddl-waiting');
	expect(alone.operations).toEqual(['unlock-ddl']);
	expect(alone.what).toBe('A sharded DDL blocks it although all sources of the task have reached it');
	const watched = new Watched().whole(on('a', held), refusal('b', 'DeadlineExceeded'));
	const finding = only(watched, 'ddl-waiting');
	expect(finding.what).toBe('A sharded DDL blocks it: b did not answer, and may not have reached it');
	expect(finding.operations).toEqual([]);
	expect(finding.fix).toEqual(['First find out why b did not answer: to unlock now may skip the DDL there.']);
});

test('an owner or a message alone is a conflict, and no wait; a subtask that does not run has neither', () => {
	for (const sync of [{blockDDLOwner: '`s`.`t`'}, {conflictMsg: 'columns differ'}]) {
		const held = {blockingDDLs: [ddl], ...sync};
		expect(found(new Watched().whole(on('a', held)))).toEqual(['ddl-conflict shop a worker-of-a']);
		expect(found(new Watched().whole(on('a', held, {stage: 'Paused'})))).toEqual([
			'paused-unexplained shop a worker-of-a',
		]);
	}
});

test('the start of a conflict is known if it was seen', () => {
	const conflict = on('a', {blockingDDLs: [ddl], conflictMsg: 'columns differ'});
	expect(only(new Watched().whole(conflict), 'ddl-conflict').isSinceAtLeast).toBe(true);
	const watched = new Watched().whole(on('a', {})).wait(5).whole(conflict);
	const begun = watched.now;
	watched.wait(5).whole(conflict);
	expect(only(watched, 'ddl-conflict')).toMatchObject({since: begun, isSinceAtLeast: false});
});

test('nobody waits for a source that has finished', () => {
	const watched = new Watched().whole(
		on('a', {}, {unresolvedDDLLockID: 'shop-`s`.`t`'}),
		on('b', {}, {stage: 'Finished'}),
		on('c', {}),
	);
	expect(only(watched, 'ddl-waiting', 'a').brief).toBe('waits for c');
});

test('the statement is part of what to do where DM tells it', () => {
	const held = on('a', {blockingDDLs: [ddl], unresolvedGroups: [group(['`s`.`t1`'], [])]});
	const b = on('b', {unresolvedGroups: [group([], [nothing])]});
	const told = only(new Watched().whole(held, b), 'ddl-waiting', 'a');
	expect(told.fix).toEqual([`Run the DDL on b: ${ddl}`, 'If it will never run there, unlock it.']);
	const byId = new Watched().whole(on('a', {}, {unresolvedDDLLockID: 'shop-`s`.`t`'}), on('b', {}));
	expect(only(byId, 'ddl-waiting', 'a').fix[0]).toBe('Run the DDL on b');
});
