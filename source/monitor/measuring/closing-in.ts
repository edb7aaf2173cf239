/**
 * When a subtask has caught up, from how far its checkpoint is behind: DM's lag may stand at the same number until all is
 * done. The checkpoint moves every 30 s only, so distances are compared that were measured just after it moved.
 */

/** Distances that are kept. */
const kept = 4;

/** A fall is measured over at least this, ms. */
const shortest = 15_000;

/** A checkpoint that has not moved for so long stands, ms. */
const standing = 60_000;

/** When and how many bytes behind, by turns, oldest first. */
export type Distances = readonly number[];

const none: Distances = [];

/** Adds a distance, in bytes, at `at` ms since the epoch. What was measured before a clock was set back is forgotten. */
export const addDistance = (distances: Distances | undefined, at: number, bytes: number): Distances => {
	const before = distances ?? none;
	return (before.at(-2) ?? -Infinity) > at ? [at, bytes] : [...before, at, bytes].slice(-2 * kept);
};

/** Seconds until nothing is left, if the distance keeps falling; undefined when it does not, or that was not seen. */
export const untilLevel = (distances: Distances | undefined, now: number): number | undefined => {
	if (!distances || distances.length < 4) {
		return undefined;
	}

	const span = distances.at(-2)! - distances[0]!;
	const fall = distances[1]! - distances.at(-1)!;
	const age = now - distances.at(-2)!;
	if (span < shortest || fall <= 0 || age >= standing) {
		return undefined;
	}

	const left = (distances.at(-1)! * span) / fall - age;
	return left > 0 ? left / 1000 : undefined;
};
