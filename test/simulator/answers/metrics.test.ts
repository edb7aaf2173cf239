/** The metrics of the simulated workers and masters: what DM's dashboards could read of them. */
import {describe, expect, test} from 'vitest';
import type {MetricFamily} from '../../../source/providers/metrics/exposition.js';
import {masterMetrics, workerMetrics} from '../../../source/simulator/answers/metrics/metrics.js';
import {advance, createSimulation} from '../../../source/simulator/running/simulation.js';
import {loadScenario} from '../../../source/simulator/scenario/load.js';

/** Every sample by its name and labels, of every worker and the masters, after so many seconds. */
const samplesOf = (name: string, ...seconds: readonly number[]) => {
	const simulation = createSimulation({scenario: loadScenario(name)});
	return seconds.map(second => {
		advance(simulation, second * 1000);
		const families: readonly MetricFamily[] = [
			...masterMetrics(simulation),
			...simulation.workers.values().flatMap(worker => workerMetrics(simulation, worker) ?? []),
		];
		return new Map(
			families.flatMap(family =>
				family.samples.map(([labels, value]): readonly [string, number] => [
					`${family.name} ${JSON.stringify(labels)}`,
					value,
				]),
			),
		);
	});
};

const scenarios = ['shop', 'migration-night', 'relay-trouble'];

/** The buckets of the histogram with this count rise to it, and the mean lies where its observations do. */
const expectHistogram = (samples: ReadonlyMap<string, number>, key: string): void => {
	const count = samples.get(key)!;
	const [metric = '', labels = ''] = key.split('_count ', 2);
	const buckets = [...samples].filter(
		([other]) =>
			other.startsWith(`${metric}_bucket `) &&
			other.replace(/,?"le":"[^"]+"/v, '').replace('{,', '{') === `${metric}_bucket ${labels}`,
	);
	const values = buckets.map(([, value]) => value);
	expect(values.length, key).toBeGreaterThan(1);
	expect(values, key).toEqual(values.toSorted((left, right) => left - right));
	expect(buckets.find(([other]) => other.includes('"le":"+Inf"'))?.[1], key).toBe(count);
	const mean = count === 0 ? 0 : samples.get(`${metric}_sum ${labels}`)! / count;
	const reaching = buckets.find(([, value]) => value === count)?.[0];
	const bound = Number(/"le":"(?<le>[^"]+)"/v.exec(reaching ?? '')?.groups?.['le'] ?? 0);
	expect(Number.isNaN(bound) || mean <= bound, `${key}: ${mean} ${bound}`).toBe(true);
};

describe.each(scenarios)('%s', name => {
	const look = () => samplesOf(name, 60, 120, 600);

	test('every figure is a number that is not negative, with labels that are strings', () => {
		for (const samples of look()) {
			expect(samples.size).toBeGreaterThan(50);
			for (const [key, value] of samples) {
				expect(Number.isFinite(value) && value >= 0, `${key}: ${value}`).toBe(true);
				expect(key).not.toContain('undefined');
			}
		}
	});

	test('the buckets of a histogram never decrease and end at its count', () => {
		for (const samples of look()) {
			const counts = samples
				.keys()
				.filter(key => key.includes('_count ') && samples.has(key.replace('_count ', '_sum ')))
				.toArray();
			expect(counts.length).toBeGreaterThan(0);
			for (const key of counts) {
				expectHistogram(samples, key);
			}
		}
	});

	test('no counter ever falls', () => {
		const looks = look();
		for (const [index, samples] of looks.slice(1).entries()) {
			for (const [key, before] of looks[index]!) {
				if (/_(?:total|count|sum|bucket) /v.test(key) && samples.has(key)) {
					expect(samples.get(key), key).toBeGreaterThanOrEqual(before);
				}
			}
		}
	});
});
