/** The least and the greatest of numbers, as many as there are: a call takes no more than some 100,000 arguments. */

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
