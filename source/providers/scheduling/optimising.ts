/**
 * V8's optimising compilers, switched on while there is much to do. They take 20 MB that are never released, and a
 * fourth of what a quiet cluster takes of the processor: code that runs for some milliseconds every two seconds is
 * optimised, thrown away and optimised again.
 */
import process from 'node:process';
import {areFlagsKnown, hasMaglev, setFlags} from './v8-flags.js';

/** From this share of a core on the compilers are worth it, and below the second they are not. */
const busy = 0.15;
const quiet = 0.08;

/** The share is taken over at least so long, ms. */
const span = 4000;

/** So much processor time within that span is enough at once, microseconds: more than a start of most clusters takes. */
const burst = 1_200_000;

let state: 'as V8 has it' | 'on' | 'off' = 'as V8 has it';

/** The beginning of the span: processor time so far, microseconds, and when that was, ms of `performance.now`. */
let begun: {readonly used: number; readonly at: number; readonly isStart: boolean} | undefined;

const setState = (next: 'on' | 'off'): void => {
	const how = next === 'on' ? '' : 'no-';
	setFlags(`--${how}turbofan`, ...(hasMaglev ? [`--${how}maglev`] : []));
	state = next;
};

/** Switches the optimising compilers off, for a program that runs for long, until it is busy. */
export const optimiseWhenBusy = (): void => {
	if (areFlagsKnown) {
		setState('off');
	}
};

/**
 * Called now and then, and with every answer: switches the compilers on or off. `at` is in ms, and the processor time
 * that was used until then in microseconds.
 */
export const heedLoad = (at = performance.now(), {user, system} = process.cpuUsage()): void => {
	if (state === 'as V8 has it') {
		return;
	}

	const used = user + system;
	begun ??= {used, at, isStart: true};
	const spent = used - begun.used;
	const lasted = at - begun.at;
	if (lasted < span) {
		if (state === 'off' && spent > burst) {
			setState('on');
		}

		return;
	}

	const share = spent / 1000 / lasted;
	if (state === 'off' && share > busy && !begun.isStart) {
		setState('on');
	} else if (state === 'on' && share < quiet) {
		setState('off');
	}

	begun = {used, at, isStart: false};
};
