/**
 * The effect of a key on the state. Pure, except for what actions do beyond the screens.
 */
import {readOnlyRefusal} from '../../operations/refusing/capabilities.js';
import type {Context} from '../context/context.js';
import {type State, inputOf, modesOf} from '../state/state.js';
import {isTyping, typeKey} from '../state/typing.js';
import {say} from '../../language/say.js';
import type {Action} from './action.js';
import {copyItem} from './actions/copying.js';
import {showKey} from './keys.js';
import {actionOf} from './table.js';
import {chooseOffer} from './operating/operations.js';

/** Why an action does nothing here; undefined where it does something. */
export const refusalOf = (action: Action, context: Context): string | undefined =>
	action.changes === true && context.operateContext.capabilities.readOnly
		? say(readOnlyRefusal)
		: action.disabled?.(context);

/** The active modes in a state; the first that has a key handles it. */
export const modesAt = ({state, props}: Pick<Context, 'state' | 'props'>) =>
	modesOf(state, props.replay !== undefined);

const takeStrange = (name: string, context: Context): State => {
	const {state, symbols} = context;
	if (isTyping(state)) {
		return typeKey(state, name);
	}

	if (inputOf(state, 'copy')?.items.some(({letter}) => letter === name)) {
		return copyItem(context, name);
	}

	const menu = inputOf(state, 'menu');
	if (menu?.offers.some(({letter}) => letter === name)) {
		return chooseOffer(state, context.operateContext, name);
	}

	const key = showKey(name, symbols);
	return {
		...state,
		notice: state.input ? say('no entry {key}; Esc leaves', {key}) : say('no key {key}; ? lists them', {key}),
	};
};

/** The state after a key; a key without an action here, or with a disabled one, says so. */
export const pressKey = (name: string, context: Context): State => {
	const action = actionOf(modesAt(context), name);
	if (!action) {
		return takeStrange(name, context);
	}

	const refusal = refusalOf(action, context);
	return refusal === undefined ? action.run(context) : {...context.state, notice: refusal};
};
