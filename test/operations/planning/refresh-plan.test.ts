import {describe, expect, it} from 'vitest';
import {isObject} from '../../../source/dm/values/json-object.js';
import {makePlan, refreshPlan} from '../../../source/operations/planning/plan.js';
import type {Choice} from '../../../source/operations/target.js';
import {readFixture} from '../../dm/recorded.js';
import {bound, entry, errors, idle, syncing, Watched} from '../../monitor/watched.js';
import {access} from '../recorded-clusters.js';
import {all, two} from './targets.js';

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
