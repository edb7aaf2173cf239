/** Providers of the user's behind the guard, and what it passes on of them. */
import {guardProvider} from '../../../source/providers/module/guard.js';
import type {Observation, ObserveOptions, Provider} from '../../../source/providers/provider.js';
import {Observing} from '../../servers/observing.js';

/** A guarded provider with this `observe`, and `more`. */
export const guarded = (
	observe: (options: ObserveOptions) => unknown,
	more: Record<string, unknown> = {},
): Provider =>
	guardProvider({name: 'mine', title: 'mine', observe, ...more} as unknown as Provider, 'mine.js');

/** What comes out when these go in. */
export const passed = async (...observations: readonly unknown[]): Promise<readonly Observation[]> => {
	const observing = new Observing(
		guarded(async function* () {
			yield* observations;
		}),
	);
	await observing.ended;
	return observing.seen;
};

/** What is wrong according to each silence; of other observations their kind. */
export const problems = (seen: readonly Observation[]): string[] =>
	seen.map(observation => (observation.kind === 'silence' ? observation.problem.what : observation.kind));
