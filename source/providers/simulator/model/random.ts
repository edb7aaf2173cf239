/**
 * The simulator's own dice: seeded, and one stream per entity, so that a task more does not change the others.
 */

/** The next number from 0 up to but not including 1. */
export type Random = () => number;

/** A 32-bit hash of a text (FNV-1a with a final mix); the same on every machine. */
export const hashText = (text: string, seed = 0): number => {
	let hash = (0x81_1c_9d_c5 ^ seed) >>> 0;
	for (let i = 0; i < text.length; i++) {
		hash = Math.imul(hash ^ (text.codePointAt(i) ?? 0), 0x01_00_01_93);
	}

	hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
	return (hash ^ (hash >>> 16)) >>> 0;
};

/** A stream of its own for everything that has a name (mulberry32 over the hash of seed and names). */
export const createRandom = (seed: number, ...names: readonly string[]): Random => {
	let state = hashText(names.join('\0'), Math.imul(seed, 0x9e_37_79_b1));
	return () => {
		state = Math.trunc(state + 0x6d_2b_79_f5);
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_00_00_00_00;
	};
};

/** A number between `low` and `high`. */
export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

/** `mean` rounded up or down so that the sum of many keeps the mean. */
export const wholeNumber = (random: Random, mean: number): number => Math.floor(mean + random());
