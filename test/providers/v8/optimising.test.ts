/**
 * In a process of its own, since V8's flags are for all of a process: V8 itself tells what it optimises.
 */
import {beforeAll, expect, it} from 'vitest';
import {hasMaglev} from '../../../source/providers/v8/flags.js';
import {bundleApart} from './run-apart.js';

let optimised: readonly string[];

/** Those that TurboFan optimised. */
let byTurboFan: readonly string[];

/** Functions that run often enough to be optimised, each at its time. */
const program = `
import {heedLoad, optimiseIfLarge, optimiseWhenBusy} from './source/providers/v8/optimising.ts';
import {heedAnswer, heedEnd, heedSize} from './source/providers/v8/watched-size.ts';

const second = 1000;
const used = share => () => ({user: share * 1e6, system: 0});

const run = work => {
	for (let i = 0; i < 3000; i++) {
		work(1000);
	}
};

const sum = 'let sum = 0; for (let i = 0; i < n; i++) { sum += i % 7; } return sum;';
const at = name => eval('(function ' + name + '(n) {' + sum + '})');

run(at('beforeItIsSaid'));
optimiseWhenBusy();
heedLoad(0, used(0));
run(at('atTheStart'));
heedLoad(4 * second, used(2));
run(at('afterABusyStart'));
heedLoad(8 * second, used(2 + 1.3));
run(at('whenQuiet'));
heedLoad(12 * second, used(3.3 + 1.5));
heedLoad(16 * second, used(4.8 + 1.5));
heedLoad(20 * second, used(6.3 + 1.5));
run(at('afterThreeBusySpans'));
heedLoad(23.9 * second, used(7.8 + 1.5));
run(at('beforeTheFourthEnds'));
heedLoad(24.1 * second, used(7.8 + 1.5));
run(at('afterFourBusySpans'));
let time = 24.1;
let total = 9.3;
for (let span = 5; span <= 15; span++) {
	if (span === 15) {
		run(at('afterFourteenBusySpans'));
	}

	time += 4.1;
	total += 1.6;
	heedLoad(time * second, used(total));
}

run(at('afterFifteenBusySpans'));
heedLoad(73.3 * second, used(26.9 + 0.45));
run(at('whenLessBusy'));
heedLoad(77.4 * second, used(27.35 + 0.38));
run(at('whenQuietAgain'));
const [one, other] = [Symbol(), Symbol()];
heedSize(one, 2000);
heedSize(other, 3999);
optimiseIfLarge();
run(at('withFewSubtasks'));
heedSize(other, 4000);
optimiseIfLarge();
run(at('withManySubtasks'));
heedLoad(81.5 * second, used(27.8));
run(at('withManyThatAreQuiet'));
heedEnd(one);
heedSize(other, 4001);
optimiseIfLarge();
heedLoad(85.6 * second, used(27.8));
run(at('withFewAgain'));
heedAnswer(one, 1000);
heedAnswer(one, 1000);
heedAnswer(other, 1000);
heedLoad(89.6 * second, used(28.8));
run(at('withTwoLargeAnswers'));
heedAnswer(one, 999);
heedAnswer(one, 1000);
heedAnswer(one, 1000);
heedLoad(93.6 * second, used(29.8));
run(at('withASmallAnswerBetween'));
heedAnswer(one, 1000);
heedLoad(97.6 * second, used(30.1));
run(at('withLargeAnswersThatCostLittle'));
heedLoad(101.6 * second, used(30.6));
run(at('withLargeAnswers'));
// Clusters that are asked in turn: the large one every 12 s.
heedLoad(105.6 * second, used(30.6));
run(at('betweenLargeAnswers'));
heedLoad(109.6 * second, used(30.6));
heedLoad(113.6 * second, used(31.1));
heedLoad(117.6 * second, used(31.1));
heedLoad(121.6 * second, used(31.1));
heedLoad(125.6 * second, used(31.1));
run(at('beforeTheFourthQuietSpanEnds'));
heedLoad(129.6 * second, used(31.1));
run(at('whenLargeAnswersHaveBecomeCheap'));
heedLoad(133.6 * second, used(32.1));
run(at('withDearLargeAnswersAgain'));
heedEnd(one);
heedLoad(137.6 * second, used(32.1));
heedLoad(141.6 * second, used(33.1));
run(at('afterTheirEnd'));
setTimeout(() => {}, 200);
`;

beforeAll(async () => {
	const runApart = await bundleApart(program);
	const stdout = runApart(['--trace-opt']);
	const compiled = Array.from(
		stdout.matchAll(/\[compiling method .*?<JSFunction (?<name>\w+) [^\n]*?\(target (?<by>\w+)/gv),
		({groups}) => groups!,
	);
	optimised = compiled.map(({name}) => name!);
	byTurboFan = compiled.filter(({by}) => by!.startsWith('TURBOFAN')).map(({name}) => name!);
});

const expectOptimised = (name: string): void => {
	expect(optimised).toContain(name);
};

const expectPlain = (name: string): void => {
	expect(optimised).not.toContain(name);
};

it.for([
	'beforeItIsSaid',
	'afterFourBusySpans',
	'whenLessBusy',
	'withManySubtasks',
	'withManyThatAreQuiet',
	'withLargeAnswers',
	'betweenLargeAnswers',
	'beforeTheFourthQuietSpanEnds',
	'withDearLargeAnswersAgain',
])('functions are optimised %s', expectOptimised);

it.for([
	'atTheStart',
	'afterABusyStart',
	'whenQuiet',
	'afterThreeBusySpans',
	'beforeTheFourthEnds',
	'whenQuietAgain',
	'withFewSubtasks',
	'withFewAgain',
	'withTwoLargeAnswers',
	'withASmallAnswerBetween',
	'withLargeAnswersThatCostLittle',
	'whenLargeAnswersHaveBecomeCheap',
	'afterTheirEnd',
])('no function is optimised %s', expectPlain);

it.runIf(hasMaglev).for(['afterFourBusySpans', 'afterFourteenBusySpans'])(
	'TurboFan does not run %s: a flood would leave it its memory',
	name => {
		expectOptimised(name);
		expect(byTurboFan).not.toContain(name);
	},
);

it.for(['afterFifteenBusySpans', 'whenLessBusy', 'withManySubtasks', 'withLargeAnswers'])(
	'TurboFan runs %s',
	name => {
		expect(byTurboFan).toContain(name);
	},
);
