/** What stands in the place of values. */

/** Gives each value a sign of its own, the same for the same: what differs stays apart. */
export class ValueSigns {
	readonly #signs = new Map<string, string>();
	readonly #most: number;
	#count = 0;

	/** `most`: values that are known again; beyond them the one that was known longest is forgotten. */
	constructor(most = 20_000) {
		this.#most = most;
	}

	/** "?12" */
	of(value: string): string {
		const known = this.#signs.get(value);
		if (known !== undefined) {
			return known;
		}

		this.#count += 1;
		const sign = `?${this.#count}`;
		this.#signs.set(value, sign);
		const [oldest] = this.#signs.keys();
		if (oldest !== undefined && this.#signs.size > this.#most) {
			this.#signs.delete(oldest);
		}

		return sign;
	}
}
