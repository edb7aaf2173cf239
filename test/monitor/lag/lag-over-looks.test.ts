import {expect, test} from 'vitest';
import type {Lag} from '../../../source/monitor/view.js';
import {readFixture} from '../../dm/recorded.js';
import {behind, bound, canceled, entry, entryOf, errors, syncing, unbound, Watched} from '../watched.js';

type Sync = Readonly<Record<string, unknown>>;

const lines = (file: string): readonly string[] => readFixture(`field/${file}`).trim().split('\n');

const lagOf = (watched: Watched, task = 'orders', source = 's1'): Lag => watched.subtask(task, source).lag;

const running = (watched: Watched, sync: Sync = {}): Watched =>
	watched.part(entry('s1', [behind('orders', sync)]));

const paused = (watched: Watched, sync: Sync = {}): Watched =>
	watched.part(entry('s1', [behind('orders', sync, {stage: 'Paused', result: canceled})]));

const failed = (watched: Watched, sync: Sync = {}): Watched =>
	watched.part(entry('s1', [behind('orders', sync, {stage: 'Paused', result: errors(36_067)})]));

const at = (position: number, file = 1): Sync => ({
	syncerBinlog: `(mysql-bin.${String(file).padStart(6, '0')}, ${position})`,
});

const exactly = (seconds: number): Lag => ({kind: 'seconds', seconds});

test('a 0 between two batches, three files behind, is at least the last believed lag', () => {
	const watched = new Watched();
	const lags: Lag[] = [];
	const healths = new Set<string>();
	for (const line of lines('lag-zero-between-batches.jsonl')) {
		watched.wait(2).document(line);
		lags.push(lagOf(watched, 'shop', 'replica-a'));
		healths.add(watched.task('shop').health);
	}

	const why = 'no job in flight, 3 binlog files behind';
	expect(lags).toEqual([
		exactly(300),
		{kind: 'at-least', seconds: 300, why},
		exactly(302),
		{kind: 'at-least', seconds: 302, why},
		exactly(304),
		{kind: 'at-least', seconds: 304, why},
	]);
	expect([...healths]).toEqual(['lagging']);
	expect(watched.view().totals).toMatchObject({lagMax: 304, lagAtLeast: true});
	const last = lines('lag-zero-between-batches.jsonl').at(-1)!;
	expect(lagOf(watched.wait(58).document(last), 'shop', 'replica-a').kind).toBe('at-least');
	// A minute after the last number nobody can tell, though rows moved a moment ago.
	watched.wait(1).document(last.replaceAll('"19211"', '"29211"'));
	expect(lagOf(watched, 'shop', 'replica-a')).toEqual({kind: 'unknown', why});
});

test('a 0 is never believed two files behind, though rows and checkpoint move', () => {
	const watched = running(new Watched(), {masterBinlog: '(mysql-bin.000003, 700)', ...at(1000)});
	for (let seconds = 2; seconds <= 30; seconds += 2) {
		const moving = {totalRows: String(seconds * 100), ...at(1000 + seconds)};
		running(watched.wait(2), {masterBinlog: '(mysql-bin.000003, 900)', ...moving});
	}

	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 2 binlog files behind'});
});

test('a new file does not make a busy subtask late: its checkpoint follows within a flush or two', () => {
	const watched = running(new Watched());
	running(watched.wait(2), {totalRows: '100'});
	const next = {masterBinlog: '(mysql-bin.000002, 90000)'};
	running(watched.wait(2), {totalRows: '200', ...next});
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(60), {totalRows: '300', ...next});
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(0.1), {totalRows: '400', ...next});
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 1 binlog file behind'});
	running(watched.wait(2), {totalRows: '500', ...next, ...at(4, 2)});
	expect(lagOf(watched)).toEqual(exactly(0));
});

test('one file behind at the first look, a 0 is not believed', () => {
	const next = {masterBinlog: '(mysql-bin.000002, 90000)'};
	const watched = running(running(new Watched(), next).wait(2), {...next, totalRows: '100'});
	expect(lagOf(watched)).toEqual({kind: 'unknown', why: 'no job in flight, 1 binlog file behind'});
});

test('a large lag does not vanish from one refresh to the next, a small one does', () => {
	const watched = running(new Watched(), {secondsBehindMaster: '200', totalRows: '1'});
	running(watched.wait(2), {totalRows: '2'});
	expect(lagOf(watched)).toEqual({kind: 'at-least', seconds: 200, why: 'no job in flight, 8.6 MB behind'});
	running(watched.wait(7.9), {totalRows: '3'});
	expect(lagOf(watched).kind).toBe('at-least');
	running(watched.wait(0.1), {totalRows: '4'});
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(2), {secondsBehindMaster: '10', totalRows: '5'});
	running(watched.wait(2), {totalRows: '6'});
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(2), {secondsBehindMaster: '11', totalRows: '7'});
	running(watched.wait(2), {totalRows: '8'});
	expect(lagOf(watched)).toMatchObject({kind: 'at-least', seconds: 11});
});

