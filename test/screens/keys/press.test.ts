import {describe, expect, it} from 'vitest';
import {unicodeSymbols} from '../../../source/components/symbols.js';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {createClusterState} from '../../../source/monitor/known.js';
import {view} from '../../../source/monitor/showing/cluster.js';
import {contextOf} from '../../../source/screens/context/context.js';
import {pressKey} from '../../../source/screens/keys/press.js';
import type {AppProps} from '../../../source/screens/context/app-props.js';
import {type ReadScreen, selectedIndex} from '../../../source/screens/state/moving.js';
import {type State, initialState, listAt, modesOf, placeOf} from '../../../source/screens/state/state.js';
import {typeText} from '../../../source/screens/state/typing.js';
import {makeApp} from '../screen.js';

const cluster = withDiagnosis(view(createClusterState(), 0));

const looking =
	(ids: readonly string[], height = 5): ReadScreen =>
	() => ({
		width: 77,
		height,
		ids,
		page: Array.from({length: 40}, () => []),
		sortable: [
			{id: 'worst', title: 'WORST', descending: true},
			{id: 'lag', title: 'LAG', descending: true},
			{id: 'task', title: 'TASK', descending: false},
		],
		open: task => ({kind: 'task', task}),
		matches: [],
		canMark: true,
		cluster,
	});

const {props} = makeApp([]);

let exits = 0;
const exit = () => {
	exits++;
};

/** The state after keys, each pressed on what the one before it left. */
const pressWith = (
	given: Partial<AppProps>,
	before: State,
	look: ReadScreen,
	keys: readonly string[],
): State => {
	let state = before;
	for (const key of keys) {
		state = pressKey(
			key,
			contextOf(
				{...state, notice: ''},
				{
					props: {...props, ...given},
					symbols: unicodeSymbols,
					look,
					exit,
				},
			),
		);
	}

	return state;
};

const press = (before: State, look: ReadScreen, ...keys: readonly string[]): State =>
	pressWith({}, before, look, keys);

const selectedOf = (state: State, ids: readonly string[]): string | undefined =>
	ids[selectedIndex(listAt(state, placeOf(state)), ids)];

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

describe('moving in a table', () => {
	it('follows the row by its name when the order changes', () => {
		const state = press(initialState, looking(ids), 'down', 'down');
		expect(selectedOf(state, ids)).toBe('c');
		expect(selectedOf(state, ['c', 'x', 'a', 'b'])).toBe('c');
	});

	it('moves to the neighbour when the row is gone, and returns to it when it is back', () => {
		const state = press(initialState, looking(ids), 'down', 'down');
		expect(selectedOf(state, ['a', 'b', 'd', 'e'])).toBe('d');
		expect(selectedOf(state, ids)).toBe('c');
	});

	it('stops at both ends and scrolls with the selection', () => {
		const look = looking(ids);
		expect(selectedOf(press(initialState, look, 'up'), ids)).toBe('a');
		const bottom = press(initialState, look, 'G', 'down');
		expect(selectedOf(bottom, ids)).toBe('h');
		expect(listAt(bottom, placeOf(bottom)).top).toBe(3);
		expect(selectedOf(press(bottom, look, 'pageup'), ids)).toBe('d');
		expect(selectedOf(press(bottom, look, 'g'), ids)).toBe('a');
	});

	it('does nothing harmful in an empty table', () => {
		const state = press(initialState, looking([]), 'down', 'G', 'enter', 'pagedown');
		expect(state.path).toHaveLength(1);
	});
});

describe('navigating', () => {
	it('opens with Enter and returns with Esc to the same row', () => {
		const look = looking(ids);
		const inside = press(initialState, look, 'down', 'enter');
		expect(placeOf(inside)).toEqual({kind: 'task', task: 'b'});
		const back = press(inside, look, 'esc');
		expect(placeOf(back)).toEqual({kind: 'tasks'});
		expect(selectedOf(back, ids)).toBe('b');
	});

	it('never leaves the first screen with Esc', () => {
		const state = press(initialState, looking(ids), 'esc', 'esc', 'esc');
		expect(placeOf(state)).toEqual({kind: 'tasks'});
	});

	it('opens help over any screen and closes it again', () => {
		const inside = press(initialState, looking(ids), 'enter');
		const help = press(inside, looking(ids), '?');
		expect(placeOf(help)).toEqual({kind: 'help', of: 'task'});
		expect(modesOf(help, false)).toEqual(['text']);
		expect(placeOf(press(help, looking(ids), '?'))).toEqual(placeOf(inside));
		expect(placeOf(press(help, looking(ids), 'esc'))).toEqual(placeOf(inside));
	});
});

describe('the filter', () => {
	it('applies while it is typed, stays with Enter, is cleared with Esc', () => {
		const look = looking(ids);
		const typed = typeText(press(initialState, look, '/'), 'orders');
		expect(modesOf(typed, false)).toEqual(['prompt']);
		expect(listAt(typed, placeOf(typed)).filter).toBe('orders');
		const accepted = press(typed, look, 'enter');
		expect(modesOf(accepted, false)).toEqual(['list']);
		expect(listAt(accepted, placeOf(accepted)).filter).toBe('orders');
		const cleared = press(accepted, look, 'esc');
		expect(listAt(cleared, placeOf(cleared)).filter).toBe('');
		const cancelled = press(typed, look, 'esc');
		expect(listAt(cancelled, placeOf(cancelled)).filter).toBe('');
	});

	it('can be edited again where it was left', () => {
		const look = looking(ids);
		const accepted = press(typeText(press(initialState, look, '/'), 'ord'), look, 'enter');
		const again = typeText(press(accepted, look, '/'), 'ers');
		expect(listAt(again, placeOf(again)).filter).toBe('orders');
	});

	it('takes no text while nothing is being typed', () => {
		expect(typeText(initialState, 'orders')).toBe(initialState);
	});
});

