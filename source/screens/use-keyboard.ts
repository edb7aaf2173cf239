/**
 * The keys of a person as commands, and what becomes of the state.
 */
import {useRef, useState} from 'react';
import {useInput, usePaste} from 'ink';
import {type Command, commandOf} from '../commands/bindings.js';
import {keyNames} from '../commands/keys.js';
import {type Look, reduce, typeText} from './state/reduce.js';
import {type State, initialState, modeOf} from './state/state.js';

/** What a command does beyond the screen's own state. */
export type Effects = Readonly<Partial<Record<Command, (state: State) => void>>>;

export type Keyboard = {
	readonly state: State;
	/** Call it in the same render, with what the screen shows of a state. */
	readonly listen: (look: Look, effects: Effects) => void;
};

/** The state of the screens, changed by keys alone. */
export const useKeyboard = (): Keyboard => {
	const [state, setState] = useState<State>(initialState);
	// Several keys may come before the next frame: each acts on what the one before it left.
	const latest = useRef(state);
	const look = useRef<Look | undefined>(undefined);
	const effects = useRef<Effects>({});
	const change = (next: State) => {
		latest.current = next;
		setState(next);
	};

	useInput((input, key) => {
		for (const name of keyNames(input, key)) {
			const mode = modeOf(latest.current);
			const command = commandOf(mode, name);
			if (command && look.current) {
				effects.current[command]?.(latest.current);
				change(reduce(latest.current, command, look.current));
			} else if (mode === 'prompt' && !name.startsWith('ctrl+') && !key.tab) {
				change(typeText(latest.current, name === 'space' ? ' ' : name));
			}
		}
	});
	usePaste(text => {
		change(
			latest.current.prompt
				? typeText(latest.current, text)
				: {...latest.current, notice: 'Pasted text is no command. Press / to filter by it.'},
		);
	});
	return {
		state,
		listen(nextLook, nextEffects) {
			look.current = nextLook;
			effects.current = nextEffects;
		},
	};
};
