/**
 * V8's optimising compilers, switched on while there is much to do. They take 20 MB that are never released, nearly all
 * for TurboFan, and a fourth of what a quiet cluster takes of the processor: code that runs for some milliseconds every
 * two seconds is optimised, thrown away and optimised again.
 */
import process from 'node:process';
import {areFlagsKnown, hasMaglev, setFlags} from './flags.js';
import {isLarge, isSteady} from './watched-size.js';

/** From this share of a core on the compilers are worth it, and below the second they are not. */
const busy = 0.35;
const quiet = 0.1;

/** The share is taken over at least so long, ms. */
const span = 4000;

/**
 * So many such spans in a row are busy before Maglev is switched on, and before TurboFan is: no start is enough, and no
 * flood for TurboFan.
 */
const spansOn = 4;
const spansForAll = 15;

/**
 * So many are quiet in a row before they are switched off again while a cluster gives large answers: it may be asked less
 * often than that, and others between.
 */
const spansOff = 4;

/** `middle`: Maglev alone. */
let state: 'as V8 has it' | 'off' | 'middle' | 'all' = 'as V8 has it';

/** The beginning of the span: processor time so far, microseconds, and when that was, ms of `performance.now`. */
let begun: {readonly used: number; readonly at: number} | undefined;

/** How many spans in a row were busy, and how many were quiet. */
let busySpans = 0;
let quietSpans = 0;

const setState = (next: 'off' | 'middle' | 'all'): void => {
	const hasAll = next === 'all' || (next === 'middle' && !hasMaglev);
	setFlags(
		hasAll ? '--turbofan' : '--no-turbofan',
		...(hasMaglev ? [next === 'off' ? '--no-maglev' : '--maglev'] : []),
	);
	state = next;
};

/** Switches the optimising compilers off, for a program that runs for long, until it is busy. */
export const optimiseWhenBusy = (): void => {
	if (areFlagsKnown) {
		setState('off');
	}
};

/** Processor time since the program was started, microseconds. */
export type ProcessorTime = {readonly user: number; readonly system: number};

/**
 * Called now and then: switches the compilers on or off. `at` is in ms. The processor time is only asked for at the end of
 * a span, since that takes longer than a small slice of work.
 */
export const heedLoad = (at = performance.now(), timeUsed: () => ProcessorTime = process.cpuUsage): void => {
	if (state === 'as V8 has it' || (begun && at - begun.at < span)) {
		return;
	}

	const {user, system} = timeUsed();
	const used = user + system;
	const share = begun ? (used - begun.used) / 1000 / (at - begun.at) : 0;
	begun = {used, at};
	busySpans = share > busy ? busySpans + 1 : 0;
	quietSpans = share < quiet ? quietSpans + 1 : 0;
	const isAlwaysLarge = isSteady();
	if (state !== 'all' && (busySpans >= spansForAll || (isAlwaysLarge && quietSpans === 0))) {
		setState('all');
	} else if (state === 'off' && busySpans >= spansOn) {
		setState('middle');
	} else if (state !== 'off' && quietSpans >= (isAlwaysLarge ? spansOff : 1) && !isLarge()) {
		setState('off');
	}
};

/** Called with each view: a large cluster is busy at each answer, and a key must not wait until that has shown. */
export const optimiseIfLarge = (): void => {
	if (state !== 'all' && isLarge()) {
		setState('all');
	}
};
