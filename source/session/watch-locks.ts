/**
 * Asks dm-master for its DDL locks, which are not in the status: occasionally, and often while they are on screen or
 * one of them is being unlocked.
 */
import type {LockReader, LocksObservation, Provider} from '../providers/provider.js';
import {thrownProblem} from '../providers/problem.js';

/** The interval while the answer is needed, ms. */
const often = 5000;

/** The interval otherwise, ms. */
const seldom = 30_000;

/** The delay of the first question after the first frame, ms: there is more urgent work. */
const first = 2000;

/** The interval while the list is not available, ms. */
const inVain = 300_000;

/** Whose locks are asked for, how often, and where they go. */
export type WatchLocksOptions = {
	readonly provider: Provider;
	readonly signal: AbortSignal;
	/** The provider's time, ms since the epoch. */
	readonly now: () => number;
	/** Whether the list is needed although it is not on screen. */
	readonly isUrgent: () => boolean;
	readonly take: (observation: LocksObservation) => void;
};

/** Asks for the locks as often as they are needed. */
export type LockWatch = {
	/** Sets whether the locks are on screen. Nothing is asked before the first call. */
	readonly want: (areOnScreen: boolean) => void;
	/** Asks at once. */
	readonly ask: () => void;
};

/** Asks until `signal` is aborted. An observation has the time of the question: the list is not older. */
export const watchLocks = ({provider, signal, now, isUrgent, take}: WatchLocksOptions): LockWatch => {
	const {locks: reader} = provider;
	let areOnScreen: boolean | undefined;
	let timer: NodeJS.Timeout | undefined;
	/** A newer question makes an older one obsolete. */
	let newest = 0;

	const pauseAfter = ({problem}: LocksObservation): number => {
		if (areOnScreen === true || isUrgent()) {
			return often;
		}

		return problem ? inVain : seldom;
	};

	const list = async (lockReader: LockReader, turn: number): Promise<void> => {
		const at = now();
		const answer = await lockReader.list(signal).catch(thrownProblem);
		if (turn !== newest || signal.aborted) {
			return;
		}

		const observation: LocksObservation =
			'what' in answer ? {kind: 'locks', at, locks: [], problem: answer} : {kind: 'locks', at, locks: answer};
		take(observation);
		if (areOnScreen !== undefined || isUrgent()) {
			timer = setTimeout(ask, pauseAfter(observation)).unref();
		}
	};

	const ask = (): void => {
		newest += 1;
		clearTimeout(timer);
		if (reader && !signal.aborted) {
			void list(reader, newest);
		}
	};

	signal.addEventListener('abort', () => {
		clearTimeout(timer);
	});
	return {
		want(next) {
			const before = areOnScreen;
			areOnScreen = next;
			if (next && before !== true) {
				ask();
			} else if (before === undefined) {
				timer = setTimeout(ask, first).unref();
			}
		},
		ask,
	};
};
