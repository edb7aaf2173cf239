/** Whether DM continues by itself after an error: dm/unit/unit.go, dm/pkg/retry/errors.go, dm/worker/task_checker.go. */
import type {ProcessError, ProcessResult} from '../status.js';
import {singleSpaced} from '../values/single-spaced.js';
import type {Retries} from './entry.js';

type Judged = Pick<ProcessError, 'code' | 'message' | 'rawCause'>;

/** Errors after which DM leaves a subtask paused (UnresumableErrCodes). */
const unresumable = new Set([11_129, 32_001, 32_004, 34_020, 34_021, 36_008, 36_027]);

/** The same for the relay (UnresumableRelayErrCodes). */
const unresumableRelay = new Set([30_001, 30_002, 30_004, 30_005, 30_008]);

/** Reasons after which DM leaves a subtask paused, in lower case. */
const unresumableCauses = [
	"can't drop column with index",
	'with tidb_enable_change_multi_schema is disable',
	'unsupported add column',
	'unsupported modify column',
	'unsupported modify charset',
	'unsupported modify collate',
	'unsupported drop integer primary key',
	'unsupported collation',
	'invalid default value for',
	'unsupported drop primary key',
	'error 1059',
	'error 1117',
	'error 1069',
	'error 1062',
	'error 1406',
	'error 1366',
	'error 8025',
	'could not find first log file name in binary log index file',
	'the slave is connecting using change master to master_auto_position = 1, but the master has purged binary logs containing gtids that the slave requires',
];

/** Parse errors of a relay log that cannot be repaired. */
const unresumableRelayLog = ['binlog checksum mismatch, data may be corrupted', 'get event err eof'];

/** Import errors that DM retries from 8.5 on, the second from 26.3 on; older versions do not retry a failed import. */
const retriedImports = ["doesn't exist", 'is in mode import'];

const importFailed = 34_019;

/**
 * Whether DM's task checker resumes a subtask that stopped with this error, or the relay. Without a raw cause, as in
 * old documents and in texts, the message is used instead. `unknown` where it depends on the version of DM.
 */
export const retriesOf = (
	{code = 0, message, rawCause}: Judged,
	unit: 'subtask' | 'relay' = 'subtask',
): Retries => {
	if (unit === 'relay') {
		return unresumableRelay.has(code) ? 'no' : 'yes';
	}

	const cause = singleSpaced(rawCause || message).toLowerCase();
	if (
		unresumable.has(code) ||
		unresumableCauses.some(part => cause.includes(part)) ||
		(code === 11_038 && unresumableRelayLog.some(part => singleSpaced(message).toLowerCase().includes(part)))
	) {
		return 'no';
	}

	if (code === importFailed) {
		return retriedImports.some(part => cause.includes(part)) ? 'unknown' : 'no';
	}

	return 'yes';
};

/** Whether DM, of whatever version, resumes a subtask by itself after this error. */
export const isResumable = (error: Judged): boolean => retriesOf(error) === 'yes';

/**
 * Whether DM tries again by itself, after 5 s and then ever more slowly up to 5 min, when a subtask is Paused with this
 * result (or the relay, with `unit` 'relay'). It does not after a manual pause, nor after an error that it considers
 * permanent.
 */
export const retriesOfResult = (result: ProcessResult, unit: 'subtask' | 'relay' = 'subtask'): Retries => {
	if (result.isCanceled) {
		return 'no';
	}

	const all = new Set(result.errors.map(error => retriesOf(error, unit)));
	return all.has('no') ? 'no' : all.has('unknown') ? 'unknown' : 'yes';
};

/** Whether DM certainly tries again by itself; false without a result. */
export const autoResumable = (
	result: ProcessResult | undefined,
	unit: 'subtask' | 'relay' = 'subtask',
): boolean => result !== undefined && retriesOfResult(result, unit) === 'yes';
