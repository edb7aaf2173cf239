/** What it costs to leave dm-top open. */
import {createFleet} from '../fleet.js';
import {type Section, pause} from '../measure.js';
import {memory, processorShare} from '../process-cost.js';
import {sizes} from '../terminal/pty.js';
import {type Setup, keepAnswer, watchBare, watchFile, watchProvider} from '../watched.js';
import {refresh} from './bytes.js';

/** A program is past its start after so long, ms. */
const settling = 6000;

const watching = 10_000;

/** What is drawn again and again is compiled in the first minute, by other threads, and never after, ms. */
const compiling = 60_000;

const down = '\u{1B}[B';
const up = '\u{1B}[A';

/** Keys, 30 ms apart, as one who holds the arrow down. */
const walked = 300;

/** What `watch` starts, with 3,000 subtasks in a file that stays as it is. */
const measureMemory = async (setup: Setup, watch: typeof watchFile): Promise<number | undefined> => {
	const fleet = createFleet({tasks: 1000, sources: 20, width: 3});
	const session = watch(
		setup,
		await keepAnswer(
			setup,
			fleet.answer(() => 1),
		),
		sizes[0],
	);
	await session.shows(fleet.tasks[3]!);
	await pause(settling);
	const resident = await memory(session.pid);
	await session.close();
	return resident;
};

/** The same, answered again every 2 s. */
const measureBusyMemory = async (setup: Setup): Promise<number | undefined> => {
	const watched = await watchProvider(setup, sizes[0]);
	const stop = await refresh(setup, watched, createFleet({tasks: 1000, sources: 20, width: 3}), 4);
	await pause(settling + watching);
	const resident = await memory(watched.pid);
	stop();
	await watched.close();
	return resident;
};

/** A quiet cluster of 34 tasks, after somebody has walked through it. */
const measureWalkedMemory = async (setup: Setup): Promise<number | undefined> => {
	const fleet = createFleet({tasks: 34, sources: 4, width: 1});
	const session = watchFile(
		setup,
		await keepAnswer(
			setup,
			fleet.answer(() => 1),
		),
		sizes[0],
	);
	await session.shows(fleet.tasks[3]!);
	for (let i = 0; i < walked; i++) {
		session.press(Math.floor(i / 30) % 2 === 0 ? down : up);
		await pause(30);
	}

	await pause(settling);
	const resident = await memory(session.pid);
	await session.close();
	return resident;
};

/** A quiet cluster of 34 tasks. */
const measureProcessor = async (
	setup: Setup,
): Promise<{readonly atFirst: number | undefined; readonly share: number | undefined}> => {
	const watched = await watchProvider(setup, sizes[0]);
	const stop = await refresh(setup, watched, createFleet({tasks: 34, sources: 4, width: 1}), 1);
	await pause(settling);
	const atFirst = await processorShare(watched.pid, watching);
	await pause(compiling - settling - watching);
	const share = await processorShare(watched.pid, watching);
	stop();
	await watched.close();
	return {atFirst, share};
};

/** The same in a bare list, after a minute too. */
const measureBareProcessor = async (setup: Setup): Promise<number | undefined> => {
	const fleet = createFleet({tasks: 34, sources: 4, width: 1});
	const file = await keepAnswer(
		setup,
		fleet.answer(() => 1),
	);
	const session = watchBare(setup, file, sizes[0]);
	await session.shows(fleet.tasks[3]!);
	await pause(compiling);
	const share = await processorShare(session.pid, watching);
	await session.close();
	return share;
};

/** Memory and processor of a program that nobody touches. */
export const measureRest = async (setup: Setup): Promise<Section> => {
	const [atRest, bareAtRest, refreshed, {atFirst, share}, bareShare] = await Promise.all([
		measureMemory(setup, watchFile),
		measureMemory(setup, watchBare),
		measureBusyMemory(setup),
		measureProcessor(setup),
		measureBareProcessor(setup),
	]);
	// Apart: its keys would slow down what is timed.
	const afterWalk = await measureWalkedMemory(setup);
	return {
		title: 'At rest, 120x40',
		measures: [
			{what: 'memory, 3,000 subtasks, --file', value: atRest, unit: 'MB', target: 85},
			{what: 'the same in a bare Ink list', value: bareAtRest, unit: 'MB'},
			{what: `memory, 34 tasks, --file, after ${walked} keys`, value: afterWalk, unit: 'MB'},
			{what: 'memory, 3,000 subtasks, all new every 2 s', value: refreshed, unit: 'MB'},
			{
				what: 'a core, 34 tasks, quiet, refreshed every 2 s, after a minute',
				value: share,
				unit: '%',
				target: 0.5,
			},
			{what: 'the same, in the first seconds', value: atFirst, unit: '%'},
			{what: 'the same in a bare Ink list, after a minute', value: bareShare, unit: '%'},
		],
	};
};
