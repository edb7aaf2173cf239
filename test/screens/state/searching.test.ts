import {expect, test} from 'vitest';
import {selectedId} from '../../../source/screens/state/moving.js';
import {nextMatch, nextProblem, problemRows} from '../../../source/screens/state/searching.js';
import {type State, listAt, withList} from '../../../source/screens/state/state.js';
import {at, listWithProblems, pageOf, screenOf, subtask, tasks} from './looked.js';

const page = (matches: readonly number[]) => pageOf(40, {matches, height: 8});
const first = at(tasks, subtask);
/** The match that one is at, and the first line on screen. */
const seen = (state: State) => [listAt(state, subtask).index, listAt(state, subtask).top];
const scrolledTo = (top: number): State => withList(first, subtask, {top});

test('from match to match, wrapping at the ends; the page scrolls only if it must', () => {
	const screen = page([2, 5, 20, 39]);
	let state = first;
	const next = (step: 1 | -1) => {
		state = nextMatch(state, screen, step);
		return seen(state);
	};

	expect(next(1)).toEqual([2, 0]);
	expect(next(1)).toEqual([5, 0]);
	// Two lines before it say what it belongs to.
	expect(next(1)).toEqual([20, 18]);
	expect(next(1)).toEqual([39, 32]);
	expect(next(1)).toEqual([2, 0]);
	expect(next(-1)).toEqual([39, 32]);
	expect(next(-1)).toEqual([20, 18]);
	expect(next(-1)).toEqual([5, 3]);
});

test('after scrolling away, the search starts at what is on screen', () => {
	const screen = page([2, 20, 25, 39]);
	expect(seen(nextMatch(scrolledTo(20), screen, 1))).toEqual([20, 20]);
	expect(seen(nextMatch(scrolledTo(18), screen, -1))).toEqual([25, 18]);
	expect(seen(nextMatch(scrolledTo(26), screen, -1))).toEqual([25, 23]);
	expect(seen(nextMatch(scrolledTo(17), screen, 1))).toEqual([20, 17]);
	expect(seen(nextMatch(scrolledTo(12), screen, 1))).toEqual([20, 18]);
});

test('without a match nothing moves', () => {
	expect(nextMatch(first, page([]), 1)).toBe(first);
	expect(nextMatch(first, page([]), -1)).toBe(first);
});

test('from row to row with a problem', () => {
	const ids = ['a', 'b', 'c', 'd'];
	const screen = screenOf(ids, {list: listWithProblems(ids, [1, 3])});
	expect(problemRows(screen)).toEqual([1, 3]);
	let state = at(tasks);
	const next = (step: 1 | -1) => {
		state = nextProblem(state, screen, step);
		return selectedId(state, screen);
	};

	expect([next(1), next(1), next(1), next(-1), next(-1)]).toEqual(['b', 'd', 'b', 'd', 'b']);
	const calm = at(tasks);
	expect(nextProblem(calm, screenOf(ids, {list: listWithProblems(ids, [])}), 1)).toBe(calm);
	expect(problemRows(screenOf(ids))).toEqual([]);
});
