/** Fuzzy search: letters in order with others in between. */
import FuzzySearch from '@leeoniya/ufuzzy';

let made: FuzzySearch | undefined;

/** The indexes of the texts that have the letters of `needle`. Created on first use, since that takes as long as a frame. */
export const fuzzyMatches = (texts: readonly string[], needle: string): ReadonlySet<number> => {
	made ??= new FuzzySearch({intraMode: 0, intraIns: Infinity});
	return new Set(made.filter([...texts], needle));
};
