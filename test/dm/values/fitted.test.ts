/** What is kept of many small lists is their members, not room for more. */
import {expect, it} from 'vitest';
import {fitted} from '../../../source/dm/values/fitted.js';
import {bundleApart} from '../../providers/v8/run-apart.js';

it('a list is the same', () => {
	expect(fitted([])).toEqual([]);
	expect(fitted([1, 2].filter(one => one > 1))).toEqual([2]);
});

it('it takes less memory than one that was added to', async () => {
	const runApart = await bundleApart(`
		import {fitted} from './source/dm/values/fitted.ts';

		const bytesEach = make => {
			gc();
			const before = process.memoryUsage().heapUsed;
			const lists = Array.from({length: 10_000}, (_, index) => make([index, index].filter(one => one >= 0)));
			gc();
			return (process.memoryUsage().heapUsed - before) / lists.length;
		};

		console.log(String(bytesEach(list => list) - bytesEach(fitted)));
	`);
	expect(Number(runApart(['--expose-gc']))).toBeGreaterThan(60);
});
