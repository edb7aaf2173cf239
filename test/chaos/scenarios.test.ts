/** Bad scenario files: a mistake is named with its place, and whatever is taken can be simulated. */
import process from 'node:process';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {createSimulation} from '../../source/simulator/running/simulation.js';
import {ScenarioError} from '../../source/simulator/scenario/mistake.js';
import {readScenario} from '../../source/simulator/scenario/read.js';
import {shippedScenarios} from '../../source/simulator/scenarios/shipped.js';
import {look, pass} from '../simulator/cluster.js';

const rounds = Number(process.env['DM_TOP_CHAOS'] ?? 1);

const scenarios = Object.values(shippedScenarios);

/** What stands where something else is expected. */
const pieces = [
	'',
	'null',
	'-1',
	'1e309',
	'99999999999999999999',
	'0.5',
	'""',
	'"constructor"',
	'"__proto__": 1,',
	'"\u{1B}[2J\u{202E}"',
	'[]',
	'{}',
	'[[[[',
	'}',
	'"-5m"',
	'"9999999h"',
	'true',
	'/*',
	'"',
	',',
];

/** Tokens of a scenario, each with what is behind it. */
const tokens = (text: string): readonly string[] =>
	text.match(/"(?:[^"\\]|\\.)*"|[\w\-.]+|\s+|[^\s\w]/gv) ?? [];

test('a scenario with anything out of place in it', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...scenarios),
			fc.array(fc.tuple(fc.nat(), fc.constantFrom(...pieces), fc.boolean()), {minLength: 1, maxLength: 3}),
			(text, changes) => {
				const changed = [...tokens(text)];
				for (const [at, piece, isAdded] of changes) {
					changed.splice(at % changed.length, isAdded ? 0 : 1, piece);
				}

				let scenario: ReturnType<typeof readScenario>;
				try {
					scenario = readScenario('my.json', changed.join(''));
				} catch (error) {
					expect(error).toBeInstanceOf(ScenarioError);
					expect((error as Error).message).toMatch(/^my\.json:\d+:\d+: ./v);
					return;
				}

				const simulation = createSimulation({scenario});
				pass(simulation, 120);
				expect(look(simulation).sources).toHaveLength(scenario.sources.length);
			},
		),
		{numRuns: 150 * rounds},
	);
});
