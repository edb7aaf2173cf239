/** The number of old entries that is kept however few newer ones there are: sources that are silent for hours. */
const leastOld = 1000;

/**
 * Forgets entries that have not changed for long, the oldest first: where names never repeat, they would fill the
 * memory. As many old ones are kept as there are newer ones, so that a cluster with stable names loses none.
 *
 * @param map Its entries, the one that has not changed for longest first.
 * @param isOld Whether an entry has not changed for long.
 */
export const forgetOld = <Value>(map: Map<string, Value>, isOld: (value: Value) => boolean): void => {
	let old = 0;
	for (const value of map.values()) {
		if (!isOld(value)) {
			break;
		}

		old++;
	}

	const kept = Math.max(leastOld, map.size - old);
	for (const key of map.keys().take(Math.max(0, old - kept))) {
		map.delete(key);
	}
};
