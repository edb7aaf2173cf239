import {expect, test} from 'vitest';
import {behind, entry, syncing, Watched} from '../watched.js';

/** Looks at `orders` on `s1` every five seconds for so long. */
const look = (
	watched: Watched,
	from: number,
	to: number,
	sync: (seconds: number) => Readonly<Record<string, unknown>>,
) => {
	for (let seconds = from; seconds <= to; seconds += 5) {
		watched.seconds = seconds;
		watched.part(entry('s1', [behind('orders', sync(seconds))]));
	}
};

const orders = {task: 'orders'};

test('nothing is known of a past that was not seen, nor of a task that does not exist', () => {
	const watched = new Watched();
	expect(watched.sparkline(orders, 'lag', {slots: 3})).toEqual([undefined, undefined, undefined]);
	watched.part(entry('s1', [behind('orders', {secondsBehindMaster: '3'})]));
	expect(watched.sparkline(orders, 'lag', {slots: 3})).toEqual([undefined, undefined, 3]);
	expect(watched.sparkline({task: 'users'}, 'lag', {slots: 2})).toEqual([undefined, undefined]);
	expect(watched.sparkline({...orders, source: 's2'}, 'lag', {slots: 1})).toEqual([undefined]);
});

test('lag and rows/s, newest last, one value every five seconds', () => {
	const watched = new Watched();
	look(watched, 0, 20, seconds => ({
		secondsBehindMaster: String(100 + seconds),
		totalRows: String(seconds * seconds),
	}));
	expect(watched.sparkline(orders, 'lag', {slots: 6})).toEqual([undefined, 100, 105, 110, 115, 120]);
	expect(watched.sparkline(orders, 'rows', {slots: 5})).toEqual([undefined, 5, 15, 25, 35]);
});

test('ten minutes are kept slot by slot', () => {
	const watched = new Watched();
	look(watched, 0, 1200, seconds => ({secondsBehindMaster: String(seconds + 1)}));
	expect(watched.sparkline(orders, 'lag', {slots: 120})).toEqual(
		Array.from({length: 120}, (_, slot) => 606 + slot * 5),
	);
});

test('a longer span combines slots: the greatest lag, the mean of the rows', () => {
	const watched = new Watched();
	look(watched, 0, 55, seconds => ({
		secondsBehindMaster: seconds === 35 ? '900' : '1',
		totalRows: String(seconds < 30 ? 0 : (seconds - 25) * 6),
	}));
	expect(watched.sparkline(orders, 'lag', {slots: 2, span: 60_000})).toEqual([1, 900]);
	expect(watched.sparkline(orders, 'rows', {slots: 2, span: 60_000})).toEqual([0, 6]);
});

test('a shorter span repeats slots', () => {
	const watched = new Watched();
	look(watched, 0, 5, seconds => ({secondsBehindMaster: String(seconds + 1)}));
	expect(watched.sparkline(orders, 'lag', {slots: 4, span: 10_000, now: watched.now + 4999})).toEqual([
		1, 1, 6, 6,
	]);
});

test('over several sources: the greatest lag, the sum of the rows', () => {
	const watched = new Watched();
	for (let seconds = 0; seconds <= 10; seconds += 5) {
		watched.seconds = seconds;
		watched.part(
			entry('s1', [behind('orders', {secondsBehindMaster: '7', totalRows: String(seconds * 2)})]),
			entry('s2', [behind('orders', {secondsBehindMaster: '9', totalRows: String(seconds * 3)})]),
		);
	}

	expect(watched.sparkline(orders, 'lag', {slots: 2})).toEqual([9, 9]);
	expect(watched.sparkline(orders, 'rows', {slots: 2})).toEqual([5, 5]);
	expect(watched.sparkline({...orders, source: 's1'}, 'rows', {slots: 2})).toEqual([2, 2]);
});

test('sources asked in turn: slots without an answer are filled, and the sum does not drop in between', () => {
	const watched = new Watched();
	for (let seconds = 0; seconds <= 60; seconds += 10) {
		watched.seconds = seconds;
		const sync = {secondsBehindMaster: '2', totalRows: String(seconds * 10)};
		watched.part(entry(seconds % 20 === 0 ? 's1' : 's2', [behind('orders', sync)]));
	}

	watched.wait(5);
	expect(watched.sparkline(orders, 'rows', {slots: 6})).toEqual([20, 20, 20, 20, 20, 20]);
	expect(watched.sparkline(orders, 'lag', {slots: 6})).toEqual([2, 2, 2, 2, 2, 2]);
});

test('a silent source keeps its past and has an empty present', () => {
	const watched = new Watched();
	look(watched, 0, 10, () => ({secondsBehindMaster: '4'}));
	watched.silence('no answer within 5 s', 's1').wait(10);
	expect(watched.sparkline(orders, 'lag', {slots: 4})).toEqual([4, 4, undefined, undefined]);
	look(watched, 120, 120, () => ({secondsBehindMaster: '4'}));
	expect(watched.sparkline(orders, 'lag', {slots: 3})).toEqual([undefined, undefined, 4]);
});

test('an unknown lag is a gap', () => {
	const watched = new Watched().part(entry('s1', [syncing('orders')]));
	watched.wait(5).part(entry('s1', [syncing('orders', {masterBinlog: ''})]));
	watched.wait(5).part(entry('s1', [syncing('orders')]));
	expect(watched.sparkline(orders, 'lag', {slots: 3})).toEqual([0, undefined, 0]);
});

test('a task that is deleted and created again does not inherit a past', () => {
	const watched = new Watched();
	look(watched, 0, 20, () => ({secondsBehindMaster: '50'}));
	watched
		.part(entry('s1', []))
		.wait(5)
		.part(entry('s1', [behind('users', {secondsBehindMaster: '1'})]));
	expect(watched.sparkline({task: 'users'}, 'lag', {slots: 3})).toEqual([undefined, undefined, 1]);
});

test('a clock that is set back restarts the past from there', () => {
	const watched = new Watched();
	look(watched, 0, 20, seconds => ({secondsBehindMaster: String(seconds + 1)}));
	look(watched, 10, 10, () => ({secondsBehindMaster: '77'}));
	expect(watched.sparkline(orders, 'lag', {slots: 4})).toEqual([undefined, 1, 6, 77]);
	expect(watched.sparkline(orders, 'lag', {slots: 1, now: watched.now + 10_000})).toEqual([77]);
});
