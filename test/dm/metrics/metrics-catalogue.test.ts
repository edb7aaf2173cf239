import {expect, test} from 'vitest';
import {
	isMetricName,
	isSummed,
	metricCatalogue,
	metricNames,
	metricNamesOf,
} from '../../../source/dm/metrics/catalogue.js';

test('every figure belongs to a subtask, to a worker or to the masters', () => {
	const ofEach = (['subtask', 'worker', 'cluster'] as const).map(subject => metricNamesOf(subject));
	expect(ofEach.flat()).toEqual(metricNames);
	expect(ofEach[0]).toContain('inserts');
	expect(ofEach[1]).toContain('relay-free');
	expect(ofEach[2]).toEqual(['ddl-errors', 'worker-event-errors', 'leader-starts']);
});

test('an increase names its period, and nothing else does', () => {
	for (const name of metricNames) {
		const {form, over = 0} = metricCatalogue[name];
		expect(over > 0, name).toBe(form === 'increase');
	}
});

test('every metric is one of DM’s own, from the component that its figure belongs to', () => {
	const prefixes = {
		subtask: /^(?:dm_(?:syncer|loader|dumpling|validator_validator)|lightning)_[_a-z]+$/v,
		worker: /^dm_(?:relay|worker)_[_a-z]+$/v,
		cluster: /^dm_master_[_a-z]+$/v,
	};
	for (const name of metricNames) {
		const {metric, subject, where = {}} = metricCatalogue[name];
		expect(metric, name).toMatch(prefixes[subject]);
		for (const [label, values] of Object.entries(where)) {
			expect(label, name).toMatch(/^[_a-z]+$/v);
			expect(values.length, name).toBeGreaterThan(0);
			expect(
				values.every(value => /^[\-A-Za-z]+$/v.test(value)),
				name,
			).toBe(true);
		}
	}
});

test('no two names stand for the same figure', () => {
	expect(new Set(metricNames.map(name => JSON.stringify(metricCatalogue[name]))).size).toBe(
		metricNames.length,
	);
});

test('a property that every object inherits is not a figure', () => {
	expect(isMetricName('inserts')).toBe(true);
	expect(isMetricName('constructor')).toBe(false);
	expect(isMetricName('')).toBe(false);
});

test('counters are added up over subtasks; of gauges in seconds or bytes the maximum is used', () => {
	const names = [
		'inserts',
		'sync-exits',
		'tables-all',
		'remaining',
		'lag-p95',
		'relay-free',
		'queue',
		'batch',
	] as const;
	expect(names.filter(name => isSummed(metricCatalogue[name]))).toEqual([
		'inserts',
		'sync-exits',
		'tables-all',
	]);
});
