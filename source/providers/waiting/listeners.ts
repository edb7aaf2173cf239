/** Listeners for changes. */
export class Listeners {
	readonly #all = new Set<() => void>();

	/** Calls back at every change; returns a function that stops it. */
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
