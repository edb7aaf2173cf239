/**
 * The views, and the help.
 */
import {goBack, showView} from '../../state/moving.js';
import {errorAt} from '../../state/error-place.js';
import {type RootKind, rootKinds} from '../../places/place.js';
import {type Mode, type State, placeOf} from '../../state/state.js';
import type {Action} from '../action.js';
import type {Phrase} from '../../../language/text.js';

const everywhere: readonly Mode[] = ['list', 'text'];

const told: Record<RootKind, Phrase> = {
	tasks: 'the tasks',
	sources: 'the sources and their relays',
	workers: 'the masters and workers',
	locks: 'the DDL locks of sharded tables',
	events: 'events since dm-top started',
	findings: 'the findings: all that is wrong, worst first',
};

/** The digits that show the views. */
export const views: readonly Action[] = rootKinds.map((kind, index) => ({
	modes: everywhere,
	keys: [String(index + 1)],
	help: told[kind],
	run: ({state}) => showView(state, kind),
}));

const openHelp = (state: State): State => {
	const place = placeOf(state);
	return place.kind === 'help'
		? (goBack(state) ?? state)
		: {...state, path: [...state.path, {kind: 'help', of: place.kind}]};
};

export const help: readonly Action[] = [
	{
		modes: everywhere,
		keys: ['?'],
		help: 'on an error: what it means and what to do; otherwise the help',
		hint({state, screen}) {
			if (placeOf(state).kind === 'help') {
				return 'back';
			}

			return errorAt(state, screen) ? 'error' : 'help';
		},
		priority: 75,
		run({state, screen}) {
			const error = placeOf(state).kind === 'help' ? undefined : errorAt(state, screen);
			return error ? {...state, path: [...state.path, error]} : openHelp(state);
		},
	},
	{modes: everywhere, keys: ['f1'], help: 'the help', run: ({state}) => openHelp(state)},
];
