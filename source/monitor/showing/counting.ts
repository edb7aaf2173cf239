/**
 * Numbers over long lists, kept up from one list to the next: mostly the same items stand where they stood, and only the
 * others are looked at.
 */

/** Items that are not the same, or not in the same place, as in the list before. */
export type Exchange<Item> = {
	readonly index: number;
	/** What stood there; undefined where the list was shorter. */
	readonly before: Item | undefined;
	/** What stands there; undefined where the list is shorter now. */
	readonly item: Item | undefined;
};

/**
 * The differences of a list that were last asked for, and to which list: whoever counts its items asks for the same. The
 * list before is not kept alive, or all lists that ever were would be.
 */
const known = new WeakMap<
	readonly unknown[],
	{readonly before: WeakRef<readonly unknown[]>; readonly found: ReadonlyArray<Exchange<unknown>>}
>();

/**
 * What has changed between two lists, in their order. An item that has moved goes away in one place and comes in the other.
 */
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

	// A list that begins is counted once by each.
	if (before.length > 0) {
		known.set(items, {before: new WeakRef(before), found});
	}

	return found;
};

/** How often each value is there. */
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

	/** The values that are there. */
	values(): Iterable<Value> {
		return this.#counts.keys();
	}

	/** The same, each with how often it is there. */
	entries(): MapIterator<[Value, number]> {
		return this.#counts.entries();
	}
}
