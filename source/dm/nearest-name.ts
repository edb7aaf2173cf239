/** How many letters must change to make one string of the other (Levenshtein). */
const distance = (from: string, to: string): number => {
	let row = Array.from({length: to.length + 1}, (_, index) => index);
	for (const [i, letter] of [...from].entries()) {
		const next = [i + 1];
		for (const [index, other] of [...to].entries()) {
			next.push(
				Math.min(
					(next[index] ?? 0) + 1,
					(row[index + 1] ?? 0) + 1,
					(row[index] ?? 0) + (letter === other ? 0 : 1),
				),
			);
		}

		row = next;
	}

	return row.at(-1) ?? 0;
};

/** The name that was most likely meant by what was written; undefined when none is near. */
export const nearestName = (written: string, names: readonly string[]): string | undefined => {
	let nearest: string | undefined;
	let least = Math.max(2, Math.floor(written.length / 3)) + 1;
	for (const name of names) {
		const away = distance(written.toLowerCase(), name.toLowerCase());
		if (!(away < least)) {
			continue;
		}

		least = away;
		nearest = name;
	}

	return nearest;
};
