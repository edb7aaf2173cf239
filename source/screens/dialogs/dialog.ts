/**
 * The dialog that asks before anything is sent: what a person pressed, and when, decides whether they meant it.
 *
 * Neither a key held down nor text that arrives at once can confirm. Enter on the action counts only after a key of its
 * own has moved the focus there, some time after the last thing that happened in the dialog; an Enter that follows an
 * Enter without a pause is the same key still held. Several keys that arrive together are no typing: of them only Esc
 * is obeyed.
 */
import {editOf, graphemes} from '../command-line/edit.js';
import type {Plan} from '../../operations/planning/plan.js';
import type {Edited} from '../../terminal/tty/editor.js';
import {say} from '../../language/say.js';
import {
	beginning,
	isUntouched,
	original,
	originalName,
	pasteText,
	takeEdited,
	takeWritten,
	writeText,
	writtenIn,
} from './dialog-text.js';
import type {DialogFocus, Dialog} from './dialog-state.js';

/** Whatever can happen to an open dialog. */
export type DialogEvent =
	/** The keys of one input event, as `keyNames` gives them. `at`: a monotonic clock in ms. */
	| {readonly kind: 'keys'; readonly keys: readonly string[]; readonly at: number}
	| {readonly kind: 'paste'; readonly text: string; readonly at: number}
	/** What an editor was left with. */
	| {readonly kind: 'edited'; readonly edited: Edited; readonly at: number}
	/** The plan of this dialog as `refreshPlan` gives it. */
	| {readonly kind: 'plan'; readonly plan: Plan; readonly at: number};

/** The least time to see what one is about to press, ms. */
export const settling = 250;

/** Enter within this time of an Enter is the key still held, ms: keyboards wait up to 660 before they repeat. */
export const repeating = 700;

/** Keys closer together than this were not typed, ms. */
const together = 5;

const tooFast = (): string => say('Too fast: wait a moment, then press Enter once.');

/** A dialog for a plan, opened at `at` by a key. */
export const openDialog = (plan: Plan, {id, at}: {readonly id: string; readonly at: number}): Dialog => ({
	id,
	plan,
	step: plan.asks === 'nothing' ? 'confirm' : 'text',
	text: editOf(plan.asks === 'sql' ? beginning(plan) : ''),
	focus: 'cancel',
	typed: '',
	page: 0,
	notice: '',
	wantsEditor: false,
	outcome: 'open',
	openedAt: at,
	changedAt: at,
	enterAt: at,
});

/** Whether the focus can move to the action: everything required was typed. */
export const isEnabled = ({plan, typed, step}: Dialog): boolean =>
	step === 'confirm' &&
	plan.obstacle === '' &&
	(plan.confirm.kind === 'action' || typed === plan.confirm.expected);

const focusOn = (dialog: Dialog, focus: DialogFocus, at: number): Dialog =>
	focus === 'action' && isEnabled(dialog)
		? {...dialog, focus, movedAt: dialog.focus === 'action' ? dialog.movedAt : at}
		: {...dialog, focus: 'cancel', movedAt: undefined};

/** Changes the text of the field: once it is as required, the focus moves to the action. */
const typeInto = (dialog: Dialog, typed: string, at: number): Dialog => {
	const next = {...dialog, typed};
	return focusOn(next, isEnabled(next) ? 'action' : 'cancel', at);
};

/** What is missing for the action; '' where an obstacle, which is always shown, forbids it. */
const askFor = ({plan: {obstacle, confirm}}: Dialog): string =>
	obstacle !== '' || confirm.kind === 'action'
		? ''
		: say('Type {expected} first.', {expected: confirm.expected});

/** Whether something else than required was typed: an Enter after that does not mean the button that cancels. */
const isHalfTyped = ({plan: {confirm, obstacle}, typed}: Dialog): boolean =>
	obstacle === '' && confirm.kind !== 'action' && typed !== '' && typed !== confirm.expected;

const move = (dialog: Dialog, focus: DialogFocus, at: number): Dialog => {
	const next = focusOn(dialog, focus, at);
	return focus === 'action' && next.focus === 'cancel' ? {...next, notice: askFor(dialog)} : next;
};

/** Whether an Enter at `at` is a separate press, after there was time to see what it does. */
const isMeant = ({step, openedAt, changedAt, keyAt, enterAt}: Dialog, at: number): boolean =>
	at - Math.max(openedAt, changedAt) >= settling &&
	// Leaving the text sends nothing, so Enter may follow typing immediately.
	(keyAt === undefined || at - keyAt >= (step === 'text' ? 50 : settling)) &&
	(enterAt === undefined || at - enterAt >= repeating);

