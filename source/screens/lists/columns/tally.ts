/**
 * Counts the values of the rows of a table. From one answer to the next most rows stay the same: only the others are
 * examined, so that the cost of a very long table depends on the changes.
 */
import {Counts, exchanges} from '../../../monitor/counting/counts.js';

/**
 * Counts `valueOf` over rows: returns the values that occur. The last rows are remembered; the result is always the
 * same as counting all of them. `keyOf`: what the value depends on, cheap to compute; rows of the same key have the
 * same value.
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

/**
 * Returns the names of rows: the same list as before if the names are the same. `nameOf` is only called for rows that
 * have changed.
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
