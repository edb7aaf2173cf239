/**
 * Filtering and sorting a table.
 */
import {listAt, placeOf, withList} from '../../state/state.js';
import {movePicker, reverse, sortByNext, startPicker, undoPicker} from '../../state/sorting.js';
import type {Context} from '../../context/context.js';
import type {Action, TableAction, TableContext} from '../action.js';
import {say} from '../../../language/say.js';

/** Why nothing is marked; undefined where something is. */
export const unmarked = ({state, screen}: Context): string | undefined => {
	if (listAt(state, placeOf(state)).marked.size > 0) {
		return undefined;
	}

	return screen.canMark
		? say('Nothing is marked; Space marks a row.')
		: say('Rows of this table cannot be marked.');
};

const unsortable = ({screen}: TableContext): string | undefined =>
	screen.sortable.length === 0 ? say('This table has one order only.') : undefined;

/** In any table. */
export const ordering: readonly TableAction[] = [
	{
		modes: ['list'],
		keys: ['s', 'f6'],
		help: 'sort by any column',
		hint: 'sort',
		priority: 65,
		disabled: unsortable,
		run: ({state, screen}) => startPicker(state, screen),
	},
	{
		modes: ['list'],
		keys: ['<'],
		help: 'sort by the column before',
		disabled: unsortable,
		run: ({state, screen}) => sortByNext(state, screen, -1),
	},
	{
		modes: ['list'],
		keys: ['>'],
		help: 'sort by the next column',
		disabled: unsortable,
		run: ({state, screen}) => sortByNext(state, screen, 1),
	},
	{
		modes: ['list'],
		keys: ['S'],
		help: 'reverse the order',
		disabled: unsortable,
		run: ({state, screen}) => reverse(state, screen),
	},
	{
		modes: ['list'],
		keys: ['e'],
		help: 'show only rows with a finding of warning or worse, or without an answer; again: all',
		hint: 'problems',
		priority: 60,
		run({state}) {
			const place = placeOf(state);
			return withList(state, place, {problems: !listAt(state, place).problems, top: 0});
		},
	},
];

export const narrowing: readonly Action[] = [
	...ordering,
	{
		modes: ['list'],
		keys: ['v'],
		help: 'show only the marked rows, or all again',
		disabled: context =>
			listAt(context.state, placeOf(context.state)).onlyMarked ? undefined : unmarked(context),
		run({state}) {
			const place = placeOf(state);
			return withList(state, place, {onlyMarked: !listAt(state, place).onlyMarked, top: 0});
		},
	},
];

/** While a column to sort by is chosen. */
export const choosing: readonly TableAction[] = [
	{
		modes: ['picker'],
		keys: ['enter'],
		help: 'keep this order',
		hint: 'keep',
		priority: 90,
		run: ({state}) => ({...state, input: undefined}),
	},
	{
		modes: ['picker'],
		keys: ['esc'],
		help: 'leave the order unchanged',
		hint: 'cancel',
		priority: 80,
		run: ({state}) => undoPicker(state),
	},
	{
		modes: ['picker'],
		keys: ['left', 'h', 'up', 'k', 'shift+tab'],
		help: 'previous column',
		hint: 'choose',
		priority: 70,
		run: ({state, screen}) => movePicker(state, screen, -1),
	},
	{
		modes: ['picker'],
		keys: ['right', 'l', 'down', 'j', 'tab', 's'],
		help: 'next column',
		run: ({state, screen}) => movePicker(state, screen, 1),
	},
	{
		modes: ['picker'],
		keys: ['r', 'S'],
		help: 'reverse the order',
		hint: 'reverse',
		priority: 60,
		run: ({state, screen}) => reverse(state, screen),
	},
];
