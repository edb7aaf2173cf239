/** A place in a sorted list. */

/** How many items at the beginning of a list are so; behind the first that is not, none may be. */
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
