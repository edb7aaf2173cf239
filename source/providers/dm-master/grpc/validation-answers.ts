/** Decodes pb.Master's answers about validation. */
import type {
	RowDifference,
	RowDifferences,
	ValidatedTable,
	ValidationStatus,
	Validator,
} from '../../readers.js';
import type {Problem} from '../../provider.js';
import {saidNo} from '../readers/answer.js';
import type {AnswerMessage} from './protocol/methods.js';

type ValidationAnswer = AnswerMessage<'GetValidationStatus'>;
type ErrorAnswer = AnswerMessage<'GetValidationError'>;

/** An error of a validator in the usual form of DM's errors. */
const errorText = ({
	ErrCode: code,
	ErrClass: type,
	ErrScope: scope,
	ErrLevel: level,
	Message: message,
	RawCause: cause,
	Workaround: workaround,
}: NonNullable<ValidationAnswer['validators'][number]['result']>['errors'][number]): string =>
	[
		`[code=${code}:class=${type}:scope=${scope}:level=${level}], Message: ${message}`,
		...(cause === '' ? [] : [`RawCause: ${cause}`]),
		...(workaround === '' ? [] : [`Workaround: ${workaround}`]),
	].join(', ');

const validatorOf = (validator: ValidationAnswer['validators'][number]): Validator => ({
	task: validator.task,
	source: validator.source,
	mode: validator.mode,
	stage: String(validator.stage),
	position: validator.validatorBinlog,
	gtid: validator.validatorBinlogGtid,
	processed: validator.processedRowsStatus,
	pending: validator.pendingRowsStatus,
	errors: validator.errorRowsStatus,
	problems: (validator.result?.errors ?? []).map(error => errorText(error)),
});

const tableOf = (table: ValidationAnswer['tableStatuses'][number]): ValidatedTable => ({
	source: table.source,
	from: table.srcTable,
	to: table.dstTable,
	stage: String(table.stage),
	message: table.message,
});

/** The validators of a task and its tables; `label` is the master that gave the answer. */
export const readValidationStatus = (
	{result, msg, validators, tableStatuses}: ValidationAnswer,
	label: string,
): ValidationStatus | Problem =>
	!result && validators.length + tableStatuses.length === 0
		? saidNo(msg, label)
		: {
				validators: validators.map(validator => validatorOf(validator)),
				tables: tableStatuses.map(table => tableOf(table)),
				missing: msg,
			};

/** Pb.ValidateErrorState, by the requested state. */
export const errorStateNames = {new: 'NewErr', ignored: 'IgnoredErr', all: 'InvalidErr'} as const;

const stateNames: ReadonlyMap<unknown, RowDifference['state']> = new Map([
	['NewErr', 'new'],
	['IgnoredErr', 'ignored'],
	['ResolvedErr', 'resolved'],
]);

const differenceOf = (error: ErrorAnswer['error'][number]): RowDifference => ({
	id: error.id,
	source: error.source,
	from: error.srcTable,
	fromRow: error.srcData,
	to: error.dstTable,
	toRow: error.dstData,
	type: error.errorType,
	state: stateNames.get(error.status) ?? 'unknown',
	time: error.time,
	message: error.message,
});

/** The rows that differ, with their values. */
export const readDifferences = (
	{result, msg, error}: ErrorAnswer,
	label: string,
): RowDifferences | Problem =>
	!result && error.length === 0
		? saidNo(msg, label)
		: {rows: error.map(row => differenceOf(row)), missing: msg};
