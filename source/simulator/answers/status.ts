/**
 * The dm-master's answer to `/apis/v1alpha1/status`, field by field as DM 7.5 emits it: int64 as text, defaults
 * emitted, absent messages null.
 */
import {connectionRefused, deadlineExceeded} from '../errors/grpc-errors.js';
import {terrorText} from '../errors/terror.js';
import {isSilent} from '../cluster/members.js';
import type {Simulation, SourceModel, WorkerModel} from '../model/model.js';
import {byName} from '../model/order.js';
import {absent} from '../model/json.js';
import type {SourceJson, StatusJson, SubtaskJson} from './messages.js';
import {relayJson} from './relay-status.js';
import {emptySubtaskJson, subtaskJson, type TellRates} from './subtask-status.js';

/** Whose status is asked for (pb.QueryStatusListRequest). */
export type StatusRequest = {
	/** One task; all when absent or ''. */
	readonly task?: string;
	/** These sources; all of the task when absent or empty. */
	readonly sources?: readonly string[];
};

const sourceJson = (name: string, message: string): SourceJson => ({
	result: false,
	msg: message,
	sourceStatus: {source: name, worker: '', result: absent, relayStatus: absent},
	subTaskStatus: [],
});

/** The source has no worker. Only the answer for all sources has the tasks that should run there. */
const unbound = (source: SourceModel, {task = '', sources = []}: StatusRequest): SourceJson => {
	if (sources.length > 0 || task !== '') {
		return sourceJson(
			source.name,
			terrorText({
				code: 38_029,
				class: 'dm-master',
				scope: 'internal',
				level: 'high',
				message: `${source.name} relevant worker-client not found`,
				workaround: 'Please use list-member command to see if the some workers are offline.',
			}),
		);
	}

	const tasks = source.subtasks.map(subtask => subtask.task.name);
	return {
		result: false,
		msg: `can't find task=${tasks[0] ?? ''} from dm-worker for source=${source.name}, please use dmctl list-member to check if worker is offline.`,
		sourceStatus: {source: source.name, worker: 'source not bound', result: absent, relayStatus: absent},
		subTaskStatus: tasks.map(name => emptySubtaskJson(name)),
	};
};

const subtasksOf = (
	simulation: Simulation,
	{subtasks}: SourceModel,
	{task = '', tellRates}: StatusRequest & {readonly tellRates: TellRates},
): SubtaskJson[] => {
	if (task === '') {
		return subtasks.map(subtask => subtaskJson(simulation, subtask, tellRates));
	}

	const found = subtasks.find(subtask => subtask.task.name === task);
	if (found !== undefined) {
		return [subtaskJson(simulation, found, tellRates)];
	}

	return subtasks.length === 0 ? [] : [emptySubtaskJson(task, `no sub task with name ${task} has started`)];
};

/** One worker's answer about a source: its relay log, and the tasks if it serves the source. */
const workerAnswer = (
	simulation: Simulation,
	source: SourceModel,
	worker: WorkerModel,
	request: StatusRequest & {readonly tellRates: TellRates},
): SourceJson => {
	if (!worker.isAlive) {
		return sourceJson(source.name, connectionRefused(worker));
	}

	if (isSilent(simulation, source, worker.name)) {
		return sourceJson(source.name, deadlineExceeded());
	}

	const subtasks = worker.name === source.worker ? subtasksOf(simulation, source, request) : [];
	const relay = source.relays.get(worker.name);
	return {
		result: true,
		msg: subtasks.length === 0 ? 'no sub task started' : '',
		sourceStatus: {
			source: source.name,
			worker: worker.name,
			result: absent,
			relayStatus: relay === undefined ? absent : relayJson(source, relay),
		},
		subTaskStatus: subtasks,
	};
};

/**
 * The workers that are asked: for a named source also those that only pull its relay log, before the one that serves
 * it.
 */
const workersAsked = (
	{workers}: Simulation,
	source: SourceModel,
	{sources = []}: StatusRequest,
): readonly WorkerModel[] => {
	const relaying = workers
		.values()
		.filter(({name, relaySource}) => relaySource === source.name && name !== source.worker)
		.toArray()
		.toSorted(byName);
	const serving = workers.get(source.worker);
	return [...(sources.length > 0 ? relaying : []), ...(serving === undefined ? [] : [serving])];
};

const answersOf = (
	simulation: Simulation,
	source: SourceModel,
	request: StatusRequest & {readonly tellRates: TellRates},
): readonly SourceJson[] => {
	const workers = workersAsked(simulation, source, request);
	return workers.length === 0
		? [unbound(source, request)]
		: workers.map(worker => workerAnswer(simulation, source, worker, request));
};

const refused = (message: string): StatusJson => ({result: false, msg: message, sources: []});

const sourcesAsked = (simulation: Simulation, request: StatusRequest): readonly SourceModel[] | string => {
	if (request.sources !== undefined && request.sources.length > 0) {
		const unknown = request.sources.filter(name => !simulation.sources.has(name));
		return unknown.length > 0
			? `sources [${unknown.join(' ')}] haven't been added`
			: request.sources.toSorted().flatMap(name => simulation.sources.get(name) ?? []);
	}

	if (request.task !== undefined && request.task !== '') {
		const task = simulation.tasks.get(request.task);
		return task === undefined
			? `task ${request.task} has no source or not exist`
			: task.subtasks.map(subtask => subtask.source);
	}

	// DM asks bound sources; unbound ones are added because of their expected subtasks.
	return simulation.sources
		.values()
		.filter(source => source.worker !== '' || source.subtasks.length > 0)
		.toArray();
};

/** The rates of the model, regardless of earlier questions. */
const ownRates: TellRates = ({totalRps, recentRps}) => ({totalRps, recentRps});

/** Which rates are reported, and of which sources. */
export type RenderOptions = {
	readonly tellRates?: TellRates;
	/** Leaves out all other sources. */
	readonly only?: readonly string[];
};

/** The answer to a status call at the simulation's current second. */
export const renderStatus = (
	simulation: Simulation,
	request: StatusRequest = {},
	{tellRates = ownRates, only}: RenderOptions = {},
): StatusJson => {
	const sources = sourcesAsked(simulation, request);
	if (typeof sources === 'string') {
		return refused(sources);
	}

	const asked = {...request, tellRates};
	const told = only === undefined ? sources : sources.filter(({name}) => only.includes(name));
	return {result: true, msg: '', sources: told.flatMap(source => answersOf(simulation, source, asked))};
};

/** The requested sources whose worker does not answer. */
export const hungSources = (simulation: Simulation, request: StatusRequest = {}): readonly string[] => {
	const sources = sourcesAsked(simulation, request);
	return typeof sources === 'string'
		? []
		: sources
				.filter(source =>
					workersAsked(simulation, source, request).some(({name}) => isSilent(simulation, source, name)),
				)
				.map(source => source.name);
};

/** DM's rpc-timeout: how long a master waits for a worker, ms. */
export const workerTimeout = 30_000;

/** How long an answer takes when every worker answers, ms. */
const promptly = 12;

/** How long the call takes, ms: DM waits 30 s for each worker that does not answer, for all of them at once. */
export const statusDelay = (simulation: Simulation, request: StatusRequest = {}): number =>
	hungSources(simulation, request).length > 0 ? workerTimeout : promptly;
