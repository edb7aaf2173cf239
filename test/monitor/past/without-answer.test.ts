/** What is kept of the past where a source did not answer for a while. */
import {describe, expect, test} from 'vitest';
import {behind, entry, refusal, Watched} from '../watched.js';
import {look, orders} from './looks.js';

describe('the lag of less than a minute without an answer', () => {
	/** Answers until noon and from 30 s after it on; in between `pass`. */
	const around = (watched: Watched, pass: (watched: Watched) => unknown): Watched => {
		const sync = (lag: string) => (seconds: number) => ({
			secondsBehindMaster: lag,
			totalRows: String((seconds + 60) * 7),
		});
		look(watched, {from: -60, to: 0}, sync('4'));
		pass(watched);
		look(watched, {from: 30, to: 40}, sync('6'));
		return watched.wait(5);
	};

	const nine = {span: 50_000, count: 10};
	const gap = '4 4 - - - - - 6 6 6';

	test('is a gap where the source did not answer; the rows between two answers are counted', () => {
		const silent = around(new Watched(), watched => watched.wait(7).silence('no answer within 5 s', 's1'));
		expect(silent.past(orders, 'lag', nine)).toBe(gap);
		expect(silent.past(orders, 'rows', nine)).toBe('7 7 7 7 7 7 7 7 7 7');
		const told = around(new Watched(), watched => watched.wait(7).part(refusal('s1', 'grpc request error')));
		expect(told.past(orders, 'lag', nine)).toBe(gap);
	});

	test('is a gap where nothing answered, but not after one failed poll', () => {
		const twice = (watched: Watched) => watched.wait(2).silence('refused').wait(2).silence('refused');
		expect(around(new Watched({interval: 2000}), twice).past(orders, 'lag', nine)).toBe(gap);
		const once = (watched: Watched) =>
			watched
				.wait(2)
				.silence('refused')
				.wait(1)
				.part(entry('s1', [behind('orders', {secondsBehindMaster: '4', totalRows: '441'})]));
		expect(around(new Watched({interval: 2000}), once).past(orders, 'lag', nine)).toBe('4 4 4 4 4 4 4 6 6 6');
	});

	test('is a gap where only the subtask could not be asked', () => {
		const openapi = (task: Record<string, unknown>): string => JSON.stringify({total: 1, data: [task]});
		const at = (seconds: number, rest: Record<string, unknown>) => {
			watched.seconds = seconds;
			watched.document(openapi({name: 'orders', source_name: 's1', worker_name: 'w1', ...rest}));
		};

		const watched = new Watched();
		const running = {
			stage: 'Running',
			unit: 'Sync',
			sync_status: {
				total_events: 0,
				master_binlog: '(mysql-bin.000001, 9000)',
				syncer_binlog: '(mysql-bin.000001, 1000)',
				synced: false,
				seconds_behind_master: 4,
			},
		};
		at(0, running);
		at(5, {error_msg: 'grpc request error', stage: '', unit: ''});
		expect(watched.subtask('orders', 's1').stale).toBe('grpc request error');
		at(20, running);
		watched.wait(5);
		expect(watched.past(orders, 'lag', {span: 30_000, count: 6})).toBe('- 4 - - - 4');
	});

	test('is carried where nobody asked', () => {
		expect(around(new Watched(), () => undefined).past(orders, 'lag', nine)).toBe('4 4 4 4 4 4 4 6 6 6');
	});
});
