/** What a frame costs apart from the terminal: the real app, drawn by Ink into a stream. */
import process from 'node:process';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {startOperating} from '../../source/session/operate.js';
import type {Provider} from '../../source/providers/provider.js';
import {ObservationQueue} from '../../source/providers/waiting/observation-queue.js';
import {startWatch} from '../../source/session/watching/watch.js';
import {drawApp} from '../terminal/drawn-app.js';
import {createFleet} from '../fleet.js';
import {type Measure, type Section, median, pause} from '../measure.js';
import {type Size, sizes} from '../terminal/pty.js';

const down = '\u{1B}[B';
const up = '\u{1B}[A';

/** Keys before anything is counted: the first ones run code that is not compiled yet. */
const warming = 60;
const counted = 60;

/** Answers that are shown one by one. */
const answers = 8;

/** What it took from an event to its frame, ms: on the clock, and of the processor. */
type Cost = {readonly clock: number; readonly processor: number};

const processorNow = (): number => {
	const {user, system} = process.threadCpuUsage();
	return (user + system) / 1000;
};

/** Takes the time from now to the next frame. */
const startTiming = (app: {readonly frame: (since: number) => Promise<number>}): (() => Promise<Cost>) => {
	const processorBefore = processorNow();
	const before = performance.now();
	return async () => {
		const drawn = await app.frame(before);
		return {clock: drawn - before, processor: processorNow() - processorBefore};
	};
};

/** The median of the clock, the mean of the processor. */
const usualCost = (costs: readonly Cost[]): Cost => ({
	clock: median(costs.map(({clock}) => clock)),
	// The processor's time is counted in ticks that are longer than most frames.
	processor: costs.reduce((sum, {processor}) => sum + processor, 0) / costs.length,
});

/** The watch over so many tasks, and what lets a source answer again. */
const watchFleet = async (tasks: number) => {
	const fleet = createFleet({tasks, sources: 20, width: 1});
	const queue = new ObservationQueue();
	let step = 0;
	let clock = Date.UTC(2026, 0, 1);
	const provider: Provider = {
		name: 'benchmark',
		title: 'benchmark',
		now: () => clock,
		observe: () => queue,
	};
	const watch = startWatch(provider, 2000);
	const operating = startOperating({provider, watch, readOnly: true, title: provider.title});
	const answer = (source: string) => {
		const status = parseStatusDocument(fleet.answer(() => step, [source]));
		queue.push({kind: 'status', at: clock, status, asked: [source]});
	};

	for (step = 0; step < 2; step++) {
		clock += 2000;
		for (const source of fleet.sources) {
			answer(source);
		}
	}

	const isLearnt = () => {
		const {sources} = watch.current();
		return sources.length === fleet.sources.length && sources.every(({at}) => at === clock);
	};

	while (!isLearnt()) {
		await pause(20);
	}

	return {
		watch,
		operating,
		/** The next answer of one source; the others stay as they were. */
		answerNext() {
			step++;
			clock += 2000;
			answer(fleet.sources[step % fleet.sources.length]!);
		},
		async stop() {
			queue.end();
			operating.stop();
			await watch.stop();
		},
	};
};

type WatchedFleet = Awaited<ReturnType<typeof watchFleet>>;

/** The app over a watch, drawn into a stream. */
const openApp = ({watch, operating}: Pick<WatchedFleet, 'watch' | 'operating'>, size: Size) => {
	let seen = watch.current();
	let onNews: PromiseWithResolvers<Cost>['resolve'] = () => undefined;
	const app = drawApp(
		{
			...watch,
			subscribe: listener =>
				watch.subscribe(() => {
					// It also calls now and then without anything new.
					const timing = watch.current() === seen ? undefined : startTiming(app);
					seen = watch.current();
					listener();
					if (timing) {
						onNews(timing());
					}
				}),
		},
		operating,
		size,
	);
	return {
		/** What a key costs. */
		async press(key: string): Promise<Cost> {
			const timing = startTiming(app);
			app.press(key);
			return timing();
		},
		/** What the next news cost. */
		async news(): Promise<Cost> {
			const {promise, resolve} = Promise.withResolvers<Cost>();
			onNews = resolve;
			return promise;
		},
		close: app.close,
	};
};

/** Medians of what a key and what an answer cost. */
const timeFrames = async (tasks: number, size: Size): Promise<{key: Cost; news: Cost}> => {
	const fleet = await watchFleet(tasks);
	const app = openApp(fleet, size);
	try {
		await pause(500);
		const keys: Cost[] = [];
		for (let i = 0; i < warming + counted; i++) {
			keys.push(await app.press(Math.floor(i / 8) % 2 === 0 ? down : up));
			// Ink draws no two frames closer together than this.
			await pause(4);
		}

		// The preview must not come between.
		await pause(500);
		const news: Cost[] = [];
		for (let i = 0; i < answers; i++) {
			const cost = app.news();
			fleet.answerNext();
			news.push(await cost);
		}

		return {key: usualCost(keys.slice(warming)), news: usualCost(news)};
	} finally {
		app.close();
		await fleet.stop();
	}
};

const row = (what: string, {clock, processor}: Cost, target?: number): Measure => ({
	what,
	value: clock,
	unit: 'ms',
	target,
	note: `of the processor ${processor.toFixed(1)} ms`,
});

/** 10 tasks and 100,000. */
export const measureFrames = async (): Promise<Section> => {
	const [normal, large] = sizes;
	await timeFrames(1000, large);
	const few = await timeFrames(10, normal);
	const some = await timeFrames(1000, normal);
	const someLarge = await timeFrames(1000, large);
	const many = await timeFrames(100_000, normal);
	return {
		title: 'A frame without the terminal, decode and derive apart, p50',
		measures: [
			row('120x40, a key, 10 tasks known', few.key, 5),
			row('120x40, a key, 1,000 tasks', some.key, 5),
			row('120x40, a key, 100,000 tasks', many.key, 5),
			{
				what: '120x40, a key, what 100,000 tasks add to 10',
				value: Math.max(0, many.key.clock - few.key.clock),
				unit: 'ms',
				target: 1,
			},
			row('200x60, a key, 1,000 tasks', someLarge.key),
			row('120x40, an answer of one source, 10 tasks', few.news),
			row('120x40, an answer of one source, 1,000 tasks', some.news),
			row('120x40, an answer of one source, 100,000 tasks', many.news, 15),
		],
	};
};