test('level with the upstream is 0 s, whatever DM says', () => {
	const watched = new Watched().document(readFixture('field/lag-though-level.json'));
	expect(watched.task('shop')).toMatchObject({lag: exactly(0), health: 'running'});
	expect(watched.view().totals.lagMax).toBe(0);
	const unsaid = new Watched().part(
		entry('s1', [syncing('orders', {synced: false, secondsBehindMaster: '91220'})]),
	);
	expect(lagOf(unsaid)).toEqual(exactly(0));
});

test.each([
	['reset', 'in a later file'],
	['shorter', 'further on in the same file'],
])('a checkpoint beyond the end of the upstream (%s: %s) has no distance and an unknown lag', task => {
	const watched = new Watched().document(readFixture('field/syncer-beyond-master.json'));
	expect(watched.subtask(task, 'replica-a')).toMatchObject({
		lag: {kind: 'unknown', why: 'the checkpoint lies beyond the end of the upstream’s binlog'},
		distance: undefined,
		isBeyondUpstream: true,
	});
});

test('a checkpoint read slightly after the end of the upstream is level, unless it stays there', () => {
	const ahead = {masterBinlog: '(mysql-bin.000001, 1000)', ...at(3000)};
	const watched = running(new Watched(), ahead);
	expect(watched.subtask('orders', 's1')).toMatchObject({
		lag: exactly(0),
		distance: {files: 0, bytes: 0},
		isBeyondUpstream: false,
	});
	running(watched.wait(9), ahead);
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(1), ahead);
	expect(watched.subtask('orders', 's1')).toMatchObject({lag: {kind: 'unknown'}, isBeyondUpstream: true});
	// Caught up with by the upstream, it counts again.
	running(watched.wait(1), {...ahead, masterBinlog: '(mysql-bin.000001, 4000)'});
	expect(watched.subtask('orders', 's1')).toMatchObject({lag: exactly(0), distance: {bytes: 1000}});
	running(watched.wait(1), ahead);
	expect(lagOf(watched)).toEqual(exactly(0));
});

test('a file that the upstream has just started is not a checkpoint beyond its end', () => {
	const rotated = {masterBinlog: '(mysql-bin.000001, 1073741000)', ...at(4, 2)};
	expect(lagOf(running(new Watched(), rotated))).toEqual(exactly(0));
	const two = {masterBinlog: '(mysql-bin.000001, 1073741000)', ...at(4, 3)};
	expect(lagOf(running(new Watched(), two)).kind).toBe('unknown');
	const far = {masterBinlog: '(mysql-bin.000001, 1073741000)', ...at(5_000_000, 2)};
	expect(lagOf(running(new Watched(), far)).kind).toBe('unknown');
});

test('transactions are more reliable than file names: a set that the upstream contains is not beyond it', () => {
	const server = '5e1d77aa-0b3c-11ee-9c41-0242c0a80105';
	const gtids = (syncer: string) => ({
		masterBinlog: '(mysql-bin.000003, 400)',
		masterBinlogGtid: `${server}:1-50`,
		...at(300, 141),
		syncerBinlogGtid: `${server}:${syncer}`,
	});
	const moved = running(new Watched(), gtids('1-40')).subtask('orders', 's1');
	expect(moved).toMatchObject({isBeyondUpstream: false, distance: undefined});
	expect(moved.lag).toEqual({kind: 'unknown', why: 'no job in flight, distance unknown'});
	expect(running(new Watched(), gtids('1-51')).subtask('orders', 's1').isBeyondUpstream).toBe(true);
	const level = running(new Watched(), {...gtids('1-50'), synced: true}).subtask('orders', 's1');
	expect(level).toMatchObject({isBeyondUpstream: false, lag: exactly(0)});
});

test('a gap in the checkpoint’s transactions changes no number', () => {
	const watched = new Watched().document(readFixture('field/gtid-hole.json'));
	expect(watched.subtask('shop', 'replica-a')).toMatchObject({
		lag: exactly(0),
		distance: {files: 0, bytes: 0},
	});
});

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

test('a new file of the upstream without a transaction leaves a level subtask at 0 s', () => {
	const level = {masterBinlog: '(mysql-bin.000001, 1000)', synced: true};
	const watched = paused(running(new Watched(), level), level);
	paused(watched.wait(2), {masterBinlog: '(mysql-bin.000002, 400)'});
	expect(lagOf(watched)).toEqual(exactly(0));
	paused(watched.wait(2), {masterBinlog: '(mysql-bin.000002, 401)'});
	expect(lagOf(watched).kind).toBe('at-least');
	// Not level before, it may lack anything of the file before.
	const late = paused(paused(new Watched()), {masterBinlog: '(mysql-bin.000002, 342)'});
	expect(lagOf(late).kind).toBe('unknown');
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
	watched.wait(9.999);
	expect(lagOf(watched, 'late')).toEqual(exactly(9));
	expect(lagOf(watched, 'level')).toEqual(exactly(0));
	watched.wait(0.001);
	expect(lagOf(watched, 'late')).toEqual({kind: 'unknown', why: 'no answer; 9 s at the last one'});
	expect(lagOf(watched, 'level')).toEqual({kind: 'unknown', why: 'no answer; 0 s at the last one'});
	expect(watched.view().totals.lagMax).toBeUndefined();
	watched.part(entry('s1', [behind('late', {secondsBehindMaster: '9'}), syncing('level'), behind('paused')]));
	expect(lagOf(watched, 'level')).toEqual(exactly(0));
});
