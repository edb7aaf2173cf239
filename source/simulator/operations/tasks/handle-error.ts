/** `binlog skip|replace|revert|inject|list` as `PUT /apis/v1alpha1/errors` does (dm/syncer/handle_error.go). */
import {errorOps} from '../../../dm/enums.js';
import {isDdl} from '../../../dm/errors/parsing/parts.js';
import {memberOf} from '../../model/enum.js';
import type {Fault, Simulation, SourceModel, SubtaskModel} from '../../model/model.js';
import {fileAndPosition} from '../../model/upstream.js';
import {faultHere, removeFault} from '../../subtask/fault.js';
import {resumeSubtask} from '../../subtask/transition.js';
import {callWorker, told, together, type Poll, type Underway, refusedAtOnce} from '../answer.js';
import {refusals} from '../refusals.js';

/** What is done about an error (pb.ErrorOp). */
export type ErrorOp = keyof typeof errorOps;

/** A DDL that is to be handled (pb.HandleErrorRequest). */
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
const namedTable = /`[^`]+`\s*\.\s*`[^`]+`|\b\w+\.\w+/v;

/** The position of an operator, as DM prints it: "(file, position)". */
const placeOf = (subtask: SubtaskModel, transaction: number): string => {
	const {file, position} = fileAndPosition(subtask.source.upstream, transaction);
	return `(${file}, ${position})`;
};

const written = (position: string): string => {
	const [file = '', offset = ''] = position.split(':', 2);
	return `(${file}, ${offset})`;
};

/** The position, and the fault there. */
const target = (
	subtask: SubtaskModel,
	request: ErrorRequest,
	now: number,
): Result & {readonly fault?: Fault} => {
	const position = request.binlogPos ?? '';
	const here = faultHere(subtask, now);
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

/** Why these statements cannot replace one of the binlog; '' when they can. */
const wrongStatement = (sqls: readonly string[]): string => {
	for (const sql of sqls) {
		if (!isDdl(sql)) {
			return refusals.onlyReplaceDdl();
		}

		if (!namedTable.test(sql)) {
			return refusals.ddlWithoutSchema(sql);
		}
	}

	return '';
};

const listOperators = ({operators, task}: SubtaskModel): Result =>
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

const handle = (subtask: SubtaskModel, op: ErrorOp, request: ErrorRequest, now: number): Result => {
	if (op === 'List') {
		return listOperators(subtask);
	}

	const place = target(subtask, request, now);
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
		removeFault(subtask, place.fault, {isSkipped: op === 'Skip'});
	}

	return done();
};

/** Carries it out on the worker of a source. A refusal does not contain the worker's name. */
const answerOf = (simulation: Simulation, source: SourceModel, op: ErrorOp, request: ErrorRequest) => {
	const refuse = (message: string) => ({result: false, msg: message, worker: ''});
	const subtask = source.subtasks.find(each => each.task.name === request.task);
	if (subtask === undefined) {
		return refuse(refusals.noSubtask(request.task));
	}

	if (subtask.unit !== 'Sync') {
		return refuse(refusals.notSyncing(subtask.unit || 'InvalidUnit'));
	}

	const {isDone, msg} = handle(subtask, op, request, simulation.now);
	if (isDone && op !== 'List') {
		resumeSubtask(subtask, simulation.now);
	}

	return isDone ? {result: true, msg} : refuse(msg);
};

/** Carries out the operation (pb.HandleErrorResponse). */
export const handleError = (simulation: Simulation, request: ErrorRequest): Underway => {
	const task = simulation.tasks.get(request.task);
	const names =
		request.sources !== undefined && request.sources.length > 0
			? request.sources.toSorted()
			: task?.subtasks.map(subtask => subtask.source.name);
	if (names === undefined) {
		return refusedAtOnce(refusals.noSuchTask(request.task));
	}

	const op = memberOf(errorOps, request.op);
	if (op === undefined || op === 'InvalidErrorOp') {
		return refusedAtOnce(refusals.invalidOp(String(request.op), 'errors'));
	}

	const polls = names.map((name): Poll => {
		const source = simulation.sources.get(name);
		return source === undefined || source.worker === ''
			? told({result: false, msg: `source ${refusals.noClient(name)}`, source: name, worker: ''})
			: callWorker(simulation, source, () => answerOf(simulation, source, op, request));
	});
	return together(polls, sources => ({result: true, msg: '', sources}));
};
