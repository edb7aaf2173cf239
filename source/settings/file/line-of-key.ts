/**
 * Finds the line of a key in a TOML text. The parser does not report it; the shortest beginning of the text that
 * contains the key shows it.
 */

/** Whether a parsed value has something at this path. */
const has = (value: unknown, [first, ...rest]: readonly string[]): boolean =>
	first === undefined ||
	(typeof value === 'object' &&
		value !== null &&
		Object.entries(value).some(([key, one]: [string, unknown]) => key === first && has(one, rest)));

/**
 * The line, from 1, in which the value at `keys` begins; 1 if unknown. `parse` throws on text that is not TOML: a value
 * of several lines is complete in its last one, and begins after the last complete beginning.
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
