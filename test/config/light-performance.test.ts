/** What stands in for `performance` in the bundle, compared with it. */
import {expect, it} from 'vitest';
import {LightPerformance} from '../../.config/light-performance.js';

it('is a clock as fast as the real one, which began when the program did', () => {
	const before = performance.now();
	const first = LightPerformance.now();
	const between = performance.now();
	const second = LightPerformance.now();
	const after = performance.now();
	expect(first).toBeGreaterThanOrEqual(0);
	expect(second - first).toBeGreaterThanOrEqual(0);
	expect(second - first).toBeLessThanOrEqual(after - before);
	expect(first).toBeLessThanOrEqual(between);
});
