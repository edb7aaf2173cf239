/** Pause, resume and delete as `PUT /apis/v1alpha1/tasks/{name}` does; stop and start as in DM's documentation. */
import {taskOps} from '../../../dm/enums.js';
import type {Json} from '../../model/json.js';
import {deleteSubtasks} from '../../cluster/delete.js';
import {isServed} from '../../cluster/members.js';
import {memberOf} from '../../model/enum.js';
import type {Simulation, SubtaskModel, TaskModel} from '../../model/model.js';
import type {ProcessErrorJson} from '../../model/process-result.js';
import {createRandom} from '../../model/random.js';
import {pauseSubtask, resumeSubtask, startSubtask, stopSubtask} from '../../subtask/transition.js';
import {
	answeredAtOnce,
	told,
	together,
	pollUntil,
	type Poll,
	type Underway,
	type Verdict,
} from '../answer.js';
import {refusals} from '../refusals.js';
import {prepareSubtasks, type StartOptions} from './start-options.js';

type TaskOp = keyof typeof taskOps;

/** A task whose stage is to change (pb.OperateTaskRequest). */
export type TaskRequest = {
	readonly kind: 'task';
	/** Name or number, as in the request's body. */
	readonly op: string | number;
	readonly task: string;
	/** All of the task's when absent or empty. */
	readonly sources?: readonly string[];
	/**
	 * `v7.5`: as a dm-master of that version, which has no stop and no start here. `document`: as in DM's
	 * documentation, with Stopped.
	 */
	readonly dialect: 'document' | 'v7.5';
	/** How a start begins. */
	readonly options?: StartOptions;
};

const inV75 = {Pause: pauseSubtask, Resume: resumeSubtask} as const;

/** A start also resumes paused subtasks. */
const startOrResume = (subtask: SubtaskModel, now: number) =>
	(subtask.stage === 'Paused' ? resumeSubtask : startSubtask)(subtask, now);

const inDocument = {...inV75, Stop: stopSubtask, Start: startOrResume} as const;

type Act = keyof typeof inDocument;

/** Each operation: the stage that DM waits for, and the one on the way there. */
const stages: Readonly<
	Record<Act, readonly [wanted: SubtaskModel['stage'], passing: SubtaskModel['stage']]>
> = {
	Pause: ['Paused', 'Pausing'],
	Resume: ['Running', 'Resuming'],
	Stop: ['Stopped', 'Stopping'],
	Start: ['Running', 'New'],
};

const isAct = (op: TaskOp, dialect: TaskRequest['dialect']): op is Act =>
	Object.hasOwn(dialect === 'v7.5' ? inV75 : inDocument, op);

/** DM sees a subtask that its worker has not begun to resume yet, and takes the old error for the outcome. */
const looksTooEarly = ({task, source, resumes}: SubtaskModel): boolean =>
	createRandom(0, 'looks too early', task.name, source.name, String(resumes))() < 0.25;

const isIn = (subtask: SubtaskModel, stage: SubtaskModel['stage']): boolean =>
	subtask.stage === stage || (stage === 'Running' && subtask.stage === 'Finished');

/** The outcome, in the status of a subtask, of an operation that should bring it to a stage. */
export const stageVerdict = (subtask: SubtaskModel, stage: SubtaskModel['stage']): Verdict => {
	const errors = subtask.result?.errors ?? [];
	const result = isIn(subtask, stage);
	return result || errors.length > 0
		? {result, msg: errors.length > 0 ? refusals.workerErrors(errors) : ''}
		: undefined;
};

const refusal = (subtask: SubtaskModel, op: Act): string => {
	switch (op) {
		case 'Start': {
			return refusals.subtasksExist(subtask.task.name, [subtask.source.name]);
		}

		case 'Resume': {
			return refusals.notPaused(subtask.stage);
		}

		default: {
			return refusals.notRunning(subtask.stage);
		}
	}
};

/** Stores the wanted stage for a later worker, as the masters do. */
const keepWish = (subtask: SubtaskModel, op: Act): void => {
	if (op === 'Pause' || op === 'Resume') {
		subtask.expected = op === 'Pause' ? 'Paused' : 'Running';
	}
};

const oldError = (
	errors: readonly ProcessErrorJson[],
	poll: Poll,
	said: {source: string; worker: string},
): Poll => {
	let isFirst = true;
	return () => {
		if (isFirst) {
			isFirst = false;
			return {...said, result: false, msg: refusals.workerErrors(errors)};
		}

		return poll();
	};
};

/** Carries it out on the worker of one subtask. */
const operateSubtask = (
	simulation: Simulation,
	subtask: SubtaskModel,
	op: Act,
	{dialect}: TaskRequest,
): Poll => {
	const {source} = subtask;
	const said = {source: source.name, worker: source.worker};
	const errors = subtask.result?.errors ?? [];
	keepWish(subtask, op);
	if (source.worker === '') {
		return told({...said, result: false, msg: refusals.noClient(source.name)});
	}

	const [wanted, passing] = stages[op];
	const wait = pollUntil(simulation, source, () => stageVerdict(subtask, wanted));
	if (!isServed(simulation, source)) {
		return wait;
	}

	const isThere =
		subtask.stage === wanted ||
		subtask.stage === passing ||
		(op === 'Resume' && subtask.stage === 'Finished');
	const outcome = inDocument[op](subtask, simulation.now);
	if (outcome === 'refused') {
		return dialect === 'document' && !isThere
			? told({...said, result: false, msg: refusal(subtask, op)})
			: wait;
	}

	if (op !== 'Resume') {
		return wait;
	}

	subtask.resumes += 1;
	return errors.length > 0 && looksTooEarly(subtask) ? oldError(errors, wait, said) : wait;
};

const remove = (simulation: Simulation, task: TaskModel, subtasks: readonly SubtaskModel[]): Poll[] => {
	const polls = subtasks.map(({source}) =>
		told({
			result: source.worker !== '',
			msg: source.worker === '' ? refusals.noClient(source.name) : '',
			source: source.name,
			worker: source.worker,
		}),
	);
	deleteSubtasks(simulation, task, subtasks);
	return polls;
};

/** Carries out the operation (pb.OperateTaskResponse). */
export const operateTask = (simulation: Simulation, request: TaskRequest): Underway => {
	const {sources = [], dialect} = request;
	const task = simulation.tasks.get(request.task);
	const op = memberOf(taskOps, request.op);
	const echo: Json = op ?? request.op;
	const refuse = (message: string): Underway =>
		answeredAtOnce({op: echo, result: false, msg: message, sources: []});
	if (sources.length === 0 && task === undefined) {
		return refuse(refusals.noSuchTask(request.task));
	}

	if (op === undefined || !(op === 'Delete' || isAct(op, dialect))) {
		return refuse(refusals.invalidOp(String(echo), 'task'));
	}

	if (task === undefined) {
		return refuse(refusals.noSubtasks(request.task));
	}

	const known = new Set(task.subtasks.map(subtask => subtask.source.name));
	const unknown = sources.filter(source => !known.has(source));
	if (unknown.length > 0) {
		return refuse(refusals.noSources(unknown));
	}

	const chosen = task.subtasks.filter(({source}) => sources.length === 0 || sources.includes(source.name));
	if (op === 'Start' && request.options !== undefined) {
		prepareSubtasks(chosen, request.options, simulation.now);
	}

	const polls =
		op === 'Delete'
			? remove(simulation, task, chosen)
			: chosen.map(subtask => operateSubtask(simulation, subtask, op, request));
	return together(polls, all => ({op: echo, result: true, msg: '', sources: all}));
};
