import {describe, expect, it} from 'vitest';
import {withText} from '../../../source/operations/planning/entered.js';
import {type Plan, makePlan, refreshPlan} from '../../../source/operations/planning/plan.js';
import type {Choice} from '../../../source/operations/target.js';
import type {TaskTarget} from '../../../source/providers/operation.js';
import {bound, canceled, entry, errors, idle, syncing, Watched} from '../../monitor/watched.js';
import {access, recordedCluster} from '../recorded-clusters.js';
import {isObject} from '../../../source/dm/values/json-object.js';
import {readFixture} from '../../dm/recorded.js';

const all = (...tasks: readonly string[]): TaskTarget[] => tasks.map(task => ({task, sources: []}));

const two = () =>
	new Watched().whole(
		entry('mysql-01', [syncing('billing'), syncing('users')]),
		entry('mysql-02', [syncing('users')]),
	);

describe('a plan', () => {
	it('shows what would be sent, to what, and its effect', () => {
		const plan = makePlan({kind: 'pause', targets: all('billing', 'users')}, two().view(), access);
		expect(plan.title).toBe('Pause 2 tasks');
		expect(plan.operations).toEqual([
			{kind: 'pause', task: 'billing', sources: []},
			{kind: 'pause', task: 'users', sources: []},
		]);
		expect(plan.targets.map(({name, scope, state}) => [name, scope, state])).toEqual([
			['billing', '1 source', 'Running'],
			['users', '2 sources', 'Running'],
		]);
		expect(plan.consequence).toBe('Sync stops at the current checkpoint, and lag grows until you resume.');
		expect(plan.dmctl).toEqual([
			'dmctl --master-addr 10.0.1.11:8261 pause-task billing',
			'dmctl --master-addr 10.0.1.11:8261 pause-task users',
		]);
		expect(plan.warnings).toEqual([]);
		expect(plan.obstacle).toBe('');
	});

	it('asks for the name of the cluster too, if that is required', () => {
		const confirmOf = (choice: Choice, typedName: string) =>
			makePlan(choice, two().view(), {...access, typedName}).confirm;
		expect(confirmOf({kind: 'pause', targets: all('users')}, 'prod')).toEqual({
			kind: 'code',
			expected: 'prod',
		});
		expect(confirmOf({kind: 'resume', targets: all('users', 'billing')}, 'prod')).toEqual({
			kind: 'code',
			expected: 'prod 2',
		});
		expect(confirmOf({kind: 'stop', targets: all('users')}, 'prod')).toEqual({
			kind: 'code',
			expected: 'prod users',
		});
		expect(confirmOf({kind: 'pause', targets: all('users')}, '生产')).toEqual({
			kind: 'code',
			expected: expect.stringMatching(/^\d{4}$/v) as string,
		});
	});

	it('asks only for Enter for one, for the number of several, for the name of what is destroyed', () => {
		const confirmOf = (choice: Choice) => makePlan(choice, two().view(), access).confirm;
		expect(confirmOf({kind: 'pause', targets: all('users')})).toEqual({kind: 'action'});
		expect(confirmOf({kind: 'resume', targets: all('users', 'billing')})).toEqual({
			kind: 'count',
			expected: '2',
		});
		expect(confirmOf({kind: 'stop', targets: all('users')})).toEqual({kind: 'name', expected: 'users'});
		expect(confirmOf({kind: 'purge-relay', source: 'mysql-01', before: 'bin.000002'})).toEqual({
			kind: 'name',
			expected: 'mysql-01',
		});
	});

	it('asks for digits if a name cannot be typed', () => {
		const cluster = new Watched().whole(entry('mysql-01', [syncing('订单')])).view();
		const {confirm} = makePlan({kind: 'stop', targets: all('订单')}, cluster, access);
		expect(confirm).toEqual({kind: 'code', expected: expect.stringMatching(/^\d{4}$/v) as string});
	});

	it('shows the lag of a task as the table does: unknown if one of its sources waits for a DDL', () => {
		const cluster = new Watched()
			.whole(
				entry('mysql-01', [syncing('users')]),
				entry('mysql-02', [syncing('users', {blockingDDLs: ['ALTER TABLE t ADD c INT']})]),
				entry('mysql-03', [syncing('users', {blockingDDLs: ['ALTER TABLE t ADD c INT']})]),
			)
			.view();
		const plan = makePlan({kind: 'pause', targets: all('users')}, cluster, access);
		expect(plan.targets[0]).toMatchObject({
			state: '2 Running (waits for a DDL), 1 Running',
			lag: {kind: 'unknown', why: 'waits for shard DDL'},
		});
	});

	it('names a target chosen twice only once', () => {
		const plan = makePlan({kind: 'pause', targets: all('users', 'users')}, two().view(), access);
		expect(plan.title).toBe('Pause users');
		expect(plan.operations).toHaveLength(1);
	});

	it('of validation and relay names its object as a sentence does', () => {
		const plan = (choice: Choice) => makePlan(choice, two().view(), access);
		const titleOf = (choice: Choice) => plan(choice).title;
		expect(titleOf({kind: 'validation-stop', task: 'users', sources: []})).toBe('Stop validation of users');
		expect(titleOf({kind: 'validation-start', task: 'users', sources: [], mode: 'fast'})).toBe(
			'Start validation of users',
		);
		expect(titleOf({kind: 'pause-relay', source: 'mysql-01'})).toBe('Pause relay of mysql-01');
		expect(titleOf({kind: 'resume-relay', source: 'mysql-01'})).toBe('Resume relay of mysql-01');
		const clear = {kind: 'validation-clear', task: 'users', sources: []} as const;
		expect(plan({...clear, error: '7'})).toMatchObject({
			title: 'Clear difference 7 of users',
			action: 'Clear difference',
			consequence: 'DM forgets the difference, and the values of both rows with it.',
		});
		expect(plan({...clear, error: 'all'})).toMatchObject({
			title: 'Clear all differences of users',
			action: 'Clear all differences',
			consequence: 'DM forgets all differences of this task, and the values of their rows with them.',
		});
	});

	it('names the only source it is for', () => {
		const targets = [{task: 'users', sources: ['mysql-02']}];
		const plan = makePlan({kind: 'pause', targets}, two().view(), access);
		expect(plan.title).toBe('Pause users on mysql-02');
		expect(plan.targets).toMatchObject([{name: 'users', scope: 'mysql-02', state: 'Running'}]);
	});
});

