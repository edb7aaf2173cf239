/** OpenAPI's operations on tasks. */
import type {Json} from '../../model/json.js';
import {byName} from '../../model/order.js';
import type {SubtaskModel, TaskModel} from '../../model/model.js';
import {parseGoDuration, parseStartTime, startTimeHint} from '../../documents/go-duration.js';
import {refusals} from '../../operations/refusals.js';
import {prepareSubtasks} from '../../operations/tasks/start-options.js';
import {emptyReply, type Reply} from '../http/reply.js';
import type {SimulatedMaster} from '../../master/simulated-master.js';
import {indented} from './encode.js';
import {commonError, noSource, noTask, RefusedError} from './openapi-error.js';
import type {OpenApiCall} from './operation.js';
import {readBody, readParameters} from './request.js';
import {subtaskStatus} from './subtask-status.js';
import {taskJson} from './task.js';

/** The stages to filter by. */
const stages = ['Stopped', 'Running', 'Finished'] as const;

const findTask = async (master: SimulatedMaster, name: string, signal: AbortSignal): Promise<TaskModel> => {
	const {tasks} = await master.led(signal);
	const task = tasks.get(name);
	if (task === undefined) {
		throw noTask(name);
	}

	return task;
};

const statusList = async (master: SimulatedMaster, {name, subtasks}: TaskModel, signal: AbortSignal) => {
	const sources = subtasks.map(({source}) => source.name);
	const status = await master.status({task: name, sources}, signal);
	return status.sources.map(answer => subtaskStatus(name, answer));
};

const stageOf = (entry: Json): unknown =>
	typeof entry === 'object' && entry !== null && 'stage' in entry ? entry['stage'] : undefined;

/** `GET /api/v1/tasks`: with status the tasks are asked one after the other. */
export const listTasks = async ({master, search, signal}: OpenApiCall): Promise<Reply> => {
	const asked = readParameters(search, {with_status: 'boolean', stage: stages, source_name_list: 'texts'});
	const simulation = await master.led(signal);
	const data: Json[] = [];
	for (const task of simulation.tasks.values().toArray().toSorted(byName)) {
		const needsStatus = asked.with_status === true || asked.stage !== undefined;
		const list = needsStatus ? await statusList(master, task, signal) : undefined;
		const isInStage = asked.stage === undefined || list?.every(entry => stageOf(entry) === asked.stage);
		const names = asked.source_name_list;
		const hasSources =
			names === undefined ||
			(names.length === task.subtasks.length &&
				task.subtasks.every(({source}) => names.includes(source.name)));
		if (isInStage && hasSources) {
			data.push(taskJson(simulation, task, asked.with_status === true ? list : undefined));
		}
	}

	return indented({data, total: data.length});
};

/** `GET /api/v1/tasks/{task-name}` */
export const getTask = async ({master, name, search, signal}: OpenApiCall): Promise<Reply> => {
	const asked = readParameters(search, {with_status: 'boolean'});
	const task = await findTask(master, name, signal);
	const list = asked.with_status === true ? await statusList(master, task, signal) : undefined;
	return indented(taskJson(master.simulation, task, list));
};

/** `GET /api/v1/tasks/{task-name}/status`; the names of sources in its query are ignored, as in DM. */
export const getTaskStatus = async ({master, name, signal}: OpenApiCall): Promise<Reply> => {
	const data = await statusList(master, await findTask(master, name, signal), signal);
	return indented({data, total: data.length});
};

/** The named subtasks of the task, all without names; none for an unknown task. */
const chosen = (
	master: SimulatedMaster,
	name: string,
	sources: readonly string[],
	unknown: (source: string) => Error,
): readonly SubtaskModel[] => {
	const subtasks = master.simulation.tasks.get(name)?.subtasks ?? [];
	const missing = sources.find(source => subtasks.every(subtask => subtask.source.name !== source));
	if (missing !== undefined) {
		throw unknown(missing);
	}

	return sources.length === 0 ? subtasks : subtasks.filter(subtask => sources.includes(subtask.source.name));
};

/** DM's error for an argument of a start that it cannot parse. */
const wrongArgument = (message: string): Error =>
	new RefusedError(`while converting task command line arguments: ${message}`);

const startSecond = (text: string | undefined, epoch: number): number | undefined => {
	if (text === undefined || text === '') {
		return undefined;
	}

	const time = parseStartTime(text);
	if (time === undefined) {
		throw wrongArgument(`error while parse start-time, expected in the format like ${startTimeHint}`);
	}

	return Math.floor((time - epoch) / 1000);
};

const safeModeSeconds = (text: string | undefined): number => {
	const seconds = text === undefined || text === '' ? 0 : parseGoDuration(text);
	if (seconds === undefined) {
		throw wrongArgument("error while parse safe-mode-duration, expected in the format like '1s' or '1h'");
	}

	return seconds;
};

/** `POST /api/v1/tasks/{task-name}/start`: resumes paused subtasks, without waiting for the outcome. */
export const startTask = async (call: OpenApiCall): Promise<Reply> => {
	const {master, name: task, signal} = call;
	const body = readBody(call, {
		source_name_list: 'texts',
		remove_meta: 'boolean',
		start_time: 'text',
		safe_mode_time_duration: 'text',
	});
	const {now, epoch} = await master.led(signal);
	const subtasks = chosen(master, task, body.source_name_list ?? [], noSource);
	prepareSubtasks(
		subtasks,
		{
			removeMeta: body.remove_meta,
			startAt: startSecond(body.start_time, epoch),
			safeMode: safeModeSeconds(body.safe_mode_time_duration),
		},
		now,
	);
	const of = (isStopped: boolean): string[] =>
		subtasks.filter(({stage}) => (stage === 'Stopped') === isStopped).map(({source}) => source.name);
	const [resumed, started] = [of(false), of(true)];
	if (resumed.length > 0) {
		await master.live.begin({kind: 'task', op: 'Resume', task, sources: resumed, dialect: 'v7.5'}, signal);
	}

	if (started.length > 0) {
		await master.live.begin({kind: 'task', op: 'Start', task, sources: started, dialect: 'document'}, signal);
	}

	return emptyReply(200);
};

/** `POST /api/v1/tasks/{task-name}/stop`: pauses, without waiting for the outcome. */
export const stopTask = async (call: OpenApiCall): Promise<Reply> => {
	const {master, name: task, signal} = call;
	const {source_name_list: sources = []} = readBody(call, {
		source_name_list: 'texts',
		timeout_duration: 'text',
	});
	await master.led(signal);
	const subtasks = chosen(master, task, sources, source => new RefusedError(refusals.noSources([source])));
	if (subtasks.length > 0) {
		const paused = subtasks.map(({source}) => source.name);
		await master.live.begin({kind: 'task', op: 'Pause', task, sources: paused, dialect: 'v7.5'}, signal);
	}

	return emptyReply(200);
};

/** `DELETE /api/v1/tasks/{task-name}` */
export const deleteTask = async ({master, name, search, signal}: OpenApiCall): Promise<Reply> => {
	const {force = false} = readParameters(search, {force: 'boolean'});
	const task = await findTask(master, name, signal);
	const isAtRest = task.subtasks.every(
		({stage, result}) => stage === 'Stopped' || (stage === 'Paused' && result?.isCanceled === true),
	);
	if (!force && !isAtRest) {
		throw commonError(`task ${name} have running subtasks, please stop them or delete task with force.`);
	}

	await master.live.begin({kind: 'task', op: 'Delete', task: name, dialect: 'v7.5'}, signal);
	return emptyReply(204);
};
