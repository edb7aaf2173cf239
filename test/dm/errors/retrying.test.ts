import {expect, test} from 'vitest';
import {
	autoResumable,
	explainError,
	isResumable,
	retriesOf,
	retriesOfResult,
} from '../../../source/dm/errors.js';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import type {ProcessError, ProcessResult} from '../../../source/dm/status.js';
import {processError} from '../subtasks.js';

const result = (...errors: ReadonlyArray<Partial<ProcessError>>): ProcessResult => ({
	isCanceled: false,
	errors: errors.map(error => processError(error)),
	detail: '',
});

test.each([
	['it was paused manually', {...result(), isCanceled: true}, 'no'],
	['no error is named', result(), 'yes'],
	['the connection was lost', result({code: 10_002, rawCause: 'invalid connection'}), 'yes'],
	['a DDL cannot be parsed', result({code: 36_067}), 'yes'],
	['shards disagree', result({code: 36_008}), 'no'],
	['a DDL was cancelled in the background', result({code: 11_129}), 'no'],
	['the dump failed', result({code: 32_001}), 'no'],
	['the dump got no lock', result({code: 32_004}), 'no'],
	['columns do not match', result({code: 36_027}), 'no'],
	['the load has duplicates', result({code: 34_020}), 'no'],
	['the checksum of the load differs', result({code: 34_021}), 'no'],
	['one of two errors is lasting', result({code: 10_002}, {code: 34_021}), 'no'],
	['a duplicate row', result({code: 10_006, rawCause: 'Error 1062: Duplicate entry'}), 'no'],
	['a value that is too long', result({rawCause: 'Error 1406: Data too long'}), 'no'],
	['a value that does not fit', result({rawCause: 'Error 1366: Incorrect string value'}), 'no'],
	['a row that is too large', result({rawCause: 'Error 8025: entry too large'}), 'no'],
	['an unsupported collation, in any case', result({rawCause: 'UNSUPPORTED COLLATION x'}), 'no'],
	[
		'the same words in the message, where there is no raw cause',
		result({message: 'Unsupported collation x'}),
		'no',
	],
	[
		'the same words in the message, beside another raw cause',
		result({message: 'Unsupported collation x', rawCause: 'invalid connection'}),
		'yes',
	],
	[
		'the upstream purged its binlog',
		result({rawCause: 'ERROR 1236 (HY000): Could not find first log file name in binary log index file'}),
		'no',
	],
	[
		'the relay log is damaged',
		result({code: 11_038, message: 'binlog checksum mismatch, data may be corrupted'}),
		'no',
	],
	[
		'the relay log ends early',
		result({code: 11_038, message: 'parse relay log file: get event err EOF'}),
		'no',
	],
	['the relay log has some other problem', result({code: 11_038, message: 'parse relay log file'}), 'yes'],
	['an import failed', result({code: 34_019, rawCause: 'Error 1136'}), 'no'],
	[
		'newer versions retry an import whose table is gone',
		result({code: 34_019, rawCause: "table t doesn't exist"}),
		'unknown',
	],
	[
		'newer versions retry an import into a table of another',
		result({code: 34_019, rawCause: 'Table t1 is in mode Import'}),
		'unknown',
	],
	[
		'of that and a lasting one the lasting one counts',
		result({code: 34_019, rawCause: "doesn't exist"}, {code: 36_008}),
		'no',
	],
	[
		'of that and a passing one it is not known',
		result({code: 34_019, rawCause: "doesn't exist"}, {code: 10_002}),
		'unknown',
	],
] as const)('DM continues by itself when %s: %#', (_name, value, retries) => {
	expect(retriesOfResult(value)).toBe(retries);
	expect(autoResumable(value)).toBe(retries === 'yes');
});

test('without a result no retry is assumed', () => {
	expect(autoResumable(undefined)).toBe(false);
});

test('the relay has its own list', () => {
	for (const code of [30_001, 30_002, 30_004, 30_005, 30_008]) {
		expect(retriesOfResult(result({code}), 'relay')).toBe('no');
		expect(autoResumable(result({code}), 'relay')).toBe(false);
		expect(autoResumable(result({code}))).toBe(true);
	}

	expect(retriesOfResult(result({code: 36_008, rawCause: 'Error 1062'}), 'relay')).toBe('yes');
	expect(autoResumable({...result(), isCanceled: true}, 'relay')).toBe(false);
});

test('an error in the 1.0 format has no raw cause: its text is used', () => {
	const document = {
		result: true,
		msg: '',
		sources: [
			{
				result: true,
				msg: '',
				sourceStatus: {source: 'mysql-replica-03', worker: 'worker3', result: null, relayStatus: null},
				subTaskStatus: [
					{
						name: 'test',
						stage: 'Paused',
						unit: 'Load',
						result: {
							isCanceled: false,
							errors: [
								{
									Type: 'ExecSQL',
									msg: "Error 1062: Duplicate entry '1155173304420532225' for key 'PRIMARY'\n/home/jenkins/workspace/build_dm/go/src/ file test.t1.sql",
								},
							],
							detail: null,
						},
					},
				],
			},
		],
	};
	const [subtask] = parseStatusDocument(JSON.stringify(document)).sources[0]!.subtasks;
	const error = subtask!.result!.errors[0]!;
	expect(retriesOf(error)).toBe('no');
	expect(isResumable(error)).toBe(false);
	expect(explainError(error)).toMatchObject({id: 'duplicate-row-load', retries: 'no'});
});

test('it is stated when DM retries in vain', () => {
	const purged = processError({
		code: 30_015,
		class: 'relay-unit',
		rawCause: 'ERROR 1236 (HY000): Could not find first log file name in binary log index file',
	});
	expect(retriesOf(purged, 'relay')).toBe('yes');
	expect(explainError(purged)).toMatchObject({
		retries: 'no',
		retriesText: 'DM may retry automatically, but this cannot succeed before the cause is fixed.',
	});
	expect(explainError(processError({code: 36_008}))).toMatchObject({
		retries: 'no',
		retriesText: 'DM does not retry automatically: fix the cause, then resume.',
	});
	expect(explainError(processError({code: 10_002, rawCause: 'bad connection'}))).toMatchObject({
		retries: 'yes',
		retriesText: 'DM retries automatically, at increasing intervals of up to 5 minutes.',
	});
	expect(
		explainError(processError({code: 34_019, rawCause: "schema file (a.sql) doesn't exist"})),
	).toMatchObject({
		retries: 'unknown',
	});
	expect(explainError(processError({code: 46_018, message: 'task with name x not exist'}))).toMatchObject({
		retries: undefined,
		retriesText: '',
	});
});