describe('a plan to skip a bad DDL', () => {
	it('has the place from the error, and leaves out sources that are stopped elsewhere', () => {
		const plan = makePlan({kind: 'binlog-skip', targets: all('broken')}, recordedCluster(), access);
		expect(plan.operations).toEqual([
			{
				kind: 'binlog-skip',
				task: 'broken',
				sources: ['mysql-replica-01'],
				position: 'mysql-bin.000001:223136397',
				sqls: [],
			},
		]);
		expect(plan.ddl).toBe('alter table bad.t add column g point not null default (point(1,1))');
		expect(plan.dmctl[0]).toMatch(/binlog skip broken -s mysql-replica-01 -b mysql-bin\.000001:223136397$/v);
		expect(plan.warnings).toEqual(['broken on mysql-replica-02: not stopped by a DDL; left as it is.']);
	});

	it('takes the place that the user gives', () => {
		const choice = {kind: 'binlog-skip', targets: all('broken'), position: 'bin.000009:9'} as const;
		const plan = makePlan(choice, recordedCluster(), access);
		expect(plan.operations).toMatchObject([
			{position: 'bin.000009:9', sources: ['mysql-replica-01']},
			{position: 'bin.000009:9', sources: ['mysql-replica-02']},
		]);
		// And speaks of that place, not of the DDL at which the subtask stands.
		expect(plan.ddl).toBe('');
		expect(plan.consequence).toBe(
			'For bin.000009:9: The DDL there is not applied downstream when Sync reaches it. DM also resumes a paused subtask.',
		);
		expect(plan.warnings).toEqual([
			'broken on mysql-replica-01: stopped at another DDL (mysql-bin.000001:223136397), where it stops again.',
		]);
		const one = {...choice, targets: [{task: 'broken', sources: ['mysql-replica-01']}]};
		expect(makePlan(one, recordedCluster(), access).title).toBe(
			'Skip the DDL at bin.000009:9 of broken on mysql-replica-01',
		);
		const here = makePlan({...one, position: 'mysql-bin.000001:223136397'}, recordedCluster(), access);
		expect([here.title, here.warnings]).toEqual(['Skip the DDL of broken on mysql-replica-01', []]);
		expect(here.ddl).toContain('alter table bad.t');
	});

	it('says that a place has no effect where the subtask is already past it', () => {
		const warnings = (kind: 'binlog-skip' | 'binlog-revert', position: string) => {
			const cluster = new Watched().whole(entry('mysql-01', [syncing('users')]));
			return makePlan({kind, targets: all('users'), position}, cluster.view(), access).warnings;
		};

		expect(warnings('binlog-skip', 'mysql-bin.000001:999')).toEqual([
			'users on mysql-01: already past this place (checkpoint mysql-bin.000001:1000); it has no effect unless the binlog is read again from before it.',
		]);
		expect(warnings('binlog-skip', 'mysql-bin.000001:1000')).toEqual([]);
		expect(warnings('binlog-skip', 'mysql-bin.000002:4')).toEqual([]);
		// What was set for a place that is past can still be taken back.
		expect(warnings('binlog-revert', 'mysql-bin.000001:999')).toEqual([]);
	});

	it('waits for the statements of a replacement', () => {
		const plan = makePlan({kind: 'binlog-replace', targets: all('orders')}, recordedCluster(), access);
		expect(plan.asks).toBe('sql');
		const written = withText(plan, 'ALTER TABLE `bad`.`t` ADD COLUMN `g` BLOB;') as Plan;
		expect(written.asks).toBe('nothing');
		expect(written.operations).toMatchObject([{sqls: ['ALTER TABLE `bad`.`t` ADD COLUMN `g` BLOB']}]);
		expect(written.dmctl[0]).toContain("'ALTER TABLE `bad`.`t` ADD COLUMN `g` BLOB;'");
	});

	it('keeps the suffix of a relay log in the place: DM looks it up by its exact name', () => {
		const stopped = {
			isCanceled: false,
			errors: [
				{
					ErrCode: 36_067,
					Message:
						'startLocation: [position: (mysql-bin|000001.000002, 4), gtid-set: ], endLocation: [position: (mysql-bin|000001.000002, 9), gtid-set: ], origin SQL: [x]: parse DDL: x',
				},
			],
		};
		const cluster = new Watched().whole(
			entry('mysql-01', [syncing('users', {}, {stage: 'Paused', result: stopped})]),
		);
		const plan = makePlan({kind: 'binlog-skip', targets: all('users')}, cluster.view(), access);
		expect(plan.operations).toMatchObject([{position: 'mysql-bin|000001.000002:4'}]);
	});
});

