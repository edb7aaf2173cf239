/** A place in a sorted list. */

/**
 * The number of items at the beginning of a list for which `isBefore` holds; it must not hold for any after the first
 * for which it does not.
 */
export const countBefore = <Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number => {
	let low = 0;
	let high = items.length;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		if (isBefore(items[middle]!)) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}

	return low;
};
