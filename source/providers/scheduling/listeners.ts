/** Those who are to be told that something has changed. */
export class Listeners {
	readonly #all = new Set<() => void>();

	/** Calls back at every change from now on; gives what ends that. */
	readonly subscribe = (listener: () => void): (() => void) => {
		this.#all.add(listener);
		return () => {
			this.#all.delete(listener);
		};
	};

	tell(): void {
		for (const listener of this.#all) {
			listener();
		}
	}

	clear(): void {
		this.#all.clear();
	}
}
