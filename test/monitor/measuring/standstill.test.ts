import {expect, test} from 'vitest';
import {canceled, entry, entryOf, errors, syncing, Watched} from '../watched.js';

const at = (seconds: number) => Date.UTC(2025, 10, 23, 12) + seconds * 1000;

/** One more answer, 10 s after the one before. */
const look = (watched: Watched, sync: Record<string, unknown>, rest = {}) =>
	watched
		.wait(10)
		.whole(entry('mysql-01', [syncing('orders', {synced: false, totalRows: '100', ...sync}, rest)]))
		.subtask('orders', 'mysql-01');

const place = (bytes: number) => `(mysql-bin.000001, ${bytes})`;

test('a subtask has stood still since it last moved, and shows how long the upstream has moved since', () => {
	const watched = new Watched();
	expect(look(watched, {masterBinlog: place(2000)}).stood).toEqual({time: 0, isAtLeast: true});
	expect(look(watched, {masterBinlog: place(2000)}).stood).toEqual({time: 10_000, isAtLeast: true});
	expect(look(watched, {masterBinlog: place(3000)}).stood).toEqual({
		time: 20_000,
		isAtLeast: true,
		upstreamMoves: 0,
	});
	expect(look(watched, {masterBinlog: place(4000)}).stood?.upstreamMoves).toBe(10_000);
	expect(look(watched, {masterBinlog: place(5000), syncerBinlog: place(4000)}).stood).toEqual({
		time: 0,
		isAtLeast: false,
	});
});

test('an upstream that stops moving is idle after five minutes', () => {
	const watched = new Watched();
	look(watched, {masterBinlog: place(2000)});
	look(watched, {masterBinlog: place(3000)});
	watched.wait(290);
	expect(look(watched, {masterBinlog: place(3000)}).stood?.upstreamMoves).toBe(300_000);
	expect(look(watched, {masterBinlog: place(3000)}).stood).toEqual({time: 320_000, isAtLeast: true});
	expect(look(watched, {masterBinlog: place(4000)}).stood?.upstreamMoves).toBe(0);
});

test('from ten minutes on it has stood still for at least ten minutes', () => {
	const watched = new Watched();
	look(watched, {masterBinlog: place(2000)});
	look(watched, {masterBinlog: place(2000), syncerBinlog: place(1500)});
	watched.wait(590);
	expect(look(watched, {masterBinlog: place(2000), syncerBinlog: place(1500)}).stood).toEqual({
		time: 600_000,
		isAtLeast: false,
	});
	expect(look(watched, {masterBinlog: place(2000), syncerBinlog: place(1500)}).stood).toEqual({
		time: 600_000,
		isAtLeast: true,
	});
});

test('a subtask that is level with the upstream has nothing to do: it does not count as standing still', () => {
	const watched = new Watched();
	look(watched, {});
	expect(look(watched, {}).stood).toEqual({time: 0, isAtLeast: false});
	expect(
		look(watched, {masterBinlog: place(2000), syncerBinlog: place(3000), synced: true}).stood?.time,
	).toBe(0);
});

test('a subtask that is kept from moving does not count as standing still', () => {
	const watched = new Watched();
	const ahead = {masterBinlog: place(2000)};
	look(watched, ahead);
	expect(look(watched, {...ahead, blockingDDLs: ['ALTER TABLE t ADD c INT']}).stood).toEqual({
		time: 0,
		isAtLeast: false,
	});
	expect(look(watched, ahead).stood?.time).toBe(10_000);
	expect(look(watched, {masterBinlog: ''}).stood?.time).toBe(0);
	watched.wait(10).whole(
		entryOf('mysql-01', 'worker-of-mysql-01', [syncing('orders', {...ahead, synced: false})], {
			stage: 'Paused',
		}),
	);
	expect(watched.subtask('orders', 'mysql-01').stood?.time).toBe(0);
});

