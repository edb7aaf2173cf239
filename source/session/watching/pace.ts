/**
 * When to publish a new view: at once after a quiet time, else no more often than people can read, and occasionally
 * without news. Views of a very large cluster are further apart, so that making them leaves time for all else.
 */

/** Changes closer together than this are shown together, ms. */
const newsGap = 200;

/** The most of the time that is spent on making views; and the most that a view is delayed for that, ms. */
const share = 1 / 3;
const longestGap = 2000;

/** The interval without news, ms: ages on screen still advance. */
const tick = 5000;

/** Says when the next view is published, until it is stopped. */
export class ViewPace {
	readonly #publish: () => void;
	#ticking: NodeJS.Timeout;
	#next: NodeJS.Timeout | undefined;
	#isStopped = false;
	/** When the last view was started, by `performance.now()`. */
	#begunAt = -Infinity;
	/** How long making it took, ms. */
	#took = 0;

	/** `publish` makes and shows a view. */
	constructor(publish: () => void) {
		this.#publish = publish;
		this.#ticking = setTimeout(publish, tick);
	}

	/** There is news: makes a view soon, unless one is already due. */
	news(): void {
		// A timer for a view that nobody sees would keep the process alive.
		if (this.#isStopped) {
			return;
		}

		const gap = Math.min(longestGap, Math.max(newsGap, this.#took / share));
		this.#next ??= setTimeout(this.#publish, Math.max(0, this.#begunAt + gap - performance.now()));
	}

	/** Cancels the pending view: it is made now, or held back. */
	taken(): void {
		clearTimeout(this.#next);
		this.#next = undefined;
	}

	/** Notes that making a view begins. */
	begin(): void {
		this.#begunAt = performance.now();
	}

	/** Notes that the view is made; returns how long that took, ms. */
	end(): number {
		this.#took = performance.now() - this.#begunAt;
		return this.#took;
	}

	/**
	 * Schedules the next view without news: after a whole tick, or after `most` ms if what is shown changes with time by
	 * then.
	 */
	rest(most = tick): void {
		if (this.#isStopped) {
			return;
		}

		clearTimeout(this.#ticking);
		this.#ticking = setTimeout(this.#publish, Math.min(tick, Math.max(newsGap, most)));
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#ticking);
		clearTimeout(this.#next);
	}
}
