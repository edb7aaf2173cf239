/**
 * The filter of a table, the search in a page, and going from one match or problem to the next.
 */
import {editOf} from '../../command-line/edit.js';
import {parseFilter} from '../../filtering/parse.js';
import {nextMatch, nextProblem, problemRows} from '../../state/searching.js';
import {isText} from '../../places/place.js';
import {type State, inputOf, listAt, placeOf, withList} from '../../state/state.js';
import type {Playback} from '../../../providers/provider.js';
import type {Context} from '../../context/context.js';
import {type Action, doing, type TableAction, type TableContext} from '../action.js';
import {say} from '../../../language/say.js';

const openPrompt = ({state}: TableContext): State => ({
	...state,
	input: {kind: 'prompt', edit: editOf(listAt(state, placeOf(state)).filter)},
});

const noMatch = ({state, screen}: Context): string | undefined => {
	const {filter} = listAt(state, placeOf(state));
	if (filter === '') {
		return say('Nothing is searched for here; / searches this page.');
	}

	return screen.matches.length === 0 ? say('No line has {filter}.', {filter}) : undefined;
};

const noProblem = ({screen}: Context): string | undefined =>
	problemRows(screen).length === 0 ? say('No row has a finding of warning or worse.') : undefined;

/** How much time a playing recording advances until somebody who has just gone to an error presses the key again, ms. */
const between = 3000;

/** The next or the previous moment at which an error began, in a recording. */
const errorAfter = ({marks, position, isPaused, speed}: Playback, step: 1 | -1): number | undefined => {
	const errors = marks
		.filter(({kind}) => kind === 'error')
		.map(({at}) => at)
		.toSorted((left, right) => left - right);
	// At an error, that error counts as passed.
	const before = (time: number) => errors.findLast(at => at < time - 1);
	return step === 1
		? errors.find(at => at > position)
		: ((isPaused ? undefined : before(position - between * speed)) ?? before(position));
};

const replayError = (step: 1 | -1): Pick<Action, 'disabled' | 'run'> => ({
	disabled: ({props: {replay}}) =>
		replay && errorAfter(replay, step) === undefined
			? say(step === 1 ? 'No error in this recording after here.' : 'No error in this recording before here.')
			: undefined,
	run: doing(({props: {replay}}) => {
		const at = replay && errorAfter(replay, step);
		if (at !== undefined) {
			replay?.seek(at);
		}
	}),
});

/** Enter after a filter: an invalid one stays open. */
const apply = ({state, screen}: TableContext): State => {
	const closed = {...state, input: undefined};
	const {filter} = listAt(state, placeOf(state));
	if (isText(placeOf(state))) {
		return filter !== '' && screen.matches.length === 0
			? {...closed, notice: say('No line has {filter}.', {filter})}
			: nextMatch(closed, screen, 1);
	}

	return parseFilter(filter, screen.list?.fields).mistake === undefined ? closed : state;
};

/** From any table. */
export const filtering: TableAction = {
	modes: ['list'],
	keys: ['/', 'f4', 'f3'],
	help: 'show only rows with these words: a|b either, -a without, field:a, lag:>1m, ~fuzzy (see Filters)',
	hint: 'filter',
	priority: 70,
	run: openPrompt,
};

/** From a table or a page. */
export const searching: readonly Action[] = [
	filtering,
	{
		modes: ['text'],
		keys: ['/', 'f3', 'f4'],
		help: 'search this page',
		hint: 'search',
		priority: 70,
		run: openPrompt,
	},
	{
		modes: ['text'],
		keys: ['n'],
		help: 'next match of the search',
		hint: ({state}) => (listAt(state, placeOf(state)).filter === '' ? '' : 'next match'),
		priority: 72,
		disabled: noMatch,
		run: ({state, screen}) => nextMatch(state, screen, 1),
	},
	{
		modes: ['text'],
		keys: ['N'],
		help: 'previous match of the search',
		disabled: noMatch,
		run: ({state, screen}) => nextMatch(state, screen, -1),
	},
	{
		modes: ['list'],
		keys: ['n'],
		help: 'next row with a finding of warning or worse',
		disabled: noProblem,
		run: ({state, screen}) => nextProblem(state, screen, 1),
	},
	{
		modes: ['list'],
		keys: ['N'],
		help: 'previous row with a finding of warning or worse',
		disabled: noProblem,
		run: ({state, screen}) => nextProblem(state, screen, -1),
	},
];

/** While a filter or a search is typed. */
export const inPrompt: readonly TableAction[] = [
	{modes: ['prompt'], keys: ['enter'], help: 'keep it', hint: 'keep', priority: 90, run: apply},
	{
		modes: ['prompt'],
		keys: ['esc'],
		help: 'clear it',
		hint: 'clear',
		priority: 80,
		run: ({state}) =>
			inputOf(state, 'prompt') ? withList({...state, input: undefined}, placeOf(state), {filter: ''}) : state,
	},
];

/** From one error of a recording to the next; only while it is played. */
export const searchingReplay: readonly Action[] = [
	{
		modes: ['replay'],
		keys: ['n'],
		help: 'to the next error in the recording',
		hint: 'next error',
		priority: 75,
		...replayError(1),
	},
	{modes: ['replay'], keys: ['N'], help: 'to the previous error in the recording', ...replayError(-1)},
];
