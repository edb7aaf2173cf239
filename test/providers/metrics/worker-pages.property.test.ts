/** Pages of a worker, whatever is on them. */
import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {metricCatalogue, metricNames} from '../../../source/dm/metrics/catalogue.js';
import type {MetricsReading} from '../../../source/providers/metrics/reading.js';
import {createWorkerPages} from '../../../source/providers/metrics/worker-pages/worker-pages.js';
import {runs} from '../../rounds.js';
import {anyCharacter} from '../../any-character.js';
import {members, nothing, number, valuesOf} from './figures.js';

describe('pages of a worker', () => {
	const place = '{task="orders",source_id="mysql-01",worker="worker-of-mysql-01"';

	/** What two pages a minute apart come to. */
	const readTwo = async (...pages: readonly [string, string]): Promise<MetricsReading> => {
		let served = 0;
		const source = createWorkerPages({
			addresses: {kind: 'listed', workers: [['worker-of-mysql-01', new URL('http://127.0.0.1:8262')]]},
			tls: false,
			fetchPage: async () => pages[served]!,
			now: () => 1_700_000_000_000 + served * 60_000,
		});
		await source.reading(members, new AbortController().signal);
		served = 1;
		return (await source.reading(members, new AbortController().signal)) as MetricsReading;
	};

	const exits = (value: string): string =>
		`dm_syncer_exit_with_error_count${place},resumable_err="true"} ${value}\n`;

	const transactions = (first: string, all: string): string =>
		[
			`dm_syncer_txn_duration_time_bucket${place},le="1"} ${first}`,
			`dm_syncer_txn_duration_time_bucket${place},le="+Inf"} ${all}`,
			'',
		].join('\n');

	test('a histogram with NaN has no p95', async () => {
		for (const all of ['NaN', '+Inf', '-Inf']) {
			expect(await readTwo(transactions('0', '0'), transactions('90', all))).toStrictEqual(nothing);
		}

		const {subtasks} = await readTwo(transactions('0', '0'), transactions('100', '100'));
		expect(subtasks[0]?.values).toStrictEqual({'transaction-p95': 0.95});
	});

	test('a counter that was NaN before has not grown; one that restarted has', async () => {
		const told = async (before: string, after: string) => {
			const {subtasks} = await readTwo(exits(before), exits(after));
			return subtasks[0]?.values['sync-exits-retried'];
		};

		expect(await told('2', '5')).toBe(3);
		expect(await told('900', '5')).toBe(5);
		expect(await told('NaN', '2400')).toBe(0);
		expect(await told('+Inf', '2400')).toBe(0);
		expect(await told('2', 'NaN')).toBeUndefined();
		expect(await told('2', '0x10')).toBeUndefined();
	});

	test('of any kind throw nothing and give finite numbers', async () => {
		const sample = fc
			.record({
				name: fc.constantFrom(
					...metricNames.flatMap(name => {
						const {metric} = metricCatalogue[name];
						return [metric, `${metric}_bucket`, `${metric}_sum`, `${metric}_count`];
					}),
				),
				le: fc.constantFrom('1', '+Inf', '', '0x10', 'NaN', '-1'),
				value: fc.oneof(number, fc.constantFrom('NaN', '+Inf', '-Inf', '0x10', '-1', '', '1e999')),
			})
			.map(({name, le, value}) => `${name}${place},le="${le}"} ${value}`);
		const page = fc.oneof(
			fc.array(sample, {maxLength: 60}).map(lines => lines.join('\n')),
			fc.string({unit: anyCharacter}),
			fc.constant('<html><body>502</body></html>'),
		);
		await fc.assert(
			fc.asyncProperty(page, page, async (before, after) => {
				const values = valuesOf(await readTwo(before, after));
				expect(values.filter(value => !(Number.isFinite(value) && value >= 0))).toStrictEqual([]);
			}),
			runs(200),
		);
	});
});
