/** Time that goes on where the clock of the machine is set. */
import {expect, test} from 'vitest';
import {createSteadyClock} from '../../source/providers/steady-clock.js';

const noon = Date.UTC(2025, 10, 23, 12);
const hour = 3_600_000;

/** A machine that has been running for a day. */
const machine = () => {
	const times = {wall: noon, running: 1000, sinceBoot: 24 * hour};
	const clock = createSteadyClock({
		wall: () => times.wall,
		running: () => times.running,
		sinceBoot: () => times.sinceBoot,
	});
	const told: number[] = [];
	clock.onSet(() => {
		told.push(clock.ahead());
	});
	return {
		clock,
		told,
		times,
		/** Lets ms pass. */
		wait(time: number) {
			times.wall += time;
			times.running += time;
			times.sinceBoot += time;
		},
	};
};

test('time passes as on the machine', () => {
	const {clock, told, wait} = machine();
	expect(clock.now()).toBe(noon);
	wait(2000);
	expect(clock.now()).toBe(noon + 2000);
	expect(told).toEqual([]);
});

test.each([
	['forward by an hour', hour],
	['back by an hour', -hour],
	['back by less than a minute', -20_000],
])('a clock that is set %s is no time that has passed, and that is told', (_, by) => {
	const {clock, told, times, wait} = machine();
	wait(5000);
	clock.now();
	times.wall += by;
	wait(2000);
	expect(clock.now()).toBe(noon + 7000);
	expect(told).toEqual([by]);
	wait(2000);
	expect(clock.now()).toBe(noon + 9000);
	expect(clock.ahead()).toBe(by);
	// It is set back to where it was.
	times.wall -= by;
	wait(1000);
	expect(clock.now()).toBe(noon + 10_000);
	expect(told).toEqual([by, 0]);
});

test('a machine that was asleep has got older, and nothing is told', () => {
	const {clock, told, times, wait} = machine();
	wait(5000);
	clock.now();
	times.wall += 8 * hour;
	times.sinceBoot += 8 * hour;
	expect(clock.now()).toBe(noon + 5000 + 8 * hour);
	expect(told).toEqual([]);
});

test('a clock that is adjusted little by little is followed', () => {
	const {clock, told, times, wait} = machine();
	for (let turn = 0; turn < 10_000; turn++) {
		times.wall += 1;
		wait(2000);
		clock.now();
	}

	expect(clock.now()).toBe(times.wall);
	times.wall += hour;
	expect(Math.abs(clock.now() - (times.wall - hour))).toBeLessThan(60);
	expect(told).toHaveLength(1);
});

test('where the time since the machine was started is not known, the clock of the machine is believed', () => {
	const times = {wall: noon, running: 0};
	const clock = createSteadyClock({
		wall: () => times.wall,
		running: () => times.running,
		sinceBoot() {
			throw new Error('no such file');
		},
	});
	times.wall += hour;
	expect(clock.now()).toBe(noon + hour);
});
