/** Since when a state lasts for which DM gives no time. */
import {binlogDistance} from '../../dm/positions/binlog.js';
import type {Subtask} from '../../dm/status.js';
import {errorRowCounts} from '../../dm/derived/validation.js';
import {isHeld} from '../../dm/derived/held-by-ddl.js';
import type {CheckpointPlace} from '../measuring/upstream.js';

/** When an answer came, ms since the epoch, and whether it is the first. */
export type AnswerTime = {readonly at: number; readonly isFirst: boolean};

/**
 * Since when, ms since the epoch, and whether its beginning was observed: it may have begun before the first answer.
 */
export type Since = {readonly at: number; readonly isSeen: boolean};

/**
 * States of a subtask. `held`: a shard DDL holds it. `blind`: it runs, but the end of the upstream's binlog is not
 * known. `beyond`: its checkpoint is past the end of the upstream's binlog. `differs`: validation found rows that
 * differ. `unvalidated`: its validator does not run. `files`: its checkpoint is more than one binlog file behind the
 * upstream. `relayFiles`: the same behind its relay. `relayAway`: its relay is more than one file behind the upstream.
 */
export type Lasting =
	'held' | 'blind' | 'beyond' | 'differs' | 'unvalidated' | 'files' | 'relayFiles' | 'relayAway';

/** Since when each such state lasts; absent for one that does not. */
export type Sinces = Readonly<Partial<Record<Lasting, Since>>>;

/** A shared value for all subtasks without such a state. */
export const nothingLasts: Sinces = {};

/** Whether two positions are more than one binlog file apart. */
const areFilesApart = (from: string, to: string): boolean => (binlogDistance(from, to)?.files ?? 0) > 1;

const tests: ReadonlyArray<
	readonly [lasting: Lasting, test: (subtask: Subtask, place: CheckpointPlace) => boolean]
> = [
	['held', isHeld],
	['blind', ({unit, stage, sync}) => unit === 'Sync' && stage === 'Running' && sync?.masterBinlog === ''],
	['beyond', (_, {pastSince}) => pastSince !== undefined],
	['differs', ({validation}) => (errorRowCounts(validation)?.fresh ?? 0n) > 0n],
	['unvalidated', ({validation}) => validation !== undefined && validation.stage !== 'Running'],
	['files', ({stage}, {distance}) => stage === 'Running' && (distance?.files ?? 0) > 1],
	[
		'relayFiles',
		({stage, sync, relay}) =>
			stage === 'Running' &&
			relay !== undefined &&
			sync !== undefined &&
			areFilesApart(sync.syncerBinlog, relay.relayBinlog),
	],
	['relayAway', ({relay}) => relay !== undefined && areFilesApart(relay.relayBinlog, relay.masterBinlog)],
];

/**
 * The lasting states after one more answer, at `at` ms since the epoch. `isSeen`: changes since the previous answer
 * count as observed.
 */
export const lastingAfter = (
	before: Sinces,
	subtask: Subtask,
	{place, at, isSeen}: {readonly place: CheckpointPlace; readonly at: number; readonly isSeen: boolean},
): Sinces => {
	if (tests.every(([, test]) => !test(subtask, place))) {
		return nothingLasts;
	}

	const lasting = tests.filter(([, test]) => test(subtask, place)).map(([name]) => name);

	const isSame = lasting.length === Object.keys(before).length && lasting.every(one => before[one]);
	return isSame ? before : Object.fromEntries(lasting.map(one => [one, before[one] ?? {at, isSeen}]));
};
