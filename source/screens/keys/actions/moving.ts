/**
 * Moving in tables and pages, and from one to the next.
 */
import {type Place, isRoot, isText, rootKinds} from '../../places/place.js';
import {
	canClear,
	clearOrBack,
	goBack,
	move,
	openRow,
	openableAt,
	showView,
	turn,
} from '../../state/moving.js';
import {listAt, placeOf, type Mode, type State} from '../../state/state.js';
import type {Context} from '../../context/context.js';
import type {Action} from '../action.js';
import {say} from '../../../language/say.js';
import type {Phrase} from '../../../language/text.js';

const everywhere: readonly Mode[] = ['list', 'text'];

const moving =
	(stepOf: (height: number) => Parameters<typeof move>[2]) =>
	({state, screen}: Context): State =>
		move(state, screen, stepOf(Math.max(1, screen.height - 1)));

const pageDown = moving(height => height);

/** Pages of a row of the table behind them. */
const ofRow: ReadonlySet<Place['kind']> = new Set(['task', 'source', 'subtask']);

/** Why Tab leads nowhere. */
const noNeighbour = ({state}: Context): string | undefined => {
	const behind = goBack(state);
	return isRoot(placeOf(state)) || (behind && ofRow.has(placeOf(state).kind) && !isText(placeOf(behind)))
		? undefined
		: say('Tab goes from view to view, and from row to row on the pages of tasks and sources; not here.');
};

const roots: ReadonlyArray<Place['kind']> = rootKinds;

const turning =
	(step: 1 | -1) =>
	({state, look}: Context): State => {
		const index = roots.indexOf(placeOf(state).kind);
		if (index !== -1) {
			return showView(state, rootKinds.at((index + step) % rootKinds.length)!);
		}

		const turned = turn(state, look, step);
		return turned === state
			? {
					...state,
					notice:
						step === 1
							? say('This is the page of the last row of its table.')
							: say('This is the page of the first row of its table.'),
				}
			: turned;
	};

const isFirstScreen = ({path}: State): boolean => path.length === 1;

/** Whether there is a table of clusters to go back to. */
const hasOthers = (desk: Context['props']['desk']): boolean => (desk?.current().open.length ?? 0) > 1;

const noRow = ({state, screen}: Context): string | undefined => {
	if (screen.ids.length === 0) {
		return say('There is no row to open.');
	}

	return openableAt(state, screen) ? undefined : say('This row has no page of its own.');
};

/** A key that does the same in a table and in a page, where it has other words. */
const inBoth = (
	action: Omit<Action, 'modes' | 'help'>,
	{list, text}: Readonly<Record<'list' | 'text', Phrase>>,
): readonly Action[] => [
	{...action, modes: ['list'], help: list},
	{...action, modes: ['text'], help: text},
];

/** While a filter is typed one can move through the matching rows. */
export const inPromptMoves: readonly Action[] = [
	{modes: ['prompt'], keys: ['up'], help: 'one row up', run: moving(() => -1)},
	{modes: ['prompt'], keys: ['down'], help: 'one row down', run: moving(() => 1)},
];

export const moves: readonly Action[] = [
	...inBoth({keys: ['up', 'k'], run: moving(() => -1)}, {list: 'one row up', text: 'one line up'}),
	...inBoth({keys: ['down', 'j'], run: moving(() => 1)}, {list: 'one row down', text: 'one line down'}),
	{
		modes: everywhere,
		keys: ['pageup', 'ctrl+b', 'ctrl+u'],
		help: 'one page up',
		run: moving(height => -height),
	},
	{modes: everywhere, keys: ['pagedown', 'ctrl+f', 'ctrl+d'], help: 'one page down', run: pageDown},
	{modes: ['text'], keys: ['space'], help: 'one page down', run: pageDown},
	...inBoth(
		{keys: ['g', 'home', '0'], run: moving(() => 'first')},
		{list: 'to the first row', text: 'to the first line'},
	),
	...inBoth(
		{keys: ['G', 'end'], run: moving(() => 'last')},
		{list: 'to the last row', text: 'to the last line'},
	),
	{
		modes: ['list'],
		keys: ['enter', 'right', 'l'],
		help: 'open the row: a task, its source, the subtask',
		hint: 'open',
		priority: 90,
		disabled: noRow,
		run: ({state, screen}) => openRow(state, screen),
	},
	...inBoth(
		{
			keys: ['esc', 'left', 'h'],
			// Where it goes back, so does q, which has the hint.
			hint: ({state}) => (canClear(listAt(state, placeOf(state))) ? 'clear' : ''),
			priority: 80,
			disabled: ({state, props: {desk}}) =>
				!hasOthers(desk) && isFirstScreen(state) && !canClear(listAt(state, placeOf(state)))
					? say('This is the first screen; q quits.')
					: undefined,
			run({state, props: {desk}}) {
				if (hasOthers(desk) && isFirstScreen(state) && !canClear(listAt(state, placeOf(state)))) {
					desk?.showAll();
				}

				return clearOrBack(state);
			},
		},
		{
			list: 'clear the filter, then the order, otherwise go back; never quits',
			text: 'clear the search, otherwise go back; never quits',
		},
	),
	{
		modes: everywhere,
		keys: ['q'],
		help: 'back; on the first screen, quit',
		hint: ({state}) => (isFirstScreen(state) ? 'quit' : 'back'),
		priority: 78,
		run({state, exit}) {
			const back = goBack(state);
			if (!back) {
				exit();
			}

			return back ?? state;
		},
	},
	{
		modes: everywhere,
		keys: ['tab'],
		help: 'the next view; on a page from a table: the page of the next row',
		hint: ({state}) => (isRoot(placeOf(state)) ? '' : 'next'),
		priority: 45,
		disabled: noNeighbour,
		run: turning(1),
	},
	{
		modes: everywhere,
		keys: ['shift+tab'],
		help: 'the view before, or the page of the row before',
		disabled: noNeighbour,
		run: turning(-1),
	},
];
