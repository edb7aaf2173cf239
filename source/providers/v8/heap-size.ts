import process from 'node:process';
import {areFlagsKnown, setFlags, v8} from './flags.js';
import {isLarge, isSteady} from './watched-size.js';

/** The heap counts as large when a collection leaves more than the first number of bytes, and as small again below the second. */
const large = 150_000_000;
const smallAgain = 110_000_000;

let state: 'as V8 has it' | 'small' | 'large' = 'as V8 has it';

const setSmall = (): void => {
	setFlags('--semi-space-growth-factor=1', '--heap-growing-percent=30');
	state = 'small';
};

/** V8's own. */
const setLarge = (): void => {
	setFlags('--semi-space-growth-factor=2', '--heap-growing-percent=0');
	state = 'large';
};

/**
 * Keeps the memory of a long-running program close to what is in use. V8's young generation, the space for freshly made
 * objects, stays at 2 MB where it would grow to 128 MB, so that no key has to wait for its collection; what it has
 * grown to before stays. The rest is collected when it has grown by a third, not to several times its size: names that
 * keep changing leave much behind. WebAssembly that is loaded afterwards, undici's HTTP parser and Yoga, keeps the code of
 * V8's fast compiler: optimising it takes 15 MB that are never released, without a measurable gain in speed.
 */
export const keepHeapSmall = (): void => {
	if (!areFlagsKnown) {
		return;
	}

	setSmall();
	awaitCollection();
	setFlags('--no-wasm-tier-up', '--no-wasm-dynamic-tiering');
};

/**
 * What the last full collection left, bytes: what is in use at any other time is mostly what the next one will free. A
 * collection in the middle of long work is seen tens of megabytes later: it left no more than the least since the one before.
 */
let live = 0;
let least = Infinity;

const usedNow = (): number => v8().getHeapStatistics().used_heap_size;

/** Nobody else holds what it refers to: a full collection takes that, and no other does. */
let uncollected: WeakRef<WeakKey> | undefined;

const awaitCollection = (): void => {
	uncollected = new WeakRef({});
};

/**
 * Memory is given back where the heap has become smaller by so much, bytes. It is given back once that has lasted for so long,
 * ms, and not more often than this, ms: with large answers every few seconds a heap grows and shrinks all the time.
 */
const mostIdle = 10_000_000;
const settled = 10_000;
const pause = 30_000;

/**
 * So it is where a process of so much has grown by so much since the last time, bytes, and so little is in use, bytes, that it takes
 * less than a tenth of a second: V8 keeps pages that it has emptied and counts them nowhere, up to 10 MB, and glibc what was
 * freed. A smaller process is left alone: the processor would be the only one to notice.
 */
const leastHeeded = 100_000_000;
const mostGrown = 6_000_000;
const mostGoneThrough = 64_000_000;

/** How large the heap is takes longer to find out than a small slice of work: not more often than this, ms. */
const lookEvery = 20;
let lookedAt = -Infinity;

/** The largest heap since memory was last given back, bytes; since when that is worth it again, and when it was, ms. */
let largest = 0;
let worthItSince = 0;
let givenBackAt = 0;

/** What the process takes, what it took when memory was last given back, bytes, and when it was looked at, ms: not at each look. */
let resident = 0;
let residentBefore = Infinity;
let residentLookedAt = -Infinity;
const residentLookEvery = 1000;

const lookAtResident = (now: number): void => {
	if (now - residentLookedAt < residentLookEvery) {
		return;
	}

	residentLookedAt = now;
	resident = process.memoryUsage.rss();
	residentBefore = Math.min(residentBefore, resident);
};

const isWorthGivingBack = (total: number): boolean =>
	largest - total > mostIdle ||
	(live < mostGoneThrough && resident > leastHeeded && resident - residentBefore > mostGrown);

/** Garbage that V8 has not collected, bytes: with more of it V8, which collects beside the work, does not keep up with a flood. */
const mostGarbageInFlood = 8_000_000;

/** The same where each answer is a large one, bytes, and as a share of what is in use: each makes so much. */
const mostGarbage = 16_000_000;
const mostGarbageShare = 0.45;

/**
 * How much garbage V8 is left with, bytes. Of a large heap or cluster it may be as much as what is in use: V8 collects
 * beside the work, and a collection at once takes longer than a key may wait.
 */
const mostLitter = (): number => {
	if (state === 'large' || isLarge()) {
		return live;
	}

	return isSteady() ? Math.max(mostGarbage, live * mostGarbageShare) : mostGarbageInFlood;
};

let gc: ((options: Record<string, string>) => void) | undefined;

/**
 * Collects the whole heap, which takes longer the more of it is in use, and finds out how much that is. V8 keeps the pages
 * of a heap that has become smaller for good; only a collection of the last resort gives them back.
 */
const collect = (flavor: 'regular' | 'last-resort'): void => {
	if (!gc) {
		setFlags('--expose-gc');
		gc = process.getBuiltinModule('node:vm').runInNewContext('gc') as typeof gc;
		setFlags('--no-expose-gc');
	}

	gc?.({type: 'major', execution: 'sync', flavor});
	live = usedNow();
	least = live;
	awaitCollection();
};

/**
 * Now and then while there is much to do, at `now`, ms of `performance.now()`: a heap of hundreds of megabytes is
 * collected as V8 sees fit. Kept small, it would be gone through again and again, and a key would wait for seconds. When
 * it has become small again, the machine has its memory back.
 */
export const heedHeapSize = (now = performance.now()): void => {
	if (state === 'as V8 has it' || now - lookedAt < lookEvery) {
		return;
	}

	lookedAt = now;
	const {total_heap_size: total, used_heap_size: used} = v8().getHeapStatistics();
	largest = Math.max(largest, total);
	least = Math.min(least, used);
	if (!uncollected?.deref()) {
		live = least;
		least = used;
		awaitCollection();
	}

	lookAtResident(now);
	if (!isWorthGivingBack(total)) {
		worthItSince = now;
	}

	// V8 lets a large heap grow to several times its size: garbage must not be taken for what is in use.
	if ((live > 0 && used - live > mostLitter()) || (state === 'small' && live > large)) {
		collect('regular');
	}

	// The heap is gone through for that, which takes longer the more is in use.
	if (live < large && now - worthItSince > settled && now - givenBackAt > pause) {
		collect('last-resort');
		givenBackAt = now;
		largest = v8().getHeapStatistics().total_heap_size;
		residentBefore = process.memoryUsage.rss();
		worthItSince = now;
	}

	if (state === 'small' && live > large) {
		setLarge();
	} else if (state === 'large' && live < smallAgain) {
		setSmall();
		// Until the next collection it would grow as a large one does.
		collect('regular');
	}
};
