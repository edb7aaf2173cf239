/** The menu of operations over real and simulated trouble: the cure first, and nothing that does nothing. */
import {describe, expect, it} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import type {ClusterView} from '../../../source/monitor/view.js';
import {offers} from '../../../source/operations/offering/offers.js';
import {type Subject, subjectName} from '../../../source/operations/offering/subject.js';
import type {OperatingCapabilities} from '../../../source/operations/refusing/capabilities.js';
import {canceled, entry, errors, idle, syncing, unbound, Watched} from '../../monitor/watched.js';
import {able, recordedCluster, withWorkers} from '../recorded-clusters.js';
import {Simulated} from '../simulated.js';

const offered = (subject: Subject, cluster: ClusterView, capabilities: OperatingCapabilities = able) => {
	const diagnosed = withDiagnosis(cluster);
	return offers(subject, {cluster: diagnosed, capabilities});
};

/** "r Resume", an asterisk behind what fixes the problem. */
const entries = (...parameters: Parameters<typeof offered>): readonly string[] =>
	offered(...parameters).offers.map(({letter, text, isCure}) => `${letter} ${text}${isCure ? ' *' : ''}`);

const task = (name: string, ...sources: readonly string[]): Subject => ({
	on: 'tasks',
	targets: [{task: name, sources}],
});

/** What is offered of every task, behind all else. */
const startAgain = ['a Start again', '1 Start again without checkpoint', '2 Start again from a time'];

describe('for a task', () => {
	it('at a bad DDL, skipping it comes first, and names the source if the task has others', () => {
		const cluster = recordedCluster();
		expect(entries(task('broken'), cluster)).toEqual([
			'e Replace on mysql-replica-01 *',
			's Skip on mysql-replica-01 *',
			'i Inject on mysql-replica-01 *',
			'r Resume *',
			'v Revert',
			'l List',
			'p Pause',
			't Stop',
			...startAgain,
		]);
		const {finding, offers: found} = offered(task('broken', 'mysql-replica-01'), cluster);
		expect(finding).toMatchObject({kind: 'subtask-error', source: 'mysql-replica-01'});
		expect(found[0]).toMatchObject({
			text: 'Replace',
			gist: 'your SQL in place of this DDL',
			choice: {kind: 'binlog-replace', targets: [{task: 'broken', sources: ['mysql-replica-01']}]},
		});
	});

	it('what the advice warns of says so: a skip, and giving up the checkpoint', () => {
		const {offers: found} = offered(task('broken'), recordedCluster());
		const warned = found.filter(({isWarnedOf}) => isWarnedOf);
		expect(warned.map(({text}) => text)).toEqual([
			'Skip on mysql-replica-01',
			'Start again without checkpoint',
		]);
		for (const {gist} of warned) {
			expect(gist).toMatch(/, with care$/v);
		}

		const {offers: healthy} = offered(task('users'), withWorkers());
		expect(healthy.some(({isWarnedOf}) => isWarnedOf)).toBe(false);
	});

	it('that waits for a DDL, the lock is unlocked, and the text says for whom it waits', () => {
		const cluster = new Simulated('shard-lock').pass(60).look();
		const waiting = withDiagnosis(cluster).diagnosis.findings.find(({kind}) => kind === 'ddl-waiting')!;
		const {finding, offers: found} = offered(task(waiting.task!, waiting.source!), cluster);
		expect(finding!.what).toMatch(/^A sharded DDL waits for mysql-/v);
		expect(found.slice(0, 2)).toMatchObject([
			{letter: 'x', text: 'Unlock: the owner executes the DDL', isCure: true},
			{letter: '1', text: 'Unlock: the owner skips the DDL', isCure: true},
		]);
		expect(found[2]).toMatchObject({kind: 'pause', isCure: false});
	});

	it('whose relay has stopped, the relay is resumed', () => {
		expect(entries(task('users'), withWorkers('Paused'))).toEqual([
			'b Disable relay of mysql-01 *',
			'y Resume relay of mysql-01 *',
			'p Pause',
			't Stop',
			...startAgain,
		]);
	});

	it.each([
		['only a start', 20_057],
		['a stop and a start', 36_071],
	])('whose error asks for %s, every start comes first, and a stop is part of it', (_, code) => {
		const watched = new Watched().whole(
			entry('a', [syncing('users', {}, {stage: 'Paused', result: errors(code)})]),
		);
		const found = entries(task('users'), watched.view());
		expect(found.slice(0, 3)).toEqual(startAgain.map(text => `${text} *`));
		expect(found.at(-1)).toBe('t Stop');
	});

	it('Start and Resume are different, and neither is offered if it does nothing', () => {
		const stage = (name: string, result: unknown = null) =>
			new Watched().whole(entry('a', [syncing('users', {}, {stage: name, result})])).view();
		const first = (cluster: ClusterView) =>
			entries(task('users'), cluster).filter(text => !text.includes('again'));
		expect(first(stage('Running'))).toEqual(['p Pause', 't Stop']);
		expect(first(stage('Paused', canceled))).toEqual(['r Resume *', 't Stop']);
		expect(first(stage('Stopped'))).toEqual(['a Start', 't Stop']);
		expect(first(stage('Finished'))).toEqual(['t Stop']);
		// DM tries this error again: a pause ends that. It does not try the other.
		expect(first(stage('Paused', errors(10_006)))).toEqual(['r Resume *', 'p Pause', 't Stop']);
		expect(first(stage('Paused', errors(36_027)))).toEqual(['r Resume *', 't Stop']);
	});

	it('of several marked ones, names those that an entry is for', () => {
		const subject: Subject = {
			on: 'tasks',
			targets: ['broken', 'shard'].map(name => ({task: name, sources: []})),
		};
		expect(entries(subject, recordedCluster())[0]).toBe('e Replace broken *');
		expect(subjectName(subject, {leader: ''})).toBe('2 tasks');
	});
});

