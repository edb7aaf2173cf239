/** The replacement of `performance` in the bundle, compared with it. */
import {expect, it} from 'vitest';
import {LightPerformance} from '../../.config/bundle/start/light-performance.js';

it('the clock is as fast as the real one, and started with the program', () => {
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
