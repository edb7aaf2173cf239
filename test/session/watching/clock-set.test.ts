/** The clock of the machine is set while a cluster is watched. */
import {setTimeout as pause} from 'node:timers/promises';
import {afterEach, expect, test, vi} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {observeOnce} from '../../../source/modes/once/observe-once.js';
import {guardProvider} from '../../../source/providers/module/guard.js';
import {steadyClock} from '../../../source/providers/steady-clock.js';
import {watchClock} from '../../../source/session/clock-set.js';
import {startWatch} from '../../../source/session/watching/watch.js';
import {queryStatus} from '../../dm/recorded.js';
import {behind, entry} from '../../monitor/watched.js';

const real = Date.now;
let offset = 0;

vi.spyOn(Date, 'now').mockImplementation(() => real() + offset);

afterEach(() => {
	offset = 0;
	steadyClock.now();
});

test.each([
	['forward by an hour', 3_600_000],
	['back by half a minute', -30_000],
])('a clock that is set %s makes nothing older', async (_, by) => {
	let set = Promise.withResolvers<void>();
	const told: string[] = [];
	const leave = watchClock(text => {
		told.push(text);
	});
	const status = parseStatusDocument(queryStatus([entry('s1', [behind('orders')])]));
	const provider = guardProvider(
		{
			name: 'mine',
			title: 'mine',
			async *observe() {
				yield {kind: 'status', at: Date.now(), status};
				await set.promise;
				set = Promise.withResolvers();
				yield {kind: 'status', at: Date.now(), status};
				await set.promise;
			},
		},
		'mine.js',
	);
	const watch = startWatch(provider, 1000);
	const ages = () => {
		const {now, at, tasks} = watch.current();
		const {since, at: answeredAt} = tasks[0]!.subtasks[0]!;
		return [now - at, now - answeredAt, now - since];
	};

	await expect.poll(() => watch.current().tasks).toHaveLength(1);
	const first = watch.current().at;
	offset = by;
	await watch.viewAgain();
	expect(Math.max(...ages())).toBeLessThan(5000);
	expect(watch.newsAge()).toBeLessThan(5000);
	await pause(5);
	set.resolve();
	await expect.poll(() => watch.current().at).toBeGreaterThan(first);
	for (const age of ages()) {
		expect(age).toBeGreaterThanOrEqual(0);
		expect(age).toBeLessThan(5000);
	}

	expect(told).toEqual([
		`The clock was set ${by > 0 ? 'forward by 1h00m' : 'back by 30s'}: restart dm-top to show times by it.`,
	]);
	leave();
	set.resolve();
	await watch.stop();
});

test('the first that a module says after the clock was set has the time that goes on', async () => {
	const status = parseStatusDocument(queryStatus([entry('s1', [behind('orders')])]));
	const provider = guardProvider(
		{
			name: 'mine',
			title: 'mine',
			async *observe() {
				offset = 3_600_000;
				yield {kind: 'status', at: Date.now(), status};
			},
		},
		'mine.js',
	);
	const began = steadyClock.now();
	const observations = provider.observe({
		signal: new AbortController().signal,
		once: true,
		interval: () => 1000,
	});
	for await (const {at} of observations) {
		expect(at - began).toBeLessThan(5000);
	}

	expect.assertions(1);
});

test('what is printed once is no older where the clock was set while it was asked for', async () => {
	const status = parseStatusDocument(queryStatus([entry('s1', [behind('orders')])]));
	const {cluster} = await observeOnce(
		{
			name: 'mine',
			title: 'mine',
			async *observe() {
				yield {kind: 'status', at: steadyClock.now(), status};
				offset = 3_600_000;
			},
		},
		{interval: 1000, untilEnd: true},
	);
	expect(cluster.now - cluster.at).toBeLessThan(5000);
});
