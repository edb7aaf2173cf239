/** The figures at present, whatever the store answers: nothing throws, and what is not a number tells nothing. */
import {createServer} from 'node:http';
import {text} from 'node:stream/consumers';
import fc from 'fast-check';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {lineText, lineWidth} from '../../../source/components/line.js';
import {metricNames, metricNamesOf} from '../../../source/dm/metrics/catalogue.js';
import {diagnose} from '../../../source/findings/diagnose.js';
import {past} from '../../../source/monitor/showing/series.js';
import type {MetricsStore} from '../../../source/providers/metrics/metrics-source.js';
import {createPrometheus} from '../../../source/providers/metrics/prometheus/prometheus.js';
import type {MetricsReading} from '../../../source/providers/metrics/reading.js';
import type {Problem} from '../../../source/providers/provider.js';
import {metricsLines} from '../../../source/screens/texts/metrics-page.js';
import {metricsObservation} from '../../../source/session/follow-metrics.js';
import {bound, entry, syncing, Watched} from '../../monitor/watched.js';
import {drawingOf} from '../../screens/drawing.js';
import {runs} from '../../rounds.js';
import {anyCharacter} from '../../any-character.js';
import {type Loopback, onLoopback} from '../../servers/loopback.js';
import {members, nothing, number, valuesOf} from './figures.js';

/** What is answered to every question. */
let body = '';

let server: Loopback | undefined;

let store: MetricsStore | undefined;

beforeAll(async () => {
	server = await onLoopback(
		createServer((request, response) => {
			void text(request).then(() => response.end(body));
		}),
	);
	store = createPrometheus({
		url: new URL(`http://${server.address}`),
		authorization: '',
		matchers: [],
		deadline: 5000,
	});
});

afterAll(async () => {
	await server?.[Symbol.asyncDispose]();
});

const read = async (answer: string): Promise<MetricsReading | Problem> => {
	body = answer;
	return store!.reading(members, new AbortController().signal);
};

const vector = (result: readonly unknown[]): string =>
	JSON.stringify({status: 'success', data: {resultType: 'vector', result}});

const owners = {
	task: 'orders',
	source_id: 'mysql-01',
	job: 'dm_worker',
	instance: '10.0.1.21:8262',
};

const lagging = {
	synced: false,
	masterBinlog: '(mysql-bin.000001, 9000000)',
	syncerBinlog: '(mysql-bin.000001, 1000)',
	secondsBehindMaster: '120',
};

const watched = (): Watched =>
	new Watched()
		.cluster({workers: [bound('worker-of-mysql-01', 'mysql-01')]})
		.whole(entry('mysql-01', [syncing('orders', lagging)]));

/** What is found, and the pages of a task, a source and a worker, after this was read. */
const shown = (reading: MetricsReading) => {
	const cluster = watched();
	cluster.observe(metricsObservation('Prometheus', cluster.now, reading));
	cluster.wait(15).whole(entry('mysql-01', [syncing('orders', lagging)]));
	const drawing = {
		...drawingOf(cluster.view()),
		pastOf: ((subject, measure, count, together) =>
			past(cluster.known, subject, measure, {
				span: 600_000,
				count,
				together,
				now: cluster.now,
			})) satisfies ReturnType<typeof drawingOf>['pastOf'],
	};
	const lines = [{task: 'orders'}, {source: 'mysql-01'}, {worker: 'worker-of-mysql-01'}].flatMap(place =>
		metricsLines({kind: 'metrics', ...place}, drawing, 80),
	);
	return {findings: diagnose(cluster.view()).findings, lines};
};

const noNumber = fc.oneof(
	fc.constantFrom(
		'NaN',
		'+Inf',
		'-Inf',
		'Inf',
		'Infinity',
		'',
		' ',
		'\n',
		'\t1',
		'1 ',
		'0x10',
		'0b1',
		'1_000',
		'1e999',
		'-1',
		'-0.5',
		'1,5',
		'stale',
		'null',
		'<b>1</b>',
		'١',
		'0x7ff0000000000002',
	),
	fc.constantFrom(0, 7, 1e308, null, true, [], {}, ['1'], {value: '1'}),
	fc.string().filter(one => !/^[\d+.]/v.test(one)),
);

