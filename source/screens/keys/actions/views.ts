/**
 * The views, and the help.
 */
import {goBack, showView} from '../../state/moving.js';
import {errorAt} from '../../state/error-place.js';
import {type RootKind, rootKinds} from '../../state/place.js';
import {type Mode, placeOf} from '../../state/state.js';
import type {Action} from '../action.js';

const everywhere: readonly Mode[] = ['list', 'text'];

const told: Record<RootKind, string> = {
	tasks: 'the tasks',
	sources: 'the sources and their relays',
	workers: 'the masters and workers',
	locks: 'the DDL locks of sharded tables',
	events: 'events since dm-top started',
	findings: 'the findings: all that is wrong, worst first',
};

export const views: readonly Action[] = rootKinds.map((kind, index) => ({
	modes: everywhere,
	keys: [String(index + 1)],
	help: told[kind],
	run: ({state}) => showView(state, kind),
}));

export const help: Action = {
	modes: everywhere,
	keys: ['?', 'f1'],
	help: 'on an error: what it means and what to do; otherwise this page',
	hint({state, around}) {
		if (placeOf(state).kind === 'help') {
			return 'back';
		}

		return errorAt(state, around) ? 'error' : 'help';
	},
	worth: 75,
	run: ({state, around}) =>
		placeOf(state).kind === 'help'
			? (goBack(state) ?? state)
			: {...state, path: [...state.path, errorAt(state, around) ?? {kind: 'help'}]},
};
