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
