/**
 * What goes wrong beside the watching, such as a recording that cannot be written: one line that stays on screen.
 */
import {Listeners} from '../providers/scheduling/listeners.js';
import {sentences} from '../language/sentences.js';

/** What a warning is about: each has a line of its own. */
export type WarningSubject =
	'recording' | 'audit' | 'metrics' | 'alarm' | 'kept' | 'settings' | 'settings-file' | 'past';

export type Warnings = {
	readonly subscribe: (listener: () => void) => () => void;
	/** '' while nothing goes wrong. */
	readonly current: () => string;
	/** '' takes back what was said before of the same subject. */
	readonly say: (subject: WarningSubject, text: string) => void;
};

/** Nothing to say yet. */
export const createWarnings = (): Warnings => {
	const listeners = new Listeners();
	const texts = new Map<WarningSubject, string>();
	let shown = '';
	return {
		subscribe: listeners.subscribe,
		current: () => shown,
		say(subject, text) {
			texts.set(subject, text);
			shown = sentences(...texts.values());
			listeners.tell();
		},
	};
};