describe('the warnings of a plan', () => {
	it('say that a subtask will stop at the same DDL again', () => {
		const {warnings} = makePlan({kind: 'resume', targets: all('orders')}, recordedCluster(), access);
		expect(warnings).toEqual([
			'orders on mysql-replica-01: stopped at a DDL (mysql-bin.000001:223136397); it stops there again unless the DDL is skipped or replaced first.',
			'orders on mysql-replica-02 and orders on mysql-replica-03: Running already.',
		]);
	});

	it('name what is Paused already, manually or by an error', () => {
		const cluster = new Watched().whole(
			entry('a', [syncing('users', {}, {stage: 'Paused', result: canceled})]),
			entry('b', [syncing('users', {}, {stage: 'Paused', result: errors(10_001)})]),
		);
		const {warnings} = makePlan({kind: 'pause', targets: all('users')}, cluster.view(), access);
		expect(warnings).toEqual([
			'users on a: Paused already.',
			'users on b: Paused by error 10001 already; pausing only keeps DM from trying again by itself.',
		]);
	});

	it('say when a source is silent, and when the cluster is', () => {
		const watched = two()
			.wait(5)
			.silence('no answer within 5 s', 'mysql-02')
			.wait(40)
			.silence('connection refused');
		const {warnings} = makePlan({kind: 'pause', targets: all('users')}, watched.view(), access);
		expect(warnings[0]).toBe(
			'No response from the cluster for 45s: connection refused. What is shown here is old.',
		);
		expect(warnings).toContain(
			'users on mysql-02: does not answer; its state may differ from what is shown.',
		);
		expect(warnings.filter(text => text.includes('does not answer'))).toHaveLength(1);
	});

	it('say when there would be no leader left', () => {
		const watched = two().cluster({
			leader: 'm1',
			masters: [
				{name: 'm1', alive: true, addresses: []},
				{name: 'm2', alive: false, addresses: []},
			],
		});
		expect(makePlan({kind: 'evict-leader'}, watched.view(), access).warnings).toEqual([
			'No other dm-master is alive: no leader until you cancel the eviction.',
		]);
	});
});

