/** How much is kept: so many values, and so many characters of their keys, in each of two generations. */
export type RecentLimits = {readonly entries: number; readonly characters: number};

/**
 * Values by texts that come again and again. Of two generations the older one is forgotten when the newer one is full, so
 * that those in use are never all forgotten at once.
 */
export class RecentValues<Value extends NonNullable<unknown>> {
	readonly #limits: RecentLimits;
	#recent = new Map<string, Value>();
	#earlier: ReadonlyMap<string, Value> = new Map();
	#characters = 0;

	constructor(limits: RecentLimits) {
		this.#limits = limits;
	}

	/** The value of a text, made if it is not known. */
	of(text: string, make: () => Value): Value {
		const known = this.#recent.get(text);
		if (known !== undefined) {
			return known;
		}

		const value = this.#earlier.get(text) ?? make();
		const {entries, characters} = this.#limits;
		if (this.#recent.size >= entries || this.#characters + text.length > characters) {
			this.#earlier = this.#recent;
			this.#recent = new Map();
			this.#characters = 0;
		}

		this.#recent.set(text, value);
		this.#characters += text.length;
		return value;
	}
}
