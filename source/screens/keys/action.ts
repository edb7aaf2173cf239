/**
 * What a key does, and all that is told of it: an entry of the table of keys.
 */
import type {OperateContext} from '../keyboard/operations.js';
import type {Symbols} from '../../components/symbols.js';
import type {Props} from '../app/props.js';
import type {ReadScreen, ScreenContext} from '../state/moving.js';
import type {Mode, State} from '../state/state.js';
import type {Phrase} from '../../language/text.js';

/** What an action acts on: the screens' state, what they show of it, and what reaches beyond them. */
export type Context = {
	readonly state: State;
	/** What the screen holds; found out only when it is asked for. */
	readonly screen: ScreenContext;
	/** The same for another state. */
	readonly look: ReadScreen;
	readonly props: Props;
	/** What operations are made with. */
	readonly operateContext: OperateContext;
	/** The signs that the screen is drawn with. */
	readonly symbols: Symbols;
	/** Ends the program. */
	readonly exit: () => void;
};

/** Something to do with a key. */
export type Action = {
	readonly modes: readonly Mode[];
	/** Key names as `keyNames` in keys.ts spells them. */
	readonly keys: readonly string[];
	/** For the help page and docs/keys.md. */
	readonly help: Phrase;
	/** A word for the foot of the screen, which may depend on what is on screen; without it or with '' the key is only in the help. */
	readonly hint?: Phrase | ((context: Context) => Phrase | '');
	/** Of two hints that do not both fit, the one with the greater worth stays. */
	readonly priority?: number;
	/** It leads to a change of the cluster: with `--read-only` such a key does no more than say so. */
	readonly changes?: boolean;
	/** Why it does nothing here, as a sentence; undefined where it does something. Without it: always. */
	readonly disabled?: (context: Context) => string | undefined;
	/** The state after it. */
	readonly run: (context: Context) => State;
};

/** For what reaches beyond the screens: does it, and leaves the state as it is. */
export const doing =
	(work: (context: Context) => void) =>
	(context: Context): State => {
		work(context);
		return context.state;
	};
