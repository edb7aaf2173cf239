import {describe, expect, it} from 'vitest';
import {uncertaintyOf} from '../../../source/operations/refusing/names.js';
import {refusal} from '../../../source/operations/refusing/refusal.js';
import {transferTargets} from '../../../source/operations/refusing/sources.js';
import type {Choice} from '../../../source/operations/target.js';
import {
	bound,
	canceled,
	entry,
	entryOf,
	idle,
	refusal as refusedSource,
	syncing,
	Watched,
} from '../../monitor/watched.js';
import {able, recordedCluster, withWorkers} from '../recorded-clusters.js';

const pause = (task: string, ...sources: readonly string[]): Choice => ({
	kind: 'pause',
	targets: [{task, sources}],
});

const transfer = (worker: string): Choice => ({kind: 'transfer-source', source: 'mysql-01', worker});

describe('an operation is refused with a message', () => {
	it('if it unlocks an optimistic lock without a conflict: DM only unlocks the table in conflict', () => {
		const id = 'tickets-`park`.`tickets`';
		const watched = (owner: string) =>
			new Watched()
				.whole(entry('mysql-01', [syncing('tickets')]))
				.locks([
					{
						id,
						task: 'tickets',
						mode: 'optimistic',
						owner,
						ddls: ['ALTER TABLE t ADD c INT'],
						synced: [],
						unsynced: [],
					},
				])
				.view();
		const unlock = (owner: string): Choice => ({
			kind: 'unlock-ddl',
			lock: id,
			task: 'tickets',
			action: 'exec',
			owner,
			force: false,
		});
		const conflict = 'mysql-01-`park_1`.`tickets`';
		expect(refusal(unlock(''), watched(''), able)).toBe(
			`No table of the optimistic lock ${id} is in conflict: DM resolves it by itself.`,
		);
		expect(refusal(unlock(''), watched(conflict), able)).toBeUndefined();
		expect(refusal(unlock(conflict), watched(conflict), able)).toBeUndefined();
	});

	it('if dm-top is read-only, or cannot operate', () => {
		const cluster = recordedCluster();
		expect(refusal(pause('orders'), cluster, {...able, readOnly: true})).toBe(
			'dm-top runs with --read-only: it changes nothing.',
		);
		expect(refusal(pause('orders'), cluster, {readOnly: false, provider: 'file'})).toBe(
			'A file has no cluster behind it: connect to a dm-master to operate.',
		);
		expect(refusal(pause('orders'), cluster, {readOnly: false, provider: 'replay'})).toContain('recording');
		expect(refusal(pause('orders'), cluster, {readOnly: false, provider: 'mine'})).toBe(
			'The provider mine is read-only.',
		);
		const onlyPause = {...able, operator: {kinds: new Set(['pause'] as const)}};
		expect(refusal(pause('orders'), cluster, onlyPause)).toBeUndefined();
		expect(refusal({kind: 'cancel-evict-leader'}, cluster, onlyPause)).toBe(
			'Cancel evict is not possible over this connection.',
		);
		expect(refusal(transfer('w3'), withWorkers(), onlyPause)).toContain('OpenAPI or gRPC');
	});

	it('if a task or source is not known, with a suggestion', () => {
		const cluster = recordedCluster();
		expect(refusal(pause('ordrs'), cluster, able)).toBe('There is no task ordrs; did you mean orders?');
		expect(refusal(pause('broken', 'mysql-replica-2'), cluster, able)).toBe(
			'broken is not on mysql-replica-2; did you mean mysql-replica-02?',
		);
		expect(refusal(pause('broken', 'pg'), cluster, able)).toBe(
			'broken is not on pg; it is on mysql-replica-01 and mysql-replica-02.',
		);
	});

	it('if there is nothing to act on', () => {
		const cluster = recordedCluster();
		expect(refusal(pause('bigload'), cluster, able)).toBe(
			'bigload is Finished: there is nothing left to pause.',
		);
		expect(refusal({kind: 'pause', targets: []}, cluster, able)).toBe('Nothing is selected to pause.');
		const targets = ['orders', 'shard'].map(task => ({task, sources: []}));
		expect(refusal({kind: 'stop', targets}, cluster, able)).toBe(
			'Stop one task at a time: its name has to be typed.',
		);
	});

	it('if a Stopped task is resumed, or a Paused one started: each has its own message', () => {
		const stopped = new Watched().whole(entry('a', [syncing('users', {}, {stage: 'Stopped'})])).view();
		const targets = [{task: 'users', sources: []}];
		expect(refusal({kind: 'start', targets}, stopped, able)).toBeUndefined();
		expect(refusal({kind: 'resume', targets}, stopped, able)).toBe('users is Stopped, not Paused: start it.');
		const paused = new Watched().whole(
			entry('a', [syncing('users', {}, {stage: 'Paused', result: canceled})]),
		);
		expect(refusal({kind: 'start', targets}, paused.view(), able)).toBe(
			'users is Paused, not Stopped: resume it.',
		);
		expect(refusal(pause('users'), stopped, able)).toBe('users is already Stopped.');
	});

	it('never as unknown while a source that might have it does not answer', () => {
		const watched = new Watched().whole(entry('mysql-01', [syncing('users')]));
		watched.cluster({workers: [bound('w1', 'mysql-01'), bound('w2', 'mysql-02')]});
		watched.wait(2).part(refusedSource('mysql-02', 'worker w2 (10.0.1.2:8262) refused the connection'));
		const cluster = watched.view();
		expect(refusal(pause('broken'), cluster, able)).toBe(
			'It is not known whether there is a task broken: mysql-02 does not answer: worker w2 (10.0.1.2:8262) refused the connection.',
		);
		expect(refusal(pause('users', 'mysql-02'), cluster, able)).toBe(
			'It is not known whether users is on mysql-02: mysql-02 does not answer: worker w2 (10.0.1.2:8262) refused the connection.',
		);
		expect(uncertaintyOf({task: 'broken', sources: []}, cluster)).toContain('mysql-02');
		expect(uncertaintyOf({task: 'users', sources: ['mysql-03']}, cluster)).toBeUndefined();
		expect(refusal(pause('usrs'), cluster, able)).toBe('There is no task usrs; did you mean users?');
	});

	it('with a position only if none of its subtasks is in Sync', () => {
		const skip = (task: string): Choice => ({
			kind: 'binlog-skip',
			targets: [{task, sources: []}],
			position: 'mysql-bin.000009:4',
		});
		expect(refusal(skip('shard'), recordedCluster(), able)).toBeUndefined();
		expect(refusal(skip('bigload'), recordedCluster(), able)).toBe(
			'bigload is not in Sync: DM accepts this only in Sync.',
		);
	});

	it('if no DDL stops the subtask, or it is stopped at something else', () => {
		const cluster = recordedCluster();
		const skip = (task: string, ...sources: string[]): Choice => ({
			kind: 'binlog-skip',
			targets: [{task, sources}],
		});
		expect(refusal(skip('orders'), cluster, able)).toBeUndefined();
		expect(refusal(skip('broken', 'mysql-replica-01'), cluster, able)).toBeUndefined();
		expect(refusal(skip('broken', 'mysql-replica-02'), cluster, able)).toBe(
			'broken on mysql-replica-02 is not stopped by a DDL: there is nothing to skip.',
		);
		expect(refusal(skip('shard'), cluster, able)).toContain('not stopped by a DDL');
		const paused = new Watched().whole(
			entry('a', [syncing('users', {}, {stage: 'Paused', result: canceled})]),
		);
		expect(refusal(skip('users'), paused.view(), able)).toContain('not stopped by a DDL');
	});

	it('if a worker cannot take a source', () => {
		const cluster = withWorkers();
		expect(refusal(transfer('w3'), cluster, able)).toBeUndefined();
		expect(refusal(transfer('w2'), cluster, able)).toBe('w2 is bound to mysql-02; it can go to w3.');
		expect(refusal(transfer('w1'), cluster, able)).toBe('w1 already serves mysql-01.');
		expect(refusal(transfer('w4'), cluster, able)).toBe('w4 is offline; it can go to w3.');
		expect(refusal(transfer('w8'), cluster, able)).toBe('There is no worker w8; it can go to w3.');
	});

	it('but not if a worker pulls the relay log of the source already: that is the best target', () => {
		const watched = new Watched().whole(entry('mysql-01', [syncing('users')]));
		watched.cluster({
			workers: [bound('w1', 'mysql-01'), bound('w2', 'mysql-02'), idle('w3', 'free'), idle('w4', 'relay')],
		});
		expect(transferTargets('mysql-01', watched.view())).toEqual(['w4', 'w3']);
		expect(refusal(transfer('w4'), watched.view(), able)).toBeUndefined();
		watched
			.wait(1)
			.part(
				entryOf('mysql-01', 'w1', [syncing('users')]),
				entryOf('mysql-01', 'w4', [], {stage: 'Running', result: null}),
			);
		expect(transferTargets('mysql-01', watched.view())).toEqual(['w4', 'w3']);
		expect(transferTargets('mysql-02', watched.view())).toEqual(['w3']);
	});

	it('if there is no relay, no file, no leader', () => {
		const cluster = withWorkers();
		expect(refusal({kind: 'disable-relay', source: 'mysql-02', workers: []}, cluster, able)).toBe(
			'mysql-02 has no relay.',
		);
		expect(refusal({kind: 'purge-relay', source: 'mysql-01', before: ''}, cluster, able)).toContain(
			'Give the binlog file to purge up to',
		);
		expect(refusal({kind: 'enable-relay', source: 'mysql-2', workers: []}, cluster, able)).toBe(
			'There is no source mysql-2; did you mean mysql-02?',
		);
		const leaderless = new Watched().cluster({leader: ''}).view();
		expect(refusal({kind: 'evict-leader'}, leaderless, able)).toBe('There is no leader to evict.');
	});
});
