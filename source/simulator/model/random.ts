/**
 * The simulator's random numbers: seeded, with one stream per entity, so that another task does not change the others.
 * They only use exact integers, so that they are the same on every machine.
 */

/** The next number from 0 up to but not including 1. */
export type Random = () => number;

const largestPrime = 2_147_483_647;

/** A number from 0 up to 2^31 - 2 that depends on every letter of the text, and on the salt. */
export const hashText = (text: string, salt = 0): number => {
	let hash = (salt * 7919 + 104_729) % largestPrime;
	for (const letter of text) {
		hash = (hash * 48_271 + (letter.codePointAt(0) ?? 0)) % largestPrime;
	}

	// Otherwise texts that only differ in their last letter would get similar values.
	return (((hash * 69_621) % largestPrime) * 39_373) % largestPrime;
};

/** The two generators that L'Ecuyer combines (1988): modulus and multiplier; the period is 2 · 10^18. */
const first = {modulus: 2_147_483_563, factor: 40_014};
const second = {modulus: 2_147_483_399, factor: 40_692};

/** A separate stream for everything that has a name. */
export const createRandom = (seed: number, ...names: readonly string[]): Random => {
	const name = `${seed}\u{0}${names.join('\u{0}')}`;
	let one = 1 + (hashText(name, 1) % (first.modulus - 1));
	let two = 1 + (hashText(name, 2) % (second.modulus - 1));
	return () => {
		one = (one * first.factor) % first.modulus;
		two = (two * second.factor) % second.modulus;
		const difference = one - two;
		return (difference > 0 ? difference - 1 : difference + first.modulus - 2) / (first.modulus - 1);
	};
};

/** A number between `low` and `high`. */
export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

/** `mean` randomly rounded up or down, so that the average stays. */
export const wholeNumber = (random: Random, mean: number): number => Math.floor(mean + random());
