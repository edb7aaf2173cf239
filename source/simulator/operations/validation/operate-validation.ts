/** `validation start`, `stop`, and handling rows that differ. */
import {validationErrorOps} from '../../../dm/enums.js';
import {memberOf} from '../../model/enum.js';
import type {Simulation, SubtaskModel} from '../../model/model.js';
import {transactionAt} from '../../model/upstream.js';
import type {ErrorRow, ValidationModel} from '../../model/validation.js';
import {startValidation, stopValidation, storedRows} from '../../subtask/validation.js';
import {answeredAtOnce, callWorker, told, together, type Underway, type WorkerAnswer} from '../answer.js';
import {refusals} from '../refusals.js';

/** Pb.StartValidationRequest */
export type StartValidationRequest = {
	readonly kind: 'start-validation';
	/** All tasks when ''. */
	readonly task: string;
	/** All of the task's when absent or empty. */
	readonly sources?: readonly string[];
	/** `full` or `fast`; only given for a validator that has never run. */
	readonly mode?: string;
	/** The second of the simulation from whose binlog on it compares. */
	readonly startAt?: number;
};

/** Pb.StopValidationRequest */
export type StopValidationRequest = {
	readonly kind: 'stop-validation';
	readonly task: string;
	readonly sources?: readonly string[];
};

/** Pb.UpdateValidationRequest */
export type UpdateValidationRequest = {
	readonly kind: 'update-validation';
	readonly task: string;
	readonly sources?: readonly string[];
	/** The GTID set of the cutover: every simulated source has GTIDs enabled. */
	readonly gtid: string;
};

/** Pb.OperateValidationErrorRequest */
export type ValidationErrorRequest = {
	readonly kind: 'validation-error';
	/** Pb.ValidationErrOp, by name or number. */
	readonly op: string | number;
	readonly task: string;
	/** The row's number; without it all rows. */
	readonly id?: number;
};

const plain = (result: boolean, message: string): Underway =>
	answeredAtOnce({result, msg: message, sources: []});

/** The selected subtasks. */
export const chosen = (
	{tasks}: Simulation,
	{task, sources = []}: Pick<StopValidationRequest, 'task' | 'sources'>,
): readonly SubtaskModel[] =>
	tasks
		.values()
		.filter(({name}) => task === '' || name === task)
		.flatMap(({subtasks}) => subtasks)
		.filter(({source}) => sources.length === 0 || sources.includes(source.name))
		.toArray();

const noSubtask = ({task, sources = []}: Pick<StopValidationRequest, 'task' | 'sources'>): string => {
	const list = `sources \`[${sources.join(' ')}]\``;
	return task === ''
		? `cannot get subtask by ${list}`
		: `cannot get subtask by task name \`${task}\` and ${list}`;
};

const nameOf = (subtask: SubtaskModel | undefined): string =>
	subtask === undefined ? '' : `${subtask.task.name} with source ${subtask.source.name}`;

/** Why these validators cannot be started in one command; '' when they can. */
const wrongStart = (subtasks: readonly SubtaskModel[], {mode, startAt}: StartValidationRequest): string => {
	if (mode !== undefined && mode !== 'full' && mode !== 'fast') {
		return 'validation mode should be either `full` or `fast`';
	}

	const enabled = subtasks.filter(({validation}) => validation !== undefined);
	const isExplicit = mode !== undefined || startAt !== undefined;
	if (enabled.length === 0 || (!isExplicit && enabled.length === subtasks.length)) {
		return '';
	}

	if (isExplicit) {
		return enabled.length === subtasks.length
			? "all target validator has enabled, cannot do 'validation start' with explicit mode or start-time"
			: `some of target validator(${nameOf(enabled.at(-1))}) has already enabled, so we can't enable them in one command`;
	}

	return `some of target validator(${nameOf(enabled.at(-1))}) has already enabled, so we can't enable or start them in one command`;
};

