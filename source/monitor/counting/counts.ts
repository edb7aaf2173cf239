/**
 * Numbers over long lists, updated from one list to the next: most items stay where they are, and only the others are
 * examined.
 */

/** Items that differ from those at the same index of the previous list. */
export type Exchange<Item> = {
	readonly index: number;
	/** The old item; undefined where the list was shorter. */
	readonly before: Item | undefined;
	/** The new item; undefined where the list is shorter now. */
	readonly item: Item | undefined;
};

/**
 * The last computed differences and their list, since several counters ask for the same. The previous list is held
 * weakly: otherwise all earlier lists would stay in memory.
 */
const known = new WeakMap<
	readonly unknown[],
	{readonly before: WeakRef<readonly unknown[]>; readonly found: ReadonlyArray<Exchange<unknown>>}
>();

/** What has changed between two lists, in their order. A moved item is removed at one place and added at the other. */
export const exchanges = <Item extends Record<string, unknown>>(
	before: readonly Item[],
	items: readonly Item[],
): ReadonlyArray<Exchange<Item>> => {
	const last = known.get(items);
	if (last?.before.deref() === before) {
		return last.found as ReadonlyArray<Exchange<Item>>;
	}

	const found: Array<Exchange<Item>> = [];
	const most = Math.max(items.length, before.length);
	for (let index = 0; index < most; index++) {
		if (before[index] !== items[index]) {
			found.push({index, before: before[index], item: items[index]});
		}
	}

	// There is no previous list: each counter counts the first one itself.
	if (before.length > 0) {
		known.set(items, {before: new WeakRef(before), found});
	}

	return found;
};

/** How often each value occurs. */
export class Counts<Value> {
	readonly #counts = new Map<Value, number>();

	#change(value: Value, by: 1 | -1): void {
		const count = (this.#counts.get(value) ?? 0) + by;
		if (count === 0) {
			this.#counts.delete(value);
		} else {
			this.#counts.set(value, count);
		}
	}

	/** One more of it. */
	come(value: Value): void {
		this.#change(value, 1);
	}

	/** One less of it. */
	go(value: Value): void {
		this.#change(value, -1);
	}

	/** The values that occur. */
	values(): Iterable<Value> {
		return this.#counts.keys();
	}

	/** The values with their counts. */
	entries(): MapIterator<[Value, number]> {
		return this.#counts.entries();
	}
}