describe('a plan to unlock', () => {
	it.each([
		['exec', 'The owner runs the DDL downstream. The lock is resolved without '],
		['skip', 'The DDL is never run downstream. Rows that need it will fail. The lock is resolved without '],
	] as const)('shows the DDL, and what becomes of it (%s)', (action, consequence) => {
		const cluster = recordedCluster();
		const {id: lock, task, owner, ddls} = cluster.locks[0]!;
		const plan = makePlan({kind: 'unlock-ddl', lock, task, owner, action, force: false}, cluster, access);
		expect(ddls).toHaveLength(1);
		expect(plan.ddl).toBe(ddls[0]);
		expect(plan.consequence.startsWith(consequence)).toBe(true);
	});
});

describe('a plan while the cluster continues', () => {
	const choice: Choice = {kind: 'pause', targets: all('billing', 'users')};

	it('shows the changes since, and the current state', () => {
		const watched = two();
		const plan = makePlan(choice, watched.view(), access);
		expect(refreshPlan(plan, watched.wait(2).view()).changes).toEqual([]);
		watched.whole(
			entry('mysql-01', [syncing('billing'), syncing('users')]),
			entry('mysql-02', [syncing('users', {}, {stage: 'Paused', result: errors(36_067)})]),
		);
		const later = refreshPlan(plan, watched.view());
		expect(later.changes).toEqual(['users is now Paused by error 36067 (was Running) on mysql-02.']);
		expect(later.targets[1]).toMatchObject({state: '1 Running, 1 Paused by error 36067', health: 'error'});
		expect(later.operations).toBe(plan.operations);
		expect(later.confirm).toEqual({kind: 'count', expected: '2'});
	});

	it('shows what is gone and what is new, and when nothing is left to do', () => {
		const watched = two();
		const plan = makePlan(choice, watched.view(), access);
		watched.wait(2).whole(entry('mysql-01', [syncing('users')]), entry('mysql-02', [syncing('users')]));
		expect(refreshPlan(plan, watched.view()).changes).toEqual(['billing is gone.']);
		expect(refreshPlan(plan, watched.view()).obstacle).toBe('');
		watched
			.wait(2)
			.whole(
				entry('mysql-01', [syncing('users')]),
				entry('mysql-02', [syncing('users')]),
				entry('mysql-03', [syncing('users')]),
			);
		expect(refreshPlan(plan, watched.view()).changes).toContain('users came: Running on mysql-03.');
		watched.wait(2).whole(entry('mysql-01', []), entry('mysql-02', []), entry('mysql-03', []));
		const later = refreshPlan(plan, watched.view());
		expect(later.changes).toEqual(['billing is gone.', 'users is gone.']);
		expect(later.obstacle).toBe('The selection no longer exists.');
	});

	it('sends nothing for a DDL that somebody else has skipped meanwhile, but for a place that the user gave', () => {
		const later = (chosen: Choice, ...passed: readonly string[]) => {
			const text = readFixture('dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json');
			const watched = new Watched().document(text);
			const plan = makePlan(chosen, watched.view(), access);
			const after = JSON.parse(text, (_, value: unknown) => {
				const isPassed = isObject(value) && passed.includes(String(value['name']));
				return isPassed ? {...value, stage: 'Running', result: null} : value;
			}) as unknown;
			return refreshPlan(plan, watched.wait(2).document(JSON.stringify(after)).view());
		};

		const skip = {kind: 'binlog-skip', targets: all('broken', 'orders')} as const;
		expect(later(skip).obstacle).toBe('');
		expect(later(skip, 'broken')).toMatchObject({
			obstacle: '',
			warnings: [
				'broken on mysql-replica-01: no longer stopped at this DDL; what is set for it has no effect there.',
				expect.stringContaining('not stopped by a DDL; left as it is') as string,
			],
		});
		expect(later({...skip, targets: all('broken')}, 'broken').obstacle).toBe(
			'broken on mysql-replica-01: no longer stopped at this DDL, there is nothing to skip.',
		);
		expect(later({...skip, targets: all('broken'), position: 'bin.000009:9'}, 'broken').obstacle).toBe('');
	});

	it('says when a worker to transfer to is no longer free', () => {
		const watched = two().cluster({workers: [idle('w9', 'free')]});
		const transfer: Choice = {kind: 'transfer-source', source: 'mysql-01', worker: 'w9'};
		const plan = makePlan(transfer, watched.view(), access);
		expect(plan.title).toBe('Transfer mysql-01 to w9');
		watched.cluster({workers: [idle('w9', 'offline')]});
		expect(refreshPlan(plan, watched.view()).changes).toEqual(['w9 is now offline (was free).']);
		expect(refreshPlan(plan, watched.view()).obstacle).toBe('w9 is offline; no worker is free.');
	});

	it('sends no transfer that somebody else has done meanwhile', () => {
		const watched = two().cluster({workers: [bound('w1', 'mysql-01'), idle('w9', 'free')]});
		const plan = makePlan(
			{kind: 'transfer-source', source: 'mysql-01', worker: 'w9'},
			watched.view(),
			access,
		);
		expect(refreshPlan(plan, watched.view()).obstacle).toBe('');
		watched.cluster({workers: [idle('w1', 'free'), bound('w9', 'mysql-01')]});
		expect(refreshPlan(plan, watched.view()).obstacle).toBe('w9 already serves mysql-01.');
	});

	it('sends no start of a task that somebody else has started, and no pause of one that has finished', () => {
		const stage = (name: string) => [syncing('billing', {}, {stage: name}), syncing('users')];
		const later = (kind: 'start' | 'pause', before: string, after: string, ...tasks: readonly string[]) => {
			const watched = new Watched().whole(entry('mysql-01', stage(before)));
			const plan = makePlan({kind, targets: all(...tasks)}, watched.view(), access);
			expect(refreshPlan(plan, watched.view()).obstacle).toBe('');
			return refreshPlan(
				plan,
				watched
					.wait(2)
					.whole(entry('mysql-01', stage(after)))
					.view(),
			).obstacle;
		};

		expect(later('start', 'Stopped', 'Running', 'billing')).toBe('billing is already Running.');
		expect(later('pause', 'Running', 'Finished', 'billing')).toBe(
			'billing is Finished: there is nothing left to pause.',
		);
		expect(later('pause', 'Running', 'Finished', 'billing', 'users')).toBe('');
	});

	it('sends no unlock of a lock that somebody else has unlocked, but one that was never listed', () => {
		const id = 'users-`shop`.`users`';
		const listed = {
			id,
			task: 'users',
			mode: 'pessimistic',
			owner: 'mysql-01',
			ddls: ['ALTER TABLE `shop`.`users` ADD COLUMN `a` INT'],
			synced: ['mysql-01'],
			unsynced: ['mysql-02'],
		};
		const watched = two().locks([listed]);
		const unlock = (lock: string): Choice => ({
			kind: 'unlock-ddl',
			lock,
			task: 'users',
			owner: '',
			action: 'exec',
			force: false,
		});
		const plan = makePlan(unlock(id), watched.view(), access);
		const unlisted = makePlan(unlock('users-`shop`.`orders`'), watched.view(), access);
		expect(refreshPlan(plan, watched.view())).toMatchObject({obstacle: '', changes: []});
		watched.locks([{...listed, synced: ['mysql-01', 'mysql-02'], unsynced: []}]);
		expect(refreshPlan(plan, watched.view()).changes).toEqual([
			'the lock users-`shop`.`users` is now synced 2/2 (was synced 1/2).',
		]);
		watched.locks([]);
		expect(refreshPlan(plan, watched.view())).toMatchObject({
			changes: ['the lock users-`shop`.`users` is gone.'],
			obstacle: 'The lock no longer exists: there is nothing to unlock.',
		});
		expect(refreshPlan(unlisted, watched.view()).obstacle).toBe('');
	});

	it('names a task once in a warning that holds for all of its sources', () => {
		const paused = (name: string) => syncing(name, {}, {stage: 'Paused'});
		const cluster = new Watched()
			.whole(
				entry('mysql-01', [paused('billing'), paused('users')]),
				entry('mysql-02', [syncing('billing'), paused('users')]),
			)
			.view();
		expect(makePlan({kind: 'pause', targets: all('billing', 'users')}, cluster, access).warnings).toEqual([
			'billing on mysql-01 and users: Paused already.',
		]);
	});
});
