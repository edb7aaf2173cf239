/** Texts in groups: each is written, compressed or kept at once. */

/** UTF-16 units of a text in pieces. */
export const lengthOf = (pieces: readonly string[]): number =>
	pieces.reduce((sum, {length}) => sum + length, 0);

/**
 * The items in groups, each as short as it can be with at least `least` UTF-16 units, but the last.
 *
 * @param items Anything with text.
 * @param least The UTF-16 units of a group.
 * @param lengthOfItem The UTF-16 units of one.
 * @yields One group after the other; none is empty.
 */
export function* groupsOf<Item>(
	items: Iterable<Item>,
	least: number,
	lengthOfItem: (item: Item) => number,
): Generator<readonly Item[], void> {
	let group: Item[] = [];
	let length = 0;
	for (const item of items) {
		group.push(item);
		length += lengthOfItem(item);
		if (length < least) {
			continue;
		}

		yield group;
		group = [];
		length = 0;
	}

	if (group.length > 0) {
		yield group;
	}
}

/**
 * Texts joined into pieces of at least `least` UTF-16 units, but the last.
 *
 * @yields One piece after the other.
 */
export function* joined(texts: Iterable<string>, least: number): Generator<string, void> {
	for (const group of groupsOf(texts, least, ({length}) => length)) {
		yield group.join('');
	}
}
