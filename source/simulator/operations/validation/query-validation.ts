/** `validation status` and `validation show-error`: each worker is asked for its own subtask. */
import {errorStates} from '../../../dm/enums.js';
import type {Json} from '../../model/json.js';
import {validationJson} from '../../answers/subtask-status.js';
import {unknownError} from '../../errors/grpc-errors.js';
import {memberOf} from '../../model/enum.js';
import type {Simulation, SubtaskModel} from '../../model/model.js';
import {quoted, tablesOf} from '../../model/tables.js';
import type {ErrorRow, ValidationModel} from '../../model/validation.js';
import {storedRows} from '../../subtask/validation.js';
import {answeredAtOnce, callWorker, told, together, type Poll, type Underway} from '../answer.js';
import {refusals} from '../refusals.js';
import {chosen, joined} from './operate-validation.js';

/** Pb.GetValidationStatusRequest */
export type ValidationStatusRequest = {
	readonly kind: 'validation-status';
	readonly task: string;
	/** Pb.Stage, by name or number: of `Running` or `Stopped` tables only; of all when absent or `InvalidStage`. */
	readonly stage?: string | number;
};

/** Pb.GetValidationErrorRequest */
export type ValidationErrorsRequest = {
	readonly kind: 'validation-errors';
	readonly task: string;
	/** Pb.ValidateErrorState, by name or number; every state when absent or `InvalidErr`. */
	readonly state?: string | number;
};

/** The stages that can be requested, of pb.Stage. */
const stages = {InvalidStage: 0, Running: 2, Stopped: 4} as const;

/** One worker's answer; its list is added when all have answered. */
const askWorkers = (
	simulation: Simulation,
	{task}: {readonly task: string},
	of: {
		/** Why nothing can be requested; '' when it can. */
		readonly wrong: string;
		/** The error for a validator that does not exist. */
		readonly noValidator: (message: string) => string;
		readonly answer: (
			found: ReadonlyArray<readonly [SubtaskModel, ValidationModel]>,
		) => Readonly<Record<string, Json>>;
	},
): Underway => {
	const refuse = (message: string): Underway =>
		answeredAtOnce({result: false, msg: message, ...of.answer([])});
	if (task === '') {
		return refuse('task name should be specified');
	}

	if (of.wrong !== '') {
		return refuse(of.wrong);
	}

	const subtasks = chosen(simulation, {task});
	if (subtasks.length === 0) {
		return refuse(`cannot get subtask by task name \`${task}\``);
	}

	const found: Array<readonly [SubtaskModel, ValidationModel]> = [];
	const polls = subtasks.map((subtask): Poll => {
		const {source, validation} = subtask;
		if (source.worker === '') {
			return told({
				result: false,
				msg: refusals.noWorkerClient(source.name),
				source: source.name,
				worker: '',
			});
		}

		return callWorker(simulation, source, () => {
			if (validation === undefined) {
				return {result: false, msg: of.noValidator(refusals.noValidator(task, source.name))};
			}

			found.push([subtask, validation]);
			return {result: true, msg: ''};
		});
	});
	return together(polls, (_, workers) => ({...joined(workers), ...of.answer(found)}));
};

const tableStatuses = (subtask: SubtaskModel, {stage}: ValidationModel): Json[] =>
	tablesOf(subtask).map(({schema, table, targetSchema, targetTable}) => ({
		source: subtask.source.name,
		srcTable: quoted(schema, table),
		dstTable: quoted(targetSchema, targetTable),
		stage,
		message: '',
	}));

/** Pb.GetValidationStatusResponse */
export const queryValidation = (simulation: Simulation, request: ValidationStatusRequest): Underway => {
	const stage = memberOf(stages, request.stage ?? 0);
	return askWorkers(simulation, request, {
		wrong: stage === undefined ? 'filtering stage should be either `running`, `stopped`, or empty' : '',
		noValidator: unknownError,
		answer: found => ({
			validators: found.map(([subtask, validation]) => validationJson(subtask, validation)),
			tableStatuses: found
				.filter(([, validation]) => stage === 'InvalidStage' || validation.stage === stage)
				.flatMap(([subtask, validation]) => tableStatuses(subtask, validation)),
		}),
	});
};

const stateNames = {new: 'NewErr', ignored: 'IgnoredErr', resolved: 'ResolvedErr'} as const;

const rowJson = ({source}: SubtaskModel, row: ErrorRow, epoch: number): Json => ({
	id: String(row.id),
	source: source.name,
	srcTable: row.sourceTable,
	srcData: row.sourceData,
	dstTable: row.targetTable,
	dstData: row.targetData,
	errorType: row.targetData === '' ? 'Expected rows not exist' : 'Column data not matched',
	status: stateNames[row.status],
	time: new Date(epoch + row.foundAt * 1000).toISOString().slice(0, 19).replace('T', ' '),
	message: '',
});

/** Pb.GetValidationErrorResponse */
export const queryValidationErrors = (simulation: Simulation, request: ValidationErrorsRequest): Underway => {
	const state = memberOf(errorStates, request.state ?? 0);
	return askWorkers(simulation, request, {
		wrong: state === 'ResolvedErr' ? 'only support querying `all`, `unprocessed`, and `ignored` error' : '',
		noValidator: message => message,
		answer: found => ({
			error: found.flatMap(([subtask, validation]) =>
				storedRows(validation, simulation.now)
					.filter(({status}) => state === 'InvalidErr' || stateNames[status] === state)
					.map(row => rowJson(subtask, row, simulation.epoch)),
			),
		}),
	});
};
