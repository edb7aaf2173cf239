/** `binlog skip|replace|revert|inject|list` as `PUT /apis/v1alpha1/errors` does (dm/syncer/handle_error.go). */
import {isServed} from '../model/members.js';
import type {Fault, Simulation, Source, Subtask} from '../model/model.js';
import {fileAndPosition} from '../model/upstream.js';
import {faultHere} from '../subtask/fault.js';
import {resume} from '../subtask/transition.js';
import {longest, patience, workerJson, type OperationAnswer, type WorkerAnswer} from './answer.js';
import {refusals} from './refusals.js';

/** Pb.ErrorOp */
export const errorOps = {InvalidErrorOp: 0, Skip: 1, Replace: 2, Revert: 3, Inject: 4, List: 5} as const;

export type ErrorOp = keyof typeof errorOps;

export type ErrorRequest = {
	readonly kind: 'errors';
	/** Name or number, as in the request's body. */
	readonly op: string | number;
	readonly task: string;
	readonly sources?: readonly string[];
	/** "file:position"; where the error is when absent or ''. */
	readonly binlogPos?: string;
	readonly sqls?: readonly string[];
};

type Result = {readonly isDone: boolean; readonly msg: string};

const done = (message = ''): Result => ({isDone: true, msg: message});
const refused = (message: string): Result => ({isDone: false, msg: message});

const positionForm = /^[^:]+\.\d+:\d+$/v;
const ddlForm = /^\s*(?:alter|create|drop|truncate|rename)\b/iv;
const namedTable = /`[^`]+`\s*\.\s*`[^`]+`|\b\w+\.\w+/v;

/** As DM prints the place it has an operator for: "(file, position)". */
const placeOf = (subtask: Subtask, transaction: number): string => {
	const {file, position} = fileAndPosition(subtask.source.upstream, transaction);
	return `(${file}, ${position})`;
};

const written = (position: string): string => {
	const [file = '', offset = ''] = position.split(':', 2);
	return `(${file}, ${offset})`;
};

/** The place that is meant, and the fault that stands there. */
const target = (subtask: Subtask, request: ErrorRequest): Result & {readonly fault?: Fault} => {
	const position = request.binlogPos ?? '';
	const here = faultHere(subtask);
	if (position !== '') {
		if (!positionForm.test(position)) {
			return refused(refusals.badPosition(position));
		}

		const place = written(position);
		const fault = subtask.faults.find(
			each => each.transaction !== undefined && placeOf(subtask, each.transaction) === place,
		);
		return {isDone: true, msg: place, fault};
	}

	const hasError = subtask.stage === 'Paused' && (subtask.result?.errors.length ?? 0) > 0;
	if (!hasError || here?.transaction === undefined) {
		return refused(refusals.noSourceError(subtask.source.name));
	}

	return here.isDdl
		? {isDone: true, msg: placeOf(subtask, here.transaction), fault: here}
		: refused(refusals.onlyDdl());
};

/** Why these statements cannot stand in for one of the binlog; '' when they can. */
const wrongStatement = (sqls: readonly string[]): string => {
	for (const sql of sqls) {
		if (!ddlForm.test(sql)) {
			return refusals.onlyReplaceDdl();
		}

		if (!namedTable.test(sql)) {
			return refusals.ddlWithoutSchema(sql);
		}
	}

	return '';
};

const listOperators = ({operators, task}: Subtask): Result =>
	done(
		JSON.stringify(
			[...operators].map(([binlogPos, {op, sqls}]) => ({
				op: errorOps[op as ErrorOp],
				task: task.name,
				binlogPos,
				...(sqls.length > 0 && {sqls}),
			})),
		),
	);

const handle = (subtask: Subtask, op: ErrorOp, request: ErrorRequest): Result => {
	if (op === 'List') {
		return listOperators(subtask);
	}

	const place = target(subtask, request);
	if (!place.isDone) {
		return place;
	}

	if (op === 'Revert') {
		return subtask.operators.delete(place.msg) ? done() : refused(refusals.noOperator(place.msg));
	}

	const sqls = op === 'Skip' ? [] : (request.sqls ?? []);
	const wrong = wrongStatement(sqls);
	if (wrong !== '') {
		return refused(wrong);
	}

	subtask.operators.set(place.msg, {op, sqls});
	if (op !== 'Inject' && place.fault?.isDdl === true) {
		subtask.faults = subtask.faults.filter(fault => fault !== place.fault);
	}

	return done();
};

const answerOf = (
	simulation: Simulation,
	source: Source,
	op: ErrorOp,
	request: ErrorRequest,
): WorkerAnswer => {
	const said = {source: source.name, worker: ''};
	if (source.worker === '') {
		return {...said, result: false, msg: `source ${refusals.noClient(source.name)}`, took: 0};
	}

	if (!isServed(simulation, source)) {
		return {...said, worker: source.worker, result: false, msg: refusals.noResult(), took: patience * 3};
	}

	const subtask = source.subtasks.find(each => each.task.name === request.task);
	if (subtask === undefined) {
		return {...said, result: false, msg: refusals.noSubtask(request.task), took: 15};
	}

	if (subtask.unit !== 'Sync') {
		return {...said, result: false, msg: refusals.notSyncing(subtask.unit || 'InvalidUnit'), took: 15};
	}

	const {isDone, msg} = handle(subtask, op, request);
	if (isDone && op !== 'List') {
		resume(subtask, simulation.now);
	}

	return {...said, worker: isDone ? source.worker : '', result: isDone, msg, took: 15};
};

const refuse = (message: string): OperationAnswer => ({
	answer: {result: false, msg: message, sources: []},
	took: 15,
});

/** Carries out the operation and gives DM's answer (pb.HandleErrorResponse). */
export const handleError = (simulation: Simulation, request: ErrorRequest): OperationAnswer => {
	const task = simulation.tasks.get(request.task);
	const names =
		request.sources !== undefined && request.sources.length > 0
			? request.sources.toSorted()
			: task?.subtasks.map(subtask => subtask.source.name);
	if (names === undefined) {
		return refuse(refusals.noSuchTask(request.task));
	}

	const op = Object.entries(errorOps).find(
		([name, value]) => name === request.op || value === request.op,
	)?.[0];
	if (op === undefined || op === 'InvalidErrorOp') {
		return refuse(refusals.invalidOp(String(request.op), 'errors'));
	}

	const answers = names.map(name => {
		const source = simulation.sources.get(name);
		return source === undefined
			? {result: false, msg: `source ${refusals.noClient(name)}`, source: name, worker: '', took: 0}
			: answerOf(simulation, source, op as ErrorOp, request);
	});
	return {
		answer: {result: true, msg: '', sources: answers.map(answer => workerJson(answer))},
		took: longest(answers),
	};
};
