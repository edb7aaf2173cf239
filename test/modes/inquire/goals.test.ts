/** The states of a task that `dm-top wait` waits for. */
import {expect, test} from 'vitest';
import {type Goal, goals, isReached} from '../../../source/modes/inquire/goals.js';
import {behind, canceled, entry, type Json, syncing, Watched} from '../../monitor/watched.js';

const isThere = (watched: Watched, goal: Goal): boolean => isReached(goal, watched.task('orders'), []);

const of = (...subtasks: readonly Json[]): Watched =>
	new Watched().whole(...subtasks.map((subtask, index) => entry(`s${index}`, [subtask])));

const paused = {stage: 'Paused', result: canceled};

test('a stage is reached once every source is in it', () => {
	expect(isThere(of(behind('orders')), 'running')).toBe(true);
	expect(isThere(of(behind('orders'), syncing('orders', {}, paused)), 'running')).toBe(false);
	expect(isThere(of(syncing('orders', {}, paused), syncing('orders', {}, paused)), 'paused')).toBe(true);
	expect(isThere(of(behind('orders'), syncing('orders', {}, paused)), 'paused')).toBe(false);
	const finished = {name: 'orders', stage: 'Finished', unit: 'Load', load: {progress: '100.00 %'}};
	expect(isThere(of(finished), 'finished')).toBe(true);
	expect(isThere(of(finished), 'running')).toBe(false);
});

test('level is what DM says, or a lag of 0 of one that was seen moving', () => {
	expect(isThere(of(syncing('orders')), 'synced')).toBe(true);
	expect(isThere(of(syncing('orders', {}, paused)), 'synced')).toBe(false);
	const moved = (seconds: string): Watched => {
		const at = (position: number) =>
			entry('s1', [
				behind('orders', {secondsBehindMaster: seconds, syncerBinlog: `(mysql-bin.000001, ${position})`}),
			]);
		return new Watched().whole(at(1000)).wait(5).whole(at(5000));
	};

	expect(isThere(moved('0'), 'synced')).toBe(true);
	expect(isThere(moved('1'), 'synced')).toBe(false);
	// It may hang: such a one says 0, too.
	expect(isThere(of(behind('orders', {secondsBehindMaster: '0'})), 'synced')).toBe(false);
	const blind = {masterBinlog: '', synced: false, secondsBehindMaster: undefined};
	expect(isThere(of(behind('orders', blind)), 'synced')).toBe(false);
});

test('a task of which not all is known has not reached anything', () => {
	const watched = of(behind('orders'), behind('orders'));
	expect(isThere(watched, 'running')).toBe(true);
	watched.whole(entry('s0', [behind('orders')]), {...entry('s1', [behind('orders')]), subTaskStatus: [7]});
	expect(watched.task('orders').incomplete).toBe(true);
	expect(isThere(watched, 'running')).toBe(false);
	const list = (sources: readonly string[]) =>
		new Watched().document(
			JSON.stringify({
				result: true,
				msg: '',
				tasks: [{taskName: 'orders', taskStatus: 'Running', sources}],
			}),
		);
	for (const goal of goals) {
		expect(isThere(list([]), goal)).toBe(false);
		expect(isThere(list(['s0']), goal)).toBe(false);
	}
});

test('what is old has not reached anything', () => {
	const watched = of(syncing('orders'));
	expect(isThere(watched, 'running')).toBe(true);
	expect(isThere(watched.wait(60).silence('no answer', 's0'), 'running')).toBe(false);
});
