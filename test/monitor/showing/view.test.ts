import {expect, test} from 'vitest';
import {view} from '../../../source/monitor/showing/cluster.js';
import {healthOrder} from '../../../source/monitor/health.js';
import {behind, canceled, entry, errors, syncing, unbound, Watched} from '../watched.js';

test('tasks are sorted worst first, then by name', () => {
	const watched = new Watched().part(
		entry('s1', [
			syncing('finished', {}, {stage: 'Finished'}),
			syncing('new', {}, {stage: 'New'}),
			syncing('stopped', {}, {stage: 'Stopped'}),
			syncing('running-b'),
			syncing('running-a'),
			syncing('changing', {}, {stage: 'Resuming'}),
			syncing('paused', {}, {stage: 'Paused', result: canceled}),
			behind('lagging', {secondsBehindMaster: '3000'}),
			syncing('blocked', {blockingDDLs: ['ALTER TABLE t ADD c INT']}),
			syncing('error', {}, {stage: 'Paused', result: errors(1)}),
		]),
		entry('s2', [syncing('silent')]),
		unbound('s3', ['lost']),
	);
	watched.silence('no answer within 5 s', 's2');
	expect(watched.tasks()).toEqual(
		healthOrder
			.filter(health => health !== 'unknown' && health !== 'impaired')
			.flatMap(health => (health === 'running' ? ['running-a', 'running-b'] : health)),
	);
});

test('a stage of a newer DM is shown and does no harm', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders', {}, {stage: 42, unit: 77})]));
	expect(watched.task('orders')).toMatchObject({
		status: '42',
		unit: '77',
		health: 'unknown',
		lag: {kind: 'unknown', why: 'stage unknown'},
	});
});

test('a task in two units names both in the order of the work', () => {
	const watched = new Watched().part(
		entry('s1', [syncing('orders')]),
		entry('s2', [syncing('orders', {}, {unit: 'Load'})]),
	);
	expect(watched.task('orders').unit).toBe('Load+Sync');
});

test('an unchanged part is the same object, and only changed parts are new', () => {
	const watched = new Watched().part(
		entry('s1', [syncing('orders'), syncing('users')]),
		entry('s2', [syncing('billing')]),
	);
	const before = watched.view();
	expect(watched.view()).toBe(before);

	const later = watched.wait(1).view();
	expect(later.now).toBe(before.now + 1000);
	expect(later.tasks).toBe(before.tasks);
	expect(later.sources).toBe(before.sources);
	expect(later.events).toBe(before.events);
	expect(later.totals).toBe(before.totals);

	const after = watched
		.wait(1)
		.part(entry('s2', [syncing('billing')]))
		.view();
	const pick = (name: string) => [before, after].map(({tasks}) => tasks.find(task => task.name === name));
	expect(pick('orders')[1]).toBe(pick('orders')[0]);
	expect(pick('billing')[1]).not.toBe(pick('billing')[0]);
	expect(after.sources[0]).toBe(before.sources[0]);
	expect(after.sources[1]).not.toBe(before.sources[1]);
});

test('a view does not change once made, whatever follows', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders')]));
	const before = watched.facts();
	const copy = structuredClone(before);
	watched.wait(5).part(entry('s1', [syncing('users', {}, {stage: 'Paused', result: errors(1)})]));
	watched.silence('gone', 's1').wait(5).view();
	expect(before).toEqual(copy);
});

test('the lag of a paused task grows with time alone, in the task, its source and the totals', () => {
	const watched = new Watched()
		.part(entry('s1', [behind('orders'), syncing('users')]))
		.part(entry('s1', [behind('orders', {}, {stage: 'Paused', result: canceled}), syncing('users')]));
	watched.view();
	watched.wait(90);
	const grown = {kind: 'at-least', seconds: 90, why: 'paused'};
	expect(watched.task('orders').lag).toEqual(grown);
	expect(watched.source('s1').lag).toEqual(grown);
	expect(watched.source('s1').subtasks[0]).toBe(watched.task('orders').subtasks[0]);
	expect(watched.view().totals.lagMax).toBe(90);
	const users = watched.task('users');
	watched.wait(1);
	expect(watched.task('users').subtasks).toBe(users.subtasks);
});

test('a moment before the last answer, as after a clock change, breaks nothing', () => {
	const watched = new Watched()
		.wait(60)
		.part(entry('s1', [behind('orders')]))
		.part(entry('s1', [behind('orders', {}, {stage: 'Paused', result: canceled})]));
	expect(view(watched.known, watched.now - 30_000).tasks[0]?.lag).toEqual({
		kind: 'at-least',
		seconds: 0,
		why: 'paused',
	});
});
