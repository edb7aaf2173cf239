import {expect, test} from 'vitest';
import {behind, bound, canceled, entry, entryOf, errors, syncing, unbound, Watched} from '../watched.js';
import {look, orders} from './looks.js';

const half = {span: 30_000, count: 6};

test('the newest ten minutes are kept to five seconds, and only complete slots are given', () => {
	const watched = new Watched();
	look(watched, {from: 0, to: 600}, seconds => ({secondsBehindMaster: String(seconds + 1)}));
	expect(watched.past(orders, 'lag', half)).toMatchInlineSnapshot('"571 576 581 586 591 596"');
	watched.wait(4);
	expect(watched.past(orders, 'lag', half)).toMatchInlineSnapshot('"571 576 581 586 591 596"');
	watched.wait(1);
	expect(watched.past(orders, 'lag', half)).toMatchInlineSnapshot('"576 581 586 591 596 601"');
	expect(watched.past(orders, 'lag', {span: 30_000, count: 6, together: 6})).toMatchInlineSnapshot(
		'"601 601 601 601 601 601"',
	);
});

test('an hour is kept to a minute, six hours to six, a day to 24: the greatest lag, the mean of rates', () => {
	const watched = new Watched();
	const day = 86_400;
	look(watched, {from: 0, to: day, every: 15}, seconds => ({
		secondsBehindMaster: seconds % 1440 === 720 ? '1000' : '1',
		totalRows: String(seconds * 3),
	}));
	const hour = watched.past(orders, 'lag', {span: 3_600_000, count: 60}).split(' ');
	expect(hour.filter(value => value === '1000')).toHaveLength(3);
	expect(new Set(hour)).toEqual(new Set(['1', '1000']));
	expect(watched.past(orders, 'lag', {span: 86_400_000, count: 10})).toMatchInlineSnapshot(
		'"1000 1000 1000 1000 1000 1000 1000 1000 1000 1000"',
	);
	expect(watched.past(orders, 'rows', {span: 21_600_000, count: 6})).toMatchInlineSnapshot('"3 3 3 3 3 3"');
	expect(watched.past(orders, 'rows', {span: 86_400_000, count: 4})).toMatchInlineSnapshot('"3 3 3 3"');
	expect(watched.past(orders, 'lag', {span: 172_800_000, count: 4})).toMatchInlineSnapshot('"- - 1000 1000"');
});

test('values that a plot cannot tell apart are kept in less space, accurate to half a percent', () => {
	const watched = new Watched();
	look(watched, {from: 0, to: 3000}, () => ({secondsBehindMaster: '12345'}));
	const [old] = watched.past(orders, 'lag', {span: 2_400_000, count: 2}).split(' ', 1);
	expect(Number(old)).toBeGreaterThan(12_345 * 0.995);
	expect(Number(old)).toBeLessThan(12_345 * 1.005);
});

test('each of many tasks keeps its own past, on every level', () => {
	const watched = new Watched();
	const tasks = Array.from({length: 200}, (_, index) => `task-${index}`);
	for (let seconds = 0; seconds <= 1200; seconds += 15) {
		watched.seconds = seconds;
		watched.part(
			entry(
				's1',
				tasks.map((task, index) =>
					behind(task, {secondsBehindMaster: String(1000 * (seconds < 600 ? 1 : 2) + index)}),
				),
			),
		);
	}

	const lags = (task: string, span: number) =>
		watched.past({task}, 'lag', {span, count: 4}).split(' ').map(Number);
	for (const [index, task] of tasks.entries()) {
		expect(lags(task, 60_000)).toEqual(Array.from({length: 4}, () => 2000 + index));
		const all = lags(task, 1_200_000);
		// The past of minutes is right to half a percent.
		expect(Math.abs(all.at(0)! / (1000 + index) - 1)).toBeLessThan(0.005);
		expect(all.at(-1)).toBe(2000 + index);
	}
});

test.each([
	[1000, '1000 1000', '19980 19980'],
	[1500, '≥1500 ≥1500', '≥20000 ≥20000'],
])('over %i tasks: of more than a thousand those furthest behind count, at least', (count, lag, rows) => {
	const watched = new Watched();
	for (let seconds = 0; seconds <= 30; seconds += 5) {
		watched.seconds = seconds;
		const tasks = Array.from({length: count}, (_, index) =>
			behind(`task-${index}`, {
				secondsBehindMaster: String(index + 1),
				totalRows: String(seconds * (index === 0 ? 0 : 20)),
			}),
		);
		watched.part(entry('s1', tasks));
		watched.facts();
	}

	watched.wait(5);
	const last = {span: 10_000, count: 2};
	expect(watched.past({source: 's1'}, 'lag', last)).toBe(lag);
	expect(watched.past({source: 's1'}, 'rows', last)).toBe(rows);
});

