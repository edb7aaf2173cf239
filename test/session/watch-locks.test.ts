import {afterEach, beforeEach, expect, test, vi} from 'vitest';
import type {DdlLock, LocksObservation, Problem} from '../../source/providers/provider.js';
import {watchLocks} from '../../source/session/watch-locks.js';
import {saying} from '../providers/recording/recordings.js';

beforeEach(() => {
	vi.useFakeTimers({now: 0});
});

afterEach(() => {
	vi.useRealTimers();
});

const lock: DdlLock = {
	id: 'orders-`db`.`t`',
	task: 'orders',
	mode: 'pessimistic',
	owner: 's1',
	ddls: [],
	synced: ['s1'],
	unsynced: ['s2'],
};

/** Asks a dm-master that answers so; `taken` are the observations, `askedAt` the seconds of the questions. */
const start = (answer: () => DdlLock[] | Problem) => {
	const controller = new AbortController();
	const taken: LocksObservation[] = [];
	const askedAt: number[] = [];
	const state = {isUrgent: false};
	const provider = saying([], {
		locks: {
			async list() {
				askedAt.push(Date.now() / 1000);
				return answer();
			},
		},
	});
	const watch = watchLocks({
		provider,
		signal: controller.signal,
		now: Date.now,
		isUrgent: () => state.isUrgent,
		take(observation) {
			taken.push(observation);
		},
	});
	return {
		watch,
		taken,
		askedAt,
		state,
		stop() {
			controller.abort();
		},
	};
};

const pass = async (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000);

test('no request is sent before the screens say what they show', async () => {
	const {askedAt} = start(() => []);
	await pass(1000);
	expect(askedAt).toEqual([]);
});

test('in the background dm-master is asked every half minute, on screen every five seconds', async () => {
	const {watch, askedAt, taken, stop} = start(() => [lock]);
	watch.want(false);
	await pass(35);
	expect(askedAt).toEqual([2, 32]);
	watch.want(true);
	await pass(12);
	watch.want(false);
	await pass(36);
	expect(askedAt).toEqual([2, 32, 35, 40, 45, 50, 80]);
	expect(taken[0]).toEqual({kind: 'locks', at: 2000, locks: [lock]});
	expect(taken).toHaveLength(7);
	stop();
	await pass(1000);
	expect(askedAt).toHaveLength(7);
});

test('an unavailable list is requested every five minutes, unless somebody waits for it', async () => {
	const {watch, askedAt, taken, state} = start(() => ({what: 'no gRPC', fix: '', detail: ''}));
	watch.want(false);
	await pass(310);
	expect(askedAt).toEqual([2, 302]);
	expect(taken[0]).toEqual({
		kind: 'locks',
		at: 2000,
		locks: [],
		problem: {what: 'no gRPC', fix: '', detail: ''},
	});
	state.isUrgent = true;
	watch.ask();
	await pass(11);
	expect(askedAt).toEqual([2, 302, 310, 315, 320]);
});

test('a reader that throws is a problem in its words', async () => {
	const {watch, taken} = start(() => {
		throw new Error('broken');
	});
	watch.want(true);
	await pass(0);
	expect(taken).toEqual([{kind: 'locks', at: 0, locks: [], problem: {what: 'broken', fix: '', detail: ''}}]);
});

test('after an unlock requests stop unless a screen needs them', async () => {
	const {watch, askedAt, state} = start(() => []);
	state.isUrgent = true;
	watch.ask();
	await pass(6);
	state.isUrgent = false;
	await pass(100);
	expect(askedAt).toEqual([0, 5, 10]);
});
