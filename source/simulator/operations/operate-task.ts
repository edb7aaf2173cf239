/** Pause, resume and delete as `PUT /apis/v1alpha1/tasks/{name}` does; stop and start as the document knows them. */
import type {Json} from '../answers/json.js';
import {processErrorText} from '../errors/terror.js';
import {deleteSubtasks} from '../model/delete.js';
import {isServed} from '../model/members.js';
import type {Simulation, Subtask, Task} from '../model/model.js';
import {pause, resume, start, stop, type Outcome} from '../subtask/transition.js';
import {longest, patience, workerJson, type OperationAnswer, type WorkerAnswer} from './answer.js';
import {refusals} from './refusals.js';

/** Pb.TaskOp */
export const taskOps = {
	InvalidOp: 0,
	Stop: 1,
	Pause: 2,
	Resume: 3,
	Start: 4,
	Update: 5,
	AutoResume: 6,
	Delete: 7,
} as const;

type TaskOp = keyof typeof taskOps;

export type TaskRequest = {
	readonly kind: 'task';
	/** Name or number, as in the request's body. */
	readonly op: string | number;
	readonly task: string;
	/** All of the task's when absent or empty. */
	readonly sources?: readonly string[];
	/**
	 * `v7.5`: as a dm-master of that version, which has no stop and no start here. `document`: as DM's document
	 * describes a task's life, with Stopped.
	 */
	readonly dialect: 'document' | 'v7.5';
};

const inDocument: Readonly<Partial<Record<TaskOp, (subtask: Subtask, now: number) => Outcome>>> = {
	Pause: pause,
	Resume: resume,
	Stop: stop,
	Start: start,
};

const inV75: typeof inDocument = {Pause: pause, Resume: resume};

const nameOf = (op: string | number): TaskOp | undefined =>
	Object.entries(taskOps).find(([name, value]) => name === op || value === op)?.[0] as TaskOp | undefined;

/** What is already as it should be: DM answers true without doing anything. */
const isThere = (subtask: Subtask, op: TaskOp): boolean => {
	const {stage} = subtask;
	switch (op) {
		case 'Resume':
		case 'Start': {
			return stage === 'Running' || (op === 'Resume' && stage === 'Finished') || stage === 'Resuming';
		}

		case 'Pause': {
			return stage === 'Pausing' || (stage === 'Paused' && subtask.result === undefined);
		}

		case 'Stop': {
			return stage === 'Stopped' || stage === 'Stopping';
		}

		default: {
			return false;
		}
	}
};

const refusal = (subtask: Subtask, op: TaskOp, dialect: TaskRequest['dialect']): string => {
	if (dialect === 'v7.5') {
		return refusals.noResult();
	}

	if (op === 'Start') {
		return refusals.subtasksExist(subtask.task.name, [subtask.source.name]);
	}

	return op === 'Resume' ? refusals.notPaused(subtask.stage) : refusals.notRunning(subtask.stage);
};

/** What the worker of one subtask answers, and does. */
const operateSubtask = (
	simulation: Simulation,
	subtask: Subtask,
	op: TaskOp,
	{dialect}: TaskRequest,
): WorkerAnswer => {
	const {source} = subtask;
	const said = {source: source.name, worker: source.worker};
	if (source.worker === '') {
		return {...said, result: false, msg: refusals.noClient(source.name), took: 0};
	}

	if (!isServed(simulation, source)) {
		// The masters keep what is wanted, but nobody can tell whether it has been done.
		return {...said, result: false, msg: refusals.noResult(), took: patience * 30};
	}

	// A subtask that an error has paused: DM marks it, and tells the error once more.
	const errors = op === 'Pause' && subtask.stage === 'Paused' ? (subtask.result?.errors ?? []) : [];
	const act = (dialect === 'v7.5' ? inV75 : inDocument)[op];
	const outcome = isThere(subtask, op) ? 'moved' : (act?.(subtask, simulation.now) ?? 'refused');
	if (outcome === 'refused') {
		const took = dialect === 'v7.5' ? patience : 15;
		return {...said, result: false, msg: refusal(subtask, op, dialect), took};
	}

	const message =
		errors.length === 0 ? '' : refusals.workerError(errors.map(error => processErrorText(error)).join(', '));
	return {...said, result: true, msg: message, took: Number.isFinite(subtask.changesAt) ? 1000 : 15};
};

const remove = (simulation: Simulation, task: Task, subtasks: readonly Subtask[]): WorkerAnswer[] => {
	const answers = subtasks.map(({source}) => ({
		result: source.worker !== '',
		msg: source.worker === '' ? refusals.noClient(source.name) : '',
		source: source.name,
		worker: source.worker,
		took: 1000,
	}));
	deleteSubtasks(simulation, task, subtasks);
	return answers;
};

const refuse = (op: Json, message: string): OperationAnswer => ({
	answer: {op, result: false, msg: message, sources: []},
	took: 15,
});

/** Carries out the operation and gives DM's answer (pb.OperateTaskResponse). */
export const operateTask = (simulation: Simulation, request: TaskRequest): OperationAnswer => {
	const {sources = [], dialect} = request;
	const task = simulation.tasks.get(request.task);
	const op = nameOf(request.op);
	const echo = op ?? request.op;
	if (sources.length === 0 && task === undefined) {
		return refuse(echo, refusals.noSuchTask(request.task));
	}

	const canDo =
		op !== undefined && (op === 'Delete' || (dialect === 'v7.5' ? inV75 : inDocument)[op] !== undefined);
	if (!canDo) {
		return refuse(echo, refusals.invalidOp(String(echo), 'task'));
	}

	if (task === undefined) {
		return refuse(echo, refusals.noSubtasks(request.task));
	}

	const known = new Set(task.subtasks.map(subtask => subtask.source.name));
	const unknown = sources.filter(source => !known.has(source));
	if (unknown.length > 0) {
		return refuse(echo, refusals.noSources(unknown));
	}

	const chosen = task.subtasks.filter(({source}) => sources.length === 0 || sources.includes(source.name));
	const answers =
		op === 'Delete'
			? remove(simulation, task, chosen)
			: chosen.map(subtask => operateSubtask(simulation, subtask, op, request));
	return {
		answer: {op: echo, result: true, msg: '', sources: answers.map(answer => workerJson(answer))},
		took: longest(answers),
	};
};
