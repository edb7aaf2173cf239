/** When there is a new view: at once after a quiet time, else no more often than people read, and now and then without news. */

/** News closer together than this are shown together, ms. */
const newsGap = 200;

/** Without news the ages on screen still move on, ms. */
const tick = 5000;

export class ViewPace {
	readonly #publish: () => void;
	readonly #ticking: NodeJS.Timeout;
	#next: NodeJS.Timeout | undefined;
	#isStopped = false;
	/** When the last view was begun, by `performance.now()`. */
	#begunAt = -Infinity;

	/** `publish` makes a view. */
	constructor(publish: () => void) {
		this.#publish = publish;
		this.#ticking = setTimeout(publish, tick);
	}

	/** There is news: a view is made soon, if none is due already. */
	news(): void {
		// A timer for a view that nobody sees would keep the process.
		if (this.#isStopped) {
			return;
		}

		this.#next ??= setTimeout(this.#publish, Math.max(0, this.#begunAt + newsGap - performance.now()));
	}

	/** No view is due any more: it is made now, or held back for another time. */
	taken(): void {
		clearTimeout(this.#next);
		this.#next = undefined;
	}

	/** A view is made now; returns when, by `performance.now()`. */
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