test('the row that DM counts for each flush of the checkpoint is no movement; more rows are', () => {
	const watched = new Watched();
	const ahead = {masterBinlog: place(2000)};
	look(watched, ahead);
	look(watched, {...ahead, totalRows: '101'});
	expect(look(watched, {...ahead, totalRows: '102'}).stood?.time).toBe(20_000);
	watched.wait(30);
	expect(look(watched, {...ahead, totalRows: '105'}).stood?.time).toBe(60_000);
	expect(look(watched, {...ahead, totalRows: '107'}).stood?.time).toBe(0);
	expect(look(watched, {...ahead, totalRows: '3'}).stood?.time).toBe(0);
});

test('a load or a dump stands still while it makes no progress', () => {
	const watched = new Watched();
	const load = (finishedBytes: string) =>
		look(watched, {}, {unit: 'Load', sync: undefined, load: {finishedBytes, totalBytes: '100', progress: ''}})
			.stood;
	load('10');
	expect(load('10')).toEqual({time: 10_000, isAtLeast: true});
	expect(load('11')).toEqual({time: 0, isAtLeast: false});
	const dump = (finishedRows: number) =>
		look(watched, {}, {unit: 'Dump', sync: undefined, dump: {finishedRows, totalTables: '5', progress: ''}})
			.stood;
	dump(10);
	expect(dump(10)).toEqual({time: 10_000, isAtLeast: true});
	expect(dump(11)?.time).toBe(0);
});

test('a subtask that does not run does not count as standing still', () => {
	const watched = new Watched();
	look(watched, {masterBinlog: place(2000)});
	expect(look(watched, {}, {stage: 'Paused', result: canceled}).stood).toBeUndefined();
	expect(look(watched, {masterBinlog: place(2000)}).stood).toEqual({time: 0, isAtLeast: true});
});

test('another worker starts over', () => {
	const watched = new Watched();
	look(watched, {masterBinlog: place(2000)});
	watched
		.wait(10)
		.whole(
			entryOf('mysql-01', 'other', [
				syncing('orders', {synced: false, masterBinlog: place(2000), totalRows: '100'}),
			]),
		);
	expect(watched.subtask('orders', 'mysql-01').stood).toEqual({time: 0, isAtLeast: true});
});

test('a recurring error is counted, also while the subtask runs in between', () => {
	const watched = new Watched();
	const stopped = {stage: 'Paused', result: errors(10_001)};
	look(watched, {});
	expect(look(watched, {}, stopped).setbacks).toEqual({
		firstAt: at(20),
		isFirstSeen: true,
		lastAt: at(20),
		times: 1,
		isNow: true,
	});
	expect(look(watched, {}).setbacks).toMatchObject({times: 1, isNow: false, lastAt: at(20)});
	expect(look(watched, {}, stopped).setbacks).toMatchObject({
		times: 2,
		isNow: true,
		firstAt: at(20),
		lastAt: at(40),
	});
	look(watched, {});
	// Ten minutes after it was last stopped, and one look later.
	watched.wait(580);
	expect(look(watched, {}).setbacks).toMatchObject({times: 2, lastAt: at(40)});
	expect(look(watched, {}).setbacks).toBeUndefined();
});

test('a pause is not a setback', () => {
	const watched = new Watched();
	expect(look(watched, {}, {stage: 'Paused', result: canceled}).setbacks).toBeUndefined();
});

test('a state found at the first look may have begun before; so may one found after a long silence', () => {
	const watched = new Watched();
	expect(look(watched, {masterBinlog: ''}).sinces.blind).toEqual({at: at(10), isSeen: false});
	expect(look(watched, {}).sinces).toEqual({});
	expect(look(watched, {masterBinlog: ''}).sinces.blind).toEqual({at: at(30), isSeen: true});
	look(watched, {});
	watched.wait(100);
	expect(look(watched, {masterBinlog: ''}).sinces.blind).toEqual({at: at(150), isSeen: false});
});

test('a checkpoint past the end of the upstream stays so; one at the end does not', () => {
	const watched = new Watched();
	expect(look(watched, {}).sinces).toEqual({});
	expect(look(watched, {syncerBinlog: '(mysql-bin.000002, 4)'}).sinces.beyond).toEqual({
		at: at(20),
		isSeen: true,
	});
	expect(look(watched, {syncerBinlog: place(1001)}).sinces.beyond).toEqual({at: at(20), isSeen: true});
	expect(look(watched, {syncerBinlog: '(other-bin.000009, 4)'}).sinces).toEqual({});
});
