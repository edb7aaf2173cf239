/**
 * What the dm-master answers to `/apis/v1alpha1/status`, field by field as DM 7.5 emits it: int64 as text, defaults
 * emitted, messages that are absent null.
 */
import {terrorText} from '../errors/terror.js';
import type {Simulation, Source} from '../model/model.js';
import {none, type Json} from './json.js';
import {relayJson} from './relay-status.js';
import {subtaskJson} from './subtask-status.js';

export type StatusRequest = {
	/** One task; all when absent. */
	readonly task?: string;
	/** These sources; all when absent. */
	readonly sources?: readonly string[];
};

const sourceJson = (
	name: string,
	worker: string,
	{
		msg,
		relay = none,
		subtasks = [],
	}: {readonly msg: string; readonly relay?: Json; readonly subtasks?: readonly Json[]},
): Json => ({
	result: msg === '',
	msg,
	sourceStatus: {source: name, worker, result: none, relayStatus: relay},
	subTaskStatus: subtasks,
});

const grpcError = (cause: string): string =>
	terrorText({
		code: 38_008,
		class: 'dm-master',
		scope: 'internal',
		level: 'high',
		message: 'grpc request error',
		rawCause: cause,
	});

const unbound = (source: Source, request: StatusRequest): Json => {
	if (request.sources !== undefined) {
		return sourceJson(source.name, '', {
			msg: terrorText({
				code: 38_029,
				class: 'dm-master',
				scope: 'internal',
				level: 'high',
				message: `${source.name} relevant worker-client not found`,
				workaround: 'Please use list-member command to see if the some workers are offline.',
			}),
		});
	}

	const tasks = source.subtasks
		.map(subtask => subtask.task.name)
		.filter(name => request.task === undefined || name === request.task);
	return sourceJson(source.name, 'source not bound', {
		msg: `can't find task=${tasks[0] ?? ''} from dm-worker for source=${source.name}, please use dmctl list-member to check if worker is offline.`,
		subtasks: tasks.map(name => ({
			name,
			stage: 'InvalidStage',
			unit: 'InvalidUnit',
			result: none,
			unresolvedDDLLockID: '',
			validation: none,
		})),
	});
};

const answerOf = (simulation: Simulation, source: Source, request: StatusRequest): Json => {
	const worker = simulation.workers.get(source.worker);
	if (worker === undefined) {
		return unbound(source, request);
	}

	if (!worker.isAlive) {
		return sourceJson(source.name, '', {
			msg: grpcError(
				`rpc error: code = Unavailable desc = connection error: desc = "transport: Error while dialing: dial tcp ${worker.address}: connect: connection refused"`,
			),
		});
	}

	if (worker.isHung) {
		return sourceJson(source.name, '', {
			msg: grpcError('rpc error: code = DeadlineExceeded desc = context deadline exceeded'),
		});
	}

	const subtasks = source.subtasks
		.filter(subtask => request.task === undefined || subtask.task.name === request.task)
		.map(subtask => subtaskJson(simulation, subtask));
	return {
		result: true,
		msg: subtasks.length === 0 && request.task === undefined ? 'no sub task started' : '',
		sourceStatus: {
			source: source.name,
			worker: worker.name,
			result: none,
			relayStatus: source.relay === undefined ? none : relayJson(source, source.relay),
		},
		subTaskStatus: subtasks,
	};
};

const refused = (message: string): Json => ({result: false, msg: message, sources: []});

const sourcesAsked = (simulation: Simulation, request: StatusRequest): readonly Source[] | string => {
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

	// DM asks bound sources; unbound ones come in by the subtasks they should have.
	return simulation.sources
		.values()
		.filter(source => source.worker !== '' || source.subtasks.length > 0)
		.toArray();
};

/** The answer to a status call at the simulation's present second. */
export const renderStatus = (simulation: Simulation, request: StatusRequest = {}): Json => {
	const sources = sourcesAsked(simulation, request);
	return typeof sources === 'string'
		? refused(sources)
		: {result: true, msg: '', sources: sources.map(source => answerOf(simulation, source, request))};
};

/** How long the call takes, ms: DM waits 30 s for each worker that does not answer, for all of them at once. */
export const statusDelay = (simulation: Simulation, request: StatusRequest = {}): number => {
	const sources = sourcesAsked(simulation, request);
	return typeof sources !== 'string' &&
		sources.some(source => simulation.workers.get(source.worker)?.isHung === true)
		? 30_000
		: 12;
};
