/**
 * V8's optimising compilers, switched on while there is much to do. They take 20 MB that are never released, nearly all
 * for TurboFan, and a fourth of what a quiet cluster takes of the processor: code that runs for some milliseconds every
 * two seconds is optimised, thrown away and optimised again.
 */
import process from 'node:process';
import {areFlagsKnown, hasMaglev, setFlags} from './flags.js';

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

/** Where so many answers in a row are about so many subtasks, it is no flood: a span that is not quiet is enough. */
const answersOn = 3;
const largeAnswer = 1000;

/** Clusters of so many subtasks are busy at each answer: a key must not wait until that has shown. */
const manySubtasks = 6000;

/** `middle`: Maglev alone. */
let state: 'as V8 has it' | 'off' | 'middle' | 'all' = 'as V8 has it';

/** The beginning of the span: processor time so far, microseconds, and when that was, ms of `performance.now`. */
let begun: {readonly used: number; readonly at: number} | undefined;

/** How many spans in a row were busy, and how many were quiet. */
let busySpans = 0;
let quietSpans = 0;

/** The number of subtasks of each cluster that is watched, and how many of its last answers were large. */
const sizes = new Map<symbol, number>();
const largeAnswers = new Map<symbol, number>();

const isLarge = (): boolean => sizes.values().reduce((sum, size) => sum + size, 0) >= manySubtasks;

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
	const isSteady = largeAnswers.values().some(answers => answers >= answersOn);
	if (state !== 'all' && (busySpans >= spansForAll || (isSteady && quietSpans === 0))) {
		setState('all');
	} else if (state === 'off' && busySpans >= spansOn) {
		setState('middle');
	} else if (state !== 'off' && quietSpans >= (isSteady ? spansOff : 1) && !isLarge()) {
		setState('off');
	}
};

/** Called with each answer of a watched cluster, and the number of subtasks in it. */
export const heedAnswer = (watch: symbol, subtasks: number): void => {
	largeAnswers.set(watch, subtasks < largeAnswer ? 0 : (largeAnswers.get(watch) ?? 0) + 1);
};

/**
 * Called with each view of a watched cluster: switches the compilers on where the clusters are large.
 */
export const heedSize = (watch: symbol, subtasks: number): void => {
	sizes.set(watch, subtasks);
	if (state !== 'all' && isLarge()) {
		setState('all');
	}
};

/** Called at the end of a watch. */
export const heedEnd = (watch: symbol): void => {
	sizes.delete(watch);
	largeAnswers.delete(watch);
};
