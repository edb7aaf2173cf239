/** The longest timer, ms: beyond it Node does not wait at all. */
const longest = 2 ** 31 - 1;

/** A wait that can be interrupted. An early interruption applies to the next wait. */
export class Wakeup {
	#wake: (() => void) | undefined;
	#hasRung = false;

	/** Ends the wait that is going on, or else the next one. */
	ring(): void {
		if (this.#wake) {
			this.#wake();
		} else {
			this.#hasRung = true;
		}
	}

	/**
	 * Returns after so many ms (24 days at most, for `Infinity` never by itself), at `ring`, or when the signal is
	 * aborted; never throws.
	 */
	async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
		if (signal.aborted || this.#hasRung) {
			this.#hasRung = false;
			return;
		}

		const {promise, resolve} = Promise.withResolvers<void>();
		const wake = (): void => {
			resolve();
		};

		this.#wake = wake;
		const timer =
			milliseconds === Infinity ? undefined : setTimeout(wake, Math.min(longest, Math.max(0, milliseconds)));
		signal.addEventListener('abort', wake, {once: true});
		await promise;
		this.#wake = undefined;
		clearTimeout(timer);
		signal.removeEventListener('abort', wake);
	}
}
