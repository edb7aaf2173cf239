/**
 * A line that is slow, then stands still, then is back; and one that is gone. Meanwhile a busy cluster is watched and
 * an arrow key is held down.
 */
import process from 'node:process';
import {bytesBetween} from '../terminal/chunks.js';
import {createFleet} from '../fleet.js';
import {type Measure, type Section, pause} from '../measure.js';
import {memory, written} from '../process-cost.js';
import {type Session, openSession, sizes} from '../terminal/pty.js';
import {openReplay} from '../terminal/replay.js';
import {type Setup, type Watched, keepAnswer, watchProvider} from '../watched.js';

const down = '\u{1B}[B';
const up = '\u{1B}[A';
const redraw = '\u{C}';

/** Bytes/s of the slow line. */
const slow = 8000;

/** The line is slow for so long, then stands still for so long, ms. */
const slowTime = 20_000;
const stillTime = 60_000;

const interval = 2000;

/** A held key comes so often, ms. */
const repeat = 15;

/** Keys in one direction before it turns: most of them scroll. */
const run = 300;

/** Different answers, told in turn. */
const steps = 20;

/** Longer than anything continues by itself after the last key or answer, ms. */
const settling = 1500;

/** How long it may take to end, ms. */
const patience = 10_000;

/** How long dm-top may take to find out that its terminal is gone, looking at it now and then, ms. */
const goneTarget = 1000;

/** Answers told and keys pressed for `ms`. Gives when each answer was reported, ms by `performance.now`. */
const keepBusy = async (watched: Watched, files: readonly string[], ms: number): Promise<number[]> => {
	const told: number[] = [];
	const tell = () => {
		told.push(performance.now());
		// With a clock that stands still between two answers nothing changes by itself.
		watched.tell({file: files[watched.taken.length % files.length]!, at: Date.now()});
	};

	tell();
	const telling = setInterval(tell, interval);
	const end = performance.now() + ms;
	for (let i = 0; performance.now() < end; i++) {
		watched.press(Math.floor(i / run) % 2 === 0 ? down : up);
		await pause(repeat);
	}

	clearInterval(telling);
	await pause(settling);
	return told;
};

/** What came of the answers of a time in which the line was as `how` says. */
const answerLines = (how: string, told: readonly number[], taken: readonly number[]): Measure[] => [
	{
		what: `${how}, answers that were not taken`,
		value: told.length - taken.length,
		unit: '',
		target: 0,
		note: `${told.length} were told`,
	},
	{
		what: `${how}, the longest that an answer waited`,
		value: Math.max(...taken.map((at, i) => at - told[i]!)),
		unit: 'ms',
	},
];

/** Bytes of a whole screen redrawn. */
const wholeFrame = async (watched: Watched): Promise<number> => {
	const counting = watched.burst(200);
	watched.press(redraw);
	return counting;
};

/** What the terminal shows of all that has come. */
const shown = async ({size, chunks}: Session): Promise<string> => {
	const replay = openReplay(size);
	for (const {bytes} of chunks) {
		await replay.feed(bytes);
	}

	return replay.lines().join('\n');
};

/** When the last byte came, ms after `from`. */
const lastByte = ({chunks}: Session, from: number): number => (chunks.at(-1)?.at ?? Infinity) - from;

