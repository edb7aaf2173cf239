import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {ViewPace} from '../../../source/session/watching/pace.js';

let views = 0;
let pace: ViewPace;

beforeEach(() => {
	vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout', 'performance']});
	views = 0;
	pace = new ViewPace(() => {
		views++;
		pace.taken();
	});
});

afterEach(() => {
	pace.stop();
	vi.useRealTimers();
});

/** A view that takes so long to make, ms. */
const makeView = (took: number): void => {
	pace.begin();
	vi.advanceTimersByTime(took);
	pace.end();
};

/** After so many ms the next view is made, and not before. */
const expectNextAfter = (time: number): void => {
	pace.news();
	vi.advanceTimersByTime(time - 1);
	expect(views).toBe(0);
	vi.advanceTimersByTime(1);
	expect(views).toBe(1);
};

it('makes no view after the end, and keeps no timer that would keep the process alive', () => {
	pace.news();
	pace.stop();
	pace.news();
	vi.advanceTimersByTime(10_000);
	expect(views).toBe(0);
	expect(vi.getTimerCount()).toBe(0);
});

it('shows the first news after a quiet time at once', () => {
	pace.news();
	vi.advanceTimersByTime(0);
	expect(views).toBe(1);
});

it('makes a view of all news that come within 200 ms', () => {
	makeView(10);
	pace.news();
	expectNextAfter(190);
	vi.advanceTimersByTime(1000);
	expect(views).toBe(1);
});

it('makes a view without news every 5 s', () => {
	vi.advanceTimersByTime(5000);
	expect(views).toBe(1);
});

it('makes a view without news sooner where what is shown changes with time', () => {
	pace.rest(300);
	vi.advanceTimersByTime(299);
	expect(views).toBe(0);
	vi.advanceTimersByTime(1);
	expect(views).toBe(1);
	pace.stop();
	pace.rest(300);
	expect(vi.getTimerCount()).toBe(0);
});

describe('where making a view takes long', () => {
	it('takes a third of the time for that', () => {
		makeView(300);
		expectNextAfter(600);
	});

	it('keeps up again once it takes less', () => {
		makeView(300);
		vi.advanceTimersByTime(600);
		makeView(20);
		expectNextAfter(180);
	});

	it('is never more than two seconds late because of it', () => {
		makeView(1500);
		expectNextAfter(500);
	});
});
