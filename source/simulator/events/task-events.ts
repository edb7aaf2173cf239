/** Events of tasks: what a colleague does with them, and what goes wrong in them. */
import {badDdl, unitErrors} from '../errors/unit-errors.js';
import {createTask} from '../model/create.js';
import {deleteTask} from '../model/delete.js';
import type {Simulation, Subtask} from '../model/model.js';
import type {EventSpec} from '../scenario/scenario.js';
import {pause, resume, start, stop} from '../subtask/transition.js';
import type {Run} from './run.js';

const subtasksOf = (simulation: Simulation, {task, source}: EventSpec): readonly Subtask[] =>
	(simulation.tasks.get(task)?.subtasks ?? []).filter(each => source === '' || each.source.name === source);

const onSubtasks =
	(act: (subtask: Subtask, now: number) => unknown): Run =>
	(simulation, event) => {
		for (const subtask of subtasksOf(simulation, event)) {
			act(subtask, simulation.now);
		}
	};

const injectError: Run = (simulation, event) => {
	const kind = unitErrors[event.error];
	if (kind === undefined) {
		return;
	}

	for (const subtask of subtasksOf(simulation, event)) {
		const sql = event.sql === '' ? badDdl(subtask) : event.sql;
		subtask.faults.push({
			units: kind.units,
			transaction: kind.place === 'outside' ? undefined : Math.floor(subtask.source.upstream.transaction) + 1,
			isDdl: kind.place === 'ddl',
			until: simulation.now + event.lasts,
			error: (failing, transaction) => kind.make(failing, transaction, sql),
		});
	}
};

const restart: Run = (simulation, {task: name}) => {
	const spec = simulation.scenario.tasks.find(each => each.name === name);
	const task = simulation.tasks.get(name);
	if (task !== undefined) {
		deleteTask(simulation, task);
	}

	if (spec === undefined) {
		return;
	}

	const unit = spec.mode === 'incremental' ? 'Sync' : 'Dump';
	const fresh = createTask(simulation, {...spec, unit, progress: 0, behind: 0, state: 'new'});
	for (const subtask of fresh.subtasks) {
		start(subtask, simulation.now + 2);
	}
};

export const taskEvents: Readonly<Record<string, Run>> = {
	pause: onSubtasks(pause),
	resume: onSubtasks(resume),
	stop: onSubtasks(stop),
	start: onSubtasks(start),
	delete(simulation, {task: name}) {
		const task = simulation.tasks.get(name);
		if (task !== undefined) {
			deleteTask(simulation, task);
		}
	},
	restart,
	error: injectError,
};
