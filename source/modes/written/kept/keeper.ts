/**
 * Saves what is set on a screen: a moment after it was set, and when the screen ends.
 */
import {say} from '../../../language/say.js';
import {fileReason} from '../../../terminal/thrown.js';
import {type Kept, keptOf, withKept} from '../../../screens/state/store/kept.js';
import type {State} from '../../../screens/state/state.js';
import {type Store, createStore} from '../../../screens/state/store/store.js';
import {readKept, writeKept} from './kept-file.js';

/** How long after a change it is written, ms: held-down keys make many changes. */
const delay = 300;

/** A store whose state is saved while it changes. */
export type Keeper = {
	readonly store: Store;
	/** Writes what is not yet written. */
	readonly stop: () => void;
};

/** The values of `now` that differ from `before`; undefined for a removed name. */
const changesOf = (before: Kept, now: Kept): Kept =>
	new Map(
		[...new Set([...before.keys(), ...now.keys()])].flatMap(name =>
			JSON.stringify(before.get(name)) === JSON.stringify(now.get(name))
				? []
				: [[name, now.get(name)] as const],
		),
	);

/**
 * The store of a screen, as it was left; `file` is '' where nothing is saved. Errors are reported, and the screen
 * continues. `plotSpan`: how much of the past plots show until a person chooses, ms; absent: as always.
 */
export const startKeeper = (
	interval: number,
	file: string,
	onProblem: (text: string) => void,
	plotSpan?: number,
): Keeper => {
	const begin = (state: State): State => (plotSpan === undefined ? state : {...state, plotSpan});
	if (file === '') {
		return {store: createStore(interval, begin), stop: () => undefined};
	}

	const {kept, problem} = readKept(file);
	const store = createStore(interval, state => withKept(begin(state), kept));
	if (problem !== '') {
		onProblem(problem);
	}

	let written = keptOf(store.current());
	let timer: NodeJS.Timeout | undefined;
	const write = (): void => {
		clearTimeout(timer);
		timer = undefined;
		const now = keptOf(store.current());
		const changes = changesOf(written, now);
		written = now;
		if (changes.size === 0) {
			return;
		}

		try {
			writeKept(file, changes);
		} catch (error) {
			onProblem(say('What is set on the screen is not kept: {why}.', {why: fileReason(error)}));
		}
	};

	const leave = store.subscribe(() => {
		timer ??= setTimeout(write, delay);
	});
	return {
		store,
		stop() {
			leave();
			write();
		},
	};
};