const moment = fc.oneof(fc.constant(1_700_000_000.5), fc.double(), fc.constantFrom(-1, 0, 1e300));

const label = fc.oneof(
	fc.constantFrom(...Object.values(owners), '', '__proto__', 'constructor', '\u{1B}[2J', '数据\u{0}'),
	fc.string({unit: anyCharacter}),
	fc.constantFrom(7, null, {}, []),
);

const figure = fc.oneof(
	fc.constantFrom<unknown>(...metricNames, 'lag', 'rows', 'toString', '__proto__', '', 3),
	fc.string(),
);

const oddSeries = fc.record(
	{
		metric: fc.oneof(
			fc.record({
				figure,
				task: label,
				source_id: label,
				job: label,
				instance: label,
				worker: label,
			}),
			fc.record({figure, ...Object.fromEntries(Object.entries(owners).map(([k, v]) => [k, fc.constant(v)]))}),
			fc.jsonValue(),
		),
		value: fc.oneof(fc.tuple(moment, number), fc.tuple(moment, noNumber), fc.jsonValue()),
		values: fc.jsonValue(),
	},
	{requiredKeys: ['metric']},
);

const whole = vector(
	metricNames.map(name => ({metric: {figure: name, ...owners}, value: [1_700_000_000, '2048']})),
);

const anyBody = fc.oneof(
	fc.array(oddSeries, {maxLength: 40}).map(all => vector(all)),
	fc.nat(whole.length - 1).map(end => whole.slice(0, end)),
	fc.jsonValue().map(value => JSON.stringify(value)),
	fc
		.record({status: fc.constantFrom('success', 'error', 'x'), data: fc.jsonValue(), error: fc.jsonValue()})
		.map(value => JSON.stringify(value)),
	fc.string({unit: anyCharacter}),
	fc.constantFrom(
		'',
		'<html><body>502</body></html>',
		'[[[[',
		'{"status":"success"}',
		'\u{0}',
		'{"__proto__":1}',
	),
);

test('any answer gives figures that are finite and not below 0, or a problem in plain characters', async () => {
	await fc.assert(
		fc.asyncProperty(anyBody, async answer => {
			const reading = await read(answer);
			if ('what' in reading) {
				expect(reading.what).toMatch(/^Prometheus 127\.0\.0\.1:\d+ \P{Control}+$/v);
				return;
			}

			expect(valuesOf(reading).filter(value => !(Number.isFinite(value) && value >= 0))).toStrictEqual([]);
			const {lines} = shown(reading);
			expect(Math.max(...lines.map(line => lineWidth(line)))).toBeLessThanOrEqual(80);
			expect(lines.map(line => lineText(line)).join('')).not.toMatch(/\p{Control}/v);
		}),
		runs(200),
	);
});

test('NaN is not a figure: findings and pages are the same as without it', async () => {
	const without = shown(nothing);
	await fc.assert(
		fc.asyncProperty(
			fc.array(noNumber, {minLength: metricNames.length, maxLength: metricNames.length}),
			async values => {
				const reading = await read(
					vector(
						metricNames.map((name, index) => ({
							metric: {figure: name, ...owners},
							value: [1_700_000_000, values[index]],
						})),
					),
				);
				expect(reading).toStrictEqual(nothing);
				expect(shown(reading as MetricsReading)).toStrictEqual(without);
			},
		),
		runs(100),
	);
});

test('each number becomes the figure under its name', async () => {
	await fc.assert(
		fc.asyncProperty(fc.dictionary(fc.constantFrom(...metricNamesOf('subtask')), number), async told => {
			const figures = Object.entries(told);
			const reading = await read(
				vector(
					figures.map(([name, value]) => ({
						metric: {figure: name, ...owners},
						value: [1_700_000_000, value],
					})),
				),
			);
			const values = Object.fromEntries(figures.map(([name, value]) => [name, Number(value)]));
			expect(reading).toStrictEqual({
				subtasks: figures.length === 0 ? [] : [{task: 'orders', source: 'mysql-01', values}],
				workers: [],
				cluster: {},
			});
		}),
		runs(50),
	);
});
