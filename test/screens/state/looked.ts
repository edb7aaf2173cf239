/** A screen of which only what a test is about is given. */
import type {BoundList} from '../../../source/screens/lists/binding/list-screen.js';
import type {ScreenContext} from '../../../source/screens/state/moving.js';
import type {Place} from '../../../source/screens/places/place.js';
import {type State, initialState} from '../../../source/screens/state/state.js';

/** A table of these rows; Enter on a row opens the task of that name. */
export const screenOf = (ids: readonly string[], fields: Partial<ScreenContext> = {}): ScreenContext => ({
	width: 80,
	height: 5,
	ids,
	page: [],
	sortable: [],
	open: id => ({kind: 'task', task: id}),
	matches: [],
	canMark: false,
	cluster: undefined as unknown as ScreenContext['cluster'],
	...fields,
});

/** A page of so many lines. */
export const pageOf = (lines: number, fields: Partial<ScreenContext> = {}): ScreenContext =>
	screenOf([], {page: Array.from({length: lines}, (_, index) => [{text: `line ${index}`}]), ...fields});

/** A table in which something is wrong with these rows. */
export const listWithProblems = (ids: readonly string[], problems: readonly number[]): BoundList =>
	({ids, isProblem: (index: number) => problems.includes(index)}) as unknown as BoundList;

export const at = (...path: readonly Place[]): State => ({...initialState, path});

export const tasks: Place = {kind: 'tasks'};
export const events: Place = {kind: 'events'};
export const subtask: Place = {kind: 'subtask', task: 'orders', source: 'mysql-01'};
