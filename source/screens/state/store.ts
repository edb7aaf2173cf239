/**
 * The one store of the screens: what every key changes and every frame is drawn from.
 */
import {type State, initialState} from './state.js';

export type Store = {
	readonly current: () => State;
	readonly subscribe: (listener: () => void) => () => void;
	/** Several changes may come before the next frame: each acts on what the one before it left. */
	readonly change: (step: (state: State) => State) => void;
};

/**
 * A store that begins with all tasks on screen, changed by `begin`; `interval`: ms between two looks at the cluster.
 */
export const createStore = (interval: number, begin = (state: State): State => state): Store => {
	let state = begin({...initialState, interval});
	const listeners = new Set<() => void>();
	return {
		current: () => state,
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		change(step) {
			const next = step(state);
			if (next === state) {
				return;
			}

			state = next;
			for (const listener of listeners) {
				listener();
			}
		},
	};
};
