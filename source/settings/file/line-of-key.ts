/**
 * In which line of a TOML text a key is given. The parser does not tell; the beginning of text that first holds the key
 * does.
 */

/** Whether a value of a parsed text has something at this way through its tables and lists. */
const has = (value: unknown, [first, ...rest]: readonly string[]): boolean =>
	first === undefined ||
	(typeof value === 'object' &&
		value !== null &&
		Object.entries(value).some(([key, one]: [string, unknown]) => key === first && has(one, rest)));

/**
 * The line, from 1, in which the value at `keys` begins; 1 where it cannot be told. `parse` throws on text that is not
 * TOML: a value over several lines is complete in its last one, and begins behind the last complete beginning.
 */
export const lineOfKey = (
	text: string,
	keys: readonly string[],
	parse: (text: string) => unknown,
): number => {
	const lines = text.split('\n');
	let before = 0;
	for (const index of lines.keys()) {
		let value: unknown;
		try {
			value = parse(lines.slice(0, index + 1).join('\n'));
		} catch {
			continue;
		}

		if (has(value, keys)) {
			return before + 1;
		}

		before = index + 1;
	}

	return 1;
};
