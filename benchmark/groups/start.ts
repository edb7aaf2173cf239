/** From the start of the process to something that a person can use. */
import {spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import path from 'node:path';
import process from 'node:process';
import {createFleet} from '../fleet.js';
import {type Measure, type Section, median} from '../measure.js';
import {serve} from '../serve.js';
import {openSession, sizes, surroundings} from '../terminal/pty.js';
import {firstTime} from '../terminal/replay.js';
import {type Setup, keepAnswer, watchBare, watchFile} from '../watched.js';

const rounds = 9;

/** A folder in which Node keeps compiled code; what is not there yet is compiled, and kept when the program ends. */
const compileCache = ({folder}: Setup) => ({
	NODE_COMPILE_CACHE: path.join(folder, `compiled-${randomUUID()}`),
});

type Environment = Readonly<Record<string, string>>;

/** From start to end, ms; what it prints must contain `expected`. */
const timeRun = (parameters: readonly string[], expected: string, env: Environment): number => {
	const before = performance.now();
	const {stdout, stderr} = spawnSync(process.execPath, parameters, {
		env: surroundings(env),
		encoding: 'utf8',
	});
	if (stdout.includes(expected)) {
		return performance.now() - before;
	}

	throw new Error(`${parameters.join(' ')} did not print “${expected}” but:\n${stdout}${stderr}`);
};

/** A line of the table. On a busy machine the fastest run tells more than the one in the middle. */
const lineOf = (what: string, times: readonly number[]): Measure => ({
	what,
	value: median(times),
	unit: 'ms',
	note: `fastest ${Math.min(...times).toFixed(1)} ms`,
});

/** The first run is not counted: it may have to compile. */
const timeRuns = (parameters: readonly string[], expected: string, env: Environment): number[] =>
	Array.from({length: rounds + 1}, () => timeRun(parameters, expected, env)).slice(1);

/** From start to the first tasks on screen, and to the first frame of all, ms; it ends as a person ends it. */
const timeFrame = async (
	setup: Setup,
	file: string,
	task: string,
	env: Environment,
	watch: typeof watchFile = watchFile,
) => {
	const session = watch(setup, file, sizes[0], env);
	await session.shows(task);
	await session.burst(100, 100);
	await session.quit();
	const drawn = await firstTime(session, lines => lines.some(line => line.trim() !== ''));
	const told = await firstTime(session, lines => lines.some(line => line.includes(task)));
	return {
		first: (drawn ?? Infinity) - session.startedAt,
		useful: (told ?? Infinity) - session.startedAt,
	};
};

/** So many starts, of which each knows the environment again. */
const timeFrames = async (
	setup: Setup,
	file: string,
	task: string,
	nextEnv: () => Environment,
	watch?: typeof watchFile,
) => {
	const times: Array<Awaited<ReturnType<typeof timeFrame>>> = [];
	for (let i = 0; i < rounds; i++) {
		times.push(await timeFrame(setup, file, task, nextEnv(), watch));
	}

	return {first: times.map(({first}) => first), useful: times.map(({useful}) => useful)};
};

/** From start to the one line of text that bare-ink.tsx shows, ms. */
const timeInk = async ({ink}: Setup, env: Environment): Promise<number> => {
	const session = openSession(process.execPath, [ink], sizes[0], env);
	await session.shows('ready');
	await session.quit();
	const drawn = await firstTime(session, lines => lines.some(line => line.includes('ready')));
	return (drawn ?? Infinity) - session.startedAt;
};

/** The first run is not counted: it has to compile. */
const timeInks = async (setup: Setup, env: Environment): Promise<number[]> => {
	const times: number[] = [];
	for (let i = 0; i <= rounds; i++) {
		times.push(await timeInk(setup, env));
	}

	return times.slice(1);
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
	const {program, troubled} = setup;
	const firstEver = await timeFrames(setup, smallFile, small.tasks[3]!, () => compileCache(setup));
	const kept = compileCache(setup);
	const again = () => kept;
	await timeFrame(setup, smallFile, small.tasks[3]!, kept);
	const live = await timeFrames(setup, smallFile, small.tasks[3]!, again);
	const liveLarge = await timeFrames(setup, largeFile, large.tasks[3]!, again);
	await timeFrame(setup, smallFile, small.tasks[3]!, kept, watchBare);
	const bareList = await timeFrames(setup, smallFile, small.tasks[3]!, again, watchBare);
	const bareFirst = await timeFrames(setup, smallFile, small.tasks[3]!, () => compileCache(setup), watchBare);
	const ink = await timeInks(setup, kept);
	const bare = timeRuns(['-p', '"."'], '.', {});
	const once = timeRuns([program, '--once', '--file', smallFile], small.tasks[3]!, kept);
	const onceInTrouble = timeRuns([program, '--once', '--file', troubled], 'orders', kept);
	await timeFrame(setup, troubled, 'orders', kept);
	const liveInTrouble = await timeFrames(setup, troubled, 'orders', again);
	using served = await serve(program, 'calm');
	const onceOfMaster = timeRuns([program, '--once', ...served.parameters], 'customers', kept);
	const version = timeRuns([program, '--version'], '.', kept);
	const times = (what: string, taken: readonly number[], target?: number): Measure => ({
		what,
		value: median(taken) / median(bare),
		unit: '×',
		target,
	});
	return {
		title: 'Start of the process to …, and how many times as long as that of a bare Node',
		measures: [
			lineOf('the tasks on screen, --file, 34 tasks', live.useful),
			times('the same, times a bare Node', live.useful, 3),
			lineOf('the first frame of all', live.first),
			lineOf('the tasks on screen, the first start after it was installed', firstEver.useful),
			times('the same, times a bare Node', firstEver.useful, 4.5),
			lineOf('the tasks on screen, --file, 3,000 subtasks', liveLarge.useful),
			lineOf('the tasks on screen, --file, a cluster with errors', liveInTrouble.useful),
			times('the same, times a bare Node', liveInTrouble.useful),
			lineOf('the end of --once, 34 tasks', once),
			times('the same, times a bare Node', once, 2),
			lineOf('the end of --once, a cluster with errors', onceInTrouble),
			times('the same, times a bare Node', onceInTrouble),
			lineOf('the end of --once, a dm-master', onceOfMaster),
			times('the same, times a bare Node', onceOfMaster),
			lineOf('the end of --version', version),
			times('the same, times a bare Node', version, 1.15),
			lineOf('the end of a bare Node', bare),
			lineOf('a line of text, shown by a bare Ink', ink),
			times('the same, times a bare Node', ink),
			lineOf('34 tasks in a bare Ink list', bareList.useful),
			times('the same, times a bare Node', bareList.useful),
			lineOf('34 tasks in a bare Ink list, the first start', bareFirst.useful),
			times('the same, times a bare Node', bareFirst.useful),
		],
	};
};
