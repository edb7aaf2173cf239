/** The past from before dm-top was started, filled in from a store of metrics. */
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {view} from '../../../source/monitor/showing/cluster.js';
import {createClusterState, observe} from '../../../source/monitor/known.js';
import {past} from '../../../source/monitor/showing/series.js';
import type {
	MetricsStore,
	StoredMeasure,
	StoredRange,
	StoredSeries,
} from '../../../source/providers/metrics/metrics-source.js';
import type {Problem} from '../../../source/providers/provider.js';
import type {ClusterSource} from '../../../source/session/cluster-source.js';
import {withStoredPast} from '../../../source/session/past/stored-past.js';
import {queryStatus, sourceAnswer, subtaskAnswer} from '../../dm/recorded.js';

/** The first answer. */
const begun = Date.UTC(2026, 10, 23, 12);
/** Ten answers later. */
const now = begun + 20_000;

const sync = (behind: number) => ({
	stage: 'Running',
	unit: 'Sync',
	sync: {
		masterBinlog: `(mysql-bin.000001, ${400 + behind})`,
		syncerBinlog: '(mysql-bin.000001, 400)',
		synced: false,
		binlogType: 'remote',
		secondsBehindMaster: String(behind),
	},
});

const watched = (): ClusterSource => {
	const known = createClusterState();
	for (let at = begun; at <= now; at += 2000) {
		const status = parseStatusDocument(
			queryStatus([
				sourceAnswer('mysql-01', [subtaskAnswer('orders', sync(5)), subtaskAnswer('users', sync(6))]),
				sourceAnswer('mysql-02', [subtaskAnswer('orders', sync(4))]),
			]),
		);
		observe(known, {kind: 'status', at, status});
	}

	const cluster = withDiagnosis({...view(known, now), at: begun});
	return {
		subscribe: () => () => undefined,
		current: () => cluster,
		newsAge: () => 0,
		now: () => now,
		past: (subject, measure, options) => past(known, subject, measure, options),
	};
};

type Asked = {readonly measures: readonly StoredMeasure[]} & Omit<StoredRange, 'members'>;

/** A store in which each subtask's lag is constant, and what it was asked. */
const storeOf = (lags: Readonly<Record<string, number>>) => {
	const asked: Asked[] = [];
	const source: Pick<MetricsStore, 'title' | 'range'> = {
		title: 'Prometheus prom:9090',
		async range(measures, {members: _, ...range}) {
			asked.push({measures, ...range});
			const length = Math.floor((range.to - range.from) / range.step) + 1;
			return Object.entries(lags).map(([place, lag]): StoredSeries => {
				const [task = '', name = ''] = place.split('/', 2);
				return {measure: measures[0]!, task, source: name, values: new Float64Array(length).fill(lag)};
			});
		},
	};
	return {source, asked};
};

const start = (source: Pick<MetricsStore, 'title' | 'range'>, clock = () => 0) => {
	const problems: Array<Problem | undefined> = [];
	const cluster = withStoredPast(watched(), source, {
		signal: new AbortController().signal,
		clock,
		onProblem(problem) {
			problems.push(problem);
		},
	});
	let news = 0;
	cluster.subscribe(() => {
		news++;
	});
	return {cluster, problems, news: () => news};
};

const answered = async (): Promise<void> =>
	new Promise(resolve => {
		setImmediate(resolve);
	});

const span = {span: 600_000, count: 10, now};

