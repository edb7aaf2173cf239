/**
 * The keys of a person as commands, and what becomes of the state.
 */
import {useRef, useState} from 'react';
import {type Key, useInput, usePaste} from 'ink';
import type {Command, Mode} from '../keys/command.js';
import {commandOf} from '../keys/bindings.js';
import {keyNames} from '../keys/keys.js';
import {type Dialog, type DialogEvent, reduceDialog} from '../dialogs/dialog.js';
import {readOnlyRefusal} from '../../operations/refusal.js';
import type {Look} from '../state/moving.js';
import {reduce, typeText} from '../state/reduce.js';
import {type State, initialState, modeOf} from '../state/state.js';

/** What a command does beyond `reduce`: the state it gives stands in place of that. */
export type Effects = Readonly<Partial<Record<Command, (state: State) => State | undefined>>>;

/** Where keys go: to the first of these modes that knows them. In a recording its own keys come before a table's. */
export const modesOf = (state: State, isReplay: boolean): readonly Mode[] => {
	const mode = modeOf(state);
	return isReplay && (mode === 'list' || mode === 'text') ? ['replay', mode] : [mode];
};

/** What the screen of this moment makes of keys. */
export type Ears = {
	readonly look: Look;
	readonly effects: Effects;
	/** A key that does no more than say why not: those of operations with `--read-only`. */
	readonly isLocked: (command: Command, mode: Mode) => boolean;
	/** A recording is played: its keys come first. */
	readonly isReplay: boolean;
	/** A letter in the menu; the state stays where no entry has it. */
	readonly choose: (state: State, letter: string) => State;
	/** A dialog was confirmed; gives a word to the user, '' for none. */
	readonly confirm: (dialog: Dialog) => string;
};

export type Keyboard = {
	readonly state: State;
	/** Call it in each render. */
	readonly listen: (ears: Ears) => void;
	/** A change that no key made, such as news for an open dialog. */
	readonly change: (step: (state: State) => State) => void;
};

/** Modes in which a character is text. */
const typing: ReadonlySet<Mode> = new Set(['prompt', 'line', 'time']);

/** Keys that a dialog does not keep from the program. */
const always: ReadonlySet<string> = new Set(['ctrl+c', 'ctrl+z', 'ctrl+l']);

/** The state of the screens, changed by keys. */
export const useKeyboard = (): Keyboard => {
	const [state, setState] = useState<State>(initialState);
	// Several keys may come before the next frame: each acts on what the one before it left.
	const latest = useRef(state);
	const ears = useRef<Ears | undefined>(undefined);
	const change = (step: (state: State) => State) => {
		const next = step(latest.current);
		if (next === latest.current) {
			return;
		}

		latest.current = next;
		setState(next);
	};

	const feedDialog = (event: DialogEvent) => {
		change(before => {
			if (!before.dialog) {
				return before;
			}

			const dialog = reduceDialog(before.dialog, event);
			if (dialog.outcome === 'open') {
				return {...before, dialog};
			}

			const notice = dialog.outcome === 'confirmed' ? (ears.current?.confirm(dialog) ?? '') : '';
			return {...before, dialog: undefined, notice};
		});
	};

	const pressKey = (name: string, key: Key) => {
		change(before => {
			const mode = modeOf(before);
			const modes = modesOf(before, ears.current?.isReplay ?? false);
			const command = modes.map(one => commandOf(one, name)).find(found => found !== undefined);
			if (command && ears.current) {
				const {effects, look, isLocked} = ears.current;
				return isLocked(command, mode)
					? {...before, notice: readOnlyRefusal}
					: (effects[command]?.(before) ?? reduce(before, command, look));
			}

			if (mode === 'menu') {
				return ears.current?.choose(before, name) ?? before;
			}

			const isTyping = typing.has(mode) && !name.startsWith('ctrl+') && !key.tab;
			return isTyping ? typeText(before, name === 'space' ? ' ' : name) : before;
		});
	};

	useInput((input, key) => {
		const names = keyNames(input, key);
		if (latest.current.dialog && names.every(name => !always.has(name))) {
			feedDialog({kind: 'keys', keys: names, at: performance.now()});
			return;
		}

		for (const name of names) {
			// What follows in the same breath as the key that opened a dialog is no answer to it.
			if (latest.current.dialog && !always.has(name)) {
				break;
			}

			pressKey(name, key);
		}
	});
	usePaste(text => {
		if (latest.current.dialog) {
			feedDialog({kind: 'paste', text, at: performance.now()});
			return;
		}

		change(before =>
			before.prompt !== undefined || before.line !== undefined || before.time !== undefined
				? typeText(before, text)
				: {...before, notice: 'Pasted text is no command. Press / to filter by it.'},
		);
	});
	return {
		state,
		change,
		listen(next) {
			ears.current = next;
		},
	};
};
