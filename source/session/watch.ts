/**
 * Joins a provider to the monitor: runs the one, folds what it says into the other, and tells the screens when there
 * is something new to see.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {finish, type Steps} from '../dm/steps.js';
import type {DiagnosedView} from '../findings/diagnose.js';
import type {Thresholds} from '../findings/thresholds.js';
import type {ClusterState} from '../monitor/known.js';
import {past} from '../monitor/past/series.js';
import {trend} from '../monitor/past/trend.js';
import {Listeners} from '../providers/scheduling/listeners.js';
import type {Observation, Provider} from '../providers/provider.js';
import type {Replay} from '../providers/recording/replay/replay.js';
import {inSlices} from '../providers/scheduling/slices.js';
import {messageOf} from '../providers/thrown.js';
import {trace} from '../terminal/trace.js';
import type {ClusterSource} from './cluster-source.js';
import {createLooking} from './looking.js';

/** News closer together than this are shown together, ms. */
const newsGap = 200;

/** Without news the ages on screen still move on, ms. */
const tick = 5000;

export type Watch = ClusterSource & {
	readonly setInterval: (interval: number) => void;
	/** Adds to what the provider says: locks that were asked for, what became of an operation. */
	readonly tell: (observation: Observation) => void;
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

/** On the way to another time of a recording the events are kept up at this step, ms of the recording. */
const jumpingStep = 1000;

export type WatchOptions = {
	/** While it is on the way to another time nothing is shown: what is known half-way is of no time. */
	readonly replay?: Pick<Replay, 'isSeeking' | 'onChange'>;
	/** From which numbers on something is told. */
	readonly thresholds?: Thresholds;
};

/** Starts to watch. `interval` is in ms. */
export const startWatch = (
	provider: Provider,
	interval: number,
	{replay, thresholds}: WatchOptions = {},
): Watch => {
	const controller = new AbortController();
	/** What is learnt now, and what the view on screen was made of: another one while a recording jumps. */
	let looking = createLooking(thresholds);
	let seen = looking.known;
	let viewsUnderWay = 0;
	const listeners = new Listeners();
	const now = () => provider.now?.() ?? Date.now();
	let shown = finish(looking.lookSteps(now()));
	let between = interval;
	let pending: NodeJS.Timeout | undefined;
	let shownAt = -Infinity;
	let newsAt = Date.now();
	let newsAge = 0;
	let jumping = replay;
	let isHeld = false;
	/** When the events were last kept up on the way to another time, ms of the recording. */
	let lookedAt = -Infinity;

	const {promise: begun, resolve: begin} = Promise.withResolvers<void>();
	let turns: Promise<unknown> = Promise.resolve();
	/** What is learnt and what is shown take turns, so that only what was learnt whole is shown. */
	const inTurn = async <Value>(take: () => Steps<Value>): Promise<Value> => {
		const turn = turns.then(async () => inSlices(take(), controller.signal));
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

	const show = (next: DiagnosedView, from: ClusterState) => {
		shown = next;
		seen = from;
		newsAge = Date.now() - newsAt;
		listeners.tell();
		begin();
	};

	const publish = async () => {
		ticking.refresh();
		if (!mayShow()) {
			return;
		}

		shownAt = performance.now();
		viewsUnderWay++;
		let from = looking;
		const began = shownAt;
		const next = await inTurn(() => {
			from = looking;
			return looking.lookSteps(now());
		}).finally(() => {
			viewsUnderWay--;
		});
		trace('view', () => ({tasks: next.tasks.length, ms: performance.now() - began}));
		if (jumping?.isSeeking) {
			isHeld = true;
		} else {
			show(next, from.known);
		}
	};

	/** What was under way when it was stopped comes to no end. */
	const unlessStopped = async (work: Promise<void>): Promise<void> => {
		try {
			await work;
		} catch (error) {
			if (!controller.signal.aborted) {
				throw error;
			}
		}
	};

	const publishSoon = () => {
		void unlessStopped(publish());
	};

	const ticking = setTimeout(publishSoon, tick);

	const apply = async (observation: Observation) => {
		const began = performance.now();
		await inTurn(function* () {
			if (observation.kind === 'restart') {
				looking = createLooking(thresholds);
				lookedAt = -Infinity;
				return;
			}

			yield* looking.learnSteps(observation);
			// What comes and goes on the way is told as if it had been watched.
			if (!jumping?.isSeeking || observation.at - lookedAt < jumpingStep) {
				return;
			}

			lookedAt = observation.at;
			yield* looking.lookSteps(observation.at);
		});
		trace('observation', () => ({
			kind: observation.kind,
			...('asked' in observation && {asked: observation.asked}),
			ms: performance.now() - began,
		}));
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
				await apply(observation);
			}
		} catch (error) {
			if (!controller.signal.aborted) {
				await apply({
					kind: 'silence',
					at: now(),
					problem: {
						what: `The ${provider.name} provider failed: ${messageOf(error)}`,
						fix: 'It is not asked again; restart dm-top.',
						detail: error instanceof Error ? (error.stack ?? '') : '',
					},
				});
			}
		}
	};

	// A person who goes on jumping leaves no time for a timer, or for slices, between two jumps.
	const leaveReplay = replay?.onChange(() => {
		if (isHeld && viewsUnderWay === 0 && mayShow()) {
			show(finish(looking.lookSteps(now())), looking.known);
		}
	});
	const running = run().then(async () => {
		jumping = undefined;
		await unlessStopped(publish());
	});
	return {
		subscribe: listeners.subscribe,
		current: () => shown,
		newsAge: () => newsAge,
		trend: (subject, which, slots, at) => trend(seen, subject, which, {slots, now: at}),
		past: (subject, measure, options) => past(seen, subject, measure, options),
		tell(observation) {
			provider.note?.(observation);
			void unlessStopped(apply(observation));
		},
		setInterval(next) {
			between = next;
			provider.refresh?.();
		},
		begun,
		ended: running,
		async stop() {
			controller.abort();
			clearTimeout(ticking);
			clearTimeout(pending);
			leaveReplay?.();
			listeners.clear();
			await running;
		},
	};
};
