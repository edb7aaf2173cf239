import {taskStatus} from '../../source/dm/derived/task-status.js';
import {parseStatus} from '../../source/index.js';
import type {Status, Subtask} from '../../source/dm/status.js';
import {renderStatus, type StatusRequest} from '../../source/simulator/answers/status.js';
import {encodeJson} from '../../source/simulator/answers/encode.js';
import {advance, createSimulation} from '../../source/simulator/running/simulation.js';
import type {Simulation} from '../../source/simulator/model/model.js';
import type {Json} from '../../source/simulator/model/json.js';
import {operate, type OperateRequest} from '../../source/simulator/operations/operate.js';
import {readScenario} from '../../source/simulator/scenario/read.js';

/** A cluster from the fields of a scenario. */
export const cluster = (scenario: Record<string, unknown>, seed = 1): Simulation =>
	createSimulation({scenario: readScenario('test', JSON.stringify({'warm-up': '0s', ...scenario})), seed});

/** One source, one task, in the state that is asked for. */
export const oneTask = (
	task: Record<string, unknown> = {},
	rest: Record<string, unknown> = {},
	source: Record<string, unknown> = {},
): Simulation =>
	cluster({
		workers: 2,
		sources: [{name: 'mysql-01', rows: 300, ...source}],
		tasks: [{name: 'orders', sources: ['mysql-01'], mode: 'incremental', target: 'shop.orders', ...task}],
		...rest,
	});

/** Lets so many seconds pass. */
export const pass = (simulation: Simulation, seconds: number): void => {
	advance(simulation, (simulation.now + seconds) * 1000);
};

/** The cluster's own answer, read like that of a real one. */
export const look = (simulation: Simulation, request?: StatusRequest): Status =>
	parseStatus(encodeJson(renderStatus(simulation, request)));

/** One subtask as the cluster shows it. */
export const subtaskOf = (simulation: Simulation, task = 'orders', source?: string): Subtask => {
	const found = look(simulation)
		.tasks.find(({name}) => name === task)
		?.sources.find(subtask => source === undefined || subtask.source === source);
	if (found === undefined) {
		throw new Error(`no subtask of ${task}`);
	}

	return found;
};

/** The sync status of one subtask, which must be in Sync. */
export const syncOf = (simulation: Simulation, task = 'orders', source?: string) => {
	const {sync} = subtaskOf(simulation, task, source);
	if (sync === undefined) {
		throw new Error(`${task} is not in Sync`);
	}

	return sync;
};

/** Dmctl's word for a task. */
export const statusOf = (simulation: Simulation, task = 'orders'): string =>
	taskStatus(look(simulation).tasks.find(({name}) => name === task)?.sources ?? []).status;

/** Has a task operated, and gives the look by which DM finds what has become of it. */
export const begin = (simulation: Simulation, op: string) =>
	operate(simulation, {kind: 'task', op, task: 'orders', dialect: 'document'}).poll;

/** Does what is asked, and lets time pass until DM has its answer; `took` is how long that was, ms. */
export const operated = (
	simulation: Simulation,
	request: OperateRequest,
): {readonly answer: Json; readonly took: number} => {
	const {takes, poll: askAgain} = operate(simulation, request);
	const began = simulation.now;
	pass(simulation, Math.floor(takes / 1000));
	for (;;) {
		const answer = askAgain();
		if (answer !== undefined) {
			return {answer, took: takes + (simulation.now - began - Math.floor(takes / 1000)) * 1000};
		}

		pass(simulation, 1);
	}
};

/** Does what is asked; gives the answer as plain JSON. */
export const ask = (simulation: Simulation, op: string, dialect: 'document' | 'v7.5' = 'document'): Json =>
	operated(simulation, {kind: 'task', op, task: 'orders', dialect}).answer;

/** File number and offset of "(mysql-bin.000012, 345)", to compare. */
export const place = (position: string): readonly [number, number] => {
	const {file, offset} = /\.(?<file>\d+), (?<offset>\d+)\)$/v.exec(position)?.groups ?? {};
	return [Number(file), Number(offset)];
};

/** Whether one position is at or before another. */
export const isUpTo = (position: string, limit: string): boolean => {
	const [file, offset] = place(position);
	const [limitFile, limitOffset] = place(limit);
	return file < limitFile || (file === limitFile && offset <= limitOffset);
};
