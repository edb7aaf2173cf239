/** When something will be done, and where that cannot be told. */
import {describe, expect, test} from 'vitest';
import {subtaskAnswer} from '../../dm/recorded.js';
import {behind, canceled, entry, Watched} from '../watched.js';

type Fields = Readonly<Record<string, unknown>>;

const dumping = (dump: Fields, rest: Fields = {}) =>
	subtaskAnswer('orders', {
		unit: 'Dump',
		dump: {
			totalTables: '10',
			completedTables: 0,
			finishedBytes: 0,
			finishedRows: 0,
			estimateTotalRows: 1000,
			bps: '0',
			progress: '',
			...dump,
		},
		...rest,
	});

const loading = (load: Fields, rest: Fields = {}) =>
	subtaskAnswer('orders', {
		unit: 'Load',
		load: {
			finishedBytes: '0',
			totalBytes: '1000',
			progress: '0.00 %',
			metaBinlog: '',
			metaBinlogGTID: '',
			bps: '0',
			...load,
		},
		...rest,
	});

/** The view after answers 10 s apart. */
const after = (...answers: readonly Fields[]) => {
	const watched = new Watched();
	for (const answer of answers) {
		watched.wait(10).whole(entry('mysql-01', [answer]));
	}

	return watched.subtask('orders', 'mysql-01');
};

test('no end is estimated while nothing answers', () => {
	const watched = new Watched();
	for (const finishedBytes of ['100', '300']) {
		watched.wait(10).whole(entry('mysql-01', [loading({finishedBytes, progress: '30.00 %'})]));
	}

	const estimated = () => {
		const {eta, bytesPerSecond, progress} = watched.task('orders');
		return {eta, bytesPerSecond, progress};
	};

	expect(estimated()).toEqual({eta: 35, bytesPerSecond: 20, progress: 0.3});
	watched.wait(5).silence('connection refused');
	expect(estimated()).toEqual({eta: undefined, bytesPerSecond: undefined, progress: 0.3});
});

describe('a dump', () => {
	test('ends when the remaining rows are dumped at the measured rate', () => {
		expect(
			after(dumping({finishedRows: 100, finishedBytes: 1}), dumping({finishedRows: 300, finishedBytes: 2}))
				.eta,
		).toBe(35);
	});

	test('with all estimated rows dumped ends now', () => {
		expect(
			after(dumping({finishedRows: 900, finishedBytes: 1}), dumping({finishedRows: 1000, finishedBytes: 2}))
				.eta,
		).toBe(0);
	});

	test.each<[string, Fields, Fields]>([
		['the estimate was too low', {finishedRows: 900}, {finishedRows: 1001}],
		[
			'there is no estimate',
			{finishedRows: 1, estimateTotalRows: 0},
			{finishedRows: 2, estimateTotalRows: 0},
		],
		['no row has come, only bytes', {finishedRows: 100}, {finishedRows: 100}],
	])('gives no end when %s', (_, first, second) => {
		expect(
			after(dumping({finishedBytes: 1, ...first}), dumping({finishedBytes: 9000, ...second})).eta,
		).toBeUndefined();
	});

	test('gives no end at the first look, nor while it is paused', () => {
		expect(after(dumping({finishedRows: 100, bps: '5'})).eta).toBeUndefined();
		expect(
			after(
				dumping({finishedRows: 100, finishedBytes: 1}),
				dumping({finishedRows: 300, finishedBytes: 2}, {stage: 'Paused', result: canceled}),
			).eta,
		).toBeUndefined();
	});
});

describe('a load', () => {
	test('ends when the remaining bytes are loaded, by DM’s own speed until another is measured', () => {
		expect(after(loading({finishedBytes: '200', bps: '80'}))).toMatchObject({bytesPerSecond: 80, eta: 10});
		expect(
			after(loading({finishedBytes: '200', bps: '80'}), loading({finishedBytes: '400', bps: '80'})),
		).toMatchObject({bytesPerSecond: 20, eta: 30});
		expect(after(loading({finishedBytes: '800', bps: '80'}), loading({finishedBytes: '1000'})).eta).toBe(0);
	});

	test.each<[string, Fields]>([
		['it stands still', loading({finishedBytes: '200'})],
		['the whole is not known', loading({finishedBytes: '200', totalBytes: '0', bps: '80'})],
		['there is more than the whole', loading({finishedBytes: '1001', bps: '80'})],
		['it is paused', loading({finishedBytes: '200', bps: '80'}, {stage: 'Paused', result: canceled})],
	])('gives no end when %s', (_, answer) => {
		expect(after(answer).eta).toBeUndefined();
	});
});

describe('DM’s own speed', () => {
	test('is given at the first look at a running subtask, and for nothing else', () => {
		expect(after(dumping({bps: '5'})).bytesPerSecond).toBe(5);
		expect(after(loading({bps: '7'})).bytesPerSecond).toBe(7);
		const paused = {stage: 'Paused', result: canceled};
		expect(after(dumping({bps: '5'}, paused)).bytesPerSecond).toBeUndefined();
		expect(after(loading({bps: '7'}, paused)).bytesPerSecond).toBeUndefined();
	});
});

describe('the decrease of a lag', () => {
	/** The view after a minute of answers, the lag being 5 s less at each. */
	const falling = (last: Fields = {}, rest: Fields = {}, from = 100) =>
		after(
			...Array.from({length: 12}, (_, index) =>
				behind('orders', {secondsBehindMaster: String(from - index * 5)}),
			),
			behind('orders', {secondsBehindMaster: String(from - 60), ...last}, rest),
		);

	test('is given if there is a lag to catch up on, and with it the end', () => {
		const {lagSlope, eta} = falling();
		expect(lagSlope).toBeCloseTo(-0.5, 1);
		expect(eta).toBeCloseTo(40 / -lagSlope!);
	});

	test('is given from 11 s on: ten are not a lag to catch up on', () => {
		expect(falling({}, {}, 71).lagSlope).toBeCloseTo(-0.5, 1);
		expect(falling({}, {}, 70)).toMatchObject({lagSlope: undefined, eta: undefined});
	});

	test('is not given for a paused subtask, or in another unit', () => {
		expect(falling({}, {stage: 'Paused', result: canceled}).lagSlope).toBeUndefined();
		expect(falling({}, {unit: 'Load'}).lagSlope).toBeUndefined();
	});
});
