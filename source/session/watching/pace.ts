/**
 * When to publish a new view: at once after a quiet time, else no more often than people can read, and occasionally
 * without news.
 */

/** Changes closer together than this are shown together, ms. */
const newsGap = 200;

/** The interval without news, ms: ages on screen still advance. */
const tick = 5000;

/** Says when the next view is published, until it is stopped. */
export class ViewPace {
	readonly #publish: () => void;
	readonly #ticking: NodeJS.Timeout;
	#next: NodeJS.Timeout | undefined;
	#isStopped = false;
	/** When the last view was started, by `performance.now()`. */
	#begunAt = -Infinity;

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

		this.#next ??= setTimeout(this.#publish, Math.max(0, this.#begunAt + newsGap - performance.now()));
	}

	/** Cancels the pending view: it is made now, or held back. */
	taken(): void {
		clearTimeout(this.#next);
		this.#next = undefined;
	}

	/** Notes that a view is made now; returns when, by `performance.now()`. */
	begin(): number {
		this.#begunAt = performance.now();
		return this.#begunAt;
	}

	/** The next view without news is a whole tick away. */
	rest(): void {
		this.#ticking.refresh();
	}

	stop(): void {
		this.#isStopped = true;
		clearTimeout(this.#ticking);
		clearTimeout(this.#next);
	}
}
