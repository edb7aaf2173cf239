/** The lag of what does not replicate. */
import {expect, test} from 'vitest';
import type {Lag} from '../../../source/monitor/view.js';
import {readFixture} from '../../dm/recorded.js';
import {behind, bound, canceled, entry, entryOf, errors, syncing, unbound, Watched} from '../watched.js';
import {at, exactly, lagOf, paused, running, type Sync} from './looks.js';

const failed = (watched: Watched, sync: Sync = {}): Watched =>
	watched.part(entry('s1', [behind('orders', sync, {stage: 'Paused', result: errors(36_067)})]));

test('paused or stopped by an error with everything applied is 0 s, and grows once the upstream continues', () => {
	for (const stop of [paused, failed]) {
		const level = {masterBinlog: '(mysql-bin.000001, 1000)', synced: true};
		const watched = stop(running(new Watched(), level).wait(2), level);
		expect(lagOf(watched.wait(600))).toEqual(exactly(0));
		stop(watched);
		const why = stop === paused ? 'paused' : 'stopped by an error';
		expect(lagOf(watched)).toEqual({kind: 'at-least', seconds: 0, why});
		expect(lagOf(stop(watched.wait(40)))).toEqual({kind: 'at-least', seconds: 40, why});
	}
});

test('a pause or an error whose beginning was not seen leaves the lag unknown', () => {
	expect(lagOf(paused(new Watched()).wait(60))).toEqual({
		kind: 'unknown',
		why: 'paused, start not observed',
	});
	const watched = failed(new Watched());
	const why = 'stopped by an error, start not observed';
	expect(lagOf(failed(watched.wait(1)))).toEqual({kind: 'unknown', why});
	expect(watched.view().totals.lagMax).toBeUndefined();
	// DM resumes it by itself, and nothing moves: no number comes of that.
	running(watched.wait(2));
	expect(lagOf(watched)).toEqual({
		kind: 'unknown',
		why: 'nothing replicated since it was resumed, start not observed',
	});
	failed(watched.wait(2));
	expect(lagOf(watched)).toEqual({kind: 'unknown', why});
	// What DM said before it stopped is a number.
	expect(lagOf(paused(new Watched(), {secondsBehindMaster: '70'}).wait(5))).toEqual({
		kind: 'at-least',
		seconds: 75,
		why: 'paused',
	});
});

test('a checkpoint that does not move has one lag, however often DM resumes the subtask', () => {
	const watched = running(new Watched(), {secondsBehindMaster: '5', totalRows: '1'});
	failed(watched.wait(2), {totalRows: '1'});
	const lags: Lag[] = [];
	for (let round = 1; round <= 3; round++) {
		// It replicates the same rows once more, and comes to the same error.
		lags.push(lagOf(running(watched.wait(10), {totalRows: String(round * 10)})));
		running(watched.wait(1), {totalRows: String(round * 10 + 5), secondsBehindMaster: '3'});
		lags.push(lagOf(watched), lagOf(failed(watched.wait(1), {totalRows: String(round * 10 + 5)})));
	}

	const resumed = (seconds: number): Lag => ({
		kind: 'at-least',
		seconds,
		why: 'nothing replicated since it was resumed',
	});
	const stopped = (seconds: number): Lag => ({kind: 'at-least', seconds, why: 'stopped by an error'});
	expect(lags).toEqual([
		resumed(15),
		exactly(3),
		stopped(17),
		resumed(27),
		exactly(3),
		stopped(29),
		resumed(39),
		exactly(3),
		stopped(41),
	]);
	// The checkpoint moves: what was before is over.
	running(watched.wait(2), at(2000));
	expect(lagOf(watched)).toEqual(exactly(0));
	failed(watched.wait(2), at(2000));
	expect(lagOf(watched)).toEqual({kind: 'at-least', seconds: 0, why: 'stopped by an error'});
});

test('the flush of a pause moves the checkpoint, not the time since which it has not moved', () => {
	const watched = paused(running(new Watched(), {secondsBehindMaster: '5'}).wait(2), at(1500));
	paused(watched.wait(10), at(1700));
	expect(lagOf(watched)).toEqual({kind: 'at-least', seconds: 15, why: 'paused'});
	expect(lagOf(running(watched.wait(1), at(1700)))).toEqual({
		kind: 'at-least',
		seconds: 16,
		why: 'nothing replicated since it was resumed',
	});
});

test('an upstream that is away: a lagging subtask still lags, the lag of a level one is unknown', () => {
	const gone = {masterBinlog: ''};
	const late = failed(running(new Watched(), {secondsBehindMaster: '12'}).wait(2), gone);
	expect(lagOf(late.wait(8))).toEqual({kind: 'at-least', seconds: 20, why: 'stopped by an error'});
	const level = failed(running(new Watched(), {synced: true}).wait(2), gone);
	expect(lagOf(level.wait(8))).toEqual({kind: 'unknown', why: 'upstream not reachable'});
});

test('a manual pause that leaves an error of its own is a pause', () => {
	const watched = new Watched().document(readFixture('field/paused-by-hand-closed.json'));
	expect(watched.subtask('shop', 'replica-a')).toMatchObject({
		lag: {kind: 'unknown', why: 'paused, start not observed'},
		health: 'paused',
		errors: 0,
	});
});

test('without a worker the lag of a level subtask is unknown: there may be something to replicate', () => {
	const watched = new Watched().whole(entry('s1', [syncing('orders')])).whole(unbound('s1', ['orders']));
	expect(lagOf(watched.wait(300))).toEqual({kind: 'unknown', why: 'no worker'});
});

test('a worker that takes over a source starts from the existing lag', () => {
	const watched = new Watched()
		.cluster({workers: [bound('w1', 's1')]})
		.part(entryOf('s1', 'w1', [behind('orders', {secondsBehindMaster: '8'})]))
		.wait(40)
		.cluster({workers: [bound('w2', 's1')]})
		.part(entryOf('s1', 'w2', [behind('orders')]));
	expect(lagOf(watched)).toEqual({
		kind: 'at-least',
		seconds: 48,
		why: 'nothing replicated since it was resumed',
	});
	watched.wait(2).part(entryOf('s1', 'w2', [behind('orders', at(5000))]));
	expect(lagOf(watched)).toEqual(exactly(0));
});

test('when nothing answers, no lag stays known for long', () => {
	const watched = new Watched().part(
		entry('s1', [
			behind('late', {secondsBehindMaster: '9'}),
			syncing('level'),
			behind('paused', {}, {stage: 'Paused', result: canceled}),
		]),
	);
	watched.view();
	watched.wait(5).silence('connection refused');
	expect(lagOf(watched, 'level')).toEqual({kind: 'unknown', why: 'no answer; 0s at the last one'});
	expect(watched.source('s1').lag).toMatchObject({kind: 'at-least', seconds: 9});
	watched.wait(9.999);
	expect(lagOf(watched, 'late')).toEqual(exactly(9));
	watched.wait(0.001);
	expect(lagOf(watched, 'late')).toEqual({kind: 'unknown', why: 'no answer; 9s at the last one'});
	expect(lagOf(watched, 'level')).toEqual({kind: 'unknown', why: 'no answer; 0s at the last one'});
	expect(watched.view().totals.lagMax).toBeUndefined();
	watched.part(entry('s1', [behind('late', {secondsBehindMaster: '9'}), syncing('level'), behind('paused')]));
	expect(lagOf(watched, 'level')).toEqual(exactly(0));
});
