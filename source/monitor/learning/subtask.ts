/** Folds one answer for one subtask into the state. */
import {parsePosition} from '../../dm/positions/binlog.js';
import {standingAfter} from '../../dm/derived/standstill.js';
import {isHeld} from '../../dm/derived/held-by-ddl.js';
import {isHollow} from '../../dm/derived/stage.js';
import type {ShardingGroup, Subtask, Sync} from '../../dm/status.js';
import type {OperationKind} from '../../providers/operation.js';
import {bytesBetween, endOf} from '../measuring/binlog-files.js';
import {createCheckpoint, hasMoved, restartCheckpoint} from '../measuring/checkpoint.js';
import {addDistance} from '../measuring/closing-in.js';
import {subtaskHealth} from '../measuring/health.js';
import {groupSincesAfter} from '../since/group-since.js';
import {lagAt, lagBasis, lagSeconds} from '../lag/lag.js';
import {lagSincesAfter} from '../since/lag-since.js';
import {lastingAfter} from '../since/lasting.js';
import {createMeter, rate, hasCounted, restartMeter} from '../measuring/meter.js';
import {bytesBehind, bytesPerSecond} from '../records/pace.js';
import {haveRowsCounted, restartRows} from '../measuring/rows.js';
import {setbacksAfter} from '../since/setbacks.js';
import {nowhere, type CheckpointPlace, placeAfter} from '../measuring/upstream.js';
import {lagFigure, noFigure, unknownFigure} from '../past/figure.js';
import {subtaskMeasures} from '../past/measures.js';
import {correctPast} from '../past/correct.js';
import {note} from '../past/note.js';
import {type ClusterState, type SubtaskRecord} from '../records/records.js';
import {touchSubtask} from '../records/record-keeping.js';
import {ownOperationAt} from '../records/own-operations.js';
import {recordEvent} from './events.js';
import {silentAt} from './missing/outage.js';

/** A change counts as observed when two answers are no further apart than this, ms. */
export const seenWithin = 60_000;

const noGroups: readonly ShardingGroup[] = [];

/** Starts measuring again: the counters now belong to another worker or unit. */
export const restartMeasures = (record: SubtaskRecord, at: number): void => {
	record.movedAt = undefined;
	record.firstAt = at;
	record.standing = undefined;
	record.distances = undefined;
	restartRows(record.rows);
	if (record.bytes) {
		restartMeter(record.bytes);
	}

	if (record.checkpoint) {
		restartCheckpoint(record.checkpoint);
	}
};

/** Measures how far the checkpoint is behind, when it has moved or begins to. */
const measureDistance = (
	record: SubtaskRecord,
	{stage, sync}: Subtask,
	{at, isMoved}: {readonly at: number; readonly isMoved: boolean},
): void => {
	const end = sync && endOf(record.source.files, sync.masterBinlog);
	if (stage !== 'Running' || !end) {
		record.distances = undefined;
		return;
	}

	const isResumed = record.subtask.stage !== 'Running' && record.subtask.unit === 'Sync';
	const checkpoint = isMoved || isResumed ? parsePosition(sync.syncerBinlog) : undefined;
	const bytes = checkpoint && bytesBetween(record.source.files, checkpoint, end);
	if (bytes !== undefined) {
		record.distances = addDistance(record.distances, at, bytes);
	}
};

/** Where the checkpoint is; the previous value where nothing that it depends on has changed. */
const placeOf = (
	{subtask: {sync: before}, place}: SubtaskRecord,
	sync: Sync | undefined,
	at: number,
): CheckpointPlace => {
	const isSame =
		place !== nowhere &&
		place.pastSince === undefined &&
		before?.syncerBinlog === sync?.syncerBinlog &&
		before?.masterBinlog === sync?.masterBinlog &&
		before?.synced === sync?.synced;
	return isSame ? place : sync ? placeAfter(sync, place, at) : nowhere;
};

const measureSync = (record: SubtaskRecord, subtask: Subtask, at: number): void => {
	const {sync} = subtask;
	let isMoved = false;
	// A checkpoint stays the same for 30 s between two flushes: most answers bring no new one.
	const isSame =
		record.subtask.sync?.syncerBinlog === sync?.syncerBinlog && record.checkpoint?.file !== undefined;
	const syncer = sync && !isSame ? parsePosition(sync.syncerBinlog) : undefined;
	record.place = placeOf(record, sync, at);
	if (syncer) {
		record.checkpoint ??= createCheckpoint();
		if (hasMoved(record.checkpoint, syncer, at)) {
			record.movedAt = at;
			isMoved = true;
		}
	}

	measureDistance(record, subtask, {at, isMoved});
	if (haveRowsCounted(record.rows, sync?.totalRows ?? sync?.totalEvents, at) || record.place.isLevel) {
		record.movedAt = at;
	}
};

const measure = (record: SubtaskRecord, subtask: Subtask, at: number): void => {
	const {unit, dump, load} = subtask;
	if (unit === 'Sync') {
		measureSync(record, subtask, at);
		return;
	}

	record.place = nowhere;
	hasCounted(record.rows, dump?.finishedRows, at);
	const bytes = unit === 'Load' ? load?.finishedBytes : dump?.finishedBytes;
	if (bytes === undefined) {
		return;
	}

	record.bytes ??= createMeter(8);
	hasCounted(record.bytes, bytes, at);
};

/** Stages after which a running subtask has only begun; after a pause its end is reported. */
const beforeRunning: ReadonlySet<string> = new Set(['', 'New', 'Stopped', 'Finished']);

