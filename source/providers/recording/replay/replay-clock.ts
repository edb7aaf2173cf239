/** The clock of a replay: it runs at a given speed, stops, and jumps. */

const slowest = 0.25;
const fastest = 64;

/** Its position is between the first and the last observation, ms since the epoch. */
export class ReplayClock {
	readonly #start: number;
	readonly #end: number;
	/** Its last position, ms since the epoch, and when that was, ms of the monotonic clock. */
	#position: number;
	#since = performance.now();
	#isPaused = false;
	#speed = 1;

	constructor(start: number, end: number) {
		this.#start = start;
		this.#end = Math.max(start, end);
		this.#position = start;
	}

	#goTo(at: number): void {
		if (!Number.isNaN(at)) {
			this.#position = Math.min(this.#end, Math.max(this.#start, at));
		}

		this.#since = performance.now();
	}

	/** Milliseconds since the epoch. */
	get position(): number {
		return this.#isPaused
			? this.#position
			: Math.min(this.#end, this.#position + (performance.now() - this.#since) * this.#speed);
	}

	set position(at: number) {
		this.#goTo(at);
	}

	get isPaused(): boolean {
		return this.#isPaused;
	}

	set isPaused(isPaused: boolean) {
		this.#goTo(this.position);
		this.#isPaused = isPaused;
	}

	get speed(): number {
		return this.#speed;
	}

	set speed(speed: number) {
		this.#goTo(this.position);
		this.#speed = Number.isNaN(speed) ? this.#speed : Math.min(fastest, Math.max(slowest, speed));
	}

	get isAtEnd(): boolean {
		return this.position >= this.#end;
	}

	/** How long until it shows `at`, ms; Infinity while it is stopped. */
	until(at: number): number {
		return this.#isPaused ? Infinity : Math.max(0, (at - this.position) / this.#speed);
	}
}
