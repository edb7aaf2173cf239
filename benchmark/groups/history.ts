/** From a key to the last hour on the screen, out of a Prometheus that was there before dm-top. */
import process from 'node:process';
import {createFleet} from '../fleet.js';
import {type Measure, type Section, median, pause} from '../measure.js';
import {processorTime} from '../process-cost.js';
import {isPrometheusInstalled, openStore} from '../store.js';
import {type Session, openSession, sizes} from '../terminal/pty.js';
import {replayFrames} from '../terminal/replay.js';
import {type Setup, keepAnswer} from '../watched.js';

const down = '\u{1B}[B';
const enter = '\r';

/** Tasks that are opened, each for the first time. */
const rounds = 7;

/** So long after a key everything is on the screen, ms. */
const settled = 1500;

const title = 'The last hour from a local Prometheus, 100 tasks scraped every 15 s';

/** Cells of a curve. */
const curveCells = (lines: readonly string[]): number =>
	lines.join('').match(/[\u{2801}-\u{28FF}]/gv)?.length ?? 0;

/** A key: when it was pressed, when everything had come, and the processor time between, ms. */
type Press = {readonly at: number; readonly until: number; readonly spent: number};

const press = async (session: Session, key: string): Promise<Press> => {
	const before = await processorTime(session.pid);
	const at = performance.now();
	session.press(key);
	await pause(settled);
	const until = performance.now();
	const after = await processorTime(session.pid);
	return {at, until, spent: ((after ?? NaN) - (before ?? NaN)) / 1e6};
};

/** Fewer cells are no hour of anything. */
const leastCells = 200;

/** Ms from each press to the frame from which on (nearly) all curves stand that the page has in the end. */
const plotted = async (session: Session, presses: readonly Press[]): Promise<number[]> => {
	const frames: Array<{at: number; cells: number}> = [];
	for await (const {at, replay} of replayFrames(session, session.chunks)) {
		frames.push({at, cells: curveCells(replay.lines())});
	}

	return presses.map(({at, until}) => {
		const shown = frames.filter(frame => frame.at >= at && frame.at < until);
		const last = shown.at(-1)?.cells ?? 0;
		// The first frame may still have the curves of what was selected before.
		const full = shown[shown.findLastIndex(({cells}) => cells < last * 0.9) + 1];
		return last < leastCells || !full ? Infinity : full.at - at;
	});
};

const lineOf = async (what: string, session: Session, presses: readonly Press[]): Promise<Measure> => {
	const times = await plotted(session, presses);
	const spent = median(presses.map(one => one.spent));
	return {
		what,
		value: median(times),
		unit: 'ms',
		target: 300,
		note: `fastest ${Math.min(...times).toFixed(1)} ms; of the processor ${spent.toFixed(1)} ms in ${settled / 1000} s`,
	};
};

/** Tasks, each with all of its metrics; then sources. */
export const measureHistory = async (setup: Setup): Promise<Section> => {
	if (!isPrometheusInstalled()) {
		return {
			title,
			measures: [{what: 'prometheus or promtool is not installed', value: undefined, unit: ''}],
		};
	}

	const fleet = createFleet({tasks: 100, sources: 20, width: 1});
	const subtasks = fleet.tasks.map((task, index) => {
		const source = index % fleet.sources.length;
		return {task, source: fleet.sources[source]!, worker: `worker-${source}`};
	});
	const file = await keepAnswer(
		setup,
		fleet.answer(() => 1),
	);
	const store = await openStore(setup.folder, subtasks);
	try {
		const session = openSession(
			process.execPath,
			[setup.program, '--file', file, '--prometheus', store.address],
			sizes[0],
		);
		await session.shows(fleet.tasks[3]!);
		await pause(settled);
		const ofTask: Press[] = [];
		const ofMetrics: Press[] = [];
		const ofSource: Press[] = [];
		for (let round = 0; round < rounds; round++) {
			// The list plots the task that is selected.
			ofTask.push(await press(session, down));
			await press(session, enter);
			ofMetrics.push(await press(session, 'm'));
			for (const key of ['q', 'q']) {
				await press(session, key);
			}
		}

		await press(session, '2');
		for (let round = 0; round < rounds; round++) {
			ofSource.push(await press(session, down));
		}

		await session.close();
		return {
			title: `${title}, ${store.samples.toLocaleString('en-US')} samples`,
			measures: [
				await lineOf('key to the hour of a task', session, ofTask),
				await lineOf('key to the hour of all its metrics', session, ofMetrics),
				await lineOf('key to the hour of a source', session, ofSource),
			],
		};
	} finally {
		await store.close();
	}
};