const settled: ReadonlySet<string> = new Set(['New', 'Stopped', 'Finished']);

/** Whether a change of the stage is an event of its own: findings report pauses and errors, and their end. */
export const isNewStage = (before: string, next: string): boolean =>
	before !== next && (settled.has(next) || (next === 'Running' && beforeRunning.has(before)));

/** The event for a change. That it was stopped by an error or paused, and the end of that, are reported by findings. */
const changeText = (before: Subtask, next: Subtask): string | undefined => {
	// In a list only the task has a status, and its change is told.
	if (before.unit === '' && next.unit === '') {
		return undefined;
	}

	if (isNewStage(before.stage, next.stage)) {
		return `${before.stage} → ${next.stage}`;
	}

	// A finding reports a unit that is left out.
	return before.unit === next.unit || before.unit === '' || next.unit === ''
		? undefined
		: `${before.unit} → ${next.unit}`;
};

const noteChange = (known: ClusterState, record: SubtaskRecord, next: Subtask, at: number): void => {
	const {subtask: before, task, source} = record;
	const text = changeText(before, next);
	if (text !== undefined) {
		recordEvent(known, {
			at,
			health: subtaskHealth(next),
			subject: `${task}/${source.source}`,
			text,
			task,
			source: source.source,
		});
	}
};

/**
 * While nothing is replicated the lag grows with time only, so its past is known once the lag is: a plot shows no jump
 * that did not happen.
 */
const correctLag = (record: SubtaskRecord): void => {
	const {lag, stillSince, track, at, subtask} = record;
	if (lag.lag.kind !== 'seconds') {
		record.stillSince ??= lag.stand !== undefined || isHeld(subtask) ? at : undefined;
		return;
	}

	const {seconds} = lag.lag;
	if (stillSince !== undefined && seconds > 0) {
		correctPast(track, subtaskMeasures.indexOf('lag'), {
			from: stillSince,
			to: at,
			truth: moment => Math.max(0, seconds - (at - moment) / 1000),
		});
	}

	if (stillSince !== undefined) {
		record.againAt = at;
	}

	record.stillSince = undefined;
};

/** Keeps the current values for the plots. */
const notePast = (known: ClusterState, record: SubtaskRecord, wasStale: boolean): void => {
	const {track, at, lag, rows, source} = record;
	const isSync = record.subtask.unit === 'Sync';
	note(known.history, track, {at, silentAt: wasStale ? at : silentAt(known, source)}, [
		lagFigure(lagAt(lag, at)),
		isSync ? (rate(rows) ?? unknownFigure) : noFigure,
		bytesPerSecond(record) ?? unknownFigure,
		isSync ? (bytesBehind(record) ?? unknownFigure) : noFigure,
	]);
	correctLag(record);
};

/** The operations that pause subtasks. */
const pausing: ReadonlySet<OperationKind> = new Set<OperationKind>([
	'pause',
	'transfer-source',
	'disable-source',
]);

/** Which operation of this dm-top paused a subtask that has just changed its stage. */
const pauserOf = (
	known: ClusterState,
	{task, source}: SubtaskRecord,
	{stage}: Subtask,
	at: number,
): OperationKind | undefined =>
	stage === 'Paused'
		? ownOperationAt(known.own, {task, source: source.source}, {kinds: pausing, at})
		: undefined;

/** Takes one answer for a subtask, at `at` ms since the epoch. `isNew`: it was only just added. */
export const learnSubtask = (
	known: ClusterState,
	record: SubtaskRecord,
	next: Subtask,
	{at, isNew}: {readonly at: number; readonly isNew: boolean},
): void => {
	const {subtask: before, at: heardAt} = record;
	const isSeen = !isNew && at - record.at <= seenWithin;
	if (!isNew) {
		// The first real answer after an empty one is not a change.
		if (isHollow(before) || isHollow(next)) {
			if (before.stage !== next.stage) {
				record.since = at;
				record.isSinceSeen = false;
			}
		} else {
			noteChange(known, record, next, at);
			if (before.stage !== next.stage) {
				record.since = at;
				record.isSinceSeen = isSeen;
			}
		}

		if (before.unit !== next.unit) {
			restartMeasures(record, at);
		}
	}

	if (before.stage !== next.stage) {
		record.pausedBy = pauserOf(known, record, next, at);
	}

	measure(record, next, at);
	record.standing = standingAfter(record.standing, {subtask: next, at}, record.standing && record);
	record.setbacks = setbacksAfter(record.setbacks, {
		at,
		unit: next,
		last: {at: record.at, unit: record.subtask},
		isSeen,
	});
	record.sinces = lastingAfter(record.sinces, next, {place: record.place, at, isSeen});
	const {movedAt, firstAt, place} = record;
	record.lag = lagBasis(next, {at, movedAt, firstAt, place}, isNew ? undefined : record.lag);
	const wasSilent = heardAt < silentAt(known, record.source);
	// After a jump in a recording not all earlier answers are known: the figure is only a bound.
	record.lagSinces = lagSincesAfter(
		isSeen ? record.lagSinces : undefined,
		lagSeconds(lagAt(record.lag, at)),
		{at, unseen: wasSilent ? at - heardAt : 0},
	);
	record.groupSinces = groupSincesAfter(record.groupSinces, next.sync?.unresolvedGroups ?? noGroups, at);
	record.subtask = next;
	record.at = at;
	const wasStale = record.stale !== '';
	record.stale = '';
	notePast(known, record, wasStale);
	touchSubtask(known, record);
};
