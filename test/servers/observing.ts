import type {Observation, Provider} from '../../source/providers/provider.js';

export type ObservingOptions = {
	/** Ms; default 50 */
	readonly interval?: number;
	readonly once?: boolean;
};

/**
 * Reads a provider's observations as they come, so that a test can wait for the one it is about.
 * `await using` ends it.
 */
export class Observing {
	readonly #abort = new AbortController();
	#changed = Promise.withResolvers<void>();
	#taken = 0;
	#isOver = false;
	/** Everything so far. */
	readonly seen: Observation[] = [];
	/** Settles when the provider has nothing more to say. */
	readonly ended: Promise<void>;

	constructor(provider: Provider, {interval = 50, once = false}: ObservingOptions = {}) {
		this.ended = this.#read(provider.observe({signal: this.#abort.signal, once, interval: () => interval}));
	}

	async #read(observations: AsyncIterable<Observation>): Promise<void> {
		try {
			for await (const observation of observations) {
				this.seen.push(observation);
				this.#changed.resolve();
				this.#changed = Promise.withResolvers();
			}
		} finally {
			this.#isOver = true;
			this.#changed.resolve();
		}
	}

	/**
	 * The next observation, after those that earlier waits have passed, for which `isWanted` holds.
	 *
	 * @throws {Error} When none comes within 40 s or until the end, with what came instead.
	 */
	async until<Wanted extends Observation>(
		isWanted: (observation: Observation) => observation is Wanted,
	): Promise<Wanted>;
	async until(isWanted: (observation: Observation) => boolean): Promise<Observation>;
	async until(isWanted: (observation: Observation) => boolean): Promise<Observation> {
		const deadline = AbortSignal.timeout(40_000);
		const late = new Promise<void>(resolve => {
			deadline.addEventListener('abort', () => {
				resolve();
			});
		});
		while (!deadline.aborted) {
			const changed = this.#changed.promise;
			const at = this.seen.findIndex((observation, index) => index >= this.#taken && isWanted(observation));
			const found = this.seen[at];
			if (found) {
				this.#taken = at + 1;
				return found;
			}

			if (this.#isOver) {
				break;
			}

			await Promise.race([changed, late]);
		}

		const last = this.seen.slice(-20).map(observation => brief(observation));
		throw new Error(`It did not come. What came:\n${last.join('\n')}`);
	}

	/** Ends the observing and waits until the provider has let go of everything. */
	async stop(): Promise<void> {
		this.#abort.abort();
		await this.ended;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.stop();
	}
}

/** One line that tells observations apart. */
const brief = (observation: Observation): string => {
	switch (observation.kind) {
		case 'status': {
			return `status of ${observation.asked?.join(', ') ?? 'all'}`;
		}

		case 'silence': {
			return `silence of ${observation.asked?.join(', ') ?? 'all'}: ${observation.problem.what}`;
		}

		case 'cluster': {
			return `cluster: ${Object.keys(observation).join(', ')}`;
		}

		case 'locks':
		case 'metrics':
		case 'operation':
		case 'restart': {
			return observation.kind;
		}
	}
};
