/**
 * Connects a provider to the monitor: runs the provider, folds its observations into the monitor, and notifies the
 * screens of changes.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {subtasksOf} from '../../providers/observation/subtasks.js';
import {say} from '../../language/say.js';
import {finish} from '../../dm/steps.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import type {Thresholds} from '../../findings/thresholds.js';
import {oldFrom} from '../../monitor/learning/missing/outage.js';
import type {ClusterState} from '../../monitor/records/records.js';
import {past} from '../../monitor/showing/series.js';
import {optimiseIfLarge} from '../../providers/v8/optimising.js';
import {heedAnswer, heedEnd, heedSize} from '../../providers/v8/watched-size.js';
import {Listeners} from '../../providers/waiting/listeners.js';
import type {Observation, Provider} from '../../providers/provider.js';
import {messageOf, stackOf} from '../../terminal/thrown.js';
import {trace} from '../../terminal/trace.js';
import type {ClusterSource} from '../cluster-source.js';
import {steadyClock, timeOf} from '../../providers/steady-clock.js';
import {Jumps, type Replayed} from './jumps.js';
import {createLooking} from './looking.js';
import {ViewPace} from './pace.js';
import {createTurns} from './turns.js';

/** A cluster that is being watched, until `stop`. */
export type Watch = ClusterSource & {
	readonly setInterval: (interval: number) => void;
	/** Sets the thresholds from which something is reported. */
	readonly setThresholds: (thresholds: Thresholds) => Promise<void>;
	/** Adds an observation: requested locks, or the outcome of an operation. */
	readonly tell: (observation: Observation) => void;
	/** Renders everything again, in another language. */
	readonly viewAgain: () => Promise<void>;
	/** Resolves when there is something to show. */
	readonly begun: Promise<void>;
	/** Resolves when the provider has ended. */
	readonly ended: Promise<void>;
	/** Releases everything; resolves when the provider has ended. */
	readonly stop: () => Promise<void>;
};

/**
 * Waits until each of the clusters has something to show, but no longer than `most` ms: drawing an empty first frame
 * takes longer than that. Gives whether each has.
 */
export const begunWithin = async (watches: readonly Watch[], most: number): Promise<boolean> =>
	Promise.race([Promise.all(watches.map(async ({begun}) => begun)).then(() => true), pause(most, false)]);

/** How a cluster is watched. */
export type WatchOptions = {
	/** Nothing is shown during a jump to another time. */
	readonly replay?: Replayed;
	/** Thresholds from which something is reported. */
	readonly thresholds?: Thresholds;
};

/** Starts to watch. `interval` is in ms. */
export const startWatch = (
	provider: Provider,
	interval: number,
	{replay, thresholds: first}: WatchOptions = {},
): Watch => {
	let thresholds = first;
	const self = Symbol(provider.title);
	const controller = new AbortController();
	const inTurn = createTurns(controller.signal);
	const now = () => timeOf(provider);
	const listeners = new Listeners();
	const {promise: begun, resolve: begin} = Promise.withResolvers<void>();
	let between = interval;
	/** The state; replaced when a recording begins again. */
	let looking = createLooking(thresholds, between);
	const jumps = new Jumps(replay);

	/** What is on screen: the view, its input, and the age of the last answer then, ms of the reader's own clock. */
	let screen = {view: finish(looking.lookSteps(now())), known: looking.known, newsAge: 0};
	/** When the last status came, ms of the reader's own clock. */
	let newsAt = steadyClock.now();
	let viewsUnderWay = 0;

	const show = (view: DiagnosedView, known: ClusterState) => {
		screen = {view, known, newsAge: steadyClock.now() - newsAt};
		heedSize(self, view.totals.subtasks);
		optimiseIfLarge();
		const oldAt = view.isOld ? undefined : oldFrom(known);
		if (oldAt !== undefined) {
			pace.rest(oldAt - view.now);
		}

		listeners.tell();
		begin();
	};

	/** A view of a consistent state, and its input. */
	const makeView = async (): Promise<{readonly view: DiagnosedView; readonly known: ClusterState}> => {
		pace.begin();
		viewsUnderWay++;
		try {
			return await inTurn(function* () {
				const {known} = looking;
				const view = yield* looking.lookSteps(now());
				const took = pace.end();
				trace('view', () => ({tasks: view.tasks.length, ms: took}));
				return {view, known};
			});
		} finally {
			viewsUnderWay--;
		}
	};

	const publish = async () => {
		pace.rest();
		pace.taken();
		if (jumps.holds()) {
			return;
		}

		const {view, known} = await makeView();
		if (!jumps.holds()) {
			show(view, known);
		}
	};

	/** What was under way when it was stopped is never finished. */
	const unlessStopped = async (work: Promise<void>): Promise<void> => {
		try {
			await work;
		} catch (error) {
			if (!controller.signal.aborted) {
				throw error;
			}
		}
	};

	const pace = new ViewPace(() => {
		void unlessStopped(publish());
	});

	const apply = async (observation: Observation) => {
		const began = performance.now();
		await inTurn(function* () {
			if (observation.kind === 'restart') {
				looking = createLooking(thresholds, between);
				jumps.restart();
				return;
			}

			const keepUp = jumps.lookDueBefore(observation.at);
			if (keepUp !== undefined) {
				yield* looking.lookSteps(keepUp);
			}

			yield* looking.learnSteps(observation);
		});
		trace('observation', () => ({
			kind: observation.kind,
			...('asked' in observation && {asked: observation.asked}),
			ms: performance.now() - began,
		}));
		if (observation.kind === 'status') {
			newsAt = steadyClock.now();
			heedAnswer(self, subtasksOf(observation).length);
		}

		pace.news();
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
						what: say('The {name} provider failed: {why}', {name: provider.name, why: messageOf(error)}),
						fix: say('It is not asked again; restart dm-top.'),
						detail: stackOf(error),
					},
				});
			}
		}
	};

	// Repeated jumps leave no time for a timer or for slices in between.
	const leaveReplay = replay?.onChange(() => {
		if (!jumps.hasHeld || viewsUnderWay > 0) {
			return;
		}

		pace.taken();
		if (!jumps.holds()) {
			show(finish(looking.lookSteps(now())), looking.known);
		}
	});
	const running = run().then(async () => {
		jumps.end();
		await unlessStopped(publish());
	});
	return {
		subscribe: listeners.subscribe,
		current: () => screen.view,
		newsAge: () => screen.newsAge,
		now,
		past: (subject, measure, options) => past(screen.known, subject, measure, options),
		tell(observation) {
			provider.note?.(observation);
			void unlessStopped(apply(observation));
		},
		async viewAgain() {
			await unlessStopped(
				inTurn(function* () {
					looking.forgetViews();
					yield;
				}),
			);
			await unlessStopped(publish());
		},
		async setThresholds(next) {
			thresholds = next;
			await unlessStopped(
				inTurn(function* () {
					looking.setThresholds(next);
					yield;
				}),
			);
			await unlessStopped(publish());
		},
		setInterval(next) {
			between = next;
			void unlessStopped(
				inTurn(function* () {
					looking.setInterval(next);
					yield;
				}),
			);
			provider.refresh?.();
		},
		begun,
		ended: running,
		async stop() {
			controller.abort();
			heedEnd(self);
			pace.stop();
			leaveReplay?.();
			listeners.clear();
			await running;
		},
	};
};
