/** Counts what is held: memory tells nothing by itself, since it is given back late. */

type Held = {readonly entries: number; readonly characters: number};

const membersOf = (value: unknown): {readonly members: readonly unknown[]; readonly entries: number} => {
	if (value instanceof Map) {
		return {members: [...value.keys(), ...value.values()], entries: value.size};
	}

	if (value instanceof Set) {
		return {members: [...value], entries: value.size};
	}

	const members: readonly unknown[] =
		typeof value !== 'object' || value === null || ArrayBuffer.isView(value) ? [] : Object.values(value);
	return {members, entries: Array.isArray(value) ? members.length : 0};
};

/** The entries of all lists, maps and sets that can be reached from there, and the characters of all texts. */
export const held = (...roots: readonly unknown[]): Held => {
	const seen = new Set<unknown>();
	const next: unknown[] = [...roots];
	let entries = 0;
	let characters = 0;
	while (next.length > 0) {
		const value = next.pop();
		if (seen.has(value)) {
			continue;
		}

		if (typeof value === 'string') {
			seen.add(value);
			characters += value.length;
			continue;
		}

		if (typeof value !== 'object') {
			continue;
		}

		seen.add(value);
		const {members, entries: own} = membersOf(value);
		entries += own;
		for (const member of members) {
			next.push(member);
		}
	}

	return {entries, characters};
};
