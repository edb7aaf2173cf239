/**
 * The time that observations, ages and beginnings are measured by: that of the machine, but where its clock is set (by
 * hand, or by NTP after it was wrong), time continues as before. A clock that jumps would make everything an hour old.
 */
import {uptime} from 'node:os';
import {Listeners} from './waiting/listeners.js';

/** The clocks of a machine, ms. */
export type MachineClocks = {
	/** The time of day, since the epoch: it can be set. */
	readonly wall: () => number;
	/** It cannot be set, and may stand still while the machine sleeps. */
	readonly running: () => number;
	/** Since the machine was started, with the time that it slept; may throw. */
	readonly sinceBoot: () => number;
};

/** A clock that is never set. */
export type SteadyClock = {
	/** Ms since the epoch. */
	readonly now: () => number;
	/** How far the machine's clock is ahead of it, ms: the sum of what it was set by. */
	readonly ahead: () => number;
	/** Calls back whenever the machine's clock was set; returns a function that stops it. */
	readonly onSet: (listener: () => void) => () => void;
};

/** From this on a difference between two clocks is a step, ms: NTP corrects less than that little by little. */
const step = 1000;

/** How often what was corrected little by little is taken note of, ms. */
const often = 60_000;

/** A clock that continues from the machine's present time. */
export const createSteadyClock = ({wall, running, sinceBoot}: MachineClocks): SteadyClock => {
	const listeners = new Listeners();
	/** When the machine was started by its clock, ms since the epoch: another moment once that was set. */
	const startedAt = (): number | undefined => {
		try {
			return wall() - sinceBoot();
		} catch {
			return undefined;
		}
	};

	let started = startedAt();
	let comparedAt = running();
	let difference = wall() - comparedAt;
	let ahead = 0;

	/** Where the clocks differ otherwise than before, the clock was set, or the machine has slept. */
	const compare = (hasJumped: boolean): void => {
		const before = started;
		started = startedAt();
		if (!hasJumped) {
			return;
		}

		const by = before === undefined || started === undefined ? 0 : Math.round(started - before);
		if (!(Math.abs(by) >= step)) {
			return;
		}

		ahead += by;
		listeners.tell();
	};

	const now = (): number => {
		const time = wall();
		const run = running();
		const hasJumped = Math.abs(time - run - difference) >= step;
		difference = time - run;
		if (hasJumped || run - comparedAt >= often) {
			comparedAt = run;
			compare(hasJumped);
		}

		return time - ahead;
	};

	return {
		now,
		ahead() {
			// It may have been set since somebody last asked for the time.
			now();
			return ahead;
		},
		onSet: listeners.subscribe,
	};
};

/** That of this process. */
export const steadyClock = createSteadyClock({
	wall: () => Date.now(),
	running: () => performance.now(),
	sinceBoot: () => uptime() * 1000,
});

type Timed = {readonly now?: (() => number) | undefined};

/** The time of a provider, which may have its own: ms since the epoch. */
export const timeOf = (provider: Timed): number => provider.now?.() ?? steadyClock.now();

/** How far the machine's clock is ahead of a provider's times, ms; one with a clock of its own is left as it is. */
export const aheadOf = (provider: Timed): number => (provider.now ? 0 : steadyClock.ahead());
