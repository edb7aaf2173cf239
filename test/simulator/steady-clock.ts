import type {Clock} from '../../source/simulator/running/clock.js';

/** Simulated ms that a step takes. */
const step = 1000;

/**
 * A clock whose time goes up to 60 times as fast as the wall clock's, one second at a time. On a busy machine it goes slower
 * instead of skipping seconds: so what is due at one of them is done before the next one comes.
 */
export class SteadyClock implements Clock, Disposable {
	readonly #waiting = new Set<{readonly until: number; readonly wake: () => void}>();
	#now = Date.now();
	readonly #timer = setInterval(() => {
		this.#now += step;
		for (const {until, wake} of this.#waiting) {
			if (until <= this.#now) {
				wake();
			}
		}
	}, step / 60);

	now(): number {
		return this.#now;
	}

	async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
		if (signal.aborted) {
			return;
		}

		const {promise, resolve} = Promise.withResolvers<void>();
		const waiting = {until: this.#now + milliseconds, wake: resolve};
		const stop = (): void => {
			resolve();
		};

		this.#waiting.add(waiting);
		signal.addEventListener('abort', stop, {once: true});
		await promise;
		signal.removeEventListener('abort', stop);
		this.#waiting.delete(waiting);
	}

	[Symbol.dispose](): void {
		clearInterval(this.#timer);
	}
}
