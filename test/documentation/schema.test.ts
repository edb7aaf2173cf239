import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {type OutputUnit, type Schema, Validator} from '@cfworker/json-schema';
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {withDiagnosis} from '../../source/findings/diagnose.js';
import {printJson} from '../../source/modes/once/json.js';
import {createClusterState, observe} from '../../source/monitor/known.js';
import {view} from '../../source/monitor/showing/cluster.js';
import type {Observation} from '../../source/providers/provider.js';
import {createSimulatorProvider} from '../../source/simulator/simulator.js';
import {listScenarios} from '../../source/simulator/scenario/load.js';

const root = path.join(import.meta.dirname, '../..');
const schema = JSON.parse(readFileSync(path.join(root, 'docs/once.schema.json'), 'utf8')) as Schema;
const validator = new Validator(schema, '2020-12', false);

const noon = Date.UTC(2026, 10, 23, 12);

const jsonOf = (observations: readonly Observation[], now = noon + 3000): unknown => {
	const known = createClusterState();
	for (const observation of observations) {
		observe(known, observation);
	}

	return JSON.parse(printJson({cluster: withDiagnosis(view(known, now)), answers: 1}, {title: 'test'}));
};

/** The places that violate the schema. */
const mistakes = (value: unknown): readonly string[] =>
	validator
		.validate(value)
		.errors.map(({instanceLocation, error}: OutputUnit) => `${instanceLocation}: ${error}`);

const statusFiles = readdirSync(path.join(root, 'test/fixtures'), {recursive: true, encoding: 'utf8'}).filter(
	name => /(?:status|query)[^\/]*\.json$/v.test(name),
);

describe('docs/once.schema.json', () => {
	it('describes every recorded status', () => {
		expect(statusFiles.length).toBeGreaterThan(20);
		for (const name of statusFiles) {
			const text = readFileSync(path.join(root, 'test/fixtures', name), 'utf8');
			let status: Observation;
			try {
				status = {kind: 'status', at: noon, status: parseStatusDocument(text)};
			} catch {
				continue; // Not every file is a status.
			}

			expect({name, mistakes: mistakes(jsonOf([status]))}).toStrictEqual({name, mistakes: []});
		}
	});

	it.each(listScenarios().map(({name}) => name))('describes the scenario %s', async name => {
		const {signal} = new AbortController();
		const simulator = createSimulatorProvider({scenario: name, seed: 1});
		const seen: Observation[] = [];
		for await (const observation of simulator.observe({signal, once: true, interval: () => 2000})) {
			// One by one: TypeScript's library has no Array.fromAsync yet.
			seen.push(observation);
		}

		expect(mistakes(jsonOf(seen, simulator.now!()))).toStrictEqual([]);
	});

	it('refuses a name that is not in it, and one that is missing', () => {
		const whole = jsonOf([]) as Record<string, unknown>;
		expect(mistakes(whole)).toStrictEqual([]);
		expect(mistakes({...whole, more: 1})).not.toStrictEqual([]);
		const {locks: _locks, ...less} = whole;
		expect(mistakes(less)).not.toStrictEqual([]);
	});
});