test('unobserved time is a gap, on every level', () => {
	const watched = new Watched();
	look(watched, {from: 0, to: 1200}, () => ({secondsBehindMaster: '4'}));
	look(watched, {from: 2400, to: 3600}, () => ({secondsBehindMaster: '6'}));
	expect(watched.past(orders, 'lag', {span: 3_600_000, count: 6})).toMatchInlineSnapshot('"4 4 - - 6 6"');
});

test('rows, bytes and the distance to the upstream next to the lag; values that do not apply are gaps', () => {
	const watched = new Watched();
	look(watched, {from: 0, to: 120}, seconds => ({
		totalRows: String(seconds * 7),
		masterBinlog: `(mysql-bin.000001, ${9_000_000 + seconds * 1000})`,
		syncerBinlog: `(mysql-bin.000001, ${1000 + seconds * 600})`,
	}));
	watched.wait(5);
	const last = {span: 10_000, count: 2};
	expect(watched.past(orders, 'rows', last)).toMatchInlineSnapshot('"7 7"');
	expect(watched.past(orders, 'bytes', last)).toMatchInlineSnapshot('"600 600"');
	expect(watched.past(orders, 'behind', last)).toMatchInlineSnapshot('"9045000 9047000"');
	const loading = new Watched()
		.part(
			entry('s1', [
				syncing('orders', {}, {unit: 'Load', sync: undefined, load: {finishedBytes: '5', totalBytes: '9'}}),
			]),
		)
		.wait(5);
	expect(loading.past(orders, 'lag', last)).toMatchInlineSnapshot('"- -"');
	expect(loading.past(orders, 'behind', last)).toMatchInlineSnapshot('"- -"');
});

test('the distance over files whose lengths were seen is exact, otherwise unknown', () => {
	const watched = new Watched();
	const at = (master: string) =>
		watched.part(entry('s1', [behind('orders', {masterBinlog: master})])).wait(5);
	at('(mysql-bin.000002, 5000)');
	expect(watched.past(orders, 'behind', {span: 10_000, count: 2})).toMatchInlineSnapshot('"- -"');
	const seen = new Watched();
	seen.part(entry('s1', [behind('orders', {masterBinlog: '(mysql-bin.000001, 7000)'})])).wait(5);
	seen.part(entry('s1', [behind('orders', {masterBinlog: '(mysql-bin.000002, 500)'})])).wait(5);
	expect(seen.past(orders, 'behind', {span: 15_000, count: 3})).toMatchInlineSnapshot('"- 6000 6500"');
});

test('of several sources the greatest lag and the sum of rows; an unknown value makes it a lower bound', () => {
	const watched = new Watched();
	for (let seconds = 0; seconds <= 20; seconds += 5) {
		watched.seconds = seconds;
		watched.part(
			entry('s1', [behind('orders', {secondsBehindMaster: '7', totalRows: String(seconds * 2)})]),
			entry('s2', [
				behind('orders', {
					secondsBehindMaster: '9',
					totalRows: String(seconds * 3),
					masterBinlog: seconds < 10 ? '(mysql-bin.000001, 9000000)' : '',
				}),
			]),
		);
	}

	const four = {span: 25_000, count: 5};
	expect(watched.past(orders, 'lag', four)).toMatchInlineSnapshot('"- 9 9 ≥7 ≥7"');
	expect(watched.past(orders, 'rows', four)).toMatchInlineSnapshot('"- - 5 5 5"');
	expect(watched.past({task: 'orders', source: 's2'}, 'lag', four)).toMatchInlineSnapshot('"- 9 9 - -"');
	expect(watched.past({source: 's1'}, 'lag', four)).toMatchInlineSnapshot('"- 7 7 7 7"');
	expect(watched.past({source: 's3'}, 'lag', four)).toMatchInlineSnapshot('"- - - - -"');
});

test('at least 0 means unknown', () => {
	const watched = new Watched();
	for (let seconds = 0; seconds <= 10; seconds += 5) {
		watched.seconds = seconds;
		watched.part(
			entry('s1', [syncing('orders')]),
			entry('s2', [syncing('orders', {masterBinlog: '', synced: false})]),
		);
	}

	expect(watched.past(orders, 'lag', {span: 15_000, count: 3})).toMatchInlineSnapshot('"- - -"');
});

