/** 24 hours of a cluster that is watched, by its own clock: what dm-top knows then must not weigh more than after one. */
import process from 'node:process';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {withDiagnosis} from '../../source/findings/diagnose.js';
import {view} from '../../source/monitor/showing/cluster.js';
import {createClusterState, observe} from '../../source/monitor/known.js';
import {past} from '../../source/monitor/showing/series.js';
import {ObservationQueue} from '../../source/providers/waiting/observation-queue.js';
import {startOperating} from '../../source/session/operate.js';
import type {Watch} from '../../source/session/watching/watch.js';
import {drawApp} from '../terminal/drawn-app.js';
import {createFleet} from '../fleet.js';
import type {Measure, Section} from '../measure.js';
import {sizes} from '../terminal/pty.js';
import {weigh} from '../weigh.js';

const hour = 3_600_000;
const hours = 24;

/** After so many answers some tasks go or come, fail or recover, change their unit. */
const turn = 150;

/** Of so many frames one is followed by a key. */
const framesPerKey = 5;

/** Up and down the table, into a task and its subtask, and back; the other lists; a filter; the help. */
const keys = [
	'\u{1B}[B',
	'\u{1B}[B',
	'\r',
	'\r',
	'\u{1B}',
	'\u{1B}',
	'2',
	'\u{1B}[B',
	'3',
	'5',
	'1',
	'\u{1B}[A',
	'/',
	'o',
	'r',
	'\u{1B}',
	's',
	'\r',
	'e',
	'e',
	'?',
	'q',
	' ',
	'U',
	'p',
	'p',
];

type DayOptions = {
	readonly tasks: number;
	readonly sources: number;
	/** From one answer to the next, ms. */
	readonly interval: number;
	/** Each answer is that of one source, in turn; else of all. */
	readonly isBySource: boolean;
	/** Of so many answers one is drawn. */
	readonly answersPerFrame: number;
};

/** A monitor whose clock is ours. */
const createWatch = () => {
	const known = createClusterState();
	const listeners = new Set<() => void>();
	const clock = {now: Date.UTC(2026, 0, 1)};
	let shown = withDiagnosis(view(known, clock.now));
	const watch: Watch = {
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		current: () => shown,
		newsAge: () => 0,
		now: () => clock.now,
		past: (subject, measure, options) => past(known, subject, measure, options),
		setInterval: () => undefined,
		setThresholds: async () => undefined,
		tell: () => undefined,
		viewAgain: async () => undefined,
		begun: Promise.resolve(),
		ended: Promise.resolve(),
		stop: async () => undefined,
	};
	return {
		clock,
		watch,
		apply(text: string, asked?: readonly string[]) {
			observe(known, {kind: 'status', at: clock.now, status: parseStatusDocument(text), asked});
			shown = withDiagnosis(view(known, clock.now), shown);
		},
		publish() {
			for (const listener of listeners) {
				listener();
			}
		},
	};
};

/** Bytes in use after each hour, and what it took. */
const spendDay = async ({tasks, sources, interval, isBySource, answersPerFrame}: DayOptions) => {
	const lagAt = (step: number) => 11 + ((step * 7) % 80);
	const fleets = [
		createFleet({tasks, sources, width: 1, lagAt}),
		createFleet({tasks: Math.floor(tasks * 0.9), sources, width: 1, lagAt, isMixed: true}),
	] as const;
	const {clock, watch, apply, publish} = createWatch();
	const provider = {
		name: 'benchmark',
		title: 'benchmark',
		now: () => clock.now,
		observe: () => new ObservationQueue(),
	};
	const operating = startOperating({provider, watch, readOnly: true, title: provider.title});
	const app = drawApp(watch, operating, sizes[0]);
	const before = process.cpuUsage();
	const weights: number[] = [];
	let frames = 0;
	for (let step = 1; step <= (hours * hour) / interval; step++) {
		clock.now += interval;
		const fleet = fleets[Math.floor(step / turn) % fleets.length]!;
		const asked = isBySource ? [fleet.sources[step % sources]!] : undefined;
		apply(
			fleet.answer(() => step, asked),
			asked,
		);
		if (step % answersPerFrame === 0) {
			const since = performance.now();
			publish();
			await app.frame(since);
			frames++;
			if (frames % framesPerKey === 0) {
				app.press(keys[(frames / framesPerKey) % keys.length]!);
			}
		}

		if ((step * interval) % hour === 0) {
			weights.push(weigh());
		}
	}

	app.close();
	operating.stop();
	const {user, system} = process.cpuUsage(before);
	return {weights, frames, seconds: (user + system) / 1e6};
};

const measureDay = async (options: DayOptions): Promise<Measure> => {
	const {weights, frames, seconds} = await spendDay(options);
	const [first, last] = [weights[0]!, weights.at(-1)!];
	const answers = ((hours * hour) / options.interval).toLocaleString('en-US');
	return {
		what: `${options.tasks.toLocaleString('en-US')} tasks, memory grown from hour 1 to hour 24`,
		value: (last - first) / 1e6,
		unit: 'MB',
		target: 5,
		note: [
			`${(first / 1e6).toFixed(1)} → ${(last / 1e6).toFixed(1)} MB, at most ${(Math.max(...weights) / 1e6).toFixed(1)} MB`,
			`${answers} answers${options.isBySource ? ' of one source each' : ''}, one every ${options.interval / 1000} s`,
			`${frames.toLocaleString('en-US')} frames`,
			`${seconds.toFixed(0)} s of the processor`,
		].join(', '),
	};
};

/** A small cluster and a large one. */
export const measureDays = async (): Promise<Section> => ({
	title: '24 hours of its own clock, without garbage',
	measures: [
		await measureDay({tasks: 34, sources: 4, interval: 2000, isBySource: false, answersPerFrame: 20}),
		await measureDay({tasks: 1000, sources: 20, interval: 4000, isBySource: true, answersPerFrame: 20}),
	],
});
