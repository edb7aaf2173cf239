/** The first delay, ms: DM's workers are scraped every 15 s. */
const least = 15_000;

const most = 300_000;

/** How long a source of metrics is left alone after a problem, ms: twice as long each time, up to five minutes. */
export class Backoff {
	#next: number = least;

	/** The delay after another problem, ms. */
	afterProblem(): number {
		const wait = this.#next;
		this.#next = Math.min(most, wait * 2);
		return wait;
	}

	/** Resets the delay, once there was an answer. */
	end(): void {
		this.#next = least;
	}
}
