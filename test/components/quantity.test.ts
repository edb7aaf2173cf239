import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	formatBytes,
	formatCount,
	formatDuration,
	formatExact,
	formatPercent,
	formatRate,
	formatRoughly,
} from '../../source/components/quantity.js';

describe('quantities', () => {
	it.each([
		[0, '0s'],
		[59.9, '59s'],
		[61, '1m01s'],
		[600, '10m'],
		[3720, '1h02m'],
		[86_400 * 2 + 3600 * 4, '2d04h'],
		[86_400 * 41, '41d'],
		[86_400 * 9999, '9999d'],
		[1_764_547_200, '55y'],
	])('a duration of %d s is %s', (seconds, text) => {
		expect(formatDuration(seconds)).toBe(text);
	});

	it('a growing duration seldom changes its text', () => {
		expect([3, 12, 59, 61, 125, 3725].map(seconds => formatRoughly(seconds))).toEqual([
			'3s',
			'10s',
			'55s',
			'1m',
			'2m',
			'1h02m',
		]);
	});

	it.each([
		[0, '0'],
		[999, '999'],
		[1000, '1k'],
		[1234, '1.2k'],
		[12_345, '12.3k'],
		[999_999, '1M'],
		[5_000_000_000, '5G'],
		[1e18, '>999P'],
		[-1e300, '->999P'],
		[Infinity, '>999P'],
	])('a count of %d is %s', (count, text) => {
		expect(formatCount(count)).toBe(text);
	});

	it.each([
		[0, '0 B'],
		[1023, '1 KB'],
		[1024, '1 KB'],
		[218_436_524, '208 MB'],
		[615_252_000_000, '573 GB'],
	])('%d bytes are %s', (bytes, text) => {
		expect(formatBytes(bytes)).toBe(text);
	});

	it('a trickle of rows is not a zero', () => {
		expect(formatRate(0.02)).toBe('<0.1');
		expect(formatRate(0.4)).toBe('0.4');
		expect(formatRate(0)).toBe('0');
	});

	it('a percentage is 100 only when it is done', () => {
		expect(formatPercent(0.9999)).toBe('99%');
		expect(formatPercent(0.0001)).toBe('1%');
		expect(formatPercent(1)).toBe('100%');
		expect(formatPercent(0)).toBe('0%');
	});

	it.each([
		[0.1, '10%'],
		[385_432_860 / 3_854_328_608, '10%'],
		[0.29, '29%'],
		[0.2544, '25%'],
		[0.256, '26%'],
		[0.996, '99%'],
	])('the percentage of %d is %s, not rounded down', (fraction, text) => {
		expect(formatPercent(fraction)).toBe(text);
	});

	it('an exact number keeps all its digits', () => {
		expect(formatExact(7_711_150_368_840_973_947n)).toBe('7 711 150 368 840 973 947');
	});

	it('no quantity is longer than six characters, or seven for bytes with their unit', () => {
		fc.assert(
			fc.property(fc.double({min: 0, noNaN: true}), value => {
				expect(formatCount(value).length).toBeLessThanOrEqual(6);
				expect(formatBytes(value).length).toBeLessThanOrEqual(7);
				expect(formatRate(value).length).toBeLessThanOrEqual(6);
				expect(formatDuration(value).length).toBeLessThanOrEqual(5);
			}),
		);
	});
});
