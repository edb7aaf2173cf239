/** A recording of names without end: what was hidden is not told by forgetting it. */
import {expect, test} from 'vitest';
import type {Observation} from '../../../../source/providers/provider.js';
import {Redactor} from '../../../../source/providers/recording/redact/redactor.js';

const silence = (what: string): Observation => ({
	kind: 'silence',
	at: 1_754_000_000_000,
	problem: {what, fix: '', detail: ''},
});

test('when names keep changing the oldest are forgotten, and their pseudonyms never stand for others', () => {
	const redactor = new Redactor({hidesNames: true});
	const told = (name: string): string => {
		const hidden = redactor.observation(silence(`Unknown database '${name}'`));
		return hidden.kind === 'silence' ? hidden.problem.what : '';
	};

	const first = told('customers_0');
	expect(told('customers_0')).toBe(first);
	const seen = new Set([first]);
	for (let count = 1; count <= 50_001; count++) {
		seen.add(told(`customers_${count}`));
	}

	expect(seen.size).toBe(50_002);
	expect(seen).not.toContain(told('customers_0'));
});