/** The line stands still, and is back after some time. */
const measureStandstill = async (
	watched: Watched,
	files: readonly string[],
	frame: number,
): Promise<Measure[]> => {
	const before = await watched.weigh();
	const residentBefore = await memory(watched.pid);
	watched.readAtMost(0);
	const first = watched.taken.length;
	const told = await keepBusy(watched, files, stillTime);
	const taken = watched.taken.slice(first);
	const resident = await memory(watched.pid);
	const grown = ((await watched.weigh()) - before) / 1e6;
	const writtenBefore = await written(watched.pid);
	const from = performance.now();
	watched.readAtMost(Infinity);
	const received = await watched.burst(500);
	const writtenAfter = await written(watched.pid);
	const shownAfter = lastByte(watched, from);
	const screen = await shown(watched);
	await wholeFrame(watched);
	const isNewest = screen === (await shown(watched));
	const sent =
		writtenBefore === undefined || writtenAfter === undefined ? undefined : writtenAfter - writtenBefore;
	const residentNote =
		residentBefore === undefined || resident === undefined
			? ''
			: `; resident ${residentBefore.toFixed(1)} → ${resident.toFixed(1)} MB`;
	const bufferNote =
		sent === undefined ? '' : `; in the terminal's own buffer ${(received - sent).toLocaleString('en-US')} B`;
	return [
		...answerLines('nothing read for 60 s', told, taken),
		{
			what: 'nothing read for 60 s, memory grown by',
			value: grown,
			unit: 'MB',
			target: 5,
			note: `without garbage${residentNote}`,
		},
		{
			what: 'line back, sent until the newest frame is whole',
			value: sent,
			unit: 'B',
			target: frame,
			note: `at most a whole frame${bufferNote}`,
		},
		{
			what: 'line back, the newest frame is shown after',
			value: isNewest ? shownAfter : Infinity,
			unit: 'ms',
			target: 17,
			note: 'the same as when it is drawn again',
		},
	];
};

const measureStalls = async (setup: Setup): Promise<Measure[]> => {
	const fleet = createFleet({tasks: 400, sources: 4, width: 1, lagAt: step => 11 + ((step * 7) % 80)});
	const files = await Promise.all(
		Array.from({length: steps}, async (_, step) =>
			keepAnswer(
				setup,
				fleet.answer(() => step),
			),
		),
	);
	const watched = await watchProvider(setup, sizes[0]);
	watched.tell({file: files[0]!, at: Date.now()});
	await watched.shows(fleet.tasks[3]!);
	// What is compiled and kept anyway is there before anything is weighed.
	await keepBusy(watched, files, slowTime / 2);
	const frame = await wholeFrame(watched);

	const first = watched.taken.length;
	const slowFrom = performance.now();
	watched.readAtMost(slow);
	const told = await keepBusy(watched, files, slowTime);
	const keyAt = performance.now() - settling;
	const bytes = bytesBetween(watched, slowFrom, slowFrom + slowTime);
	await watched.burst(700);
	const slowLines: Measure[] = [
		...answerLines('8 kB/s for 20 s', told, watched.taken.slice(first)),
		{
			what: '8 kB/s for 20 s, read',
			value: (bytes * 1000) / slowTime,
			unit: 'B/s',
			note: 'a held key scrolls: more than fits',
		},
		{
			what: '8 kB/s for 20 s, the last key is shown after',
			value: lastByte(watched, keyAt),
			unit: 'ms',
			note: "what is in the terminal's own buffer comes first",
		},
	];
	const stillLines = await measureStandstill(watched, files, frame);
	await watched.close();
	return [...slowLines, ...stillLines];
};

const isRunning = (pid: number): boolean => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

/**
 * How long dm-top outlives its terminal, ms. Its parent has the terminal's SIGHUP to itself and ignores it, and ends
 * right after dm-top.
 */
const timeGone = async ({program}: Setup, isStill: boolean): Promise<number> => {
	const session = openSession(
		'sh',
		['-c', 'trap "" HUP; "$@"; exit', 'sh', process.execPath, program, '--simulate'],
		sizes[0],
	);
	await session.burst(500, 10_000);
	if (isStill) {
		session.readAtMost(0);
		await pause(settling);
	}

	const from = performance.now();
	session.hangUp();
	while (isRunning(session.pid) && performance.now() < from + patience) {
		await pause(2);
	}

	const time = isRunning(session.pid) ? Infinity : performance.now() - from;
	await session.close();
	return time;
};

/** A line that is slow, stands still, or is gone. */
export const measureLine = async (setup: Setup): Promise<Section> => {
	const stalls = await measureStalls(setup);
	return {
		title: 'A bad line, 120x40, a key held down, 400 tasks, every number new every 2 s',
		measures: [
			...stalls,
			{
				what: 'terminal closed, no SIGHUP, ended after',
				value: await timeGone(setup, false),
				unit: 'ms',
				target: goneTarget,
			},
			{
				what: 'terminal closed while it stood still, no SIGHUP, ended after',
				value: await timeGone(setup, true),
				unit: 'ms',
				target: goneTarget,
			},
		],
	};
};
