/** `start-task`: a task begins, or continues from its checkpoint in the downstream. */
import {renderCheck} from '../../answers/check.js';
import {restoreCheckpoint} from '../../cluster/checkpoints.js';
import {createTask} from '../../cluster/create.js';
import type {Simulation} from '../../model/model.js';
import type {TaskSpec} from '../../model/scenario.js';
import {startSubtask} from '../../subtask/transition.js';
import {answeredAtOnce, together, pollUntil, type Underway} from '../answer.js';
import {refusals} from '../refusals.js';
import {stageVerdict} from './operate-task.js';
import {applyOptions, type StartOptions} from './start-options.js';

/** A task that is to start (pb.StartTaskRequest). */
export type StartRequest = {
	readonly kind: 'start-task';
	/** Its configuration, or the name of an earlier task, which is started as it was then. */
	readonly task: string | TaskSpec;
	/** All of the task's when absent or empty. */
	readonly sources?: readonly string[];
} & StartOptions;

/** Ms that the check before a start takes. */
export const checking = 1500;

/** Carries out the operation (pb.StartTaskResponse). */
export const startTask = (simulation: Simulation, request: StartRequest): Underway => {
	const {specs, tasks, now} = simulation;
	const spec = typeof request.task === 'string' ? specs.get(request.task) : request.task;
	const name = typeof request.task === 'string' ? request.task : request.task.name;
	const removesMeta = request.removeMeta === true;
	const refuse = (message: string, checkResult = ''): Underway =>
		answeredAtOnce({result: false, msg: message, sources: [], checkResult}, checking);
	if (spec === undefined) {
		return refuse(refusals.noSubtasks(name));
	}

	const check = renderCheck(simulation, spec);
	if (!check.passed) {
		return refuse('', check.text);
	}

	const wanted = request.sources ?? [];
	const missing = wanted.filter(source => !spec.sources.includes(source));
	if (missing.length > 0) {
		return answeredAtOnce(
			{
				result: false,
				msg: '',
				sources: missing.map(source => ({
					result: false,
					msg: "source not found in task's config",
					source,
					worker: '',
				})),
				checkResult: check.text,
			},
			checking,
		);
	}

	const chosen = wanted.length === 0 ? spec.sources : spec.sources.filter(source => wanted.includes(source));
	const existing = tasks.get(name)?.subtasks.map(({source}) => source.name) ?? [];
	if (removesMeta && existing.length > 0) {
		return refuse(refusals.subtasksExist(name, chosen, 'while remove-meta is true: '), check.text);
	}

	const fresh = chosen.filter(source => !existing.includes(source));
	if (fresh.length === 0) {
		return refuse(refusals.subtasksExist(name, existing), check.text);
	}

	const unbound = fresh.filter(source => simulation.sources.get(source)?.worker === '');
	if (unbound.length > 0) {
		return refuse(refusals.notBound(unbound), check.text);
	}

	specs.set(name, spec);
	const unit = spec.mode === 'incremental' ? 'Sync' : 'Dump';
	const subtasks = createTask(simulation, {...spec, unit, progress: 0, state: 'new'}, fresh);
	for (const subtask of subtasks) {
		restoreCheckpoint(simulation, subtask, {removesMeta});
		applyOptions(subtask, request, now);
		startSubtask(subtask, now + 1);
	}

	const polls = subtasks.map(subtask =>
		pollUntil(simulation, subtask.source, () => stageVerdict(subtask, 'Running')),
	);
	return together(polls, sources => ({result: true, msg: '', sources, checkResult: check.text}), checking);
};
