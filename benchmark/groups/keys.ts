/**
 * How long a key waits for its frame, through a real pseudo-terminal, while a large cluster is watched: 10,000
 * subtasks known, and every 2 s an answer of 3 MB to decode.
 */
import {unicodeSymbols} from '../../source/components/symbols.js';
import {createFleet} from '../fleet.js';
import {type Measure, type Section, median, pause, quantile} from '../measure.js';
import {type Session, type Size, sizes} from '../terminal/pty.js';
import {replayFrames} from '../terminal/replay.js';
import {type Setup, keepAnswer, replaceFile, watchBare, watchFile, watchProvider} from '../watched.js';

const down = '\u{1B}[B';
const up = '\u{1B}[A';

/** Keys in one direction before it turns: some only move the marker, some scroll. */
const run = 30;

/** Each session is pressed for so long, ms. */
const pressing = 11_000;

const interval = 2000;

/** A key, and the row that it makes the selected one. */
type Press = {readonly at: number; readonly expected: number; readonly step: 1 | -1};

/** Keys as a quick hand presses them, at times that have nothing to do with the refresh. */
const pressKeys = async (session: Session): Promise<Press[]> => {
	const presses: Press[] = [];
	const end = performance.now() + pressing;
	let selected = 0;
	for (let i = 0; performance.now() < end; i++) {
		const step = Math.floor(i / run) % 2 === 0 ? 1 : -1;
		selected += step;
		presses.push({at: performance.now(), expected: selected, step});
		session.press(step === 1 ? down : up);
		// At a turn the last key must have been answered: what undoes it would hide it.
		await pause((i + 1) % run === 0 ? 250 : 25 + ((i * 37) % 30));
	}

	await pause(500);
	return presses;
};

/** Holds the arrow down, repeated faster than frames are drawn; resolves with the time of the last press. */
const holdArrow = async (session: Session): Promise<number> => {
	let at = performance.now();
	for (let i = 0; i < 120; i++) {
		at = performance.now();
		session.press(down);
		await pause(12);
	}

	await pause(700);
	return at;
};

/** Which row is selected after each frame. */
const selections = async (session: Session, tasks: readonly string[]) => {
	const rowOf = new Map(tasks.map((name, row) => [name, row]));
	const seen: Array<{at: number; selected: number}> = [];
	for await (const {at, replay} of replayFrames(session, session.chunks)) {
		const marked = replay.lines().find(line => line.startsWith(unicodeSymbols.marker));
		const selected = marked
			?.split(/\s+/v)
			.map(word => rowOf.get(word))
			.find(row => row !== undefined);
		if (selected !== undefined) {
			seen.push({at, selected});
		}
	}

	return seen;
};

/** From each key to the first frame that shows what it did, ms. */
const latencies = async (
	session: Session,
	presses: readonly Press[],
	tasks: readonly string[],
): Promise<number[]> => {
	const seen = await selections(session, tasks);
	let next = 0;
	return presses.map(({at, expected, step}) => {
		while (next < seen.length && seen[next]!.at < at) {
			next++;
		}

		const answer = seen.slice(next).find(({selected}) => (selected - expected) * step >= 0);
		return answer ? answer.at - at : Infinity;
	});
};

const targets = (size: Size) => (size.columns === 120 ? {p50: 4, p99: 10} : {p50: 12, p99: 30});

const nameOf = ({columns, rows}: Size): string => `${columns}x${rows}`;

const measuresOf = (
	samples: readonly number[],
	size: Size,
	how: string,
	{p50, p99}: {readonly p50?: number; readonly p99?: number} = targets(size),
): Measure[] => {
	const text = (share: number) => `${quantile(samples, share).toFixed(1)} ms`;
	return [
		{
			what: `${nameOf(size)}, ${how}, p50`,
			value: median(samples),
			unit: 'ms',
			target: p50,
			note: `${samples.length} keys, fastest ${text(0)}`,
		},
		{
			what: `${nameOf(size)}, ${how}, p99`,
			value: quantile(samples, 0.99),
			unit: 'ms',
			target: p99,
			note: `p90 ${text(0.9)}, p95 ${text(0.95)}`,
		},
	];
};

/** From each key to its frame in what `watch` starts: 3,000 subtasks from a file that is replaced every 2 s, ms. */
const timeWithFile = async (setup: Setup, size: Size, watch: typeof watchFile): Promise<number[]> => {
	const fleet = createFleet({tasks: 1000, sources: 20, width: 3});
	const texts = [0, 1, 2, 3].map(step => fleet.answer(() => step));
	const file = await keepAnswer(setup, texts[0]!);
	const session = watch(setup, file, size);
	await session.shows(fleet.tasks[3]!);
	let step = 0;
	const refreshing = setInterval(() => {
		step++;
		void replaceFile(file, texts[step % texts.length]!);
	}, interval).unref();
	await pause(1500);
	const presses = await pressKeys(session);
	clearInterval(refreshing);
	await session.close();
	return latencies(session, presses, fleet.tasks);
};

/** 10,000 subtasks, of which a third is answered every 2 s; and what comes after an arrow that was held down. */
const measureProvider = async (setup: Setup, size: Size): Promise<Measure[]> => {
	const fleet = createFleet({tasks: 2500, sources: 20, width: 4});
	const thirds = [0, 1, 2].map(third => fleet.sources.filter((_, source) => source % 3 === third));
	const answers = await Promise.all(
		[0, 1, 2, 3].flatMap(step =>
			thirds.map(async asked => ({
				asked,
				file: await keepAnswer(
					setup,
					fleet.answer(() => step, asked),
				),
			})),
		),
	);
	const session = await watchProvider(setup, size);
	for (const answer of answers.slice(0, 3)) {
		session.tell(answer);
	}

	await session.shows(fleet.tasks[3]!);
	let turn = 3;
	const refreshing = setInterval(() => {
		session.tell(answers[turn % answers.length]!);
		turn++;
	}, interval).unref();
	await pause(1500);
	const presses = await pressKeys(session);
	const releasedAt = await holdArrow(session);
	clearInterval(refreshing);
	await session.close();
	const seen = await selections(session, fleet.tasks);
	const last = seen.findLast(({selected}, i) => selected !== seen[i - 1]?.selected);
	const samples = await latencies(session, presses, fleet.tasks);
	return [
		...measuresOf(samples, size, '10,000 subtasks'),
		{
			what: `${nameOf(size)}, frames continue after a held arrow for`,
			value: Math.max(0, (last?.at ?? Infinity) - releasedAt),
			unit: 'ms',
			target: targets(size).p99,
		},
	];
};

/** Of dm-top; and of a bare list, for which nothing is promised. */
const measureFile = async (setup: Setup, size: Size): Promise<Measure[]> => [
	...measuresOf(await timeWithFile(setup, size, watchFile), size, '3,000 subtasks, --file'),
	...measuresOf(await timeWithFile(setup, size, watchBare), size, 'the same in a bare Ink list', {}),
];

/** Each way at both sizes, one program after the other. */
export const measureKeys = async (setup: Setup): Promise<Section> => {
	const measures: Measure[] = [];
	for (const size of sizes) {
		measures.push(...(await measureProvider(setup, size)), ...(await measureFile(setup, size)));
	}

	return {title: 'Key to frame, while 3 MB of JSON come every 2 s', measures};
};