/** Starts validators (pb.StartValidationResponse). */
export const operateStartValidation = (simulation: Simulation, request: StartValidationRequest): Underway => {
	const subtasks = chosen(simulation, request);
	if (subtasks.length === 0) {
		return plain(false, noSubtask(request));
	}

	const wrong = wrongStart(subtasks, request);
	if (wrong !== '') {
		return plain(false, wrong);
	}

	const {now} = simulation;
	for (const subtask of subtasks) {
		if (subtask.validation?.stage === 'Running') {
			continue;
		}

		const mode = (request.mode ?? subtask.validation?.mode ?? 'full') as ValidationModel['mode'];
		const from =
			request.startAt === undefined
				? undefined
				: transactionAt(subtask.source.upstream, request.startAt, now);
		startValidation(subtask, mode, {now, from});
	}

	return plain(true, 'success');
};

/** Stops validators (pb.StopValidationResponse). */
export const operateStopValidation = (simulation: Simulation, request: StopValidationRequest): Underway => {
	const subtasks = chosen(simulation, request);
	if (subtasks.length === 0) {
		return plain(false, noSubtask(request));
	}

	const without = subtasks.findLast(({validation}) => validation === undefined);
	if (without !== undefined) {
		return plain(false, `some target validator(${nameOf(without)}) is not enabled`);
	}

	for (const {validation} of subtasks) {
		if (validation?.stage === 'Running') {
			stopValidation(validation, simulation.now);
		}
	}

	return plain(true, 'success');
};

const settle = (
	validation: ValidationModel,
	rows: readonly ErrorRow[],
	op: keyof typeof validationErrorOps,
): void => {
	if (op === 'ClearErrOp') {
		validation.rows = validation.rows.filter(row => !rows.includes(row));
		return;
	}

	for (const row of rows) {
		row.status = op === 'IgnoreErrOp' ? 'ignored' : 'resolved';
	}
};

/** Combines the answers of several workers: their errors, one after the other. */
export const joined = (
	answers: readonly WorkerAnswer[],
): {readonly result: boolean; readonly msg: string} => ({
	result: answers.every(({result}) => result),
	msg: answers
		.filter(({result}) => !result)
		.map(({msg}) => `${msg}; `)
		.join(''),
});

/** Sets the cutover position of validators (pb.UpdateValidationResponse). */
export const updateValidation = (simulation: Simulation, request: UpdateValidationRequest): Underway => {
	const {task, sources = [], gtid} = request;
	const subtasks = chosen(simulation, request);
	if (subtasks.length === 0) {
		const named = sources.length === 0 ? '' : ` and sources \`[${sources.join(' ')}]\``;
		return plain(false, `cannot get subtask by task name \`${task}\`${named}`);
	}

	const polls = subtasks.map(({source, validation}) => {
		const said = {result: false, source: source.name, worker: ''};
		if (gtid === '') {
			const message = `source ${source.name} didn't specify cutover-binlog-gtid when enableGTID is true`;
			return told({...said, msg: message});
		}

		return source.worker === ''
			? told({...said, msg: `source ${source.name} relevant worker-client not found`})
			: callWorker(simulation, source, () => {
					if (validation === undefined) {
						return {result: false, msg: refusals.noValidator(task, source.name)};
					}

					validation.cutover = gtid;
					return {result: true, msg: ''};
				});
	});
	return together(polls, answers => ({result: true, msg: '', sources: answers}));
};

/** Ignores, resolves or clears rows that differ (pb.OperateValidationErrorResponse). */
export const operateValidationError = (simulation: Simulation, request: ValidationErrorRequest): Underway => {
	const refuse = (message: string): Underway => answeredAtOnce({result: false, msg: message});
	if (request.task === '') {
		return refuse('task name should be specified');
	}

	const subtasks = chosen(simulation, {task: request.task});
	if (subtasks.length === 0) {
		return refuse(`cannot get subtask by task name \`${request.task}\``);
	}

	const op = memberOf(validationErrorOps, request.op) ?? 'InvalidErrOp';
	const polls = subtasks.map(({source, validation, task}) =>
		source.worker === ''
			? told({result: false, msg: refusals.noWorkerClient(source.name), source: source.name, worker: ''})
			: callWorker(simulation, source, () => {
					if (validation === undefined) {
						return {result: false, msg: refusals.noValidator(task.name, source.name)};
					}

					if (op !== 'InvalidErrOp') {
						const rows = storedRows(validation, simulation.now).filter(
							({id}) => request.id === undefined || id === request.id,
						);
						settle(validation, rows, op);
					}

					return {result: true, msg: ''};
				}),
	);
	return together(polls, (_, workers) => joined(workers));
};
