/** The plots of DM's metrics on one page: what is known of a thing, and nothing of what is not. */
import {expect, test} from 'vitest';
import {lineText, lineWidth} from '../../../source/components/line.js';
import {past} from '../../../source/monitor/showing/series.js';
import type {MetricsPlace} from '../../../source/screens/places/place.js';
import {metricsLines} from '../../../source/screens/texts/metrics-page.js';
import {bound, entry, syncing, Watched} from '../../monitor/watched.js';
import {drawingOf} from '../drawing.js';

const lagging = {
	synced: false,
	masterBinlog: '(mysql-bin.000001, 9000000)',
	syncerBinlog: '(mysql-bin.000001, 1000)',
	secondsBehindMaster: '120',
};

const watched = () => {
	const cluster = new Watched().cluster({workers: [bound('worker-of-mysql-01', 'mysql-01')]});
	for (let minute = 0; minute < 5; minute++) {
		cluster.wait(60).whole(entry('mysql-01', [syncing('orders', lagging)]));
		cluster.observe({
			kind: 'metrics',
			at: cluster.now,
			origin: 'the workers',
			subtasks: [
				{
					task: 'orders',
					source: 'mysql-01',
					values: {queue: 1024, 'transaction-p95': 1.8, inserts: 700, updates: 30},
				},
			],
			workers: [{worker: 'worker-of-mysql-01', values: {'relay-free': 2 ** 34, 'relay-disk': 2 ** 36}}],
			cluster: {},
		});
	}

	return cluster;
};

const page = (place: Omit<MetricsPlace, 'kind'>, cluster = watched(), width = 120) =>
	metricsLines(
		{kind: 'metrics', ...place},
		{
			...drawingOf(cluster.view()),
			pastOf: (subject, measure, count, together) =>
				past(cluster.known, subject, measure, {span: 600_000, count, together, now: cluster.now}),
		},
		width,
	);

test('a task: the bottleneck first, then a plot of each known figure', () => {
	const lines = page({task: 'orders'});
	const texts = lines.map(line => lineText(line));
	expect(texts[0]).toBe(' orders/mysql-01  slow: downstream, transactions p95 1.8 s, queue full (1024)');
	for (const title of ['lag 10m', 'transaction latency, p95 10m', 'queue length 10m']) {
		expect(texts.join('\n')).toContain(title);
	}

	expect(texts.join('\n')).toContain('rows/s 10m   a insert  b update');
	expect(texts.join('\n')).not.toContain('checkpoint interval');
	expect(texts.at(-1)).toBe(' Measured by dm-top and by the workers. What is not known is not shown.');
	expect(Math.max(...lines.map(line => lineWidth(line)))).toBeLessThanOrEqual(120);
});

test('a worker: its relay, in as many plots side by side as the width allows', () => {
	const place = {worker: 'worker-of-mysql-01'};
	expect(lineText(page(place)[0]!)).toContain('relay disk 10m   a all  b free');
	const narrow = page(place, watched(), 60).map(line => lineText(line));
	expect(Math.max(...narrow.map(line => line.length))).toBeLessThanOrEqual(60);
});

test('a single plot has the whole width', () => {
	const place = {task: 'orders'};
	const cluster = new Watched();
	for (let minute = 0; minute < 5; minute++) {
		cluster.wait(60).whole(entry('mysql-01', [syncing('orders', {...lagging, secondsBehindMaster: ''})]));
	}

	const lines = page(place, cluster, 80).map(line => lineText(line).trimEnd());
	expect(lines.filter(line => line.includes(' 10m'))).toEqual([' behind the upstream 10m']);
	expect(lines.find(line => line.includes('└'))).toMatch(/now$/v);
	expect(lines.find(line => line.includes('└'))!.length).toBeGreaterThan(70);
});

test('without metrics the page says how to get them; if the subject is gone it says that', () => {
	const cluster = new Watched().whole(entry('mysql-01', [syncing('orders')]));
	expect(
		page({source: 'mysql-01'}, cluster)
			.map(line => lineText(line))
			.at(-1),
	).toBe(" DM's metrics are not read: start dm-top with --prometheus, or with --worker-metrics.");
	expect(page({task: 'gone'}, cluster).map(line => lineText(line))).toStrictEqual([
		' gone is no longer there.',
	]);
});
