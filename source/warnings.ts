/**
 * What goes wrong beside the watching, such as a recording that cannot be written: one line that stays on screen.
 */
export type Warnings = {
	readonly subscribe: (listener: () => void) => () => void;
	/** '' while there is nothing to say. */
	readonly current: () => string;
	readonly say: (text: string) => void;
};

/** Nothing to say yet. */
export const createWarnings = (): Warnings => {
	const listeners = new Set<() => void>();
	let text = '';
	return {
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		current: () => text,
		say(next) {
			text = next;
			for (const listener of listeners) {
				listener();
			}
		},
	};
};