test('once the lag is known again, it is also known for the time without replication', () => {
	const watched = new Watched();
	const paused = {stage: 'Paused', result: errors(36_067)};
	look(watched, {from: 0, to: 60}, () => ({}), paused);
	expect(watched.past(orders, 'lag', {span: 30_000, count: 6})).toMatchInlineSnapshot('"- - - - - -"');
	look(watched, {from: 65, to: 65}, () => ({secondsBehindMaster: '600', totalRows: '5'}));
	watched.wait(5);
	expect(watched.past(orders, 'lag', {span: 35_000, count: 7})).toMatchInlineSnapshot(
		'"575 580 585 590 595 600 600"',
	);
});

test('a lower bound that grew is corrected on the levels of minutes too, a known lag before it is not', () => {
	const watched = new Watched();
	look(watched, {from: 0, to: 600}, () => ({secondsBehindMaster: '20'}));
	look(watched, {from: 605, to: 2400}, () => ({secondsBehindMaster: '20'}), {
		stage: 'Paused',
		result: canceled,
	});
	expect(watched.past(orders, 'lag', {span: 3_000_000, count: 5})).toMatchInlineSnapshot(
		'"- 20 ≥608 ≥1208 ≥1808"',
	);
	look(watched, {from: 2405, to: 2405}, () => ({secondsBehindMaster: '2200', totalRows: '5'}));
	watched.wait(5);
	expect(watched.past(orders, 'lag', {span: 3_000_000, count: 5})).toMatchInlineSnapshot(
		'"20 996 1592 2192 2200"',
	);
});

test('a worker that takes over gives the lag for the time when no worker had the source', () => {
	const watched = new Watched();
	watched.cluster({workers: [bound('w1', 's1')]});
	const at = (seconds: number, worker: string, lag: string, rows: string) => {
		watched.seconds = seconds;
		watched.whole(entryOf('s1', worker, [behind('orders', {secondsBehindMaster: lag, totalRows: rows})]));
	};

	at(0, 'w1', '30', '5');
	watched.seconds = 5;
	watched.whole(unbound('s1', ['orders']));
	at(40, 'w2', '72', '1');
	watched.wait(5);
	expect(watched.past(orders, 'lag', {span: 50_000, count: 10})).toMatchInlineSnapshot(
		'"- 30 42 47 52 57 62 67 72 72"',
	);
});

test('how far the relay of a source is behind', () => {
	const watched = new Watched();
	const relay = (relayBinlog: string) => ({
		masterBinlog: '(mysql-bin.000001, 5000)',
		masterBinlogGtid: '',
		relaySubDir: '',
		relayBinlog,
		relayBinlogGtid: '',
		relayCatchUpMaster: false,
		stage: 'Running',
		result: null,
	});
	watched.whole(entryOf('s1', 'w1', [syncing('orders')], relay('(mysql-bin.000001, 1000)'))).wait(5);
	watched.whole(entryOf('s1', 'w1', [syncing('orders')], relay('(mysql-bin.000001, 4000)'))).wait(5);
	watched.whole(entryOf('s1', 'w1', [syncing('orders')])).wait(5);
	expect(watched.past({source: 's1'}, 'relay', {span: 20_000, count: 4})).toMatchInlineSnapshot(
		'"- 4000 1000 -"',
	);
	expect(watched.past({source: 's2'}, 'relay', {span: 10_000, count: 2})).toMatchInlineSnapshot('"- -"');
});

test('a clock that is set back far restarts the past from there', () => {
	const watched = new Watched();
	look(watched, {from: 0, to: 3000}, () => ({secondsBehindMaster: '9'}));
	look(watched, {from: 600, to: 610}, () => ({secondsBehindMaster: '3'}));
	watched.wait(5);
	expect(watched.past(orders, 'lag', {span: 30_000, count: 6})).toMatchInlineSnapshot('"- - - 3 3 3"');
	expect(watched.past(orders, 'lag', {span: 3_600_000, count: 3})).toMatchInlineSnapshot('"- - 3"');
});

test('a clock that is set back a little keeps the values before', () => {
	const watched = new Watched();
	look(watched, {from: 0, to: 900}, () => ({secondsBehindMaster: '9'}));
	look(watched, {from: 700, to: 705}, () => ({secondsBehindMaster: '3'}));
	watched.wait(5);
	expect(watched.past(orders, 'lag', {span: 25_000, count: 5})).toMatchInlineSnapshot('"9 9 9 3 3"');
	expect(watched.past(orders, 'lag', {span: 1_800_000, count: 6})).toMatchInlineSnapshot('"- - - 9 9 9"');
});
