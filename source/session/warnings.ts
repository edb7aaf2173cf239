/**
 * Problems such as a recording that cannot be written: one line that stays on screen.
 */
import {Listeners} from '../providers/waiting/listeners.js';
import {say} from '../language/say.js';
import {sentences} from '../language/sentences.js';

/** The subjects of warnings: each has a separate line. */
export type WarningSubject =
	| 'recording'
	| 'clock'
	| 'audit'
	| 'metrics'
	| 'alarm'
	| 'kept'
	| 'settings'
	| 'settings-file'
	| 'language'
	| 'keys'
	| 'past';

/** The warnings of a run: one for each subject, shown together in one line. */
export type Warnings = {
	readonly subscribe: (listener: () => void) => () => void;
	/** '' while there is none. */
	readonly current: () => string;
	/** '' removes the warning about the same subject. */
	readonly say: (subject: WarningSubject, text: string) => void;
};

/** A text that others follow ends as a sentence does. */
const ended = (text: string): string => (/[!.?…。！？]$/v.test(text) ? text : say('{text}.', {text}));

/** All texts in one line; one alone stays as it is. */
const inOneLine = (texts: readonly string[]): string =>
	sentences(...(texts.length < 2 ? texts : texts.map(text => ended(text))));

/** Without warnings. */
export const createWarnings = (): Warnings => {
	const listeners = new Listeners();
	const texts = new Map<WarningSubject, string>();
	let shown = '';
	return {
		subscribe: listeners.subscribe,
		current: () => shown,
		say(subject, text) {
			texts.set(subject, text);
			shown = inOneLine(
				texts
					.values()
					.filter(one => one !== '')
					.toArray(),
			);
			listeners.tell();
		},
	};
};
