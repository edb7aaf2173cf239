/** A mistake in a scenario, with the place where it is. */

export class ScenarioError extends Error {
	override readonly name = 'ScenarioError';

	constructor(
		/** The scenario's name or path. */
		readonly scenario: string,
		/** Counted from 1. */
		readonly line: number,
		/** Counted from 1. */
		readonly column: number,
		/** What is wrong and what to write instead. */
		readonly what: string,
	) {
		super(`${scenario}:${line}:${column}: ${what}`);
	}
}

/** How many letters must change to make one text of the other (Levenshtein). */
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

/** ": did you mean …?" with the nearest of the names, or the whole list when none is near. */
export const didYouMean = (written: string, names: readonly string[]): string => {
	let nearest = '';
	let least = Math.max(2, Math.floor(written.length / 3)) + 1;
	for (const name of names) {
		const away = distance(written.toLowerCase(), name.toLowerCase());
		if (!(away < least)) {
			continue;
		}

		least = away;
		nearest = name;
	}

	if (nearest !== '') {
		return `: did you mean "${nearest}"?`;
	}

	const shown = names.slice(0, 30);
	return names.length === 0
		? ''
		: `; there is ${shown.join(', ')}${names.length > shown.length ? ` and ${names.length - shown.length} more` : ''}`;
};
