/** What follows for a task from the sources that answer while others do not: bounds are told as bounds. */
import {describe, expect, it} from 'vitest';
import {readFixture, subtaskAnswer} from '../../dm/recorded.js';
import {behind, entry, syncing, Watched} from '../watched.js';

const loading = (finishedBytes: number) =>
	subtaskAnswer('orders', {
		unit: 'Load',
		load: {finishedBytes: String(finishedBytes), totalBytes: '1000', progress: '', metaBinlog: ''},
	});

const silence = 'no answer within 5 s';

describe('the distance of a task', () => {
	it('is that of the farthest while all sources answer', () => {
		const {distance, isDistanceAtLeast} = new Watched()
			.whole(entry('s1', [syncing('orders')]), entry('s2', [behind('orders')]))
			.task('orders');
		expect(distance).toEqual({files: 0, bytes: 8_999_000});
		expect(isDistanceAtLeast).toBeUndefined();
	});

	it('is at least that of those that answer', () => {
		const watched = new Watched()
			.whole(
				entry('s1', [behind('orders', {masterBinlog: '(mysql-bin.000001, 5000)'})]),
				entry('s2', [behind('orders')]),
			)
			.wait(30)
			.part(entry('s1', [behind('orders', {masterBinlog: '(mysql-bin.000001, 5000)'})]))
			.silence(silence, 's2');
		expect(watched.task('orders')).toMatchObject({
			distance: {files: 0, bytes: 4000},
			isDistanceAtLeast: true,
		});
	});

	it('is at least that of the known where one replicates and has no position', () => {
		const watched = new Watched().whole(
			entry('s1', [behind('orders')]),
			entry('s2', [syncing('orders', {masterBinlog: ''})]),
		);
		expect(watched.task('orders')).toMatchObject({
			distance: {files: 0, bytes: 8_999_000},
			isDistanceAtLeast: true,
		});
	});

	it('needs none of one that has nothing to replicate any more', () => {
		const finished = subtaskAnswer('orders', {stage: 'Finished', unit: 'Sync'});
		expect(
			new Watched().whole(entry('s1', [behind('orders')]), entry('s2', [finished])).task('orders'),
		).toMatchObject({distance: {files: 0, bytes: 8_999_000}, lag: {kind: 'seconds', seconds: 0}});
		const {isDistanceAtLeast} = new Watched()
			.whole(entry('s1', [behind('orders')]), entry('s2', [finished]))
			.task('orders');
		expect(isDistanceAtLeast).toBeUndefined();
	});

	it('is not known where it would be at least 0', () => {
		const watched = new Watched()
			.whole(entry('s1', [syncing('orders')]), entry('s2', [syncing('orders')]))
			.wait(30)
			.part(entry('s1', [syncing('orders')]))
			.silence(silence, 's2');
		expect(watched.task('orders').distance).toBeUndefined();
	});

	it('is the last known one while no source answers', () => {
		const {distance, isDistanceAtLeast, incomplete} = new Watched()
			.whole(entry('s1', [behind('orders')]))
			.wait(30)
			.silence(silence, 's1')
			.task('orders');
		expect({distance, isDistanceAtLeast, incomplete}).toEqual({
			distance: {files: 0, bytes: 8_999_000},
			isDistanceAtLeast: undefined,
			incomplete: true,
		});
	});
});

it('has no end while one of its sources does not answer', () => {
	const both = (bytes: number) => [entry('s1', [loading(bytes)]), entry('s2', [loading(bytes)])] as const;
	const watched = new Watched()
		.whole(...both(100))
		.wait(10)
		.whole(...both(200))
		.wait(10)
		.whole(...both(300));
	expect(watched.task('orders').eta).toBeGreaterThan(0);
	expect(watched.silence(silence, 's2').task('orders')).toMatchObject({eta: undefined, incomplete: true});
});

it('has no lag once a list says that it is Finished, as in an answer with details', () => {
	const lagsOf = (name: string) =>
		new Watched()
			.document(readFixture(name))
			.view()
			.tasks.map(({name: task, lag}) => `${task} ${lag.kind}`)
			.toSorted();
	expect(lagsOf('dm-v7.5/syncing/dmctl-list.json')).toEqual([
		'bigload none',
		'broken unknown',
		'orders unknown',
		'shard unknown',
	]);
	expect(lagsOf('dm-v7.5/syncing/v1alpha1-status.json')).toContain('bigload none');
});

/** A list of tasks as dmctl prints it, each on s1 and s2. */
const listOf = (statuses: Readonly<Record<string, string>>) =>
	JSON.stringify({
		result: true,
		msg: '',
		tasks: Object.entries(statuses).map(([taskName, taskStatus]) => ({
			taskName,
			taskStatus,
			sources: ['s1', 's2'],
		})),
	});

describe('a list', () => {
	it('says Finished and New of each subtask: no source has an unknown lag from them', () => {
		const watched = new Watched().document(listOf({archive: 'Finished', later: 'New'}));
		expect(watched.source('s1').lag).toEqual({kind: 'none'});
		expect(watched.subtask('archive', 's1')).toMatchObject({
			lag: {kind: 'none'},
			health: 'finished',
			errors: 0,
		});
		expect(watched.view().totals.lagUnknown).toBe(0);
	});

	it('says Stopped of each subtask, and nothing of its lag', () => {
		const {lag, health} = new Watched().document(listOf({orders: 'Stopped'})).subtask('orders', 's1');
		expect({lag, health}).toEqual({
			lag: {kind: 'unknown', why: 'a list of tasks has no details', untold: 'subtask'},
			health: 'stopped',
		});
	});

	it('says Running and Paused of a task with subtasks in other stages as well', () => {
		const watched = new Watched().document(listOf({orders: 'Running', users: 'Paused'}));
		expect(watched.subtask('orders', 's1').subtask.stage).toBe('');
		expect(watched.subtask('users', 's1').subtask.stage).toBe('');
	});

	it('tells a change of its task once', () => {
		const watched = new Watched()
			.document(listOf({orders: 'New'}))
			.wait(10)
			.document(listOf({orders: 'Stopped'}))
			.wait(10)
			.document(listOf({orders: 'Running'}))
			.wait(10)
			.document(listOf({orders: 'Finished'}));
		expect(watched.events()).toEqual([
			'orders: New → Stopped',
			'orders: Stopped → Running',
			'orders: Running → Finished',
		]);
	});
});
