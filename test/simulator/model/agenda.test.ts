import fc from 'fast-check';
import {expect, test} from 'vitest';
import {runAgenda, schedule} from '../../../source/simulator/model/agenda.js';
import {cluster} from '../cluster.js';

test('events happen by their second, and within one second in the order in which they were added', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({min: 1, max: 5})), seconds => {
			const simulation = cluster({});
			const happened: Array<readonly [number, number]> = [];
			for (const [index, at] of seconds.entries()) {
				schedule(simulation, at, () => {
					happened.push([at, index]);
				});
			}

			for (; simulation.now < 3; simulation.now++) {
				runAgenda(simulation);
			}

			runAgenda(simulation);
			const expected = seconds
				.map((at, index) => [at, index] as const)
				.filter(([at]) => at <= 3)
				.toSorted(([left, first], [right, second]) => left - right || first - second);
			expect(happened).toEqual(expected);
		}),
	);
});
