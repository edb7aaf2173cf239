/** The text format of metrics, as workers serve it. */
import * as fc from 'fast-check';
import {expect, test} from 'vitest';
import {figuresOf, isNeeded, scrapeOf} from '../../../source/providers/metrics/worker-pages/measure.js';
import {parseMetrics} from '../../../source/providers/metrics/worker-pages/text-format.js';

const all = () => true;

test('a sample has its name, labels with any characters, and its value', () => {
	const text = [
		'# HELP dm_relay_space the space',
		'# TYPE dm_relay_space gauge',
		'dm_relay_space{type="available"} 1.5e+10',
		String.raw`x{a="q\"}{,=\\\n", b="1",} +Inf 1395066363000`,
		'up 1',
		'nan NaN',
		'broken{a="1" 2',
		'broken{a=1} 2',
		'broken',
		'broken{} much',
		'',
	].join('\n');
	expect(
		parseMetrics(text, all).map(({name, labels, value}) => [name, Object.fromEntries(labels), value]),
	).toStrictEqual([
		['dm_relay_space', {type: 'available'}, 15_000_000_000],
		['x', {a: 'q"}{,=\\\n', b: '1'}, Infinity],
		['up', {}, 1],
		['nan', {}, NaN],
	]);
	expect(parseMetrics(text, name => name === 'up')).toHaveLength(1);
});

test('any text is read without an error', () => {
	const signs = fc.constantFrom('{', '}', '="', '"', '\\\\', ',', ' ', 'a', '1', '#');
	const texts = fc.oneof(fc.string(), fc.string({unit: signs, maxLength: 80}));
	fc.assert(
		fc.property(texts, text => {
			expect(parseMetrics(`x${text}\nup 1`, all).at(-1)).toMatchObject({name: 'up', value: 1});
		}),
	);
	expect(parseMetrics(`${'x{a="'.repeat(2000)}\nup 1`, all).at(-1)?.name).toBe('up');
});

const page = (at: number, lines: readonly string[]) => scrapeOf(parseMetrics(lines.join('\n'), isNeeded), at);

const at = Date.UTC(2026, 10, 28);
const of = 'task="orders",source_id="mysql-01"';

const syncer = (seconds: number, {inserts, slow}: {readonly inserts: number; readonly slow: number}) =>
	page(at + seconds * 1000, [
		`dm_syncer_finished_jobs_total{type="insert",${of},queueNo="q_0"} ${inserts}`,
		`dm_syncer_finished_jobs_total{type="insert",${of},queueNo="q_1"} ${inserts}`,
		`dm_syncer_finished_jobs_total{type="flush",${of},queueNo="q_1"} 99`,
		`dm_syncer_queue_size{${of},queue_id="q_0"} 3`,
		`dm_syncer_queue_size{${of},queue_id="q_1"} 1024`,
		`dm_syncer_txn_duration_time_bucket{${of},le="1"} 10`,
		`dm_syncer_txn_duration_time_bucket{${of},le="3"} ${10 + slow}`,
		`dm_syncer_txn_duration_time_bucket{${of},le="+Inf"} ${10 + slow}`,
		`dm_syncer_read_binlog_duration_sum{${of}} ${seconds * 0.5}`,
		`dm_syncer_read_binlog_duration_count{${of}} ${seconds * 10}`,
		'dm_syncer_queue_size{task="without-a-source"} 7',
		'dm_relay_space{type="available"} 5000',
		`dm_relay_read_error_count ${seconds / 15}`,
	]);

const valuesOf = (pages: ReadonlyArray<ReturnType<typeof page>>) =>
	new Map(
		[...figuresOf(pages, {worker: 'worker-1', subjects: ['subtask', 'worker']})].map(figure => [
			figure.name,
			figure,
		]),
	);

test('one page gives gauges, two give rates, means and quantiles', () => {
	const first = valuesOf([syncer(0, {inserts: 100, slow: 0})]);
	expect(first.get('queue')).toStrictEqual({name: 'queue', task: 'orders', source: 'mysql-01', value: 1024});
	expect(first.get('relay-free')).toStrictEqual({name: 'relay-free', worker: 'worker-1', value: 5000});
	expect(first.has('inserts')).toBe(false);
	expect(first.has('transaction-p95')).toBe(false);
	const values = valuesOf([syncer(0, {inserts: 100, slow: 0}), syncer(60, {inserts: 400, slow: 20})]);
	expect(values.get('inserts')?.value).toBe(10);
	expect(values.get('jobs-finished')?.value).toBe(10);
	expect(values.get('events')?.value).toBe(10);
	expect(values.get('read-latency')?.value).toBe(0.05);
	expect(values.get('transaction-p95')?.value).toBeCloseTo(2.9, 9);
	expect(values.get('relay-read-errors')?.value).toBe(4);
});

test('a counter that restarted is counted from zero', () => {
	const values = valuesOf([syncer(0, {inserts: 1000, slow: 0}), syncer(60, {inserts: 30, slow: 0})]);
	expect(values.get('inserts')?.value).toBe(1);
	// No transaction ended in between.
	expect(values.has('transaction-p95')).toBe(false);
});
