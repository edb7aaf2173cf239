/** Since when each of several things is in its stage. */
import type {Steps} from '../../dm/steps.js';
import type {AnswerTime, Since} from './lasting.js';

/** Steps are long enough that checking the clock between them costs little. */
const inStep = 500;

/** A stage, and since when. */
export type StageSince = Since & {readonly stage: string};

/**
 * The state after one more answer with all of them, at `at` ms since the epoch. `isFirst`: the first answer with any.
 */
export function* stageSinces(
	before: ReadonlyMap<string, StageSince>,
	stages: Iterable<readonly [name: string, stage: string]>,
	{at, isFirst}: AnswerTime,
): Steps<ReadonlyMap<string, StageSince>> {
	const sinces = new Map<string, StageSince>();
	for (const [name, stage] of stages) {
		const known = before.get(name);
		sinces.set(name, known?.stage === stage ? known : {stage, at, isSeen: !isFirst});
		if (sinces.size % inStep === 0) {
			yield;
		}
	}

	return sinces;
}
