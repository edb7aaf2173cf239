/** Replacements of values. */
import {ownText} from '../../../dm/values/own-text.js';
import {keyOf} from './kept-key.js';

/** Gives each value a unique sign, the same for equal values. */
export class ValueSigns {
	readonly #signs = new Map<string, string>();
	readonly #most: number;
	#count = 0;

	/** `most`: the number of values that are remembered; beyond that the oldest is forgotten. */
	constructor(most = 20_000) {
		this.#most = most;
	}

	/** "?12" */
	of(value: string): string {
		const key = keyOf(value);
		const known = this.#signs.get(key);
		if (known !== undefined) {
			return known;
		}

		this.#count += 1;
		const sign = `?${this.#count}`;
		this.#signs.set(ownText(key), sign);
		const [oldest] = this.#signs.keys();
		if (oldest !== undefined && this.#signs.size > this.#most) {
			this.#signs.delete(oldest);
		}

		return sign;
	}
}
