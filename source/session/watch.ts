/**
 * Joins a provider to the monitor: runs the one, folds what it says into the other, and tells the screens when there
 * is something new to see.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {finish, type Steps} from '../dm/steps.js';
import {type DiagnosedView, diagnoseSteps} from '../findings/diagnose.js';
import {type Known, createKnown, observeSteps} from '../monitor/known.js';
import {trend} from '../monitor/trend.js';
import {viewSteps} from '../monitor/cluster.js';
import {Listeners} from '../providers/listeners.js';
import type {Observation, Provider} from '../providers/provider.js';
import type {Replay} from '../providers/recording/replay/replay.js';
import {inSlices} from '../providers/slices.js';
import type {ClusterSource} from './cluster-source.js';

/** News closer together than this are shown together, ms. */
const newsGap = 200;

/** Without news the ages on screen still move on, ms. */
const tick = 5000;

export type Watch = ClusterSource & {
	readonly setInterval: (interval: number) => void;
	/** Resolves when there first is something to show. */
	readonly begun: Promise<void>;
	/** Resolves when the provider has nothing more to say. */
	readonly ended: Promise<void>;
	/** Releases everything; resolves when the provider has ended. */
	readonly stop: () => Promise<void>;
};

/**
 * Waits until there is something to show, but no longer than `most` ms: a first frame with nothing on it takes longer to
 * draw than that.
 */
export const begunWithin = async ({begun}: Watch, most: number): Promise<void> =>
	Promise.race([begun, pause(most)]);

/**
 * What is known at a moment, and what is wrong in it; with the look before, only what changed since is looked at.
 *
 * @yields Between two steps.
 */
function* lookSteps(known: Known, now: number, before?: DiagnosedView): Steps<DiagnosedView> {
	return yield* diagnoseSteps(yield* viewSteps(known, now), before);
}

const thrown = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Starts to watch. `interval` is in ms. While `replay` is on the way to another time nothing is shown: what is known
 * half-way is of no time.
 */
export const startWatch = (
	provider: Provider,
	interval: number,
	replay?: Pick<Replay, 'isSeeking' | 'onChange'>,
): Watch => {
	const controller = new AbortController();
	/** What is learnt now, and what the view on screen was made of: another one while a recording jumps. */
	let known: Known = createKnown();
	let seen = known;
	let viewsUnderWay = 0;
	const listeners = new Listeners();
	const now = () => provider.now?.() ?? Date.now();
	let shown = finish(lookSteps(known, now()));
	let between = interval;
	let pending: NodeJS.Timeout | undefined;
	let shownAt = -Infinity;
	let newsAt = Date.now();
	let newsAge = 0;
	let jumping = replay;
	let isHeld = false;

	const {promise: begun, resolve: begin} = Promise.withResolvers<void>();
	let turns: Promise<unknown> = Promise.resolve();
	/** What is learnt and what is shown take turns, so that only what was learnt whole is shown. */
	const inTurn = async <Value>(take: () => Steps<Value>): Promise<Value> => {
		const turn = turns.then(async () => inSlices(take()));
		turns = turn.catch(() => undefined);
		return turn;
	};

	/** Whether it is time to show something; if not, it is shown when it is. */
	const mayShow = (): boolean => {
		clearTimeout(pending);
		pending = undefined;
		isHeld = jumping?.isSeeking ?? false;
		return !isHeld;
	};

	const show = (next: DiagnosedView, from: Known) => {
		shown = next;
		seen = from;
		newsAge = Date.now() - newsAt;
		listeners.tell();
		begin();
	};

	const publish = async () => {
		if (!mayShow()) {
			return;
		}

		shownAt = performance.now();
		viewsUnderWay++;
		let from = known;
		const next = await inTurn(() => {
			from = known;
			return lookSteps(known, now(), shown);
		}).finally(() => {
			viewsUnderWay--;
		});
		if (jumping?.isSeeking) {
			isHeld = true;
		} else {
			show(next, from);
		}
	};

	const publishSoon = () => {
		void publish();
	};

	const learn = async (observation: Observation) => {
		await inTurn(() => {
			if (observation.kind === 'restart') {
				known = createKnown();
			}

			return observeSteps(known, observation);
		});
		if (observation.kind === 'status') {
			newsAt = Date.now();
		}

		// The first news after a quiet time are shown at once.
		pending ??= setTimeout(publishSoon, Math.max(0, shownAt + newsGap - performance.now()));
	};

	const run = async () => {
		try {
			const observations = provider.observe({
				signal: controller.signal,
				once: false,
				interval: () => between,
			});
			for await (const observation of observations) {
				await learn(observation);
			}
		} catch (error) {
			if (!controller.signal.aborted) {
				await learn({
					kind: 'silence',
					at: now(),
					trouble: {
						what: `The ${provider.name} provider failed: ${thrown(error)}`,
						fix: 'It is not asked again; start dm-top anew.',
						detail: error instanceof Error ? (error.stack ?? '') : '',
					},
				});
			}
		}
	};

	// Whoever goes on jumping leaves no time for a timer, or for slices, between two jumps.
	const leaveReplay = replay?.onChange(() => {
		if (isHeld && viewsUnderWay === 0 && mayShow()) {
			show(finish(lookSteps(known, now(), shown)), known);
		}
	});
	const running = run().then(async () => {
		jumping = undefined;
		await publish();
	});
	const ticking = setInterval(publishSoon, tick);
	return {
		subscribe: listeners.subscribe,
		current: () => shown,
		newsAge: () => newsAge,
		trend: (subject, which, slots, at) => trend(seen, subject, which, {slots, now: at}),
		setInterval(next) {
			between = next;
			provider.refresh?.();
		},
		begun,
		ended: running,
		async stop() {
			controller.abort();
			clearInterval(ticking);
			clearTimeout(pending);
			leaveReplay?.();
			listeners.clear();
			await running;
		},
	};
};
