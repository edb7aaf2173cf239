import {describe, expect, it} from 'vitest';
import {withText} from '../../../source/operations/planning/entered.js';
import {type Plan, makePlan} from '../../../source/operations/planning/plan.js';
import type {Choice} from '../../../source/operations/target.js';
import {canceled, entry, errors, syncing, Watched} from '../../monitor/watched.js';
import {access, recordedCluster} from '../recorded-clusters.js';
import {all, two} from './targets.js';

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
