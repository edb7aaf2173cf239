/**
 * How long the terminal counts as lent to another program, such as an editor.
 */

/** How long after the end of that program a signal that was meant for it may still arrive, ms. */
export const lateSignals = 50;

/** Whether the terminal is lent, for signals that must not end the program then. */
export class Loan {
	#timer: NodeJS.Timeout | undefined;
	#immediate: NodeJS.Immediate | undefined;

	/** True from the beginning until no late signal can arrive any more. */
	isCurrent = false;

	begin(): void {
		// The end of the one before must not end this one.
		clearTimeout(this.#timer);
		clearImmediate(this.#immediate);
		this.isCurrent = true;
	}

	end(): void {
		// After a longer blocking an event loop runs timers before signals, and this after them.
		this.#timer = setTimeout(() => {
			this.#immediate = setImmediate(() => {
				this.isCurrent = false;
			});
		}, lateSignals).unref();
	}
}
