/** What `dm-top export` tells Prometheus. */
import {spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {withDiagnosis} from '../../source/findings/diagnose.js';
import type {DiagnosedView} from '../../source/findings/diagnosis.js';
import {createExporter} from '../../source/modes/export/export.js';
import {metricsAsMarkdown, openMetricsText} from '../../source/modes/export/metrics.js';
import {view} from '../../source/monitor/showing/cluster.js';
import {createClusterState, observe} from '../../source/monitor/known.js';
import type {Observation} from '../../source/providers/provider.js';
import {queryStatus, readFixture, sourceAnswer, subtaskAnswer} from '../dm/recorded.js';
import {onLoopback} from '../servers/loopback.js';

const hasPromtool = spawnSync('promtool', ['--version']).error === undefined;

const noon = Date.UTC(2026, 10, 23, 12);

const cluster = (...observations: readonly Observation[]): DiagnosedView => {
	const known = createClusterState();
	for (const observation of observations) {
		observe(known, observation);
	}

	return withDiagnosis(view(known, noon + 3000));
};

const status = (text: string): Observation => ({kind: 'status', at: noon, status: parseStatusDocument(text)});

const silence: Observation = {
	kind: 'silence',
	at: noon + 1000,
	problem: {what: '10.0.1.11:8261 refused the connection', fix: '', detail: ''},
};

const sync = {
	masterBinlog: '(mysql-bin.000001, 900)',
	syncerBinlog: '(mysql-bin.000001, 400)',
	synced: false,
	binlogType: 'remote',
	secondsBehindMaster: '7',
};

const two = queryStatus([
	sourceAnswer('mysql-01', [subtaskAnswer('orders', {stage: 'Running', unit: 'Sync', sync})]),
	sourceAnswer('mysql-02', [
		subtaskAnswer('orders', {
			stage: 'Paused',
			unit: 'Sync',
			result: {isCanceled: false, errors: [{ErrCode: 36_067, Message: 'x', RawCause: ''}], detail: null},
			sync: {...sync, secondsBehindMaster: '0'},
		}),
	]),
]);

const samplesOf = async (its: DiagnosedView): Promise<readonly string[]> => {
	const text = await openMetricsText(its, '1.2.3');
	expect(text.endsWith('# EOF\n')).toBe(true);
	return text.split('\n').filter(line => line !== '' && !line.startsWith('#'));
};

describe('the metrics', () => {
	it('contain the findings, the derived status and known values, and nothing for unknown ones', async () => {
		expect(await samplesOf(cluster(status(two)))).toStrictEqual([
			'dm_top_build_info{version="1.2.3",dm_version=""} 1',
			'dm_top_up 1',
			'dm_top_answer_age_seconds 3',
			'dm_top_findings{severity="critical"} 1',
			'dm_top_findings{severity="warning"} 0',
			'dm_top_findings{severity="notice"} 0',
			'dm_top_finding{kind="subtask-error",severity="critical",task="orders",source="mysql-02",worker="worker-of-mysql-02",master=""} 1',
			'dm_top_task_status{task="orders",status="Error"} 1',
			'dm_top_task_health{task="orders",health="error"} 1',
			'dm_top_task_sources{task="orders"} 2',
			'dm_top_task_sources_well{task="orders"} 1',
			'dm_top_subtask_lag_seconds{task="orders",source="mysql-01"} 7',
			'dm_top_subtask_lag_known{task="orders",source="mysql-01"} 1',
			'dm_top_subtask_lag_known{task="orders",source="mysql-02"} 0',
			'dm_top_subtask_behind_bytes{task="orders",source="mysql-01"} 500',
			'dm_top_subtask_behind_bytes{task="orders",source="mysql-02"} 500',
			'dm_top_subtask_answer_age_seconds{task="orders",source="mysql-01"} 3',
			'dm_top_subtask_answer_age_seconds{task="orders",source="mysql-02"} 3',
		]);
	});

	it('say that nothing is known before the first answer, and when nothing answers', async () => {
		const [, ...samples] = await samplesOf(cluster());
		expect(samples).toStrictEqual([
			'dm_top_up 0',
			'dm_top_findings{severity="critical"} 0',
			'dm_top_findings{severity="warning"} 0',
			'dm_top_findings{severity="notice"} 0',
		]);
		expect(await samplesOf(cluster(status(two), silence))).toContain('dm_top_up 0');
	});

	it('write any name so that it stays one label', async () => {
		const odd = queryStatus([sourceAnswer('a"b', [subtaskAnswer('x\\y\nz\u{1B}[31m', {stage: 'New'})])]);
		const lines = await samplesOf(cluster(status(odd)));
		expect(lines).toContain(String.raw`dm_top_task_sources{task="x\\y␊z␛[31m"} 1`);
		expect(lines).toContain(
			String.raw`dm_top_subtask_answer_age_seconds{task="x\\y␊z␛[31m",source="a\"b"} 3`,
		);
	});
});

describe.runIf(hasPromtool)('the metrics', () => {
	it.each<[string, () => DiagnosedView]>([
		['a cluster of which nothing is known', () => cluster()],
		['a cluster that fell silent', () => cluster(status(two), silence)],
		[
			'a cluster with errors and a DDL lock',
			() => cluster(status(readFixture('dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json'))),
		],
		[
			'names of any kind',
			() =>
				cluster(
					status(
						queryStatus([
							sourceAnswer('a"b{c="d"}', [
								subtaskAnswer('x\\y\nz\u{1B}[31m 数据 # TYPE a gauge', {
									stage: 'Running',
									unit: 'Sync',
									sync,
								}),
							]),
						]),
					),
				),
		],
	])('of %s are accepted by Prometheus', async (_, its) => {
		const checked = spawnSync('promtool', ['check', 'metrics'], {
			input: await openMetricsText(its(), '1.2.3'),
			encoding: 'utf8',
		});
		expect(checked).toMatchObject({status: 0, stdout: '', stderr: ''});
	});
});

describe.runIf(hasPromtool)('the alerting rules', () => {
	it('are accepted by Prometheus, each of them', () => {
		const rules = path.join(import.meta.dirname, '../../docs/monitoring/dm-top.rules.yml');
		const written = readFileSync(rules, 'utf8').match(/^ +- alert: /gmv)?.length;
		const {status: code, stdout} = spawnSync('promtool', ['check', 'rules', rules], {encoding: 'utf8'});
		expect(code).toBe(0);
		expect(stdout).toContain(`SUCCESS: ${written} rules found`);
	});
});

describe.skipIf(hasPromtool)('no promtool on this machine', () => {
	it.skip('whether Prometheus takes the metrics and the alerting rules is not tried');
});

// `npm run docs` writes the file again.
it('docs/monitoring/metrics.md lists the families', async () => {
	await expect(metricsAsMarkdown()).toMatchFileSnapshot('../../docs/monitoring/metrics.md');
});

it('the dashboard and the rules only use families that exist', async () => {
	const folder = path.join(import.meta.dirname, '../../docs/monitoring');
	const asked = ['dm-top.dashboard.json', 'dm-top.rules.yml'].flatMap(file =>
		readFileSync(path.join(folder, file), 'utf8')
			.matchAll(/\bdm_top_[_a-z]+/gv)
			.map(([name]) => name)
			.toArray(),
	);
	expect(asked.length).toBeGreaterThan(10);
	const told = metricsAsMarkdown();
	expect(asked.filter(name => !told.includes(`\`${name}\``))).toStrictEqual([]);
});

describe('the server', () => {
	const ask = async (its: DiagnosedView, target: string, method = 'GET') => {
		await using server = await onLoopback(createExporter({current: () => its}, '1.2.3'));
		const response = await fetch(`http://${server.address}${target}`, {method});
		return {code: response.status, type: response.headers.get('content-type'), text: await response.text()};
	};

	it('serves the metrics', async () => {
		const answer = await ask(cluster(status(two)), '/metrics?x=1');
		expect(answer).toMatchObject({
			code: 200,
			type: 'application/openmetrics-text; version=1.0.0; charset=utf-8',
		});
		expect(answer.text).toContain('dm_top_up 1\n');
	});

	it('is healthy while it runs, and ready while the cluster answers', async () => {
		expect(await ask(cluster(), '/-/healthy')).toMatchObject({code: 200});
		expect(await ask(cluster(), '/-/ready')).toMatchObject({code: 503, text: 'No status came yet.\n'});
		expect(await ask(cluster(status(two)), '/-/ready')).toMatchObject({code: 200});
		expect(await ask(cluster(status(two), silence), '/-/ready')).toMatchObject({
			code: 503,
			text: '10.0.1.11:8261 refused the connection.\n',
		});
	});

	it('changes nothing and serves nothing else', async () => {
		expect(await ask(cluster(), '/metrics', 'POST')).toMatchObject({code: 405});
		expect(await ask(cluster(), '/apis/v1alpha1/tasks')).toMatchObject({code: 404});
		expect(await ask(cluster(), '/metrics', 'HEAD')).toMatchObject({code: 200, text: ''});
	});
});
