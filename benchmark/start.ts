/** From the start of the process to something that a person can use. */
import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {createFleet} from './fleet.js';
import {type Measure, type Section, median} from './measure.js';
import {sizes, surroundings} from './pty.js';
import {firstTime} from './replay.js';
import {type Setup, keepAnswer, watchFile} from './watched.js';

const rounds = 9;

/** From start to end, ms; what it prints must contain `expected`. */
const timeRun = (parameters: readonly string[], expected: string): number => {
	const before = performance.now();
	const {stdout, stderr} = spawnSync(process.execPath, parameters, {env: surroundings(), encoding: 'utf8'});
	if (stdout.includes(expected)) {
		return performance.now() - before;
	}

	throw new Error(`${parameters.join(' ')} did not print “${expected}” but:\n${stdout}${stderr}`);
};

/** A line of the table. On a busy machine the fastest run tells more than the one in the middle. */
const lineOf = (what: string, times: readonly number[], target?: number): Measure => ({
	what,
	value: median(times),
	unit: 'ms',
	target,
	note: `fastest ${Math.min(...times).toFixed(1)} ms`,
});

const timeRuns = (parameters: readonly string[], expected: string): number[] =>
	Array.from({length: rounds}, () => timeRun(parameters, expected));

/** From start to the first tasks on screen, and to the first frame of all, ms. */
const timeFrames = async (setup: Setup, file: string, task: string) => {
	const useful: number[] = [];
	const first: number[] = [];
	for (let i = 0; i < rounds; i++) {
		const session = watchFile(setup, file, sizes[0]);
		await session.shows(task);
		await session.burst(100, 100);
		await session.close();
		const drawn = await firstTime(session, lines => lines.some(line => line.trim() !== ''));
		const told = await firstTime(session, lines => lines.some(line => line.includes(task)));
		first.push((drawn ?? Infinity) - session.startedAt);
		useful.push((told ?? Infinity) - session.startedAt);
	}

	return {useful, first};
};

/** Each the median of some runs, one after the other. */
export const measureStart = async (setup: Setup): Promise<Section> => {
	const small = createFleet({tasks: 34, sources: 4, width: 1});
	const large = createFleet({tasks: 1000, sources: 20, width: 3});
	const smallFile = await keepAnswer(
		setup,
		small.answer(() => 1),
	);
	const largeFile = await keepAnswer(
		setup,
		large.answer(() => 1),
	);
	const {program} = setup;
	const live = await timeFrames(setup, smallFile, small.tasks[3]!);
	const liveLarge = await timeFrames(setup, largeFile, large.tasks[3]!);
	return {
		title: 'Start of the process to …',
		measures: [
			lineOf('the tasks on screen, --file, 34 tasks', live.useful, 170),
			lineOf('the first frame of all', live.first),
			lineOf('the tasks on screen, --file, 3,000 subtasks', liveLarge.useful),
			lineOf(
				'the end of --once, 34 tasks',
				timeRuns([program, '--once', '--file', smallFile], small.tasks[3]!),
				150,
			),
			lineOf('the end of --version', timeRuns([program, '--version'], '.'), 60),
			lineOf('the end of a bare Node', timeRuns(['-p', '"."'], '.')),
		],
	};
};
