import type {Observation} from '../provider.js';

/**
 * Where a provider's timers and callbacks put their observations, and where its `observe` takes them from.
 * What is pushed after `end` is dropped.
 */
export class ObservationQueue {
	readonly #waiting: Observation[] = [];
	#ended = false;
	#wake: (() => void) | undefined;

	/** The number of observations that wait for the reader. */
	get size(): number {
		return this.#waiting.length;
	}

	push(observation: Observation): void {
		if (this.#ended) {
			return;
		}

		this.#waiting.push(observation);
		this.#wake?.();
	}

	/** Ends the queue: the reader gets what is waiting, then the end. */
	end(): void {
		this.#ended = true;
		this.#wake?.();
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<Observation> {
		for (;;) {
			const observation = this.#waiting.shift();
			if (observation) {
				yield observation;
			} else if (this.#ended) {
				return;
			} else {
				const {promise, resolve} = Promise.withResolvers<void>();
				this.#wake = resolve;
				await promise;
			}
		}
	}
}

/**
 * Runs `work` concurrently with its reader: yields what it pushes, ends when it ends, and aborts its signal when the
 * reader stops or `signal` is aborted. Exceptions of `work` are thrown here, after everything that it pushed.
 *
 * @yields What `work` pushes.
 */
export async function* observeWork(
	signal: AbortSignal,
	work: (queue: ObservationQueue, signal: AbortSignal) => Promise<void>,
): AsyncGenerator<Observation> {
	const queue = new ObservationQueue();
	const reader = new AbortController();
	const failures: unknown[] = [];
	const run = async () => {
		try {
			await work(queue, AbortSignal.any([signal, reader.signal]));
		} catch (error) {
			failures.push(error);
		} finally {
			queue.end();
		}
	};

	const running = run();
	try {
		yield* queue;
	} finally {
		reader.abort();
		await running;
	}

	if (failures.length > 0) {
		throw failures[0];
	}
}
