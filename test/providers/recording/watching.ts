/** Watches a replay as the program does. */
import {setTimeout as wait} from 'node:timers/promises';
import type {Observation} from '../../../source/providers/provider.js';
import {createClusterState, observe} from '../../../source/monitor/known.js';
import {view} from '../../../source/monitor/showing/cluster.js';
import {trend} from '../../../source/monitor/past/trend.js';
import type {ClusterView} from '../../../source/monitor/view.js';
import {openReplay, type Replay} from '../../../source/providers/recording/replay/replay.js';

/** What the screens can know at a moment: the view, and the trends of the last ten minutes. */
export type Shown = {readonly cluster: ClusterView; readonly trends: unknown};

/** What is known after these observations, at `now`. */
export class Folding {
	readonly #known = createClusterState();
	/** Everything that was folded. */
	readonly seen: Observation[] = [];

	fold(observation: Observation): void {
		this.seen.push(observation);
		observe(this.#known, observation);
	}

	at(now: number): Shown {
		const cluster = view(this.#known, now);
		return {
			cluster,
			trends: cluster.tasks.map(({name}) =>
				(['lag', 'rows'] as const).map(which => trend(this.#known, {task: name}, which, {slots: 110, now})),
			),
		};
	}
}

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

	async seek(at: number): Promise<Shown> {
		this.replay.seek(at);
		await this.settle();
		return this.folding.at(at);
	}

	async [Symbol.asyncDispose](): Promise<void> {
		this.#abort.abort();
		await this.#ended;
	}
}