describe('a plot', () => {
	it('has the time before the first answer from the store, and the rest as dm-top saw it', async () => {
		const {source, asked} = storeOf({'orders/mysql-01': 50, 'orders/mysql-02': 70});
		const {cluster, news, problems} = start(source);
		const before = cluster.current();
		const empty = cluster.past({task: 'orders'}, 'lag', span);
		expect([...empty.values].filter(value => !Number.isNaN(value))).toStrictEqual([5]);
		await answered();
		expect(news()).toBe(1);
		expect(cluster.current()).not.toBe(before);
		expect(cluster.current()).toStrictEqual(before);
		const full = cluster.past({task: 'orders'}, 'lag', span);
		expect([...full.values]).toStrictEqual([70, 70, 70, 70, 70, 70, 70, 70, 70, 5]);
		expect([...full.bounds]).toStrictEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		expect(full.origin).toBe('dm-top, Prometheus prom:9090');
		expect(asked).toStrictEqual([
			{measures: ['lag'], from: begun - 600_000, to: begun, step: 15_000, task: 'orders'},
		]);
		expect(problems).toStrictEqual([undefined]);
	});

	it('is a lower bound if the store has only some of the sources', async () => {
		const {cluster} = start(storeOf({'orders/mysql-01': 50}).source);
		cluster.past({task: 'orders'}, 'lag', span);
		await answered();
		const {values, bounds} = cluster.past({task: 'orders'}, 'lag', span);
		expect([values[0], bounds[0]]).toStrictEqual([50, 1]);
		expect([values[9], bounds[9]]).toStrictEqual([5, 0]);
	});

	it('of one source has only that source, one of a whole source has all its tasks', async () => {
		const {source, asked} = storeOf({'orders/mysql-01': 50, 'orders/mysql-02': 70, 'users/mysql-01': 90});
		const {cluster} = start(source);
		const one = {task: 'orders', source: 'mysql-01'};
		const all = {source: 'mysql-01'};
		cluster.past(one, 'lag', span);
		cluster.past(all, 'lag', span);
		await answered();
		expect(cluster.past(one, 'lag', span).values[0]).toBe(50);
		expect(cluster.past(all, 'lag', span).values[0]).toBe(90);
		expect(asked.map(({task, source: name}) => [task, name])).toStrictEqual([
			['orders', undefined],
			[undefined, 'mysql-01'],
		]);
	});

	it('adds up rates', async () => {
		const {cluster} = start(storeOf({'orders/mysql-01': 50, 'orders/mysql-02': 70}).source);
		cluster.past({task: 'orders'}, 'rows', span);
		await answered();
		expect(cluster.past({task: 'orders'}, 'rows', span).values[0]).toBe(120);
	});

	it('queries once for each span, with suitable steps', async () => {
		const {source, asked} = storeOf({});
		const {cluster} = start(source);
		for (const each of [600_000, 86_400_000, 600_000, 86_400_000]) {
			cluster.past({task: 'orders'}, 'lag', {...span, span: each});
			await answered();
		}

		expect(asked.map(({step, from}) => [step, begun - from])).toStrictEqual([
			[15_000, 600_000],
			[360_000, 86_400_000],
		]);
	});

	it('queries nothing that the store does not have', async () => {
		const {source, asked} = storeOf({});
		const {cluster} = start(source);
		cluster.past({source: 'mysql-01'}, 'relay', span);
		cluster.past({task: 'orders'}, 'bytes', span);
		expect(asked).toStrictEqual([]);
	});
});

it('a sparkline of a row gets the time before the first answer from one query for all rows', async () => {
	const {source, asked} = storeOf({'orders/mysql-01': 50, 'orders/mysql-02': 70, 'users/mysql-01': 90});
	const {cluster} = start(source);
	const lags = (task: string) => [
		...cluster.past({task}, 'lag', {span: 40_000, count: 8, now, isOfRow: true}).values,
	];
	lags('orders');
	lags('users');
	await answered();
	expect(lags('orders')).toStrictEqual([70, 70, 70, 5, 5, 5, 5, 5]);
	expect(lags('users')).toStrictEqual([90, 90, 90, 6, 6, 6, 6, 6]);
	expect(asked).toStrictEqual([{measures: ['lag'], from: begun - 600_000, to: begun, step: 15_000}]);
});

it('an unavailable store is reported once, queried less and less often, and affects nothing else', async () => {
	const problem: Problem = {what: 'Prometheus prom:9090 did not answer within 5 s', fix: '', detail: ''};
	let questions = 0;
	let isAway = true;
	let clock = 0;
	const {cluster, problems} = start(
		{
			title: 'Prometheus prom:9090',
			async range() {
				questions++;
				return isAway ? problem : [];
			},
		},
		() => clock,
	);
	const askedAt: number[] = [];
	for (; clock < 120_000; clock += 1000) {
		const before = questions;
		expect(cluster.past({task: 'orders'}, 'lag', span).values[9]).toBe(5);
		await answered();
		if (questions > before) {
			askedAt.push(clock);
		}
	}

	expect(askedAt).toStrictEqual([0, 15_000, 45_000, 105_000]);
	isAway = false;
	clock = 300_000;
	cluster.past({task: 'orders'}, 'lag', span);
	await answered();
	expect(problems.at(-1)).toBeUndefined();
});
