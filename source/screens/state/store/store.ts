/**
 * The store of the screens: every key changes it, and every frame is drawn from it.
 */
import {type State, initialState} from '../state.js';
import {createObservable, type Observable} from './observable.js';

/** The state of the screens, and its listeners. */
export type Store = Omit<Observable<State>, 'set'> & {
	/** Several changes may come before the next frame: each is based on the previous one. */
	readonly change: (step: (state: State) => State) => void;
};

/**
 * A store that begins with all tasks on screen, changed by `begin`; `interval`: ms between two requests for the cluster.
 */
export const createStore = (interval: number, begin = (state: State): State => state): Store => {
	const {current, subscribe, set} = createObservable(begin({...initialState, interval}));
	return {
		current,
		subscribe,
		change(step) {
			set(step(current()));
		},
	};
};
