/** What DM's validators found: over gRPC only, in DM of every version that has them. */
import type {Trouble} from '../../provider.js';
import type {
	RowDifference,
	RowDifferences,
	ValidatedTable,
	ValidationStatus,
	Validator,
} from '../../readers.js';
import type {OperateAccess} from '../operate/access.js';
import {isTimeout, saidNo} from '../readers/answer.js';
import {askOverGrpc} from './ask.js';
import type {AnswerMessage} from './protocol/methods.js';

type StatusAnswer = AnswerMessage<'GetValidationStatus'>;
type ErrorAnswer = AnswerMessage<'GetValidationError'>;

/** An error of a validator in the form in which DM writes its errors elsewhere. */
const errorText = ({
	ErrCode: code,
	ErrClass: type,
	ErrScope: scope,
	ErrLevel: level,
	Message: message,
	RawCause: cause,
	Workaround: workaround,
}: NonNullable<StatusAnswer['validators'][number]['result']>['errors'][number]): string =>
	[
		`[code=${code}:class=${type}:scope=${scope}:level=${level}], Message: ${message}`,
		...(cause === '' ? [] : [`RawCause: ${cause}`]),
		...(workaround === '' ? [] : [`Workaround: ${workaround}`]),
	].join(', ');

const validatorOf = (validator: StatusAnswer['validators'][number]): Validator => ({
	task: validator.task,
	source: validator.source,
	mode: validator.mode,
	stage: String(validator.stage),
	position: validator.validatorBinlog,
	gtid: validator.validatorBinlogGtid,
	processed: validator.processedRowsStatus,
	pending: validator.pendingRowsStatus,
	errors: validator.errorRowsStatus,
	troubles: (validator.result?.errors ?? []).map(error => errorText(error)),
});

const tableOf = (table: StatusAnswer['tableStatuses'][number]): ValidatedTable => ({
	source: table.source,
	from: table.srcTable,
	to: table.dstTable,
	stage: String(table.stage),
	message: table.message,
});

/** The validators of a task and its tables. Never throws. */
export const readValidationStatus = async (
	taskName: string,
	access: OperateAccess,
	signal: AbortSignal,
): Promise<ValidationStatus | Trouble> => {
	const asked = await askOverGrpc(
		access,
		signal,
		async channel =>
			channel.call('GetValidationStatus', {taskName}, {deadline: access.pace.fullDeadline, signal}),
		{isFinal: isTimeout},
	);
	if ('trouble' in asked) {
		return asked.trouble;
	}

	const {result, msg, validators, tableStatuses} = asked.value;
	return !result && validators.length + tableStatuses.length === 0
		? saidNo(msg, asked.address.label)
		: {
				validators: validators.map(validator => validatorOf(validator)),
				tables: tableStatuses.map(table => tableOf(table)),
				missing: msg,
			};
};

const states = {new: 'NewErr', ignored: 'IgnoredErr', all: 'InvalidErr'} as const;

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

/** The rows that differ, with their values. Never throws. */
export const readDifferences = async (
	{task: taskName, state}: {readonly task: string; readonly state: keyof typeof states},
	access: OperateAccess,
	signal: AbortSignal,
): Promise<RowDifferences | Trouble> => {
	const asked = await askOverGrpc(
		access,
		signal,
		async channel =>
			channel.call(
				'GetValidationError',
				{taskName, errState: states[state]},
				{deadline: access.pace.fullDeadline, signal},
			),
		{isFinal: isTimeout},
	);
	if ('trouble' in asked) {
		return asked.trouble;
	}

	const {result, msg, error} = asked.value;
	return !result && error.length === 0
		? saidNo(msg, asked.address.label)
		: {rows: error.map(row => differenceOf(row)), missing: msg};
};
