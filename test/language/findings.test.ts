/** What is found, in a language that is made up: a few words and a sentence of each finding are in the catalogue. */
import {afterEach, expect, test} from 'vitest';
import {speak} from '../../source/language/say.js';
import {shippedScenarios} from '../../source/simulator/scenarios/shipped.js';
import {watchScenario} from '../findings/simulated.js';
import {pseudo} from './pseudo.js';

afterEach(() => {
	speak(undefined);
});

/** The fleet has what others have, a thousand times. */
const scenarios = Object.keys(shippedScenarios).filter(name => name !== 'fleet');

test.each(scenarios)(
	'every finding of %s is told in the language of the screen',
	{timeout: 240_000},
	name => {
		speak(pseudo);
		const untold = new Set<string>();
		for (const {cluster} of watchScenario(name, {seconds: 300, every: 30})) {
			for (const {kind, brief, what, error} of cluster.diagnosis.findings) {
				// The words of an error may be those of DM, MySQL or TiDB.
				for (const text of error ? [] : [brief, what]) {
					untold.add(text.includes('«') ? '' : `${kind}: ${text}`);
				}
			}
		}

		expect([...untold].filter(text => text !== '')).toEqual([]);
	},
);
