/**
 * What the rows of a table say in a few words or numbers, counted. From one answer to the next most rows are the same, and
 * stand where they stood: only the others are looked at, so that a table of very many rows costs what has changed of it.
 */
import {Counts, exchanges} from '../../../monitor/showing/counting.js';

/**
 * Counts `valueOf` over rows: gives the values that there are. The rows counted last are remembered; whatever rows come next,
 * the outcome is what counting them all would give. `keyOf`: what the value follows from, cheap to ask; rows of the same key
 * have the same value.
 */
export const createTally = <Row extends Record<string, unknown>, Key, Value = Key>(
	keyOf: (row: Row) => Key,
	...[valueOf]: [Key] extends [Value] ? [valueOf?: (key: Key) => Value] : [valueOf: (key: Key) => Value]
): ((rows: readonly Row[]) => Iterable<Value>) => {
	const counts = new Counts<Value>();
	const valueFor = (key: Key): Value => (valueOf ? valueOf(key) : (key as unknown as Value));
	let counted: readonly Row[] = [];
	return rows => {
		if (rows === counted) {
			return counts.values();
		}

		for (const {before, item: row} of exchanges(counted, rows)) {
			const gone = before && {key: keyOf(before)};
			const come = row && {key: keyOf(row)};
			if (gone && come && Object.is(gone.key, come.key)) {
				continue;
			}

			if (gone) {
				counts.go(valueFor(gone.key));
			}

			if (come) {
				counts.come(valueFor(come.key));
			}
		}

		counted = rows;
		return counts.values();
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
			exchanges(before, rows).every(({index, item}) => item && nameOf(item) === names[index]);
		last = {rows, names: isSame ? names : rows.map(row => nameOf(row))};
		return last.names;
	};
};
