/**
 * V8's optimising compilers, switched on while there is much to do. They take 20 MB that are never released, and a
 * fourth of what a quiet cluster takes of the processor: code that runs for some milliseconds every two seconds is
 * optimised, thrown away and optimised again.
 */
import process from 'node:process';
import {areFlagsKnown, hasMaglev, setFlags} from './v8-flags.js';

/** From this share of a core on the compilers are worth it, and below the second they are not. */
const busy = 0.2;
const quiet = 0.1;

/** The share is taken over at least so long, ms. */
const span = 4000;

/** So many such spans in a row are busy before the compilers are switched on: neither a start nor a flood is enough. */
const spansOn = 4;

/** Clusters of so many subtasks are busy at each answer: a key must not wait until that has shown. */
const manySubtasks = 6000;

let state: 'as V8 has it' | 'on' | 'off' = 'as V8 has it';

/** The beginning of the span: processor time so far, microseconds, and when that was, ms of `performance.now`. */
let begun: {readonly used: number; readonly at: number} | undefined;

/** How many spans in a row were busy. */
let busySpans = 0;

/** The number of subtasks of each cluster that is watched. */
const sizes = new Map<symbol, number>();

const isLarge = (): boolean => sizes.values().reduce((sum, size) => sum + size, 0) >= manySubtasks;

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
	begun ??= {used, at};
	const lasted = at - begun.at;
	if (lasted < span) {
		return;
	}

	const share = (used - begun.used) / 1000 / lasted;
	begun = {used, at};
	busySpans = share > busy ? busySpans + 1 : 0;
	if (state === 'off' && busySpans >= spansOn) {
		setState('on');
	} else if (state === 'on' && share < quiet && !isLarge()) {
		setState('off');
	}
};

/**
 * Called with each view of a watched cluster, and with 0 at the end of its watch: switches the compilers on where the
 * clusters are large.
 */
export const heedSize = (watch: symbol, subtasks: number): void => {
	sizes.set(watch, subtasks);
	if (subtasks === 0) {
		sizes.delete(watch);
	}

	if (state === 'off' && isLarge()) {
		setState('on');
	}
};
