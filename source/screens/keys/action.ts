/**
 * What a key does, and its documentation: an entry of the table of keys.
 */
import type {Phrase} from '../../language/text.js';
import type {Context} from '../context/context.js';
import type {ScreenContext} from '../state/moving.js';
import type {Mode, State} from '../state/state.js';

/** The context of the keys of any table, also where no cluster is on the screen. */
export type TableContext = {
	readonly state: State;
	readonly screen: Omit<ScreenContext, 'cluster' | 'canMark' | 'open'>;
};

/** The action of a key. */
export type Action<Known = Context> = {
	readonly modes: readonly Mode[];
	/** Key names as `keyNames` in keys.ts spells them. */
	readonly keys: readonly string[];
	/** For the help page and docs/keys.md. */
	readonly help: Phrase;
	/**
	 * The hint at the bottom of the screen, which may depend on what is shown; without it or with '' the key is only in
	 * the help.
	 */
	readonly hint?: Phrase | ((context: Known) => Phrase | '');
	/** Of two hints that do not both fit, the one with the higher priority stays. */
	readonly priority?: number;
	/** It leads to a change of the cluster: with `--read-only` the key is disabled. */
	readonly changes?: boolean;
	/** Why it does nothing here, as a sentence; undefined where it is enabled. Absent: always enabled. */
	readonly disabled?: (context: Known) => string | undefined;
	/** Returns the new state. */
	readonly run: (context: Known) => State;
};

/** The action of a key that narrows or orders any table. */
export type TableAction = Action<TableContext>;

/** For effects beyond the screens: carries them out, and leaves the state unchanged. */
export const doing =
	(work: (context: Context) => void) =>
	(context: Context): State => {
		work(context);
		return context.state;
	};
