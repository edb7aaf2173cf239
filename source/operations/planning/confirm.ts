/**
 * How an operation is confirmed.
 */
import {say} from '../../language/say.js';

/**
 * `action`: move to the button and press it. `count`, `name`: first type the number of targets, or the name of the only
 * one. `code`: type what is shown: digits for a name that not every keyboard can type, or the name of the cluster.
 */
export type Confirm =
	{readonly kind: 'action'} | {readonly kind: 'count' | 'name' | 'code'; readonly expected: string};

const typeable = /^[\u{21}-\u{7E}](?:[\u{20}-\u{7E}]{0,62}[\u{21}-\u{7E}])?$/v;

/** Four digits for a string; the same for the same string. */
const digitsOf = (text: string): string => {
	let sum = 0;
	for (const character of text) {
		sum = (sum * 31 + character.codePointAt(0)!) % 9000;
	}

	return String(1000 + sum);
};

/** Asks for a name, or for digits where the name could only be entered by an input method or by pasting. */
export const confirmName = (name: string): Confirm =>
	typeable.test(name) ? {kind: 'name', expected: name} : {kind: 'code', expected: digitsOf(name)};

/** The same in a cluster whose name has to be typed, too: the name, then what would be typed without it. */
export const confirmIn = (cluster: string | undefined, confirm: Confirm): Confirm => {
	if (cluster === undefined) {
		return confirm;
	}

	const text = confirm.kind === 'action' ? cluster : `${cluster} ${confirm.expected}`;
	return {kind: 'code', expected: typeable.test(text) ? text : digitsOf(text)};
};

/** What the field asks for, in words: "Type the number of tasks, 2, to confirm". */
export const confirmText = (confirm: Confirm): string => {
	switch (confirm.kind) {
		case 'action': {
			return '';
		}

		case 'count': {
			return say('Type their number, {expected}, to confirm:', {expected: confirm.expected});
		}

		case 'name': {
			return say('Type the name, {expected}, to confirm:', {expected: confirm.expected});
		}

		case 'code': {
			return say('Type {expected} to confirm:', {expected: confirm.expected});
		}
	}
};
