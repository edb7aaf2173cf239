/** Keys that an object has more than once: JSON.parse keeps the last one and does not say so. */

/** Longer texts are not looked at, UTF-16 units: people write and join short ones by hand, DM writes each key once. */
const longest = 1024 * 1024;

/** A string, and the colon that makes it a key. */
const text = /"[^"\\]*(?:\\.[^"\\]*)*"\s*(?<colon>:)?/gsv;

const countKeys = (json: string): number =>
	json.matchAll(text).reduce((count, {groups}) => count + (groups?.['colon'] === undefined ? 0 : 1), 0);

const countMembers = (value: unknown): number => {
	let count = 0;
	const open: unknown[] = [value];
	while (open.length > 0) {
		const next = open.pop();
		if (typeof next !== 'object' || next === null) {
			continue;
		}

		const parts = Object.values(next) as unknown[];
		count += Array.isArray(next) ? 0 : parts.length;
		for (const part of parts) {
			open.push(part);
		}
	}

	return count;
};

/** Whether an object in the JSON has a key more than once; `value` is what JSON.parse made of it. */
export const hasRepeatedKeys = (json: string, value: unknown): boolean =>
	json.length <= longest && countKeys(json) > countMembers(value);