const pressEnter = (dialog: Dialog, at: number): Dialog => {
	if (!isMeant(dialog, at)) {
		return {...dialog, notice: tooFast()};
	}

	if (dialog.step === 'text') {
		return isUntouched(dialog) && original(dialog.plan) !== ''
			? {
					...dialog,
					notice: say('Change the SQL first: this is {original}.', {original: originalName(dialog.plan)}),
				}
			: takeWritten(dialog, writtenIn(dialog), at);
	}

	if (dialog.focus === 'cancel') {
		return isHalfTyped(dialog) ? {...dialog, notice: askFor(dialog)} : {...dialog, outcome: 'cancelled'};
	}

	return isEnabled(dialog) && dialog.movedAt !== undefined && at - dialog.movedAt >= settling
		? {...dialog, outcome: 'confirmed'}
		: {...dialog, notice: tooFast()};
};

const typeConfirmation = (dialog: Dialog, key: string, at: number): Dialog => {
	const characters = graphemes(dialog.typed);
	switch (key) {
		case 'backspace':
		case 'delete':
		case 'ctrl+h': {
			return typeInto(dialog, characters.slice(0, -1).join(''), at);
		}

		case 'ctrl+u':
		case 'ctrl+w': {
			return typeInto(dialog, '', at);
		}

		default: {
			const text = key === 'space' ? ' ' : key;
			return graphemes(text).length === 1 && characters.length < 80
				? typeInto(dialog, dialog.typed + text, at)
				: dialog;
		}
	}
};

const pressInConfirm = (dialog: Dialog, key: string, at: number): Dialog => {
	switch (key) {
		case 'tab':
		case 'shift+tab': {
			return move(dialog, dialog.focus === 'cancel' ? 'action' : 'cancel', at);
		}

		case 'right':
		case 'left': {
			return move(dialog, key === 'right' ? 'action' : 'cancel', at);
		}

		case 'up': {
			// Back to the text, to change it.
			return dialog.text.text === ''
				? dialog
				: {...focusOn({...dialog, typed: ''}, 'cancel', at), step: 'text', openedAt: at};
		}

		default: {
			return dialog.plan.confirm.kind === 'action' ? dialog : typeConfirmation(dialog, key, at);
		}
	}
};

/** The keys that turn its pages, in either direction. */
const pageSteps: ReadonlyMap<string, 1 | -1> = new Map([
	['pagedown', 1],
	['pageup', -1],
]);

/** The same and those that move the cursor where a text is entered. */
const pageStepsInConfirm: ReadonlyMap<string, 1 | -1> = new Map([
	...pageSteps,
	['ctrl+f', 1],
	['ctrl+b', -1],
]);

const pressKey = (dialog: Dialog, key: string, at: number): Dialog => {
	if (key === 'esc') {
		return {...dialog, outcome: 'cancelled'};
	}

	if (key === 'enter') {
		return {...pressEnter({...dialog, notice: ''}, at), keyAt: at, enterAt: at};
	}

	const quiet = {...dialog, notice: ''};
	const turned = (dialog.step === 'text' ? pageSteps : pageStepsInConfirm).get(key);
	if (turned !== undefined) {
		return {...quiet, page: dialog.page + turned, keyAt: at, enterAt: undefined};
	}

	const next = dialog.step === 'text' ? writeText(quiet, key) : pressInConfirm(quiet, key, at);
	return {...next, keyAt: at, enterAt: undefined};
};

const textOf = (keys: readonly string[]): string =>
	keys
		.map(key => (['space', 'tab', 'enter'].includes(key) ? ' ' : graphemes(key).length === 1 ? key : ''))
		.join('');

/** Pasted text: only goes into the text field. */
const takeText = (dialog: Dialog, text: string, at: number): Dialog => {
	const next =
		dialog.step === 'text'
			? pasteText(dialog, text)
			: {...dialog, notice: say('Pasted text cannot confirm: type it.')};
	// Anything right after it belongs to it, especially an Enter.
	return {...next, keyAt: at, enterAt: at};
};

const pressKeys = (dialog: Dialog, keys: readonly string[], at: number): Dialog => {
	if (keys.includes('esc')) {
		return pressKey(dialog, 'esc', at);
	}

	const isAlone = keys.length === 1 && (dialog.keyAt === undefined || at - dialog.keyAt >= together);
	return isAlone ? pressKey(dialog, keys[0]!, at) : takeText(dialog, textOf(keys), at);
};

const takePlan = (dialog: Dialog, plan: Plan, at: number): Dialog => {
	const isNews =
		plan.obstacle !== dialog.plan.obstacle || plan.changes.join('\n') !== dialog.plan.changes.join('\n');
	// News is told on the first page.
	const next = {...dialog, plan, ...(isNews && {page: 0, changedAt: at})};
	return focusOn(next, next.focus, at);
};

/** The dialog after an event; once it is cancelled or confirmed, it no longer changes. */
export const reduceDialog = (dialog: Dialog, event: DialogEvent): Dialog => {
	if (dialog.outcome !== 'open') {
		return dialog;
	}

	switch (event.kind) {
		case 'keys': {
			return event.keys.length === 0 ? dialog : pressKeys(dialog, event.keys, event.at);
		}

		case 'paste': {
			return takeText(dialog, event.text, event.at);
		}

		case 'edited': {
			return takeEdited(dialog, event.edited, event.at);
		}

		case 'plan': {
			return takePlan(dialog, event.plan, event.at);
		}
	}
};
