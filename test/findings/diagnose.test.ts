import {expect, test} from 'vitest';
import {diagnose, withDiagnosis} from '../../source/findings/diagnose.js';
import {canceled, entry, errors, idle, syncing, unbound, Watched} from '../monitor/watched.js';
import {found, placeOf} from './diagnosed.js';

const paused = (task: string) => syncing(task, {}, {stage: 'Paused', result: canceled});

const failed = (task: string) => syncing(task, {}, {stage: 'Paused', result: errors(36_067)});

const mixed = () =>
	new Watched()
		.whole(
			entry('mysql-01', [syncing('calm'), paused('held'), failed('broken')]),
			entry('mysql-02', [syncing('calm'), failed('broken')]),
		)
		.wait(2)
		.part(unbound('mysql-02', ['calm', 'broken']))
		.silence('mysql-01 did not answer', 'mysql-01');

test('findings are sorted worst first, and each has its location', () => {
	expect(found(mixed())).toEqual([
		'subtask-error broken mysql-01 worker-of-mysql-01',
		'subtask-error broken mysql-02 worker-of-mysql-02',
		'source-unbound mysql-02',
		'source-silent mysql-01 worker-of-mysql-01',
		'paused-by-person held mysql-01 worker-of-mysql-01',
	]);
});

test('a task has the findings of its subtasks, and those of its sources that concern it', () => {
	const diagnosis = diagnose(mixed().view());
	const places = (findings: ReturnType<typeof diagnosis.ofTask>) => findings.map(one => placeOf(one));
	expect(places(diagnosis.ofTask('calm'))).toEqual([
		'source-unbound mysql-02',
		'source-silent mysql-01 worker-of-mysql-01',
	]);
	expect(places(diagnosis.ofSubtask('held', 'mysql-01'))).toEqual([
		'source-silent mysql-01 worker-of-mysql-01',
		'paused-by-person held mysql-01 worker-of-mysql-01',
	]);
	expect(places(diagnosis.ofSource('mysql-02'))).toEqual([
		'subtask-error broken mysql-02 worker-of-mysql-02',
		'source-unbound mysql-02',
	]);
	expect(places(diagnosis.ofWorker('worker-of-mysql-01'))).toEqual([
		'source-silent mysql-01 worker-of-mysql-01',
	]);
	expect(diagnosis.ofTask('never seen')).toEqual([]);
});

test('what is wrong with a task is told before that it may run on a source that does not answer', () => {
	const blocked = syncing('blocked', {blockingDDLs: ['ALTER TABLE `a`.`b` ADD c INT'], synced: false});
	const never = new Watched()
		.whole(entry('mysql-01', [syncing('calm'), blocked]))
		.silence('mysql-02 did not answer within 5 s', 'mysql-02');
	const {tasks, diagnosis} = withDiagnosis(never.view());
	expect(tasks.map(({name}) => [name, diagnosis.health(diagnosis.taskNamed(name)!)])).toEqual([
		['blocked', 'blocked'],
		['calm', 'silent'],
	]);
	expect(diagnosis.ofTask('blocked').map(({kind}) => kind)).toEqual(['ddl-waiting', 'source-silent']);
	// Where it is known to run on it, the order is that of all findings.
	const asked = new Watched()
		.whole(entry('mysql-01', [blocked]), entry('mysql-02', [syncing('blocked')]))
		.silence('mysql-02 did not answer within 5 s', 'mysql-02');
	expect(
		diagnose(asked.view())
			.ofTask('blocked')
			.map(({kind}) => kind),
	).toEqual(['source-silent', 'ddl-waiting']);
});

test('a row is coloured by its worst finding, else by its stage; tasks are in that order', () => {
	const cluster = withDiagnosis(mixed().view());
	const {tasks, sources, diagnosis} = cluster;
	expect(tasks.map(task => [task.name, diagnosis.health(task)])).toEqual([
		['broken', 'error'],
		['calm', 'lost'],
		['held', 'silent'],
	]);
	expect(sources.map(source => diagnosis.health(source))).toEqual(['error', 'error']);
	const calm = withDiagnosis(
		new Watched()
			.whole(entry('mysql-01', [syncing('a'), paused('b')]))
			.cluster({workers: [idle('w', 'free')]})
			.view(),
	);
	expect(calm.sources.map(source => calm.diagnosis.health(source))).toEqual(['lost']);
	expect(calm.workers.map(worker => calm.diagnosis.health(worker))).toEqual(['new']);
});

test('an unchanged part gives the same finding as before', () => {
	const watched = mixed();
	const before = withDiagnosis(watched.view());
	watched.wait(2).part(entry('mysql-01', [syncing('calm'), failed('held'), failed('broken')]));
	const next = withDiagnosis(watched.view(), before);
	const afresh = diagnose(watched.view());
	expect(next.diagnosis.findings).toEqual(afresh.findings);
	expect(next.diagnosis.ofTask('held').map(one => placeOf(one))).toEqual([
		'subtask-error held mysql-01 worker-of-mysql-01',
	]);
});

test('a task in which nothing is wrong has the health of the stage that matters most', () => {
	const healthOf = (...stages: readonly string[]) =>
		new Watched()
			.whole(...stages.map((stage, index) => entry(`s${index}`, [syncing('orders', {}, {stage})])))
			.task('orders').health;
	expect(healthOf('Running', 'Running')).toBe('running');
	expect(healthOf('Running', 'Resuming')).toBe('changing');
	expect(healthOf('Finished', 'Running')).toBe('running');
	expect(healthOf('Finished', 'Finished')).toBe('finished');
});

test('a task of a list has the health of its status', () => {
	const healthOf = (taskStatus: string) =>
		new Watched()
			.document(
				JSON.stringify({result: true, msg: '', tasks: [{taskName: 'orders', taskStatus, sources: ['s1']}]}),
			)
			.task('orders').health;
	expect(healthOf('Running')).toBe('running');
	expect(healthOf('Finished')).toBe('finished');
	expect(healthOf('Stopped')).toBe('stopped');
});
