import {expect} from 'vitest';
import {parseStatus} from '../../../source/dm/parse-status.js';
import {taskStatus} from '../../../source/dm/task-status.js';
import type {ParsedStatus, Subtask} from '../../../source/dm/status.js';
import {leaderless} from '../../../source/providers/simulator/answers/members.js';
import {renderStatus} from '../../../source/providers/simulator/answers/status.js';
import {advance, type Simulation} from '../../../source/providers/simulator/model/simulation.js';
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

/** What is wrong with one subtask by itself; undefined when nothing is. */
const nonsense = (simulation: Simulation, subtask: Subtask): string | undefined => {
	const {stage, unit, result, sync, load, dump, task, relay} = subtask;
	if (!stages.has(stage)) {
		return `unknown stage ${stage}`;
	}

	const mode = simulation.tasks.get(task)?.mode;
	if (stage === 'Finished' && mode !== 'full') {
		return `finished in mode ${mode}`;
	}

	if (stage === 'Running' && result !== undefined) {
		return 'runs with a result';
	}

	if (stage === 'Paused' && result === undefined) {
		return 'paused without a result';
	}

	const documents = [sync, load, dump].filter(each => each !== undefined);
	if (documents.length !== (unit === 'InvalidUnit' ? 0 : 1)) {
		return `${documents.length} documents for ${unit}`;
	}

	for (const each of [load, dump]) {
		const progress = each === undefined ? 0 : Number(each.progress.replace(' %', ''));
		if (!(progress >= 0 && progress <= 100)) {
			return `progress ${each?.progress}`;
		}
	}

	if (load !== undefined && Number(load.finishedBytes) > Number(load.totalBytes)) {
		return 'has loaded more than there is';
	}

	if (dump !== undefined && (dump.completedTables ?? 0) > Number(dump.totalTables)) {
		return 'has dumped more tables than there are';
	}

	if (sync !== undefined && sync.masterBinlog !== '' && !isUpTo(sync.syncerBinlog, sync.masterBinlog)) {
		return `its checkpoint ${sync.syncerBinlog} is past ${sync.masterBinlog}`;
	}

	if (sync?.synced === true && sync.syncerBinlog !== sync.masterBinlog) {
		return 'synced at another position';
	}

	if (stage !== 'Running' && Number(sync?.secondsBehindMaster ?? 0) > 0) {
		return 'a delay while nothing is in flight';
	}

	return relay !== undefined && relay.masterBinlog !== '' && !isUpTo(relay.relayBinlog, relay.masterBinlog)
		? 'its relay is past its master'
		: undefined;
};

/** What must not have gone back since the last look. */
const wentBack = (before: Subtask, after: Subtask): string | undefined => {
	const isSame =
		before.worker === after.worker &&
		before.unit === after.unit &&
		before.stage === 'Running' &&
		after.stage === 'Running';
	if (!isSame) {
		return undefined;
	}

	if (before.sync !== undefined && after.sync !== undefined) {
		if (Number(after.sync.totalRows) < Number(before.sync.totalRows)) {
			return `rows went from ${before.sync.totalRows} to ${after.sync.totalRows}`;
		}

		const isBlocked = before.sync.blockingDDLs.length > 0 && after.sync.blockingDDLs.length > 0;
		if (isBlocked && after.sync.totalRows !== before.sync.totalRows) {
			return 'replicates while a DDL blocks it';
		}

		if (!isUpTo(before.sync.syncerBinlog, after.sync.syncerBinlog)) {
			return `the checkpoint went from ${before.sync.syncerBinlog} to ${after.sync.syncerBinlog}`;
		}
	}

	if (Number(after.load?.finishedBytes ?? 0) < Number(before.load?.finishedBytes ?? 0)) {
		return 'loaded bytes went down';
	}

	return (after.dump?.finishedBytes ?? 0) < (before.dump?.finishedBytes ?? 0)
		? 'dumped bytes went down'
		: undefined;
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

const check = (simulation: Simulation, status: ParsedStatus, before: ReadonlyMap<string, Subtask>): void => {
	expect(status.notes).toStrictEqual([]);
	for (const task of status.tasks) {
		expect(taskStatus(task.sources).status).toBe(documentStatus(task.sources));
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

/** Looks every `step` seconds, and fails at the first thing that a real cluster could not say. */
export const walk = (simulation: Simulation, seconds: number, step: number): void => {
	let before = new Map<string, Subtask>();
	for (let second = step; second <= seconds; second += step) {
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
