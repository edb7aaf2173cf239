/** How often an error has come back: DM resumes a unit by itself, and the same error stops it again. */
import {isSameCause} from '../../dm/errors.js';
import type {ProcessResult, Stage} from '../../dm/status.js';

/** Errors further apart than this are unrelated, ms: DM waits up to 5 min before a retry. */
const together = 600_000;

/** A subtask or a relay. */
type UnitState = {readonly stage: Stage; readonly result?: ProcessResult};

/** True when it was stopped by an error, not manually. */
const isStoppedByError = ({stage, result}: UnitState): boolean =>
	stage === 'Paused' && result?.isCanceled !== true && (result?.errors.length ?? 0) > 0;

/** How often the same error has stopped a unit that DM resumes. */
export type Setbacks = {
	/** When the first of them was seen, ms since the epoch. */
	readonly firstAt: number;
	/** Whether its beginning was observed. */
	readonly isFirstSeen: boolean;
	/** When the last one began or, after its end, the time of the last answer with it; ms since the epoch. */
	readonly lastAt: number;
	/** How often it was stopped. */
	readonly times: number;
	/** Whether it is stopped now. */
	readonly isNow: boolean;
	/** The errors of the last one, after its end. */
	readonly result?: ProcessResult;
};

type UnitAnswer = {
	/** Ms since the epoch. */
	readonly at: number;
	readonly unit: UnitState;
	/** The previous answer. */
	readonly last: {readonly at: number; readonly unit: UnitState};
	/** Whether changes since the previous answer count as observed. */
	readonly isSeen: boolean;
};

/** Whether the error that stops it now is the one that stopped it before. */
const isBack = (before: ProcessResult | undefined, now: ProcessResult | undefined): boolean =>
	before === now || (before !== undefined && now !== undefined && isSameCause(before, now));

/** The state after one more answer; undefined while no error stopped it, and again some time after the last one. */
export const setbacksAfter = (
	before: Setbacks | undefined,
	{at, unit, last, isSeen}: UnitAnswer,
): Setbacks | undefined => {
	const known = before && !before.isNow && at - before.lastAt > together ? undefined : before;
	if (!isStoppedByError(unit)) {
		return known?.isNow ? {...known, lastAt: last.at, isNow: false, result: last.unit.result} : known;
	}

	if (!known || !isBack(known.isNow ? last.unit.result : known.result, unit.result)) {
		return {firstAt: at, isFirstSeen: isSeen, lastAt: at, times: 1, isNow: true};
	}

	return known.isNow ? known : {...known, lastAt: at, times: known.times + 1, isNow: true};
};
