/**
 * What the rows of a table say in a few words or numbers, counted. From one answer to the next most rows are the same, and
 * stand where they stood: only the others are looked at, so that a table of very many rows costs what has changed of it.
 */

/**
 * Counts `valueOf` over rows: gives the values that there are. The rows counted last are remembered; whatever rows come next,
 * the outcome is what counting them all would give. `keyOf`: what the value follows from, cheap to ask; rows of the same key
 * have the same value.
 */
export const createTally = <Row extends Record<string, unknown>, Key, Value = Key>(
	keyOf: (row: Row) => Key,
	...[valueOf]: [Key] extends [Value] ? [valueOf?: (key: Key) => Value] : [valueOf: (key: Key) => Value]
): ((rows: readonly Row[]) => Iterable<Value>) => {
	const counts = new Map<Value, number>();
	const count = (key: Key, by: 1 | -1) => {
		const value = valueOf ? valueOf(key) : (key as unknown as Value);
		const next = (counts.get(value) ?? 0) + by;
		if (next === 0) {
			counts.delete(value);
		} else {
			counts.set(value, next);
		}
	};

	let counted: readonly Row[] = [];
	return rows => {
		if (rows === counted) {
			return counts.keys();
		}

		// A row that has moved is taken away in one place and added in the other.
		const most = Math.max(rows.length, counted.length);
		for (let index = 0; index < most; index++) {
			const before = counted[index];
			const row = rows[index];
			if (before === row) {
				continue;
			}

			const keyBefore = before && {key: keyOf(before)};
			const keyNow = row && {key: keyOf(row)};
			if (keyBefore && keyNow && Object.is(keyBefore.key, keyNow.key)) {
				continue;
			}

			if (keyBefore) {
				count(keyBefore.key, -1);
			}

			if (keyNow) {
				count(keyNow.key, 1);
			}
		}

		counted = rows;
		return counts.keys();
	};
};

/** The greatest of some numbers; `least` when there is none. */
export const greatest = (numbers: Iterable<number>, least: number): number => {
	let most = least;
	for (const number of numbers) {
		most = Math.max(most, number);
	}

	return most;
};

/**
 * Gives the names of rows: the same list as before where rows of the same names stand in the same places. `nameOf` is asked
 * for rows that are not the same.
 */
export const createNames = <Row extends Record<string, unknown>>(
	nameOf: (row: Row) => string,
): ((rows: readonly Row[]) => readonly string[]) => {
	let last: {readonly rows: readonly Row[]; readonly names: readonly string[]} = {rows: [], names: []};
	return rows => {
		const {rows: before, names} = last;
		const isSame =
			before.length === rows.length &&
			rows.every((row, index) => row === before[index] || nameOf(row) === names[index]);
		last = {rows, names: isSame ? names : rows.map(row => nameOf(row))};
		return last.names;
	};
};
