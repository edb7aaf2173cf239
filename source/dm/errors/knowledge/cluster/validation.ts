/** Continuous validation of replicated rows. */
import type {CheckCommand, ErrorEntry} from '../../entry.js';
import {workerLog} from '../shared.js';

const validationStatus: CheckCommand = {
	on: 'dmctl',
	run: 'validation status {task}',
	tells: "stage, pending rows and errors of each source's validator",
};

const startAgain =
	'validation stop {task}, then validation start {task}: the replication itself is not touched.';

/** The validator stops; the task continues. */
export const validationErrors = (): readonly ErrorEntry[] => [
	{
		id: 'validator-pending-too-much',
		match: [{codes: [43_008]}],
		what: 'The validator has more unchecked rows than it may keep, and stopped',
		cause:
			'Rows change faster in the upstream than they are found equal in the downstream: high lag, hot rows, or a Sync that stands still.',
		check: [
			validationStatus,
			{on: 'dmctl', run: 'query-status {task}', tells: 'whether Sync itself moves, and its lag'},
		],
		steps: [
			'Cure the lag of the task first.',
			'Raise row-error-delay, max-pending-row-size or max-pending-row-count under validators of the task.',
			startAgain,
		],
		dont: [
			'Stopping and starting resets the counters: note the errors it has found before (validation show-error {task}).',
		],
		retries: 'no',
		operations: ['validation-stop', 'validation-start'],
		page: 'validation',
	},
	{
		id: 'validator-read-failed',
		match: [{codes: [43_003, 43_004]}],
		what: 'The validator cannot read or handle an event of the binlog',
		cause: 'It reads the binlog by itself: the connection broke, or the place was purged.',
		check: [validationStatus, workerLog],
		steps: ['Follow the reason behind the message (see also binlog-purged).', startAgain],
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
			'The downstream is not reachable, or its tables in dm_meta ({task}_validator_*) are missing or not writable.',
		check: [
			{
				on: 'downstream',
				run: "SHOW TABLES FROM dm_meta LIKE '{task}_validator%'",
				tells: 'whether they are there',
			},
		],
		steps: ['Cure the reason; then validation start {task}.'],
		dont: [],
		retries: 'yes',
		operations: ['validation-start'],
		page: 'validation',
	},
	{
		id: 'validator-compare-failed',
		match: [{codes: [43_005, 43_007]}],
		what: 'The validator failed while it compared rows',
		cause: 'A query in the downstream failed, or a table or column it does not expect.',
		check: [validationStatus, workerLog],
		steps: ['Follow the reason behind the message.', startAgain],
		dont: [],
		retries: 'yes',
		operations: ['validation-stop', 'validation-start'],
		page: 'validation',
	},
	{
		id: 'validator-missing',
		match: [{codes: [43_006, 20_055, 20_056]}, {text: /some target validator\(/iv}],
		what: 'There is no validator for this task and source',
		cause: 'Validation was never started for it, or its mode or configuration name is wrong.',
		check: [validationStatus],
		steps: ['validation start --mode full {task} (or --mode fast).'],
		dont: [],
		operations: ['validation-start'],
		page: 'validation',
	},
];
