/**
 * The keys for columns: which, in which order, how wide, and their meaning.
 */
import {chooseNext} from '../../state/choosing.js';
import type {ColumnChoice} from '../../places/column-choice.js';
import {moveColumn, resetColumns, toggleColumn, widenColumn} from '../../state/columns.js';
import {meaningOf} from '../../lists/meanings.js';
import {selectedIndex} from '../../state/moving.js';
import {type State, inputOf, listAt, placeOf} from '../../state/state.js';
import type {Context} from '../../context/context.js';
import type {Action} from '../action.js';
import {say} from '../../../language/say.js';

const noTable = ({screen}: Context): string | undefined =>
	screen.list ? undefined : say('There is no table here.');

const onScreen = ({screen}: Context): readonly string[] => screen.list?.placed(screen.width) ?? [];

/** All columns of the table in the default order. */
const usual = ({screen}: Context) => screen.list?.columns ?? [];

/** The chosen columns with their current titles, since the language may have changed. */
const chosen = (context: Context): ColumnChoice => {
	const titles = new Map(usual(context).map(({id, title}) => [id, title]));
	return (
		context.state.columns
			.get(placeOf(context.state).kind)
			?.map(column => ({...column, title: titles.get(column.id) ?? column.title})) ??
		usual(context).map(({id, title}) => ({id, title, shown: 'as-fits', extra: 0}))
	);
};

/** The content of each column of the selected row, and the meaning of the column. */
const explained = ({state, screen, symbols}: Context): State => {
	const {list} = screen;
	const place = placeOf(state);
	if (!list || screen.ids.length === 0) {
		return state;
	}

	const index = selectedIndex(listAt(state, place), screen.ids);
	const texts = list.texts(index);
	const sign = list
		.row(index, screen.width)
		.sign.map(({text}) => text)
		.join('');
	return {
		...state,
		path: [
			...state.path,
			{
				kind: 'meaning',
				of: place.kind,
				name: list.caption(index),
				sign,
				health: list.health(index),
				columns: list.columns.map(({id, title}, column) => ({
					title,
					text: texts[column] ?? '',
					help: meaningOf(place.kind, id, symbols),
				})),
			},
		],
	};
};

export const columns: readonly Action[] = [
	{
		modes: ['list'],
		keys: ['c', 'f2'],
		help: 'choose the columns, their order and their width, for the session',
		hint: 'columns',
		priority: 9,
		disabled: noTable,
		run: context => ({
			...context.state,
			input: {
				kind: 'columns',
				columns: chosen(context),
				index: 0,
				before: context.state.columns,
			},
		}),
	},
	{
		modes: ['list'],
		keys: ['i'],
		help: 'what this row and each of its columns mean',
		hint: 'meaning',
		priority: 8,
		disabled: ({screen}) => (screen.ids.length === 0 ? say('There is no row here.') : undefined),
		run: explained,
	},
];

/** While columns are chosen. */
export const choosingColumns: readonly Action[] = [
	{modes: ['columns'], keys: ['up', 'k'], help: 'one up', run: ({state}) => chooseNext(state, -1)},
	{
		modes: ['columns'],
		keys: ['down', 'j'],
		help: 'one down',
		run: ({state}) => chooseNext(state, 1),
	},
	{
		modes: ['columns'],
		keys: ['space'],
		help: 'show or hide the column',
		hint: 'show/hide',
		priority: 88,
		disabled: ({state}) =>
			inputOf(state, 'columns')?.index === 0 ? say('The first column names the row: it stays.') : undefined,
		run: context => toggleColumn(context.state, onScreen(context)),
	},
	{
		modes: ['columns'],
		keys: ['K', '['],
		help: 'the column further left',
		hint: 'left',
		priority: 70,
		run: ({state}) => moveColumn(state, -1),
	},
	{
		modes: ['columns'],
		keys: ['J', ']'],
		help: 'the column further right',
		hint: 'right',
		priority: 69,
		run: ({state}) => moveColumn(state, 1),
	},
	{
		modes: ['columns'],
		keys: ['+', '=', 'right'],
		help: 'wider',
		hint: 'wider',
		priority: 68,
		run: ({state}) => widenColumn(state, 2),
	},
	{
		modes: ['columns'],
		keys: ['-', 'left'],
		help: 'narrower',
		hint: 'narrower',
		priority: 67,
		run: ({state}) => widenColumn(state, -2),
	},
	{
		modes: ['columns'],
		keys: ['r'],
		help: 'reset all columns',
		hint: 'reset',
		priority: 60,
		run: context => resetColumns(context.state, usual(context)),
	},
	{
		modes: ['columns'],
		keys: ['enter', 'q', 'c', 'f2'],
		help: 'keep them',
		hint: 'keep',
		priority: 90,
		run: ({state}) => ({...state, input: undefined}),
	},
	{
		modes: ['columns'],
		keys: ['esc'],
		help: 'leave them unchanged',
		hint: 'cancel',
		priority: 80,
		run({state}) {
			const input = inputOf(state, 'columns');
			return input ? {...state, input: undefined, columns: input.before} : state;
		},
	},
];
