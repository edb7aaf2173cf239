/** The lag of what is level with its upstream, or has a checkpoint beyond it. */
import {expect, test} from 'vitest';
import {readFixture} from '../../dm/recorded.js';
import {entry, syncing, Watched} from '../watched.js';
import {at, exactly, lagOf, paused, running} from './looks.js';

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
		lag: {kind: 'unknown', why: 'the checkpoint is past the end of the upstream’s binlog'},
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

test('after a failover to a server whose binlog has other names, a 0 is not believed', () => {
	const watched = running(new Watched(), {...at(1000), masterBinlog: '(mysql-bin.000001, 1000)'});
	expect(lagOf(watched)).toEqual(exactly(0));
	running(watched.wait(2), {...at(1000), masterBinlog: '(binlog.000007, 5000)'});
	expect(watched.subtask('orders', 's1')).toMatchObject({
		lag: {kind: 'unknown', why: 'no job in flight, distance unknown'},
		distance: undefined,
	});
	running(watched.wait(2), {
		syncerBinlog: '(binlog.000007, 4000)',
		masterBinlog: '(binlog.000007, 5000)',
	});
	expect(lagOf(watched)).toEqual(exactly(0));
});

test('a gap in the checkpoint’s transactions changes no number', () => {
	const watched = new Watched().document(readFixture('field/gtid-hole.json'));
	expect(watched.subtask('shop', 'replica-a')).toMatchObject({
		lag: exactly(0),
		distance: {files: 0, bytes: 0},
	});
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
