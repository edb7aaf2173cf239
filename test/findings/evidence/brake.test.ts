/** Which side slows a syncer down, by DM's metrics. */
import {expect, test} from 'vitest';
import type {MetricValues} from '../../../source/dm/metrics/catalogue.js';
import {brakeOf} from '../../../source/findings/evidence/brake.js';
import {defaultThresholds} from '../../../source/findings/thresholds.js';
import {behind, entry, type Json, Watched} from '../../monitor/watched.js';

/** The side and its evidence, of a subtask that is so many seconds behind; '' for none. */
const told = (values: MetricValues, seconds = 90, rest: Json = {}): string => {
	const watched = new Watched()
		.whole(entry('s1', [behind('orders', {secondsBehindMaster: String(seconds)}, rest)]))
		.metrics({subtasks: [{task: 'orders', source: 's1', values}]});
	const brake = brakeOf(watched.subtask('orders', 's1'), defaultThresholds);
	return brake ? `${brake.side}: ${brake.evidence.join('; ')}` : '';
};

test.each<[MetricValues, string]>([
	[{queue: 799}, ''],
	[{queue: 800}, 'downstream: queue full (800)'],
	[{queue: 1024, 'transaction-p95': 1.8}, 'downstream: transactions p95 1.8 s; queue full (1024)'],
	[{queue: 1024, 'transaction-p95': 0.02}, 'downstream: transactions p95 20 ms; queue full (1024)'],
	[{queue: 300, 'queue-share': 0.49}, ''],
	[{queue: 300, 'queue-share': 0.5}, 'downstream: queue 300; 50% of the time spent waiting for the queue'],
	[{'queue-share': 0.5}, 'downstream: 50% of the time spent waiting for the queue'],
	[{queue: 800, 'queue-share': 0.2}, 'downstream: queue full (800)'],
])('a full queue, or the time spent waiting for it, tells of the downstream: %j is “%s”', (values, words) => {
	expect(told(values)).toBe(words);
});

test.each<[MetricValues, string]>([
	[{queue: 1, 'transaction-p95': 1}, 'downstream: transactions p95 1 s; queue 1'],
	[{queue: 1, 'transaction-p95': 0.99}, ''],
	// One that is large, with nothing behind it.
	[{queue: 0, 'transaction-p95': 5}, ''],
])('slow transactions count where changes queue up: %j is “%s”', (values, words) => {
	expect(told(values)).toBe(words);
});

test.each<[MetricValues, string]>([
	[{queue: 3, 'read-latency': 0.5}, 'upstream: reading an event takes 500 ms; queue 3'],
	[{queue: 3, 'read-latency': 0.49}, ''],
	[{queue: 3, 'read-share': 0.5}, 'upstream: 50% of the time spent waiting for events; queue 3'],
	[{queue: 3, 'read-share': 0.49}, ''],
	[{queue: 79, 'read-latency': 0.5}, 'upstream: reading an event takes 500 ms; queue 79'],
	// Events come faster than they are applied.
	[{queue: 80, 'read-latency': 0.5}, ''],
	// An empty queue has to be known to be empty.
	[{'read-latency': 0.5}, ''],
	// What is slow downstream comes first.
	[{queue: 3, 'read-latency': 0.5, 'transaction-p95': 2}, 'downstream: transactions p95 2 s; queue 3'],
])('slow reading into an empty queue tells of the upstream: %j is “%s”', (values, words) => {
	expect(told(values)).toBe(words);
});

test('only what runs and is behind is slowed down', () => {
	expect(told({queue: 1024}, 59)).toBe('');
	expect(told({queue: 1024}, 60)).toBe('downstream: queue full (1024)');
	expect(told({queue: 1024}, 90, {stage: 'Paused'})).toBe('');
	const watched = new Watched().whole(entry('s1', [behind('orders', {secondsBehindMaster: '90'})]));
	expect(brakeOf(watched.subtask('orders', 's1'), defaultThresholds)).toBeUndefined();
	watched.metrics({subtasks: [{task: 'orders', source: 's1', values: {queue: 1024}}]});
	expect(brakeOf(watched.subtask('orders', 's1'), defaultThresholds)?.side).toBe('downstream');
	watched.wait(60).silence('no answer', 's1');
	expect(brakeOf(watched.subtask('orders', 's1'), defaultThresholds)).toBeUndefined();
});
