import {describe, expect, it} from 'vitest';
import {totalsLine} from '../../../source/modes/plain/lines.js';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {errors, entry, entryOf, syncing, unbound, Watched} from '../../monitor/watched.js';
import {found, only} from '../diagnosed.js';

const at = (stage: string, result: unknown = null): Watched =>
	new Watched().wait(10).whole(entry('mysql-01', [syncing('orders', {}, {stage, result})]));

const failed = errors(10_001);
const place = 'orders mysql-01 worker-of-mysql-01';

describe('a stage that DM does not have', () => {
	it.each(['', 'InvalidStage', 'Weird', 'running', '__proto__'])(
		'is not taken for a sound one: %j',
		stage => {
			const watched = at(stage);
			expect(found(watched)).toEqual([`stage-unknown ${place}`]);
			expect(only(watched, 'stage-unknown').severity).toBe('warning');
			const {diagnosis, tasks, sources} = withDiagnosis(watched.view());
			expect(diagnosis.health(tasks[0]!)).toBe('unknown');
			expect(diagnosis.health(tasks[0]!.subtasks[0]!)).toBe('unknown');
			expect(diagnosis.health(sources[0]!)).toBe('unknown');
		},
	);

	it('is asked for with a command that has the name as one word', () => {
		const odd = new Watched().whole(entry('mysql-01', [syncing('a b; $(id)', {}, {stage: 'Weird'})]));
		expect(only(odd, 'stage-unknown').fix[0]).toBe("Show its full status: dmctl query-status 'a b; $(id)'");
	});

	it('is named, and a missing one is called missing', () => {
		expect(only(at('Weird'), 'stage-unknown').why).toEqual([
			'DM reports the stage Weird, which dm-top does not know',
		]);
		expect(only(at(''), 'stage-unknown').why).toEqual(['DM reports no stage']);
		expect(totalsLine(at('').view(), 'shop')).toBe('shop: 1 task: 1 unknown, 1 with problems');
	});
});

describe('an error in the result', () => {
	it.each(['', 'InvalidStage', 'Weird', 'New', 'Stopped', 'Paused'])('counts in stage %j', stage => {
		expect(found(at(stage, failed))).toEqual([`subtask-error ${place}`]);
	});

	it.each(['Running', 'Finished'])('is in the past in stage %s', stage => {
		expect(found(at(stage, failed))).toEqual([]);
	});

	it.each(['Pausing', 'Resuming', 'Stopping'])('is not reported while the stage changes: %s', stage => {
		const watched = at(stage, failed);
		expect(found(watched)).toEqual([]);
		expect(withDiagnosis(watched.view()).diagnosis.health(withDiagnosis(watched.view()).tasks[0]!)).toBe(
			'changing',
		);
	});
});

describe('a running subtask without a unit that DM has', () => {
	it.each([
		['no unit', {unit: ''}, 'DM reports no unit'],
		['InvalidUnit', {unit: 'InvalidUnit'}, 'DM reports the unit InvalidUnit, which dm-top does not know'],
		['a relay', {unit: 'Relay'}, 'DM reports the unit Relay, which dm-top does not know'],
		['a unit that DM does not have', {unit: 'Frob'}, 'DM reports the unit Frob, which dm-top does not know'],
	])('is not shown as sound: %s', (_, rest, why) => {
		const watched = new Watched().whole(entry('mysql-01', [syncing('orders', {}, rest)]));
		expect(found(watched)).toEqual([`unit-unknown ${place}`]);
		expect(only(watched, 'unit-unknown').why).toEqual([why]);
		const {diagnosis, tasks} = withDiagnosis(watched.view());
		expect(diagnosis.health(tasks[0]!)).toBe('unknown');
	});

	it.each([
		['it checks', {unit: 'Check', sync: undefined}],
		['it dumps', {unit: 'Dump', sync: undefined}],
		['it loads', {unit: 'Load', sync: undefined}],
		['it replicates', {sync: undefined}],
	])('is nothing to report where %s', (_, rest) => {
		expect(found(new Watched().whole(entry('mysql-01', [syncing('orders', {}, rest)])))).toEqual([]);
	});
});

describe('a subtask that its worker does not have', () => {
	const hollow = {
		stage: 'InvalidStage',
		unit: 'InvalidUnit',
		msg: 'no sub task with name orders has started',
	};

	it('is lost, with what the worker says', () => {
		const watched = new Watched().whole(
			entry('mysql-01', [syncing('orders', {}, {...hollow, sync: undefined})]),
		);
		expect(found(watched)).toEqual([`subtask-lost ${place}`]);
		expect(only(watched, 'subtask-lost').why).toEqual(['no sub task with name orders has started']);
		const {diagnosis, tasks} = withDiagnosis(watched.view());
		expect(diagnosis.health(tasks[0]!)).toBe('lost');
	});

	it('has a source without a worker', () => {
		expect(found(new Watched().whole(unbound('mysql-01', ['orders'])))).toEqual(['source-unbound mysql-01']);
	});
});

describe('a stopped subtask', () => {
	const of = (...stages: readonly string[]): Watched =>
		new Watched().whole(
			...stages.map((stage, index) => entryOf(`s${index}`, `w${index}`, [syncing('orders', {}, {stage})])),
		);

	it('is reported where the task goes on elsewhere', () => {
		const watched = of('Running', 'Stopped', 'Stopped');
		expect(found(watched)).toEqual(['stopped-partly orders s1 w1', 'stopped-partly orders s2 w2']);
		const {diagnosis, tasks} = withDiagnosis(watched.view());
		expect(diagnosis.health(tasks[0]!)).toBe('impaired');
	});

	it.each([[['Stopped', 'Stopped']], [['Stopped', 'Finished']]])(
		'is no finding in a task that is over: %j',
		stages => {
			expect(found(of(...stages))).toEqual([]);
		},
	);
});

describe('a list', () => {
	const list = (taskStatus: string | undefined): Watched =>
		new Watched().document(
			JSON.stringify({result: true, msg: '', tasks: [{taskName: 'shop', taskStatus, sources: ['a', 'b']}]}),
		);

	it.each([
		['Frobbing', 'The list says: Frobbing'],
		[undefined, 'The list says nothing'],
	])('with a status that DM does not have is not green: %j', (status, why) => {
		const watched = list(status);
		expect(found(watched)).toEqual(['stage-unknown shop']);
		expect(only(watched, 'stage-unknown').why).toEqual([why]);
		const {diagnosis, tasks} = withDiagnosis(watched.view());
		expect(diagnosis.health(tasks[0]!)).toBe('unknown');
	});

	it.each(['Running', 'Finished', 'New'])('with status %s has nothing to report', status => {
		expect(found(list(status))).toEqual([]);
	});
});
