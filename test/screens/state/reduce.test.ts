import {describe, expect, it} from 'vitest';
import type {Command} from '../../../source/screens/keys/command.js';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {createKnown} from '../../../source/monitor/known.js';
import {view} from '../../../source/monitor/cluster.js';
import {type Look, selectedIndex} from '../../../source/screens/state/moving.js';
import {reduce, typeText} from '../../../source/screens/state/reduce.js';
import {type State, initialState, listAt, modeOf, placeOf} from '../../../source/screens/state/state.js';

const cluster = withDiagnosis(view(createKnown(), 0));

const looking =
	(ids: readonly string[], height = 5): Look =>
	() => ({
		height,
		ids,
		lines: 40,
		sortable: [
			{id: 'worst', title: 'WORST', descending: true},
			{id: 'lag', title: 'LAG', descending: true},
			{id: 'task', title: 'TASK', descending: false},
		],
		open: task => ({kind: 'task', task}),
		canMark: true,
		cluster,
	});

const press = (before: State, look: Look, ...commands: readonly Command[]): State => {
	let state = before;
	for (const command of commands) {
		state = reduce(state, command, look);
	}

	return state;
};

const selectedOf = (state: State, ids: readonly string[]): string | undefined =>
	ids[selectedIndex(listAt(state, placeOf(state)), ids)];

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

describe('moving in a table', () => {
	it('follows the row by its name when the order changes', () => {
		const state = press(initialState, looking(ids), 'down', 'down');
		expect(selectedOf(state, ids)).toBe('c');
		expect(selectedOf(state, ['c', 'x', 'a', 'b'])).toBe('c');
	});

	it('falls to the neighbour when the row is gone, and finds it again when it is back', () => {
		const state = press(initialState, looking(ids), 'down', 'down');
		expect(selectedOf(state, ['a', 'b', 'd', 'e'])).toBe('d');
		expect(selectedOf(state, ids)).toBe('c');
	});

	it('stops at both ends and scrolls with the selection', () => {
		const look = looking(ids);
		expect(selectedOf(press(initialState, look, 'up'), ids)).toBe('a');
		const bottom = press(initialState, look, 'last', 'down');
		expect(selectedOf(bottom, ids)).toBe('h');
		expect(listAt(bottom, placeOf(bottom)).top).toBe(3);
		expect(selectedOf(press(bottom, look, 'page-up'), ids)).toBe('d');
		expect(selectedOf(press(bottom, look, 'first'), ids)).toBe('a');
	});

	it('does nothing harmful in an empty table', () => {
		const state = press(initialState, looking([]), 'down', 'last', 'open', 'page-down');
		expect(state.path).toHaveLength(1);
	});
});

describe('walking', () => {
	it('goes in with Enter and back with Esc to the same row', () => {
		const look = looking(ids);
		const inside = press(initialState, look, 'down', 'open');
		expect(placeOf(inside)).toEqual({kind: 'task', task: 'b'});
		const back = press(inside, look, 'back');
		expect(placeOf(back)).toEqual({kind: 'tasks'});
		expect(selectedOf(back, ids)).toBe('b');
	});

	it('never leaves the first screen by Esc', () => {
		const state = press(initialState, looking(ids), 'back', 'back', 'back');
		expect(placeOf(state)).toEqual({kind: 'tasks'});
	});

	it('opens help over any place and closes it again', () => {
		const inside = press(initialState, looking(ids), 'open');
		const help = press(inside, looking(ids), 'help');
		expect(placeOf(help)).toEqual({kind: 'help'});
		expect(modeOf(help)).toBe('text');
		expect(placeOf(press(help, looking(ids), 'help'))).toEqual(placeOf(inside));
		expect(placeOf(press(help, looking(ids), 'back'))).toEqual(placeOf(inside));
	});
});

describe('the filter', () => {
	it('narrows while it is typed, stays with Enter, goes with Esc', () => {
		const look = looking(ids);
		const typed = typeText(press(initialState, look, 'filter'), 'orders');
		expect(modeOf(typed)).toBe('prompt');
		expect(listAt(typed, placeOf(typed)).filter).toBe('orders');
		const accepted = press(typed, look, 'accept');
		expect(modeOf(accepted)).toBe('list');
		expect(listAt(accepted, placeOf(accepted)).filter).toBe('orders');
		const cleared = press(accepted, look, 'back');
		expect(listAt(cleared, placeOf(cleared)).filter).toBe('');
		const cancelled = press(typed, look, 'cancel');
		expect(listAt(cancelled, placeOf(cancelled)).filter).toBe('');
	});

	it('can be taken up again where it was left', () => {
		const look = looking(ids);
		const accepted = press(typeText(press(initialState, look, 'filter'), 'ord'), look, 'accept');
		const again = typeText(press(accepted, look, 'filter'), 'ers');
		expect(listAt(again, placeOf(again)).filter).toBe('orders');
	});

	it('takes no text while nothing is being typed', () => {
		expect(typeText(initialState, 'orders')).toBe(initialState);
	});
});

describe('sorting', () => {
	it('shows each choice at once and goes back to the order before with Esc', () => {
		const look = looking(ids);
		const choosing = press(initialState, look, 'sort', 'choose-right');
		expect(listAt(choosing, placeOf(choosing)).sort).toEqual({column: 'lag', descending: true});
		const turned = press(choosing, look, 'reverse');
		expect(listAt(turned, placeOf(turned)).sort).toEqual({column: 'lag', descending: false});
		const cancelled = press(turned, look, 'cancel');
		expect(listAt(cancelled, placeOf(cancelled)).sort).toBeUndefined();
		const kept = press(choosing, look, 'accept');
		expect(listAt(kept, placeOf(kept)).sort).toEqual({column: 'lag', descending: true});
	});

	it('goes round at both ends', () => {
		const state = press(initialState, looking(ids), 'sort', 'choose-left');
		expect(listAt(state, placeOf(state)).sort?.column).toBe('task');
	});
});

describe('freezing', () => {
	it('holds the cluster as it was, until it is let go', () => {
		const frozen = press(initialState, looking(ids), 'freeze');
		expect(frozen.frozen).toBe(cluster);
		expect(press(frozen, looking(ids), 'freeze').frozen).toBeUndefined();
	});
});
