/** The minimum and maximum of any number of values: Math.min takes no more than some 100,000 arguments. */

/** Infinity for none. */
export const least = (numbers: Iterable<number>): number => {
	let found = Infinity;
	for (const number of numbers) {
		found = Math.min(found, number);
	}

	return found;
};

/** -Infinity for none. */
export const greatest = (numbers: Iterable<number>): number => {
	let found = -Infinity;
	for (const number of numbers) {
		found = Math.max(found, number);
	}

	return found;
};
