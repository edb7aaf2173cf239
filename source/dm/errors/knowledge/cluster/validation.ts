/** Continuous validation of replicated rows. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {workerLog} from '../shared.js';

const validationStatus: CheckCommand = {
	on: 'dmctl',
	run: 'validation status {task}',
	tells: "stage, pending rows and errors of each source's validator",
};

const startAgain = 'validation stop {task}, then validation start {task}: replication is not affected.';

/** The validator stops; the task continues. */
export const validationErrors = (): readonly ErrorEntry[] => [
	{
		id: 'validator-pending-too-much',
		match: [{codes: [43_008]}],
		what: 'Too many rows are waiting to be validated',
		cause:
			'Rows change in the upstream faster than they can be validated in the downstream: the lag is high, rows are hot, or Sync is stuck.',
		check: [
			validationStatus,
			{on: 'dmctl', run: 'query-status {task}', tells: 'whether Sync is progressing, and its lag'},
		],
		steps: [
			'Fix the lag of the task first.',
			'Raise row-error-delay, max-pending-row-size or max-pending-row-count under validators in the task file.',
			startAgain,
		],
		dont: [
			'Stopping and starting resets the counters: note the errors found so far first (validation show-error {task}).',
		],
		retries: 'no',
		operations: ['validation-stop', 'validation-start'],
		page: 'validation',
	},
	{
		id: 'validator-read-failed',
		match: [{codes: [43_003, 43_004]}],
		what: 'The validator cannot read or process a binlog event',
		cause: 'It reads the binlog on its own connection: that connection broke, or the position was purged.',
		check: [validationStatus, workerLog],
		steps: ['Follow the reason in the message (see also binlog-purged).', startAgain],
		dont: [],
		retries: 'yes',
		operations: ['validation-stop', 'validation-start'],
		page: 'validation',
	},
	{
		id: 'validator-store-failed',
		match: [{codes: [43_001, 43_002]}],
		what: 'The validator cannot load or save its state',
		cause:
			'The downstream cannot be reached, or its tables in dm_meta ({task}_validator_*) are missing or not writable.',
		check: [
			{
				on: 'downstream',
				run: "SHOW TABLES FROM dm_meta LIKE '{pattern}_validator%'",
				tells: 'whether they exist',
			},
		],
		steps: ['Fix the cause, then validation start {task}.'],
		dont: [],
		retries: 'yes',
		operations: ['validation-start'],
		page: 'validation',
	},
	{
		id: 'validator-compare-failed',
		match: [{codes: [43_005, 43_007]}],
		what: 'The validator failed while comparing rows',
		cause: 'A query in the downstream failed, or a table or column was not expected.',
		check: [validationStatus, workerLog],
		steps: ['Follow the reason in the message.', startAgain],
		dont: [],
		retries: 'yes',
		operations: ['validation-stop', 'validation-start'],
		page: 'validation',
	},
	{
		id: 'validator-missing',
		match: [{codes: [43_006, 20_055, 20_056]}, {text: /some target validator\(/iv}],
		what: 'There is no validator for this task and source',
		cause: 'Validation was never started for it, or its mode or the name of its configuration is wrong.',
		check: [validationStatus],
		steps: ['validation start --mode full {task} (or --mode fast).'],
		dont: [],
		operations: ['validation-start'],
		page: 'validation',
	},
];
