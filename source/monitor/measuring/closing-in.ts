/**
 * When a subtask will have caught up, from the distance of its checkpoint: DM's lag may stay the same until everything
 * is done. The checkpoint only moves every 30 s, so distances right after a move are compared.
 */

/** The number of distances that are kept. */
const kept = 4;

/** A decrease is measured over at least this time, ms. */
const shortest = 15_000;

/** A checkpoint that has not moved for this long stands still, ms. */
const standing = 60_000;

/** Times and distances in bytes, alternating, oldest first. */
export type Distances = readonly number[];

const none: Distances = [];

/** Adds a distance, in bytes, at `at` ms since the epoch. Measurements from before a clock was set back are dropped. */
export const addDistance = (distances: Distances | undefined, at: number, bytes: number): Distances => {
	const before = distances ?? none;
	return (before.at(-2) ?? -Infinity) > at ? [at, bytes] : [...before, at, bytes].slice(-2 * kept);
};

/** Seconds until nothing is left, if the distance keeps falling; undefined when it does not, or that is unknown. */
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
