/** The time of a replay while it stands, and how long it is until a moment. */
import {expect, test} from 'vitest';
import {ReplayClock} from '../../../../source/providers/recording/replay/replay-clock.js';

const pausedAt = (position: number): ReplayClock => {
	const clock = new ReplayClock(1000, 9000);
	clock.isPaused = true;
	clock.position = position;
	return clock;
};

test('it goes nowhere outside the recording, and an invalid time moves nothing', () => {
	expect(pausedAt(5000).position).toBe(5000);
	expect(pausedAt(0).position).toBe(1000);
	expect(pausedAt(99_000).position).toBe(9000);
	const clock = pausedAt(5000);
	clock.position = NaN;
	expect(clock.position).toBe(5000);
	const backwards = new ReplayClock(1000, 500);
	expect([backwards.position, backwards.isAtEnd]).toEqual([1000, true]);
});

test('it is at its end only there', () => {
	expect([pausedAt(8999).isAtEnd, pausedAt(9000).isAtEnd]).toEqual([false, true]);
});

test('while it is paused no moment is due', () => {
	expect(pausedAt(5000).until(6000)).toBe(Infinity);
	expect(pausedAt(5000).until(5000)).toBe(Infinity);
});

test('while it runs, past moments are due, and others are due sooner the faster it runs', () => {
	const clock = new ReplayClock(0, 1e12);
	clock.position = 5e9;
	expect(clock.until(1e9)).toBe(0);
	const slow = clock.until(6e9);
	expect(slow).toBeGreaterThan(0.9e9);
	expect(slow).toBeLessThanOrEqual(1e9);
	clock.speed = 4;
	expect(clock.until(6e9)).toBeLessThan(slow / 3);
	expect(clock.position).toBeGreaterThanOrEqual(5e9);
});

test('its speed stays within limits, and changing it moves nothing while paused', () => {
	const clock = pausedAt(5000);
	const speeds = [2, 1000, 0, NaN].map(speed => {
		clock.speed = speed;
		return clock.speed;
	});
	expect(speeds).toEqual([2, 64, 0.25, 0.25]);
	expect(clock.position).toBe(5000);
});
