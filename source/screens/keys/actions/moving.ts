/**
 * Moving in tables and pages, and from one to the next.
 */
import {isText} from '../../state/place.js';
import {clearOrBack, goBack, isNarrowed, move, openRow, openableAt, turn} from '../../state/moving.js';
import {listAt, placeOf, type Mode, type State} from '../../state/state.js';
import type {Action, Context} from '../action.js';

const everywhere: readonly Mode[] = ['list', 'text'];

const moving =
	(stepOf: (height: number) => Parameters<typeof move>[2]) =>
	({state, around}: Context): State =>
		move(state, around, stepOf(Math.max(1, around.height - 1)));

const pageDown = moving(height => height);

/** Why Tab leads nowhere. */
const noNeighbour = ({state}: Context): string | undefined => {
	const behind = goBack(state);
	return behind && placeOf(state).kind === 'subtask' && !isText(placeOf(behind))
		? undefined
		: 'Tab goes through the rows of the table behind a subtask; there is none here.';
};

const isFirstScreen = ({path}: State): boolean => path.length === 1;

const noRow = ({state, around}: Context): string | undefined => {
	if (around.ids.length === 0) {
		return 'There is no row to open.';
	}

	return openableAt(state, around) ? undefined : 'This row has no page of its own.';
};

export const moves: readonly Action[] = [
	{modes: [...everywhere, 'prompt'], keys: ['up'], help: 'one row up', run: moving(() => -1)},
	{modes: [...everywhere, 'prompt'], keys: ['down'], help: 'one row down', run: moving(() => 1)},
	{modes: everywhere, keys: ['k'], help: 'one row up', run: moving(() => -1)},
	{modes: everywhere, keys: ['j'], help: 'one row down', run: moving(() => 1)},
	{
		modes: everywhere,
		keys: ['pageup', 'ctrl+b', 'ctrl+u'],
		help: 'one page up',
		run: moving(height => -height),
	},
	{modes: everywhere, keys: ['pagedown', 'ctrl+f', 'ctrl+d'], help: 'one page down', run: pageDown},
	{modes: ['text'], keys: ['space'], help: 'one page down', run: pageDown},
	{modes: everywhere, keys: ['g', 'home', '0'], help: 'to the first row', run: moving(() => 'first')},
	{modes: everywhere, keys: ['G', 'end'], help: 'to the last row', run: moving(() => 'last')},
	{
		modes: ['list'],
		keys: ['enter', 'right', 'l'],
		help: 'open the row: a task, its source, the subtask',
		hint: 'open',
		worth: 90,
		disabled: noRow,
		run: ({state, around}) => openRow(state, around),
	},
	{
		modes: everywhere,
		keys: ['esc', 'left', 'h'],
		help: 'clear the filter, otherwise go back; never quits',
		// Where it goes back, so does q, whose hint says so.
		hint: ({state}) => (isNarrowed(listAt(state, placeOf(state))) ? 'clear' : ''),
		worth: 80,
		disabled: ({state}) =>
			isFirstScreen(state) && !isNarrowed(listAt(state, placeOf(state)))
				? 'This is the first screen; q quits.'
				: undefined,
		run: ({state}) => clearOrBack(state),
	},
	{
		modes: everywhere,
		keys: ['q'],
		help: 'back; on the first screen, quit',
		hint: ({state}) => (isFirstScreen(state) ? 'quit' : 'back'),
		worth: 78,
		run({state, exit}) {
			const back = goBack(state);
			if (!back) {
				exit();
			}

			return back ?? state;
		},
	},
	{
		modes: ['text'],
		keys: ['tab'],
		help: 'next subtask in the list',
		hint: 'next',
		worth: 45,
		disabled: noNeighbour,
		run: ({state, look}) => turn(state, look, 1),
	},
	{
		modes: ['text'],
		keys: ['shift+tab'],
		help: 'previous subtask in the list',
		disabled: noNeighbour,
		run: ({state, look}) => turn(state, look, -1),
	},
];
