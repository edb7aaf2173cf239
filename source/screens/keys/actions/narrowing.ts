/**
 * What narrows a table and orders its rows.
 */
import {listAt, placeOf, withList} from '../../state/state.js';
import {pick, reverse, sortByNext, startPicker, undoPicker} from '../../state/sorting.js';
import type {Action, Context} from '../action.js';
import {say} from '../../../language/say.js';

const unsortable = ({around}: Context): string | undefined =>
	around.sortable.length === 0 ? say('This table has one order only.') : undefined;

export const narrowing: readonly Action[] = [
	{
		modes: ['list'],
		keys: ['s', 'f6'],
		help: 'sort by any column',
		hint: 'sort',
		worth: 65,
		disabled: unsortable,
		run: ({state, around}) => startPicker(state, around),
	},
	{
		modes: ['list'],
		keys: ['<'],
		help: 'sort by the column before',
		disabled: unsortable,
		run: ({state, around}) => sortByNext(state, around, -1),
	},
	{
		modes: ['list'],
		keys: ['>'],
		help: 'sort by the next column',
		disabled: unsortable,
		run: ({state, around}) => sortByNext(state, around, 1),
	},
	{
		modes: ['list'],
		keys: ['S'],
		help: 'reverse the order',
		disabled: unsortable,
		run: ({state, around}) => reverse(state, around),
	},
	{
		modes: ['list'],
		keys: ['e'],
		help: 'show only rows with a finding of warning or worse, or all again',
		hint: 'problems',
		worth: 60,
		run({state}) {
			const place = placeOf(state);
			return withList(state, place, {problems: !listAt(state, place).problems, top: 0});
		},
	},
	{
		modes: ['list'],
		keys: ['v'],
		help: 'show only the marked rows, or all again',
		disabled({state}) {
			const {marked, onlyMarked} = listAt(state, placeOf(state));
			return marked.size === 0 && !onlyMarked ? say('Nothing is marked; Space marks a row.') : undefined;
		},
		run({state}) {
			const place = placeOf(state);
			return withList(state, place, {onlyMarked: !listAt(state, place).onlyMarked, top: 0});
		},
	},
];

/** While a column to sort by is chosen. */
export const choosing: readonly Action[] = [
	{
		modes: ['picker'],
		keys: ['enter'],
		help: 'keep this order',
		hint: 'keep',
		worth: 90,
		run: ({state}) => ({...state, input: undefined}),
	},
	{
		modes: ['picker'],
		keys: ['esc'],
		help: 'keep the order as it was',
		hint: 'cancel',
		worth: 80,
		run: ({state}) => undoPicker(state),
	},
	{
		modes: ['picker'],
		keys: ['left', 'h', 'up', 'k', 'shift+tab'],
		help: 'previous column',
		hint: 'choose',
		worth: 70,
		run: ({state, around}) => pick(state, around, -1),
	},
	{
		modes: ['picker'],
		keys: ['right', 'l', 'down', 'j', 'tab', 's'],
		help: 'next column',
		run: ({state, around}) => pick(state, around, 1),
	},
	{
		modes: ['picker'],
		keys: ['r', 'S'],
		help: 'reverse the order',
		hint: 'reverse',
		worth: 60,
		run: ({state, around}) => reverse(state, around),
	},
];
