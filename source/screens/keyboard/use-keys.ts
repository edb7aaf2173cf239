/**
 * Applies keys to the screens' state.
 */
import {type Key, useInput, usePaste} from 'ink';
import {textToEdit} from '../dialogs/dialog-text.js';
import {type DialogEvent, reduceDialog} from '../dialogs/dialog.js';
import type {Context} from '../context/context.js';
import {keyNames} from '../keys/keys.js';
import {type State, inputOf} from '../state/state.js';
import type {Store} from '../state/store/store.js';
import {isTyping, typeText} from '../state/typing.js';
import {say} from '../../language/say.js';
import {pressKey} from '../keys/press.js';
import {useLatest} from './use-latest.js';
import {useFunctionKeys} from './use-function-keys.js';

/** Keys that work in dialogs, too. */
const always: ReadonlySet<string> = new Set(['ctrl+c', 'ctrl+z', 'ctrl+l']);

/** The state after keys or text for an open dialog; confirmed operations are sent. */
const feedDialog = (state: State, event: DialogEvent, {props}: Pick<Context, 'props'>): State => {
	const input = inputOf(state, 'dialog');
	if (!input) {
		return state;
	}

	const dialog = reduceDialog(input.dialog, event);
	if (dialog.wantsEditor) {
		const edited = props.onEdit(textToEdit(dialog));
		return feedDialog(
			{...state, input: {...input, dialog}},
			{kind: 'edited', edited, at: performance.now()},
			{props},
		);
	}

	if (dialog.outcome === 'open') {
		return {...state, input: {...input, dialog}};
	}

	return {
		...state,
		input: undefined,
		notice:
			dialog.outcome === 'confirmed' ? props.operating.confirm(dialog) : say('Cancelled: nothing was sent.'),
	};
};

/**
 * The keys that work where the terminal is too small to show anything: nobody should move, open or confirm what they
 * cannot see. `q` quits wherever it is pressed, except into what is being typed or asked.
 */
const whileHidden = (pressed: readonly string[], {input}: State): readonly string[] =>
	pressed
		.map(name => (name === 'q' && input === undefined ? 'f10' : name))
		.filter(name => always.has(name) || name === 'f10');

/** The last message is cleared. */
const unsaid = (state: State): State =>
	state.notice === '' && state.asked === undefined ? state : {...state, notice: '', asked: undefined};

/**
 * Listens to keys and pasted text; `contextOf`: what they act on, for the screen of this moment. While the terminal is
 * too small to show anything, they only quit, suspend or redraw.
 */
export const useKeys = (store: Store, contextOf: (state: State) => Context, isHidden: boolean): void => {
	const isAsking = () => inputOf(store.current(), 'dialog') !== undefined;
	const feed = (event: DialogEvent) => {
		store.change(state => feedDialog(state, event, contextOf(state)));
	};

	const press = (pressed: readonly string[]) => {
		const names = isHidden ? whileHidden(pressed, store.current()) : pressed;
		if (names.length === 0) {
			return;
		}

		if (isAsking() && names.every(name => !always.has(name))) {
			feed({kind: 'keys', keys: names, at: performance.now()});
			return;
		}

		for (const name of names) {
			// Keys that arrive together with the one that opened a dialog do not answer it.
			if (isAsking() && !always.has(name)) {
				break;
			}

			store.change(state => pressKey(name, contextOf(unsaid(state))));
		}
	};

	useInput(
		useLatest((input: string, key: Key) => {
			press(keyNames(input, key));
		}),
	);
	useFunctionKeys(name => {
		press([name]);
	});
	const paste = useLatest((text: string) => {
		if (isHidden) {
			return;
		}

		if (isAsking()) {
			feed({kind: 'paste', text, at: performance.now()});
			return;
		}

		store.change(state =>
			isTyping(state)
				? typeText(state, text)
				: {...state, notice: say('Pasted text is not a command. Press / to filter by it.')},
		);
	});
	usePaste(paste);
};
