/** The view of one subtask. */
import {dumpProgress, loadProgress} from '../../dm/derived/progress.js';
import {stoodAt} from '../../dm/derived/standstill.js';
import type {Subtask} from '../../dm/status.js';
import {caughtUp, lagSlope, untilCaughtUp} from '../measuring/catching-up.js';
import {untilLevel} from '../measuring/closing-in.js';
import {errorCount} from '../measuring/health.js';
import {lagAt, lagSeconds, lagWhenLost, lagWhenSilent} from '../lag/lag.js';
import {rate, steadyRate} from '../measuring/meter.js';
import {bytesPerSecond as paceOf} from '../records/pace.js';
import type {ClusterState, SubtaskRecord} from '../records/records.js';
import type {Lag, SubtaskView} from '../view.js';
import {whyStale} from './stale.js';

const isLost = ({source: {condition}}: SubtaskRecord): boolean =>
	condition.kind === 'unbound' || condition.kind === 'vanished';

/** True when no answer has it, for whatever reason. */
const isSilent = (known: ClusterState, record: SubtaskRecord): boolean =>
	!isLost(record) && whyStale(known, record) !== '';

const lagOf = (known: ClusterState, record: SubtaskRecord, now: number): Lag => {
	const {lag, at} = record;
	if (isLost(record)) {
		return lagWhenLost(lag, at, now);
	}

	return isSilent(known, record) ? lagWhenSilent(lag, at, now) : lagAt(lag, now);
};

/** True when the lag changes with time only. */
export const isLagAgeing = (known: ClusterState, record: SubtaskRecord, {lag}: SubtaskView): boolean =>
	lag.kind === 'at-least' || (lag.kind === 'seconds' && isSilent(known, record));

const progressOf = ({unit, dump, load}: Subtask): number | undefined => {
	switch (unit) {
		case 'Dump': {
			return dump && dumpProgress(dump);
		}

		case 'Load': {
			return load && loadProgress(load);
		}

		default: {
			return undefined;
		}
	}
};

/** What is left and the speed, in the same unit. */
const untilDone = (left: number, perSecond: number | undefined): number | undefined =>
	perSecond !== undefined && perSecond > 0 && left >= 0 ? left / perSecond : undefined;

/** How the lag grows or falls; undefined where there is none to catch up on. */
const slopeOf = ({subtask, track, since, againAt = since}: SubtaskRecord, lag: Lag): number | undefined =>
	subtask.unit === 'Sync' && subtask.stage === 'Running' && lag.kind === 'seconds' && lag.seconds > caughtUp
		? lagSlope(track, Math.max(since, againAt))
		: undefined;

/** From the lag if it falls, else from the distance: DM's lag may stay the same until everything is done. */
const syncEta = (
	{distances, place, sinces, at}: SubtaskRecord,
	lag: Lag,
	slope: number | undefined,
): number | undefined => {
	const isLate = lag.kind === 'seconds' ? lag.seconds > caughtUp : lag.kind !== 'none';
	if (!isLate || place.isBeyond || sinces.held !== undefined) {
		return undefined;
	}

	return (
		(lag.kind === 'seconds' ? untilCaughtUp(lag.seconds, slope) : undefined) ?? untilLevel(distances, at)
	);
};

const etaOf = (
	record: SubtaskRecord,
	lag: Lag,
	{bytesPerSecond, slope}: {readonly bytesPerSecond?: number; readonly slope?: number},
): number | undefined => {
	const {subtask, bytes, rows} = record;
	const {unit, stage, load, dump} = subtask;
	// At a speed of 0 there is no ETA.
	if (stage !== 'Running' || (unit !== 'Sync' && bytesPerSecond === 0)) {
		return undefined;
	}

	if (unit === 'Load') {
		const total = Number(load?.totalBytes ?? 0);
		return total > 0
			? untilDone(total - Number(load?.finishedBytes ?? 0), (bytes && steadyRate(bytes)) ?? bytesPerSecond)
			: undefined;
	}

	if (unit === 'Dump') {
		return untilDone((dump?.estimateTotalRows ?? 0) - (dump?.finishedRows ?? 0), steadyRate(rows));
	}

	return unit === 'Sync' ? syncEta(record, lag, slope) : undefined;
};

/** The state of its source, as far as that is known while nothing answers. */
const sourceIs = ({source: {condition}, stale}: SubtaskRecord, why: string): SubtaskView['sourceIs'] =>
	condition.kind === 'fresh' && why !== '' && why !== stale ? 'silent' : condition.kind;

/** Makes the view of a subtask for a moment. */
const makeSubtaskView = (known: ClusterState, record: SubtaskRecord, now: number): SubtaskView => {
	const {subtask, at, since, isSinceSeen, sinces, place, rows, createdAgainAt} = record;
	const lag = lagOf(known, record, now);
	const stale = whyStale(known, record);
	const base = {
		subtask,
		at,
		stale,
		since,
		isSinceSeen,
		...(createdAgainAt !== undefined && {createdAgainAt}),
		pausedBy: record.pausedBy,
		blockedSince: sinces.held?.at,
		groupSinces: record.groupSinces,
		lag,
		progress: progressOf(subtask),
		distance: place.distance,
		isBeyondUpstream: place.isBeyond,
		errors: errorCount(subtask),
		sourceIs: sourceIs(record, stale),
		isRelayTold: record.source.isRelayTold,
		sinces,
		...(record.lagSinces && {lagSinces: record.lagSinces}),
		setbacks: record.setbacks,
		...(record.metrics && {metrics: record.metrics, skippedSince: record.skippedSince}),
	};
	// Without answers it is not known what continues.
	if (stale !== '' || subtask.stage === 'Finished') {
		return base;
	}

	const stood = record.standing && stoodAt(record.standing, record.at);
	const bytesPerSecond = paceOf(record);
	const slope = slopeOf(record, lag);
	return {
		...base,
		rowsPerSecond: subtask.unit === 'Sync' ? rate(rows) : undefined,
		bytesPerSecond,
		eta: etaOf(record, lag, {bytesPerSecond, slope}),
		lagSlope: slope,
		stood,
	};
};

/** The view of a subtask: the previous one if nothing that it shows has changed. */
export const viewSubtask = (known: ClusterState, record: SubtaskRecord, now: number): SubtaskView => {
	const {view} = record;
	if (view) {
		if (!isLagAgeing(known, record, view)) {
			return view;
		}

		const lag = lagOf(known, record, now);
		if (lag.kind === view.lag.kind && lagSeconds(lag) === lagSeconds(view.lag)) {
			return view;
		}

		// The lag changes with time, and perhaps the health; the task and the source show it, too.
		record.view = {...view, lag};
	} else {
		record.view = makeSubtaskView(known, record, now);
	}

	record.source.view = undefined;
	return record.view;
};
