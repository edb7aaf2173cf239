/**
 * What goes wrong beside the watching, such as a recording that cannot be written: one line that stays on screen.
 */
import {Listeners} from '../providers/listeners.js';

export type Warnings = {
	readonly subscribe: (listener: () => void) => () => void;
	/** '' while nothing goes wrong. */
	readonly current: () => string;
	readonly say: (text: string) => void;
};

/** Nothing to say yet. */
export const createWarnings = (): Warnings => {
	const listeners = new Listeners();
	let text = '';
	return {
		subscribe: listeners.subscribe,
		current: () => text,
		say(next) {
			text = next;
			listeners.tell();
		},
	};
};
