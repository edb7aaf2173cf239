/** Events of tasks: manual operations and errors. */
import {connectionClosed, tooMuchPending} from '../errors/harmless-errors.js';
import {badDdl, simulatedUnitErrors, type UnitError} from '../errors/unit-errors.js';
import {createTask} from '../cluster/create.js';
import {deleteTask} from '../cluster/delete.js';
import type {Fault, Simulation, SubtaskModel} from '../model/model.js';
import type {EventSpec} from '../model/scenario.js';
import {pauseSubtask, resumeSubtask, startSubtask, stopSubtask} from '../subtask/transition.js';
import {differ, startValidation, stopValidation} from '../subtask/validation.js';
import type {Run} from './run.js';

/**
 * The subtasks of a task, possibly on one source; without a task all on the source, except those excluded by a filter.
 */
const subtasksOf = (simulation: Simulation, {task, source}: EventSpec): readonly SubtaskModel[] =>
	task === ''
		? (simulation.sources.get(source)?.subtasks ?? []).filter(({unit}) => unit === 'Sync')
		: (simulation.tasks.get(task)?.subtasks ?? []).filter(
				each => source === '' || each.source.name === source,
			);

const onSubtasks =
	(act: (subtask: SubtaskModel, now: number, event: EventSpec) => unknown): Run =>
	(simulation, event) => {
		for (const subtask of subtasksOf(simulation, event)) {
			act(subtask, simulation.now, event);
		}
	};

/** The fault of a kind of error; a follow-up error after a skip lasts as long. */
const faultOf = (event: EventSpec, kind: UnitError, transaction: number, now: number): Fault => {
	const next = Object.hasOwn(simulatedUnitErrors, event.next) ? simulatedUnitErrors[event.next] : undefined;
	return {
		units: kind.units,
		transaction: kind.place === 'outside' ? undefined : transaction,
		isDdl: kind.place === 'ddl',
		cure: kind.cure,
		until: now + event.lasts,
		error: (failing, at) => kind.make(failing, at, event.sql === '' ? badDdl(failing) : event.sql),
		after: next && (at => faultOf({...event, sql: '', next: ''}, next, at, now)),
	};
};

const injectError = onSubtasks((subtask, now, event) => {
	const transaction = Math.floor(subtask.source.upstream.transaction) + 1;
	const kind = Object.hasOwn(simulatedUnitErrors, event.error) ? simulatedUnitErrors[event.error] : undefined;
	if (kind !== undefined) {
		subtask.faults.push(faultOf(event, kind, transaction, now));
	}
});

const restart: Run = (simulation, {task: name}) => {
	const spec = simulation.specs.get(name);
	const task = simulation.tasks.get(name);
	if (task !== undefined) {
		deleteTask(simulation, task);
	}

	if (spec === undefined) {
		return;
	}

	const unit = spec.mode === 'incremental' ? 'Sync' : 'Dump';
	for (const subtask of createTask(simulation, {...spec, unit, progress: 0, behind: 0, state: 'new'})) {
		startSubtask(subtask, simulation.now + 2);
	}
};

/** Replication skips a number of transactions and continues: only the GTID set shows it. */
const skipTransactions = onSubtasks(({sync}, _, {rows}) => {
	if (sync === undefined) {
		return;
	}

	const from = Math.floor(sync.transaction) + 1;
	sync.gaps.push({from, to: from + rows - 1});
	sync.transaction = from + rows - 1;
});

/** By the name that a scenario gives in `do`. */
export const taskEvents: Readonly<Record<string, Run>> = {
	pause: onSubtasks((subtask, now, {leaves}) => {
		subtask.leaves = leaves === 'closed' ? [connectionClosed()] : [];
		pauseSubtask(subtask, now);
	}),
	resume: onSubtasks(resumeSubtask),
	stop: onSubtasks(stopSubtask),
	start: onSubtasks(startSubtask),
	delete(simulation, {task: name}) {
		const task = simulation.tasks.get(name);
		if (task !== undefined) {
			deleteTask(simulation, task);
		}
	},
	restart,
	error: injectError,
	stalls: onSubtasks((subtask, now, {lasts}) => {
		subtask.stalledUntil = now + lasts;
	}),
	'gtid-gap': skipTransactions,
	'rows-differ': onSubtasks((subtask, now, {rows}) => {
		differ(subtask, rows, now);
	}),
	'validation-starts': onSubtasks((subtask, now) => {
		startValidation(subtask, subtask.validation?.mode ?? 'full', {now});
	}),
	'validation-stops': onSubtasks(({validation}, now) => {
		if (validation?.stage === 'Running') {
			stopValidation(validation, now, {isCanceled: false, errors: [tooMuchPending()]});
		}
	}),
};