describe('for a source', () => {
	it('are its tasks, its relay, its relay logs up to the oldest in use, and free workers', () => {
		expect(entries({on: 'source', source: 'mysql-01'}, withWorkers())).toEqual([
			'p Pause its task',
			'u Pause relay',
			'b Disable relay',
			'g Purge relay logs before mysql-bin.000003',
			'f Transfer to w3',
		]);
		expect(entries({on: 'source', source: 'mysql-01'}, withWorkers('Paused')).slice(0, 3)).toEqual([
			'b Disable relay of mysql-01 *',
			'y Resume relay of mysql-01 *',
			'p Pause its task',
		]);
		expect(entries({on: 'source', source: 'mysql-02'}, withWorkers())).toEqual([
			'p Pause its task',
			'n Enable relay',
			'f Transfer to w3',
		]);
	});

	it('without a worker, a free one takes it over', () => {
		const watched = new Watched().whole(unbound('mysql-01', ['users']));
		watched.cluster({workers: [idle('w3', 'free'), idle('w4', 'offline')]});
		expect(entries({on: 'source', source: 'mysql-01'}, watched.view())[0]).toBe(
			'f Transfer mysql-01 to w3 *',
		);
		expect(entries({on: 'worker', worker: 'w3'}, watched.view())).toEqual(['f Take over mysql-01']);
		expect(entries({on: 'worker', worker: 'w4'}, watched.view())).toEqual([]);
	});
});

describe('for a member', () => {
	it('that is a worker is a target for its source, and never the leader', () => {
		expect(entries({on: 'worker', worker: 'w1'}, withWorkers())).toEqual(['f Transfer mysql-01 to w3']);
		expect(entries({on: 'worker', worker: 'w3'}, withWorkers())).toEqual([
			'f Take over mysql-01',
			'1 Take over mysql-02',
		]);
	});

	it('that is a master is to evict the leader, or to cancel the eviction', () => {
		expect(entries({on: 'master', master: 'm1'}, withWorkers())).toEqual(['e Evict leader']);
		expect(entries({on: 'master', master: 'm2'}, withWorkers())).toEqual(['c Cancel evict']);
		expect(entries({on: 'master', master: 'm3'}, withWorkers())).toEqual([]);
		expect(subjectName({on: 'master', master: 'm1'}, {leader: 'm1'})).toBe('the leader m1');
		expect(subjectName({on: 'master', master: 'm2'}, {leader: 'm1'})).toBe('m2');
	});
});

describe('for a lock', () => {
	it('is to unlock it, for the table that was selected', () => {
		expect(offered({on: 'lock', lock: 'users-`a`.`t`', task: 'users'}, withWorkers()).offers).toMatchObject([
			{choice: {action: 'exec', owner: '', force: false}},
			{choice: {action: 'skip'}},
		]);
		const conflict = {on: 'lock', lock: 'users-`a`.`t`', task: 'users', owner: 'mysql-01-`a1`.`t`'} as const;
		expect(offered(conflict, withWorkers()).offers[0]).toMatchObject({choice: {owner: conflict.owner}});
	});
});

it('is nothing with --read-only', () => {
	const readOnly = {...able, readOnly: true};
	for (const subject of [
		task('users'),
		{on: 'source', source: 'mysql-01'},
		{on: 'master', master: 'm1'},
	] as const) {
		expect(entries(subject, withWorkers(), readOnly)).toEqual([]);
	}
});
