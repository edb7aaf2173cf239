import {useEffect} from 'react';
import type {BoundList} from '../lists/binding/list-screen.js';
import {tieSelection} from '../state/moving.js';
import {type State, inputOf, placeOf} from '../state/state.js';
import type {Store} from '../state/store/store.js';

/**
 * Ties the selection to its row. Not while the first answers come, since nobody has chosen a row yet and a worse one
 * may follow; and not while a filter is typed, which may still match the row.
 */
export const useTiedSelection = (
	store: Store,
	state: State,
	list: BoundList | undefined,
	isComing: boolean,
): void => {
	const place = placeOf(state);
	const isTyped = inputOf(state, 'prompt') !== undefined;
	useEffect(() => {
		if (list && !isComing && !isTyped) {
			store.change(current => (placeOf(current) === place ? tieSelection(current, list) : current));
		}
	}, [store, list, place, isComing, isTyped]);
};
