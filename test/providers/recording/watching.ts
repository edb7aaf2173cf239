/** Watches a replay as the program does. */
import {setTimeout as wait} from 'node:timers/promises';
import type {Observation} from '../../../source/providers/provider.js';
import {createClusterState, observe} from '../../../source/monitor/known.js';
import {view} from '../../../source/monitor/showing/cluster.js';
import {past} from '../../../source/monitor/showing/series.js';
import type {ClusterView} from '../../../source/monitor/view.js';
import {openReplay, type Replay} from '../../../source/providers/recording/replay/replay.js';

/** What the screens can know at a moment: the view, and the lag and the rows of the last ten minutes. */
export type Shown = {readonly cluster: ClusterView; readonly pasts: unknown};

/** What is known after these observations, at `now`. */
export class Folding {
	readonly #known = createClusterState();
	/** Everything that was folded. */
	readonly seen: Observation[] = [];

	/** How often it was started over. */
	get restarts(): number {
		return this.seen.filter(({kind}) => kind === 'restart').length;
	}

	fold(observation: Observation): void {
		this.seen.push(observation);
		observe(this.#known, observation);
	}

	at(now: number): Shown {
		const cluster = view(this.#known, now);
		return {
			cluster,
			pasts: cluster.tasks.map(({name}) =>
				(['lag', 'rows'] as const).map(
					measure =>
						past(this.#known, {task: name}, measure, {span: 550_000, count: 110, now, isOfRow: true}).values,
				),
			),
		};
	}
}

/** What is known at each of these moments to one who saw everything from the start. */
export const seenAt = (
	said: readonly Observation[],
	moments: readonly number[],
): ReadonlyMap<number, Shown> => {
	const folding = new Folding();
	const shown = new Map<number, Shown>();
	let next = 0;
	for (const at of moments.toSorted((left, right) => left - right)) {
		for (; next < said.length && said[next]!.at <= at; next++) {
			folding.fold(said[next]!);
		}

		shown.set(at, folding.at(at));
	}

	return shown;
};

/** What is known at a moment to one who saw everything from the start. */
export const seenAll = (said: readonly Observation[], at: number): Shown => {
	const folding = new Folding();
	for (const observation of said) {
		if (observation.at <= at) {
			folding.fold(observation);
		}
	}

	return folding.at(at);
};

export class Watching {
	static async open(path: string): Promise<Watching> {
		const watching = new Watching(await openReplay(path));
		watching.replay.pause();
		return watching;
	}

	readonly #abort = new AbortController();
	readonly #ended: Promise<void>;
	readonly folding = new Folding();

	private constructor(readonly replay: Replay) {
		this.#ended = this.#run();
	}

	async #run(): Promise<void> {
		const options = {signal: this.#abort.signal, once: false, interval: () => 1000};
		for await (const observation of this.replay.observe(options)) {
			this.folding.fold(observation);
		}
	}

	/** Waits until everything that leads to the present position was folded. */
	async settle(): Promise<void> {
		while (this.replay.isSeeking) {
			await Promise.race([wait(5), this.#ended]);
		}
	}

	/** What is shown, and how often it was started over to get there, when a jump has led to this moment. */
	async seek(at: number): Promise<Shown & {readonly restarts: number}> {
		const {promise, resolve} = Promise.withResolvers<Shown & {readonly restarts: number}>();
		// In the same turn: on a busy machine what comes when it is quiet may follow before this one is heard of.
		const forget = this.replay.onChange(() => {
			if (!this.replay.isSeeking) {
				resolve({...this.folding.at(at), restarts: this.folding.restarts});
			}
		});
		this.replay.seek(at);
		const shown = await promise;
		forget();
		return shown;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#abort.abort();
		await this.#ended;
	}
}
