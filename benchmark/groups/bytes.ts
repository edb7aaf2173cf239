/** Bytes on the line for each kind of change, and for a cluster that is only watched. */
import {cellDifference} from '../terminal/cell-difference.js';
import {createFleet, type Fleet, type StepOf} from '../fleet.js';
import {type Measure, type Section, type Unit, median, pause} from '../measure.js';
import {bytesBetween} from '../terminal/chunks.js';
import {type Opener, type Size, openSession, sizes} from '../terminal/pty.js';
import {openReplay} from '../terminal/replay.js';
import {type Setup, type Watched, keepAnswer, watchProvider} from '../watched.js';
import {hasTmux, openInTmux} from './tmux.js';

const ignore = () => undefined;

const pressDown =
	(watched: Watched): (() => void) =>
	() => {
		watched.press('\u{1B}[B');
	};

/** How often each change is made. */
const rounds = 8;

/** Nothing more comes for so long: all frames of a change are over. */
const gap = 200;

/** The same of the frame of a key: its preview, and the rest of the bar under the cursor, come with the next one. */
const frameGap = 12;

/** A watched cluster is measured for so long, ms. */
const watching = 14_000;

const interval = 2000;

/** The clock of the measurements in which it stands still. */
const noon = Date.UTC(2026, 0, 1, 12);

/** Columns of past that the widest table shows. */
const past = 26;

/** Where dm-top is run. */
type Place = {readonly name: string; readonly size: Size; readonly open: Opener};

/** Bytes that dm-top sent and, where it ran inside tmux, that tmux sent to the terminal. */
type Count = {readonly own: number; readonly outside: number | undefined};

/** The step at which tasks are the furthest behind. */
const mostBehind = 57;

const liveTasks = (tasks: number): Fleet =>
	createFleet({tasks, sources: 4, width: 1, lagAt: step => 11 + ((step * 7) % 80)});

const countBetween = (watched: Watched, from: number, to: number): Count => ({
	own: bytesBetween(watched, from, to),
	outside: watched.outside && bytesBetween(watched.outside, from, to),
});

/** What comes of something that is done, until nothing more comes. */
const count = async (
	watched: Watched,
	act: () => Promise<void> | void = ignore,
	within = gap,
): Promise<Count> => {
	const from = performance.now();
	const counting = watched.burst(within);
	await act();
	await counting;
	return countBetween(watched, from, performance.now());
};

/** The median of both; only for what dm-top sends there may be a target. */
const linesOf = (what: string, counts: readonly Count[], target?: number, unit: Unit = 'B'): Measure[] => {
	const outside = counts.flatMap(({outside}) => outside ?? []);
	return [
		{what, value: median(counts.map(({own}) => own)), unit, target},
		...(outside.length > 0 ? [{what: `${what}: sent on by tmux`, value: median(outside), unit}] : []),
	];
};

/** A program whose clock stands still, with enough past for its sparklines; the next answer is at `next()`. */
const openStill = async (setup: Setup, fleet: Fleet, {size, open}: Place) => {
	const watched = await watchProvider(setup, size, {interval: 60, open});
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
const measureChanges = async (setup: Setup, place: Place): Promise<Measure[]> => {
	const fleet = liveTasks(34);
	const {watched, answer} = await openStill(setup, fleet, place);
	const oneRow: Count[] = [];
	for (let i = 0; i < rounds; i++) {
		// What is selected, and the greatest lags of the totals, stand still; the row below them stays where it is.
		const stepOf = (steps: number) => (task: number) =>
			task < 3 ? mostBehind : past + (task === 3 ? steps : 0);
		await answer(stepOf(i), i === 0 ? 2000 : 1400);
		await watched.burst(1000, 1000);
		// The clock still shows the same second.
		oneRow.push(await count(watched, async () => answer(stepOf(i + 1), 600)));
	}

	const allNumbers: Count[] = [];
	const estimates: number[] = [];
	const replay = openReplay(place.size);
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
		allNumbers.push(await count(watched, async () => answer(() => past + 10 + i, 2000)));
		const after = await catchUp();
		estimates.push(cellDifference(before, after));
		before = after;
	}

	// The row under the cursor has moved with its task, perhaps to the end.
	watched.press('g');
	await watched.burst(1000);
	const selected: Count[] = [];
	const previews: Count[] = [];
	for (let i = 0; i < rounds; i++) {
		selected.push(await count(watched, pressDown(watched), frameGap));
		previews.push(await count(watched));
	}

	await watched.close();
	const {name} = place;
	return [
		...linesOf(`${name}, one row changed, every number in it`, oneRow, 60),
		...linesOf(`${name}, selection moved`, selected, 100),
		...linesOf(`${name}, bar and preview drawn with the next frame`, previews),
		...linesOf(`${name}, all numbers changed`, allNumbers),
		{
			what: `${name}, all numbers against changed cells and moves alone`,
			value: median(allNumbers.map(({own}, i) => own / estimates[i]!)),
			unit: '×',
			target: 1,
			note: `changed cells and moves: ${median(estimates).toLocaleString('en-US')} B`,
		},
	];
};

/** The marker at the bottom of a table longer than the screen, and on. */
const measureScroll = async (setup: Setup, place: Place): Promise<Measure[]> => {
	const {watched} = await openStill(setup, liveTasks(120), place);
	for (let i = 0; i < place.size.rows; i++) {
		pressDown(watched)();
		await pause(20);
	}

	await watched.burst(1000);
	const scrolled: Count[] = [];
	for (let i = 0; i < rounds; i++) {
		scrolled.push(await count(watched, pressDown(watched), frameGap));
		await watched.burst(gap);
	}

	await watched.close();
	return linesOf(`${place.name}, scrolled by one line`, scrolled, 700);
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
const measureWatching = async (
	setup: Setup,
	{name, size, open}: Place,
	isBusy: boolean,
): Promise<Measure[]> => {
	const watched = await watchProvider(setup, size, {open});
	const stop = await refresh(setup, watched, liveTasks(34), isBusy ? 20 : 1);
	await pause(2 * interval + 500);
	const from = performance.now();
	await pause(watching);
	const {own, outside} = countBetween(watched, from, from + watching);
	stop();
	await watched.close();
	const perSecond = {
		own: (own * 1000) / watching,
		outside: outside === undefined ? undefined : (outside * 1000) / watching,
	};
	return linesOf(
		`${name}, ${isBusy ? 'busy cluster, every number new' : 'quiet cluster'} every 2 s`,
		[perSecond],
		isBusy ? 1100 : 60,
		'B/s',
	);
};

/** Nothing here is timed, so all programs of a place run at the same time. */
const measurePlace = async (setup: Setup, place: Place): Promise<Measure[]> => {
	const measures = await Promise.all([
		measureChanges(setup, place),
		measureScroll(setup, place),
		measureWatching(setup, place, false),
		measureWatching(setup, place, true),
	]);
	return measures.flat();
};

const measureInTmux = async (setup: Setup): Promise<Measure[]> =>
	hasTmux()
		? measurePlace(setup, {name: 'in tmux, 120x40', size: sizes[0], open: openInTmux(setup.folder)})
		: [{what: 'tmux is not installed', value: undefined, unit: ''}];

/** In a plain terminal of both sizes, and inside tmux. */
export const measureBytes = async (setup: Setup): Promise<Section> => {
	const measures = await Promise.all(
		sizes.map(async size =>
			measurePlace(setup, {name: `${size.columns}x${size.rows}`, size, open: openSession}),
		),
	);
	return {
		title: 'Bytes on the line, 34 live tasks',
		measures: [...measures.flat(), ...(await measureInTmux(setup))],
	};
};
