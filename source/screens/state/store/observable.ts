/** A value that notifies of changes, for React's `useSyncExternalStore`. */
export type Observable<Value> = {
	readonly current: () => Value;
	/** Calls back at every change; returns a function that stops it. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly set: (value: Value) => void;
};

/** A value that tells its listeners of every change to it. */
export const createObservable = <Value>(first: Value): Observable<Value> => {
	const listeners = new Set<() => void>();
	let value = first;
	return {
		current: () => value,
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		set(next) {
			if (Object.is(next, value)) {
				return;
			}

			value = next;
			for (const listener of listeners) {
				listener();
			}
		},
	};
};
