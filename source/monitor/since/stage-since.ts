/** Since when each of several things is in its stage. */
import type {Since} from './lasting.js';

export type StageSince = Since & {readonly stage: string};

/**
 * What is known after one more answer that tells all of them, at `at` ms since the epoch. `isFirst`: nothing was told of
 * any before.
 */
export const stageSinces = (
	before: ReadonlyMap<string, StageSince>,
	stages: Iterable<readonly [name: string, stage: string]>,
	{at, isFirst}: {readonly at: number; readonly isFirst: boolean},
): ReadonlyMap<string, StageSince> =>
	new Map(
		Array.from(stages, ([name, stage]) => {
			const known = before.get(name);
			return [name, known?.stage === stage ? known : {stage, at, isSeen: !isFirst}];
		}),
	);
