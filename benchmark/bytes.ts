/** Bytes on the line for each kind of change, and for a cluster that is only watched. */
import {cellDifference} from './cell-difference.js';
import {createFleet, type Fleet, type StepOf} from './fleet.js';
import {type Measure, type Section, median, pause} from './measure.js';
import {bytesBetween} from './chunks.js';
import {type Size, sizes} from './pty.js';
import {openReplay} from './replay.js';
import {type Setup, type Watched, keepAnswer, watchProvider} from './watched.js';

const down = '\u{1B}[B';

/** How often each change is made. */
const rounds = 8;

/** Nothing more comes for so long: the frame is over, and the preview (400 ms after the last key) not yet there. */
const gap = 200;

/** A watched cluster is measured for so long, ms. */
const watching = 14_000;

const interval = 2000;

/** The clock of the measurements in which it stands still. */
const noon = Date.UTC(2026, 0, 1, 12);

/** Columns of past that the widest table shows. */
const past = 26;

const nameOf = ({columns, rows}: Size): string => `${columns}x${rows}`;

/** The step at which tasks are the furthest behind. */
const mostBehind = 57;

const liveTasks = (tasks: number): Fleet =>
	createFleet({tasks, sources: 4, width: 1, lagAt: step => 11 + ((step * 7) % 80)});

/** A program whose clock stands still, with enough past for its sparklines; the next answer is at `next()`. */
const openStill = async (setup: Setup, fleet: Fleet, size: Size) => {
	const watched = await watchProvider(setup, size, 60);
	let at = noon - past * 5000;
	const answer = async (stepOf: StepOf, later: number) => {
		at += later;
		watched.tell({file: await keepAnswer(setup, fleet.answer(stepOf)), at});
	};

	for (let i = 0; i < past; i++) {
		await answer(() => i, 5000);
	}

	await watched.shows(fleet.tasks[3]!);
	await watched.burst(1000);
	return {watched, answer};
};

/** Numbers of a row, then of all rows, then the marker, each some times over. */
const measureChanges = async (setup: Setup, size: Size): Promise<Measure[]> => {
	const fleet = liveTasks(34);
	const {watched, answer} = await openStill(setup, fleet, size);
	const oneRow: number[] = [];
	for (let i = 0; i < rounds; i++) {
		// What is selected, and the greatest lags of the totals, stand still; the row below them stays where it is.
		const stepOf = (steps: number) => (task: number) =>
			task < 3 ? mostBehind : past + (task === 3 ? steps : 0);
		await answer(stepOf(i), i === 0 ? 2000 : 1400);
		await watched.burst(1000, 1000);
		// The clock still shows the same second.
		const counting = watched.burst(gap);
		await answer(stepOf(i + 1), 600);
		oneRow.push(await counting);
	}

	const allNumbers: number[] = [];
	const estimates: number[] = [];
	const replay = openReplay(size);
	let fed = 0;
	const catchUp = async () => {
		for (const {bytes} of watched.chunks.slice(fed)) {
			await replay.feed(bytes);
		}

		fed = watched.chunks.length;
		return replay.cells();
	};

	let before = await catchUp();
	for (let i = 0; i < rounds; i++) {
		const counting = watched.burst(gap);
		await answer(() => past + 10 + i, 2000);
		allNumbers.push(await counting);
		const after = await catchUp();
		estimates.push(cellDifference(before, after));
		before = after;
	}

	const selected: number[] = [];
	const previews: number[] = [];
	for (let i = 0; i < rounds; i++) {
		const counting = watched.burst(gap);
		watched.press(down);
		selected.push(await counting);
		previews.push(await watched.burst(gap));
	}

	await watched.close();
	const estimate = median(estimates);
	const at = nameOf(size);
	return [
		{what: `${at}, one row changed, every number in it`, value: median(oneRow), unit: 'B', target: 60},
		{what: `${at}, selection moved`, value: median(selected), unit: 'B', target: 100},
		{what: `${at}, preview drawn after 400 ms of rest`, value: median(previews), unit: 'B'},
		{what: `${at}, all numbers changed`, value: median(allNumbers), unit: 'B'},
		{
			what: `${at}, all numbers against changed cells and moves alone`,
			value: median(allNumbers.map((bytes, i) => bytes / estimates[i]!)),
			unit: '×',
			target: 1,
			note: `changed cells and moves: ${estimate.toLocaleString('en-US')} B`,
		},
	];
};

/** The marker at the foot of a table longer than the screen, and on. */
const measureScroll = async (setup: Setup, size: Size): Promise<Measure[]> => {
	const {watched} = await openStill(setup, liveTasks(120), size);
	for (let i = 0; i < size.rows; i++) {
		watched.press(down);
		await pause(20);
	}

	await watched.burst(1000);
	const scrolled: number[] = [];
	for (let i = 0; i < rounds; i++) {
		const counting = watched.burst(gap);
		watched.press(down);
		scrolled.push(await counting);
		await watched.burst(gap);
	}

	await watched.close();
	return [{what: `${nameOf(size)}, scrolled by one line`, value: median(scrolled), unit: 'B', target: 700}];
};

/** Answers every 2 s from now on, by the real clock, in turn with the numbers of so many steps; gives what ends it. */
export const refresh = async (
	setup: Setup,
	watched: Watched,
	fleet: Fleet,
	steps: number,
): Promise<() => void> => {
	const files = await Promise.all(
		Array.from({length: steps}, async (_, step) =>
			keepAnswer(
				setup,
				fleet.answer(() => step),
			),
		),
	);
	let step = 0;
	const next = (at?: number) => {
		watched.tell({file: files[step % files.length]!, at});
		step++;
	};

	const now = Date.now();
	for (let i = past; i > 0; i--) {
		next(now - i * 5000);
	}

	next();
	const timer = setInterval(next, interval).unref();
	await watched.shows(fleet.tasks[3]!);
	return () => {
		clearInterval(timer);
	};
};

/** Bytes/s of a cluster that is watched and nothing else. */
const measureWatching = async (setup: Setup, size: Size, isBusy: boolean): Promise<Measure[]> => {
	const watched = await watchProvider(setup, size);
	const stop = await refresh(setup, watched, liveTasks(34), isBusy ? 20 : 1);
	await pause(2 * interval + 500);
	const from = performance.now();
	await pause(watching);
	const bytes = bytesBetween(watched, from, from + watching);
	stop();
	await watched.close();
	return [
		{
			what: `${nameOf(size)}, ${isBusy ? 'busy cluster, every number new' : 'quiet cluster'} every 2 s`,
			value: (bytes * 1000) / watching,
			unit: 'B/s',
			target: isBusy ? 1100 : 60,
		},
	];
};

/** Nothing here is timed, so all programs run at the same time. */
export const measureBytes = async (setup: Setup): Promise<Section> => {
	const measures = await Promise.all(
		sizes.flatMap(size => [
			measureChanges(setup, size),
			measureScroll(setup, size),
			measureWatching(setup, size, false),
			measureWatching(setup, size, true),
		]),
	);
	return {title: 'Bytes on the line, 34 live tasks', measures: measures.flat()};
};
