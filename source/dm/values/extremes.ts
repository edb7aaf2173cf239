/** The minimum and maximum of any number of values: Math.min takes no more than some 100,000 arguments. */

/** The least of some numbers; Infinity for none. */
export const least = (numbers: Iterable<number>): number => {
	let found = Infinity;
	for (const number of numbers) {
		found = Math.min(found, number);
	}

	return found;
};

/** The greatest of some numbers; `atLeast` where there is none, or only smaller ones. */
export const greatest = (numbers: Iterable<number>, atLeast = -Infinity): number => {
	let found = atLeast;
	for (const number of numbers) {
		found = Math.max(found, number);
	}

	return found;
};
