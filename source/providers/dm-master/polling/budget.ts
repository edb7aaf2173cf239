/** How many calls a master lets through (its `rpc-rate-limit`). */
export type BudgetOptions = {
	/** Calls a second. */
	readonly rate: number;
	/** Calls that may be made at once after a quiet time. */
	readonly burst: number;
};

/** A token bucket: every status call takes a token, so that the master's own rate limit is left to others. */
export class Budget {
	readonly #burst: number;
	#rate: number;
	#tokens: number;
	#countedAt = 0;

	constructor({rate, burst}: BudgetOptions) {
		this.#rate = rate;
		this.#burst = Math.max(1, burst);
		this.#tokens = this.#burst;
	}

	#count(now: number): void {
		const grown = (Math.max(0, now - this.#countedAt) * this.#rate) / 1000;
		this.#tokens = Math.min(this.#burst, this.#tokens + grown);
		this.#countedAt = now;
	}

	/** Sets the number of calls a second. */
	setRate(rate: number, now: number): void {
		this.#count(now);
		this.#rate = rate;
	}

	/** Takes a token if there is one. `now` in ms, of any monotonic clock. */
	take(now: number): boolean {
		this.#count(now);
		if (this.#tokens < 1) {
			return false;
		}

		this.#tokens--;
		return true;
	}

	/** When the next token is available, ms. */
	nextAt(now: number): number {
		this.#count(now);
		const missing = Math.max(0, 1 - this.#tokens);
		const wait = (missing * 1000) / this.#rate;
		return now + wait;
	}
}
