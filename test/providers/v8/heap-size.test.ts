/**
 * In a process of its own, since a heap is for all of a process.
 */
import {beforeAll, expect, it} from 'vitest';
import {bundleApart} from './run-apart.js';

/** MB that the process takes at some moments. */
let taken: Readonly<
	Record<
		'littered' | 'tidied' | 'rushed' | 'tidiedAgain' | 'full' | 'later' | 'muchLater' | 'emptied',
		number
	>
>;

/** The same where a hundred megabytes stay in use, and where it is more. */
let takenInBetween: Readonly<
	Record<'littered' | 'tidied' | 'someLitter' | 'inAFlood' | 'whenSteady' | 'withManySubtasks', number>
>;
let takenWhenLarge: typeof taken;

/** Some of it stays in use, and more is needed for a while. */
const program = `
import {setImmediate as nextTurn} from 'node:timers/promises';
import {heedHeapSize, keepHeapSmall} from './source/providers/v8/heap-size.ts';
import {heedAnswer, heedSize} from './source/providers/v8/watched-size.ts';

const second = 1000;
const fill = size => Array.from(Array(size).keys(), index => ({index, text: 'x'.repeat(50) + index}));
const used = () => Math.round(process.memoryUsage().heapUsed / 1e6);
const resident = () => Math.round(process.memoryUsage().rss / 1e6);

/** V8 collects all of the heap, but for what was asked for in the same turn. */
const collect = async () => {
	await nextTurn();
	gc();
	await nextTurn();
};

keepHeapSmall();
let kept = fill(Number(process.argv[2]));
await collect();
heedHeapSize(0);
let garbage = fill(300_000);
garbage = undefined;
const littered = used();
heedHeapSize(second / 2);
const tidied = used();
if (process.argv[3] === 'up to here') {
	let some = fill(70_000);
	some = undefined;
	const someLitter = used();
	heedHeapSize(0.55 * second);
	const inAFlood = used();
	for (let answer = 0; answer < 3; answer++) {
		heedAnswer(Symbol.for('steady'), 1000);
	}

	some = fill(70_000);
	some = undefined;
	heedHeapSize(0.58 * second);
	const whenSteady = used();
	heedAnswer(Symbol.for('steady'), 0);
	gc();
	heedSize(Symbol(), 6000);
	some = fill(70_000);
	some = undefined;
	heedHeapSize(0.61 * second);
	const withManySubtasks = used();
	console.log(JSON.stringify({littered, tidied, someLitter, inAFlood, whenSteady, withManySubtasks}));
	process.exit();
}

await collect();
heedHeapSize(0.6 * second);
await collect();
let rush = fill(700_000);
rush = undefined;
const rushed = used();
heedHeapSize(0.7 * second);
const tidiedAgain = used();
let flood = fill(300_000);
heedHeapSize(second);
const full = resident();
flood = undefined;
await collect();
heedHeapSize(5 * second);
const later = resident();
heedHeapSize(60 * second);
const muchLater = resident();
kept = kept.slice(0, 1);
rush = fill(800_000);
rush = undefined;
heedHeapSize(90 * second);
const emptied = used();
console.log(JSON.stringify({littered, tidied, rushed, tidiedAgain, full, later, muchLater, emptied, kept: kept.length}));
`;

/** Whether all of the heap is gone through, at some moments: only that takes what has been unused for long. */
const looks = `
import {setImmediate as nextTurn} from 'node:timers/promises';
import {heedHeapSize, keepHeapSmall} from './source/providers/v8/heap-size.ts';

const isGoneThrough = async seconds => {
	let held = {at: seconds};
	const old = new WeakRef(held);
	await nextTurn();
	gc({type: 'minor'});
	gc({type: 'minor'});
	held = undefined;
	await nextTurn();
	heedHeapSize(1000 * seconds);
	await nextTurn();
	return old.deref() === undefined;
};

keepHeapSmall();
const kept = Array.from({length: Number(process.argv[2])}, (_, index) => ({index, text: 'x'.repeat(50) + index}));
await nextTurn();
gc();
await nextTurn();
heedHeapSize(0);
const found = [await isGoneThrough(40)];
let grown = Buffer.alloc(10_000_000, 1);
found.push(await isGoneThrough(41), await isGoneThrough(60));
grown = Buffer.concat([grown, Buffer.alloc(50_000_000, 1)]);
for (const seconds of [61, 65, 72, 120]) {
	found.push(await isGoneThrough(seconds));
}

console.log(JSON.stringify({found, kept: kept.length + grown.length}));
`;

beforeAll(async () => {
	const runApart = await bundleApart(program);
	const take = (kept: number, ...words: readonly string[]): unknown =>
		JSON.parse(runApart(['--expose-gc'], String(kept), ...words));
	taken = take(100_000) as typeof taken;
	takenInBetween = take(330_000, 'up to here') as typeof takenInBetween;
	takenWhenLarge = take(600_000) as typeof taken;
});

it('garbage that V8 has left for long is collected at once: it would go on to take memory', () => {
	expect(taken.tidied).toBeLessThan(taken.littered - 20);
});

it('some garbage is collected at once in a flood, not where each answer is a large one, or of many subtasks', () => {
	expect(takenInBetween.inAFlood).toBeLessThan(takenInBetween.someLitter - 7);
	expect(takenInBetween.whenSteady).toBeGreaterThan(takenInBetween.inAFlood + 7);
	expect(takenInBetween.withManySubtasks).toBeGreaterThan(takenInBetween.inAFlood + 7);
});

it('what came right behind a collection, before that was heard of, does not count as in use', () => {
	expect(taken.rushed).toBeGreaterThan(100);
	expect(taken.tidiedAgain).toBeLessThan(taken.rushed / 2);
});

it('also where a hundred megabytes are in use', () => {
	expect(takenInBetween.tidied).toBeLessThan(takenInBetween.littered - 20);
});

it('much of what is in use is not gone through for a small share of it', () => {
	expect(takenWhenLarge.tidied).toBeGreaterThan(takenWhenLarge.littered - 5);
});

it('what a flood took is given back, also where much stays in use', () => {
	expect(taken.muchLater).toBeLessThan(taken.full - 30);
});

it('nothing is given back right behind a flood: another may follow', () => {
	expect(taken.later).toBeGreaterThan(taken.muchLater + 10);
});

it('a large heap is not gone through to give something back: a key would wait for that', () => {
	expect(takenWhenLarge.muchLater).toBeGreaterThan(takenWhenLarge.later - 10);
});

it('a large heap of which little is still in use is collected: V8 alone lets it grow to several times its size', () => {
	expect(takenWhenLarge.emptied).toBeLessThan(50);
});

it('a large process that has grown gives back what V8 and glibc keep, once, where little is in use', async () => {
	const runApart = await bundleApart(looks);
	const foundWith = (kept: number): unknown => JSON.parse(runApart(['--expose-gc'], String(kept)));
	expect(foundWith(10_000)).toMatchObject({found: [false, false, false, false, false, true, false]});
	expect(foundWith(500_000)).toMatchObject({found: [false, false, false, false, false, false, false]});
});
