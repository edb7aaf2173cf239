/** A night of a small cluster: numbers that grow, an error, a source that falls silent, another that changes hands. */
import type {SourceStatus, Subtask} from '../../../source/dm/status.js';
import type {Observation} from '../../../source/providers/provider.js';

export const nightStart = 1_754_000_000_000;

/** Ms between two refreshes. */
export const gap = 2000;

const failed = {
	isCanceled: false,
	errors: [
		{
			code: 36_067,
			class: 'sync-unit',
			scope: 'internal',
			level: 'high',
			message: 'origin SQL: [ALTER TABLE `shop`.`orders` ADD COLUMN x int]: cannot parse',
			rawCause: '',
			workaround: '',
		},
	],
	detail: '',
};

const syncing = (task: string, source: string, look: number): Subtask => {
	const isFailed = task === 'orders' && look % 60 >= 40;
	return {
		task,
		source,
		worker: look > 70 && source === 's2' ? 'w3' : `w-${source}`,
		stage: isFailed ? 'Paused' : 'Running',
		unit: 'Sync',
		...(isFailed && {result: failed}),
		unresolvedDDLLockID: '',
		msg: '',
		sync: {
			totalRows: look * 97 + source.length,
			masterBinlog: `(mysql-bin.000004, ${4 + look * 1000})`,
			masterBinlogGtid: '',
			syncerBinlog: `(mysql-bin.000004, ${4 + Math.floor(look / 15) * 15_000})`,
			syncerBinlogGtid: '',
			blockingDDLs: [],
			unresolvedGroups: [],
			binlogType: 'remote',
			secondsBehindMaster: look % 5,
			blockDDLOwner: '',
			conflictMsg: '',
		},
	};
};

const entryOf = (source: string, look: number): SourceStatus => {
	const subtasks = ['orders', 'users'].map(task => syncing(task, source, look));
	return {source, worker: subtasks[0]!.worker, result: true, msg: '', subtasks};
};

const observe = (source: string, look: number, at: number): Observation => {
	const asked = [source];
	if (source === 's3' && look % 90 >= 80) {
		return {kind: 'silence', at, asked, problem: {what: 'no answer within 5 s', fix: '', detail: ''}};
	}

	const entry = entryOf(source, look);
	return {
		kind: 'status',
		at,
		asked,
		took: look % 7,
		status: {form: 'query-status', result: true, msg: '', listed: [], sources: [entry], notes: []},
	};
};

/**
 * The looks of a night, asked source by source.
 *
 * @yields {Observation} Three or four for each look.
 */
export function* makeNight(looks: number): Generator<Observation> {
	for (let look = 0; look < looks; look++) {
		const at = nightStart + look * gap;
		if (look % 10 === 0) {
			yield {kind: 'cluster', at, endpoint: '10.0.1.11:8261', leader: look % 200 < 150 ? 'm1' : 'm2'};
		}

		yield observe('s1', look, at);
		yield observe('s2', look, at + 1);
		yield observe('s3', look, at + 2);
	}
}
