/**
 * In a process of its own, since V8's flags are for all of a process: V8 itself tells what it optimises.
 */
import {beforeAll, expect, it} from 'vitest';
import {bundleApart} from './run-apart.js';

let optimised: readonly string[];

/** Functions that run often enough to be optimised, each at its time. */
const program = `
import {heedAnswer, heedEnd, heedLoad, heedSize, optimiseWhenBusy} from './source/providers/v8/optimising.ts';

const second = 1000;
const used = share => () => ({user: share * 1e6, system: 0});

const run = work => {
	for (let i = 0; i < 300; i++) {
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
heedLoad(28.2 * second, used(9.3 + 0.45));
run(at('whenLessBusy'));
heedLoad(32.3 * second, used(9.75 + 0.38));
run(at('whenQuietAgain'));
const [one, other] = [Symbol(), Symbol()];
heedSize(one, 2000);
heedSize(other, 3999);
run(at('withFewSubtasks'));
heedSize(other, 4000);
run(at('withManySubtasks'));
heedLoad(36.4 * second, used(10.2));
run(at('withManyThatAreQuiet'));
heedEnd(one);
heedSize(other, 4001);
heedLoad(40.5 * second, used(10.2));
run(at('withFewAgain'));
heedAnswer(one, 1000);
heedAnswer(one, 1000);
heedAnswer(other, 1000);
heedLoad(44.5 * second, used(11.2));
run(at('withTwoLargeAnswers'));
heedAnswer(one, 999);
heedAnswer(one, 1000);
heedAnswer(one, 1000);
heedLoad(48.5 * second, used(12.2));
run(at('withASmallAnswerBetween'));
heedAnswer(one, 1000);
heedLoad(52.5 * second, used(12.5));
run(at('withLargeAnswersThatCostLittle'));
heedLoad(56.5 * second, used(13));
run(at('withLargeAnswers'));
// Clusters that are asked in turn: the large one every 12 s.
heedLoad(60.5 * second, used(13));
run(at('betweenLargeAnswers'));
heedLoad(64.5 * second, used(13));
heedLoad(68.5 * second, used(13.5));
heedLoad(72.5 * second, used(13.5));
heedLoad(76.5 * second, used(13.5));
heedLoad(80.5 * second, used(13.5));
run(at('beforeTheFourthQuietSpanEnds'));
heedLoad(84.5 * second, used(13.5));
run(at('whenLargeAnswersHaveBecomeCheap'));
heedLoad(88.5 * second, used(14.5));
run(at('withDearLargeAnswersAgain'));
heedEnd(one);
heedLoad(92.5 * second, used(14.5));
heedLoad(96.5 * second, used(15.5));
run(at('afterTheirEnd'));
setTimeout(() => {}, 200);
`;

beforeAll(async () => {
	await using apart = await bundleApart(program);
	const stdout = apart.run(['--trace-opt']);
	optimised = Array.from(
		stdout.matchAll(/\[compiling method .*?<JSFunction (?<name>\w+)/gv),
		({groups}) => groups!['name']!,
	);
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
