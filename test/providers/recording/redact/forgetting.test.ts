/** A recording of names without end: what was hidden is not told by forgetting it. */
import {expect, test} from 'vitest';
import type {Observation} from '../../../../source/providers/provider.js';
import {Redactor} from '../../../../source/providers/recording/redact/redactor.js';
import {bundleApart} from '../../v8/run-apart.js';

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

/** Prints the growth of the heap, MB, after many long errors, none of which came before. */
const program = `
	import process from 'node:process';
	import {Redactor} from './source/providers/recording/redact/redactor.ts';

	const used = () => {
		globalThis.gc();
		return process.memoryUsage().heapUsed / 1e6;
	};
	const rest = 'k'.repeat(100_000);
	const texts = {
		'a value in a long text': count => "Duplicate entry 'value-number-" + count + "' for key " + rest + count,
		'a long value': count => "Duplicate entry '" + count + rest + "' for key 'k'",
		'a long statement': count => 'origin SQL: [ALTER TABLE t ADD COLUMN ' + rest + count + ' INT]: failed',
		'a name in a long text': count => "Unknown database 'customers-of-number-" + count + "', " + rest + count,
	};
	const options = isRedacted => ({hidesNames: isRedacted});
	const grown = {};
	for (const isRedacted of [false, true]) {
		for (const [name, text] of Object.entries(texts)) {
			const redactor = new Redactor(options(isRedacted));
			const observe = count => {
				const problem = {what: text(count), fix: '', detail: ''};
				redactor.observation({kind: 'silence', at: 1, problem});
			};
			observe(0);
			const before = used();
			for (let count = 1; count <= 60; count++) {
				observe(count);
			}

			grown[(isRedacted ? 'redacted: ' : '') + name] = used() - before;
			redactor.text('');
		}
	}

	console.log(JSON.stringify(grown));
`;

test('what is remembered of texts of 6 MB is none of them', async () => {
	const runApart = await bundleApart(program);
	const grown = JSON.parse(runApart(['--expose-gc'])) as Readonly<Record<string, number>>;
	expect(Object.keys(grown)).toHaveLength(8);
	for (const [name, growth] of Object.entries(grown)) {
		expect(growth, name).toBeLessThan(4);
	}
});
