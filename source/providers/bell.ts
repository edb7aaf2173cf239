/** A wait that a person can cut short. */
export class Bell {
	#ring: (() => void) | undefined;

	/** Ends the wait that is going on, if any. */
	ring(): void {
		this.#ring?.();
	}

	/** Comes back after so many ms, at `ring`, or when the signal is aborted; never throws. */
	async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
		if (signal.aborted) {
			return;
		}

		const {promise, resolve} = Promise.withResolvers<void>();
		const wake = (): void => {
			resolve();
		};

		this.#ring = wake;
		const timer = setTimeout(wake, Math.max(0, milliseconds));
		signal.addEventListener('abort', wake, {once: true});
		await promise;
		clearTimeout(timer);
		signal.removeEventListener('abort', wake);
	}
}
