import {ownText} from './own-text.js';

/** How long a generation lasts at most, ms: a text that was not asked for in two of them is forgotten. */
const longest = 60_000;

/** The clock is read once in this many uses, since reading it takes as long as finding a value. */
const usesBetween = 100;

/** The most values, and the most characters of their keys, in each of two generations. */
export type RecentLimits = {readonly entries: number; readonly characters: number};

/** A value for a text that is kept. Most texts are their own values: one of the two is enough. */
const ownValue = <Value>(value: Value, text: string): Value =>
	typeof value === 'string' ? ((value === text ? text : ownText(value)) as string & Value) : value;

/**
 * Values by texts that come again and again. Of two generations the older one is forgotten when the newer one is full or
 * old, so that those in use are never all forgotten at once, and those of a flood do not stay. Texts, and values that are texts,
 * are copied: an answer that they are a part of does not stay.
 */
export class RecentValues<Value extends NonNullable<unknown>> {
	readonly #limits: RecentLimits;
	#recent = new Map<string, Value>();
	#earlier: ReadonlyMap<string, Value> = new Map();
	#characters = 0;
	#begunAt: number;
	#uses = 0;
	readonly #now: () => number;

	/** `now`: a clock that cannot be set, ms. */
	constructor(limits: RecentLimits, now = () => performance.now()) {
		this.#limits = limits;
		this.#now = now;
		this.#begunAt = now();
	}

	#beginAnew(): void {
		this.#earlier = this.#recent;
		this.#recent = new Map();
		this.#characters = 0;
		this.#begunAt = this.#now();
	}

	/** The value of a text, made if it is not known. */
	of(text: string, make: () => Value): Value {
		this.#uses++;
		if (this.#uses % usesBetween === 0 && this.#now() - this.#begunAt >= longest) {
			this.#beginAnew();
		}

		const known = this.#recent.get(text);
		if (known !== undefined) {
			return known;
		}

		const key = ownText(text);
		const value = this.#earlier.get(text) ?? ownValue(make(), key);
		const {entries, characters} = this.#limits;
		if (this.#recent.size >= entries || this.#characters + text.length > characters) {
			this.#beginAnew();
		}

		this.#recent.set(key, value);
		this.#characters += text.length;
		return value;
	}
}
