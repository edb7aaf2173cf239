import {expect} from 'vitest';
import {parseStatus} from '../../source/index.js';
import {taskStatus} from '../../source/dm/derived/task-status.js';
import type {Status, Subtask} from '../../source/dm/status.js';
import {leaderless} from '../../source/simulator/answers/members.js';
import {renderStatus} from '../../source/simulator/answers/status.js';
import {advance} from '../../source/simulator/running/simulation.js';
import type {Simulation} from '../../source/simulator/model/model.js';
import {isUpTo} from './cluster.js';

const stages = new Set([
	'InvalidStage',
	'New',
	'Running',
	'Paused',
	'Stopped',
	'Finished',
	'Pausing',
	'Resuming',
	'Stopping',
]);

const progressOf = ({load, dump}: Subtask): number =>
	Number((load?.progress ?? dump?.progress ?? '0').replace(' %', ''));

/** Each rule with what it says when it is broken. */
const rules: ReadonlyArray<readonly [says: string, isBroken: (subtask: Subtask, mode: string) => boolean]> = [
	['it is in a stage that DM does not have', ({stage}) => !stages.has(stage)],
	['it has finished, and is not of mode full', ({stage}, mode) => stage === 'Finished' && mode !== 'full'],
	['it runs and has a result', ({stage, result}) => stage === 'Running' && result !== undefined],
	['it is paused without a result', ({stage, result}) => stage === 'Paused' && result === undefined],
	[
		'its unit and what is told of it do not agree',
		({unit, sync, load, dump}) =>
			(sync !== undefined) !== (unit === 'Sync') ||
			(load !== undefined) !== (unit === 'Load') ||
			(dump !== undefined) !== (unit === 'Dump'),
	],
	['its progress is not from 0 to 100', subtask => !(progressOf(subtask) >= 0 && progressOf(subtask) <= 100)],
	[
		'it has loaded more than there is',
		({load}) => Number(load?.finishedBytes ?? 0) > Number(load?.totalBytes ?? 0),
	],
	[
		'it has dumped more tables than there are',
		({dump}) => (dump?.completedTables ?? 0) > Number(dump?.totalTables ?? 0),
	],
	[
		'its checkpoint is past its master',
		({sync}) =>
			sync !== undefined && sync.masterBinlog !== '' && !isUpTo(sync.syncerBinlog, sync.masterBinlog),
	],
	[
		'it is synced at another position',
		({sync}) => sync?.synced === true && sync.syncerBinlog !== sync.masterBinlog,
	],
	[
		'it has a delay while nothing is in flight',
		({stage, sync}) => stage !== 'Running' && Number(sync?.secondsBehindMaster ?? 0) > 0,
	],
	[
		'its relay is past its master',
		({relay}) =>
			relay !== undefined && relay.masterBinlog !== '' && !isUpTo(relay.relayBinlog, relay.masterBinlog),
	],
];

/** What an upstream that was restored from a backup makes possible. */
const afterRestoring = new Set(['its checkpoint is past its master', 'its relay is past its master']);

/** What is wrong with one subtask by itself; undefined when nothing is. */
const nonsense = ({tasks, scenario}: Simulation, subtask: Subtask): string | undefined => {
	const wasRestored = scenario.events.some(event => event.do === 'upstream-restored');
	return rules.find(
		([says, isBroken]) =>
			!(wasRestored && afterRestoring.has(says)) && isBroken(subtask, tasks.get(subtask.task)?.mode ?? ''),
	)?.[0];
};

type Change = (before: Subtask, after: Subtask) => boolean;

const isBlocked = ({sync}: Subtask): boolean => (sync?.blockingDDLs.length ?? 0) > 0;

/** What must not happen between two refreshes while a subtask runs in one unit on one worker. */
const changes: ReadonlyArray<readonly [says: string, isBroken: Change]> = [
	[
		'its rows went down',
		(before, after) => Number(after.sync?.totalRows ?? 0) < Number(before.sync?.totalRows ?? 0),
	],
	[
		'it replicates while a DDL blocks it',
		(before, after) =>
			isBlocked(before) && isBlocked(after) && before.sync?.totalRows !== after.sync?.totalRows,
	],
	[
		'its checkpoint went back',
		(before, after) =>
			before.sync !== undefined &&
			after.sync !== undefined &&
			!isUpTo(before.sync.syncerBinlog, after.sync.syncerBinlog),
	],
	[
		'its loaded bytes went down',
		(before, after) => Number(after.load?.finishedBytes ?? 0) < Number(before.load?.finishedBytes ?? 0),
	],
	[
		'its dumped bytes went down',
		(before, after) => (after.dump?.finishedBytes ?? 0) < (before.dump?.finishedBytes ?? 0),
	],
];

const wentBack = (before: Subtask, after: Subtask): string | undefined => {
	const goesOn =
		before.worker === after.worker &&
		before.unit === after.unit &&
		before.stage === 'Running' &&
		after.stage === 'Running';
	return goesOn ? changes.find(([, isBroken]) => isBroken(before, after))?.[0] : undefined;
};

/** The table of the document, over the stages of a task. */
const documentStatus = (subtasks: readonly Subtask[]): string => {
	const has = (test: (subtask: Subtask) => boolean): boolean => subtasks.some(subtask => test(subtask));
	if (
		has(({stage, result}) => stage === 'Paused' && (result?.errors.length ?? 0) > 0) ||
		has(
			({stage, unit, relay}) =>
				stage === 'Running' && unit === 'Sync' && (relay?.stage === 'Paused' || relay?.stage === 'Stopped'),
		)
	) {
		return 'Error';
	}

	if (has(({stage}) => stage === 'Paused')) {
		return 'Paused';
	}

	const [first] = subtasks;
	return first !== undefined && subtasks.every(({stage}) => stage === first.stage) ? first.stage : 'Running';
};

const check = (simulation: Simulation, status: Status, before: ReadonlyMap<string, Subtask>): void => {
	if (status.notes.length > 0) {
		expect(status.notes).toStrictEqual([]);
	}

	for (const task of status.tasks) {
		const [told, expected] = [taskStatus(task.sources).status, documentStatus(task.sources)];
		// An assertion for each of a million subtasks would cost more than all else.
		if (told !== expected) {
			expect.fail(`${task.name} at ${simulation.now} s: it is ${told}, not ${expected}`);
		}

		for (const subtask of task.sources) {
			const last = before.get(`${subtask.task}\u{0}${subtask.source}`);
			const wrong =
				nonsense(simulation, subtask) ?? (last === undefined ? undefined : wentBack(last, subtask));
			if (wrong !== undefined) {
				expect.fail(`${subtask.task} on ${subtask.source} at ${simulation.now} s: ${wrong}`);
			}
		}
	}
};

/** Looks every `step` seconds until second `until`, and fails at the first thing that a real cluster could not say. */
export const walk = (simulation: Simulation, until: number, step: number): void => {
	let before = new Map<string, Subtask>();
	for (let second = simulation.now + step; second <= until; second += step) {
		advance(simulation, second * 1000);
		if (leaderless(simulation) !== undefined) {
			continue;
		}

		const status = parseStatus(JSON.stringify(renderStatus(simulation)));
		check(simulation, status, before);
		before = new Map(
			status.tasks.flatMap(task =>
				task.sources.map(subtask => [`${subtask.task}\u{0}${subtask.source}`, subtask] as const),
			),
		);
	}
};