describe('sorting', () => {
	it('shows each choice at once and restores the previous order with Esc', () => {
		const look = looking(ids);
		const choosing = press(initialState, look, 's', 'right');
		expect(listAt(choosing, placeOf(choosing)).sort).toEqual({column: 'lag', descending: true});
		const turned = press(choosing, look, 'r');
		expect(listAt(turned, placeOf(turned)).sort).toEqual({column: 'lag', descending: false});
		const cancelled = press(turned, look, 'esc');
		expect(listAt(cancelled, placeOf(cancelled)).sort).toBeUndefined();
		const kept = press(choosing, look, 'enter');
		expect(listAt(kept, placeOf(kept)).sort).toEqual({column: 'lag', descending: true});
	});

	it('wraps at both ends', () => {
		const state = press(initialState, looking(ids), 's', 'left');
		expect(listAt(state, placeOf(state)).sort?.column).toBe('task');
	});
});

describe('freezing', () => {
	it('keeps the cluster as it was, until it is unfrozen', () => {
		const frozen = press(initialState, looking(ids), 'p');
		expect(frozen.frozen).toBe(cluster);
		expect(press(frozen, looking(ids), 'p').frozen).toBeUndefined();
	});
});

describe('going back', () => {
	it('quits with q only from the first screen, and never with Esc', () => {
		const look = looking(ids);
		exits = 0;
		const inside = press(initialState, look, 'enter', 'q');
		expect(placeOf(inside)).toEqual({kind: 'tasks'});
		const other = press(initialState, look, '2', 'q');
		expect(placeOf(other)).toEqual({kind: 'tasks'});
		expect(press(initialState, look, 'esc').notice).toBe('This is the first screen; q quits.');
		expect(exits).toBe(0);
		press(initialState, look, 'q');
		expect(exits).toBe(1);
	});

	it('returns to the page from which a view was opened', () => {
		const look = looking(ids);
		const page = press(initialState, look, 'down', 'enter');
		const events = press(page, look, '5');
		expect(placeOf(events)).toEqual({kind: 'events'});
		expect(placeOf(press(events, look, 'esc'))).toEqual({kind: 'task', task: 'b'});
		expect(placeOf(press(events, look, '1'))).toEqual({kind: 'task', task: 'b'});
		expect(placeOf(press(events, look, '1', '1'))).toEqual({kind: 'tasks'});
		const through = press(page, look, '5', '2', '5', '2');
		expect(through.path.map(({kind}) => kind)).toEqual(['tasks', 'task', 'events', 'sources']);
	});
});

describe('a key that does nothing here', () => {
	it('says so, once, and where the keys are listed', () => {
		const look = looking(ids);
		expect(press(initialState, look, 't').notice).toBe('no key t; ? lists them');
		expect(press(initialState, look, 'ctrl+x').notice).toBe('no key Ctrl-X; ? lists them');
		expect(press(initialState, look, 't', 'down').notice).toBe('');
	});

	it('gives the reason', () => {
		const look = looking(ids);
		const markable: ReadScreen = state => ({...look(state), canMark: true});
		for (const key of ['U', 'v']) {
			expect(press(initialState, markable, key).notice).toBe('Nothing is marked; Space marks a row.');
			const locks: ReadScreen = state => ({...look(state), canMark: false});
			expect(press(initialState, locks, key).notice).toBe('Rows of this table cannot be marked.');
		}

		expect(press(initialState, looking([]), 'enter').notice).toBe('There is no row to open.');
		expect(press(initialState, looking([]), 'space').notice).toBe('There is no row to mark.');
		expect(press(initialState, looking([]), 'P').notice).toBe('There is no task here to pause.');
		const noPage: ReadScreen = state => ({...look(state), open: () => undefined});
		expect(press(initialState, noPage, 'enter').notice).toBe('This row has no page of its own.');
		const unsorted: ReadScreen = state => ({...look(state), sortable: []});
		expect(press(initialState, unsorted, 's').notice).toBe('This table has one order only.');
		const piped = {onRefresh: undefined};
		expect(pressWith(piped, initialState, look, ['r']).notice).toBe(
			'This source cannot be asked: what it reports is shown at once.',
		);
		expect(pressWith(piped, initialState, look, [':', ...'refresh', 'enter']).notice).toBe(
			'This source cannot be asked: what it reports is shown at once.',
		);
		expect(pressWith({isPushed: true}, initialState, look, ['+']).notice).toBe(
			'This source reports changes as they happen: there is no interval to set.',
		);
	});

	it('is text while text is being typed, and nothing with Ctrl', () => {
		const look = looking(ids);
		const typed = press(initialState, look, '/', 't', 'space', 'ctrl+x', 'f7');
		expect(listAt(typed, placeOf(typed)).filter).toBe('t ');
		expect(typed.notice).toBe('');
	});
});

describe('the interval', () => {
	it('changes step by step, to a limit that is reported', () => {
		const intervals: number[] = [];
		const onInterval = (interval: number) => {
			intervals.push(interval);
		};

		const faster = pressWith({onInterval}, initialState, looking(ids), ['+', '+']);
		expect(intervals).toEqual([1000]);
		expect(faster.interval).toBe(1000);
		expect(faster.notice).toBe('dm-top cannot refresh more often.');
		expect(pressWith({onInterval}, initialState, looking(ids), ['-']).interval).toBe(5000);
	});
});
