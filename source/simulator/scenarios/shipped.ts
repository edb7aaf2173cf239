/** The scenarios that come with dm-top, in the order of `--simulate help`: the default, then by name. */
import {entries} from './entries.js';

/** What `--simulate` shows without a name. */
export const defaultScenario = 'shop';

/** Their texts, by name. */
export const shippedScenarios: Readonly<Record<string, string>> = Object.fromEntries(
	entries.toSorted(
		([left], [right]) =>
			Number(right === defaultScenario) - Number(left === defaultScenario) || (left < right ? -1 : 1),
	),
);
