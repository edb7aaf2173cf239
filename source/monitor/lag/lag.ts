/** How far a subtask is behind, and when DM's own number can be trusted: see `Lag` in view.ts. */
import {trueErrors} from '../../dm/derived/leftovers.js';
import type {Subtask, Sync} from '../../dm/status.js';
import type {Lag} from '../view.js';
import {isUnreadable, parsePosition} from '../../dm/positions/binlog.js';
import {isKnownStage, isKnownUnit} from '../../dm/derived/stage.js';
import {isHeld} from '../../dm/derived/held-by-ddl.js';
import {formatDuration} from '../../components/quantity.js';
import {say} from '../../language/say.js';
import {type BelievedLag, lagOfFigure, type Seen} from './lag-figure.js';
import {
	beyondEnd,
	isNotListed,
	negative,
	noCheckpoint,
	noDetails,
	notListed,
	notReplicating,
	notTold,
	positionUnreadable,
	noWorker,
	noLag,
	sinceUnknown,
	stageUnknown,
	unitUnknown,
	unknownLag,
	upstreamUnreachable,
	waitsForDDL,
} from './lag-words.js';

/** A subtask that replicates nothing: its lag grows with time. */
type Stand = {
	/** When it was first seen so, ms since the epoch. */
	readonly at: number;
	/** Its lag then, seconds; undefined when its beginning was not observed. */
	readonly seconds: number | undefined;
	/** The checkpoint as DM prints it: until it moves, a resume may replicate the same rows again. */
	readonly checkpoint: string;
};

/** What is known of a subtask's lag after an answer. */
export type LagBasis = {
	/** The lag at the time of the answer; where `grows` is set it has grown since. */
	readonly lag: Lag;
	/** True when the lag is that of a standstill. */
	readonly grows: boolean;
	readonly stand?: Stand;
	/** The last number of DM's that was trusted. */
	readonly figure?: BelievedLag;
};

const fixed = (lag: Lag, kept: Pick<LagBasis, 'stand' | 'figure'> = {}): LagBasis => ({
	...kept,
	lag,
	grows: false,
});

const standing = (stand: Stand, why: string): LagBasis =>
	stand.seconds === undefined
		? {lag: unknownLag(`${why}${say(', ')}${say(sinceUnknown)}`), grows: false, stand}
		: {lag: {kind: 'at-least', seconds: stand.seconds, why}, grows: true, stand};

const runningBasis = (
	subtask: Subtask,
	sync: Sync,
	{seen, before}: {readonly seen: Seen; readonly before: LagBasis | undefined},
): LagBasis => {
	const stand = before?.stand?.checkpoint === sync.syncerBinlog ? before.stand : undefined;
	const kept = {stand, figure: before?.figure};
	if (sync.masterBinlog === '') {
		return fixed(unknownLag(say(upstreamUnreachable)), kept);
	}

	if (sync.secondsBehindMaster === undefined) {
		return stand ? standing(stand, say(notReplicating)) : fixed(notTold());
	}

	const seconds = Number(sync.secondsBehindMaster);
	if (seconds < 0) {
		return fixed(unknownLag(say(negative)), kept);
	}

	if (seconds > 0) {
		return fixed({kind: 'seconds', seconds}, {stand, figure: {seconds, at: seen.at}});
	}

	if (!stand && hasNoCheckpoint(sync)) {
		return fixed(unknownLag(say(noCheckpoint)), kept);
	}

	// Movement before it stopped, and rows that may be replicated again, do not prove a 0.
	return stand
		? standing(stand, say(notReplicating))
		: fixed(lagOfFigure(subtask, seen, before?.figure), {figure: before?.figure});
};

const whyStopped = ({stage, result}: Subtask): string => {
	if (stage === 'Paused') {
		return trueErrors(result).length > 0 ? say('stopped by an error') : say('paused');
	}

	// Others are DM's own words.
	return stage === 'Stopped' ? say('stopped') : stage;
};

/** This is the first answer about the subtask. */
const isFirst = (before: LagBasis | undefined): boolean => before === undefined || isNotListed(before.lag);

const stoppedBasis = (subtask: Subtask, seen: Seen, before: LagBasis | undefined): LagBasis => {
	const {sync} = subtask;
	const checkpoint = sync?.syncerBinlog ?? '';
	const why = whyStopped(subtask);
	if (before?.stand) {
		return standing({...before.stand, checkpoint}, why);
	}

	// DM keeps its number when a subtask stops: it is from before the stop.
	const said = Number(sync?.secondsBehindMaster ?? 0);
	const seconds = Math.max(said, (before && lagSeconds(lagAt(before, seen.at))) ?? 0);
	if (sync?.masterBinlog === '' && seconds === 0) {
		return fixed(unknownLag(say(upstreamUnreachable)));
	}

	return standing(
		{at: seen.at, seconds: isFirst(before) && seconds === 0 ? undefined : seconds, checkpoint},
		why,
	);
};

/** True when nobody can check that there is no lag: DM's number for that is 0 between two batches, too. */
const hasUnreadablePlace = ({syncerBinlog, masterBinlog}: Sync): boolean =>
	isUnreadable(syncerBinlog) || isUnreadable(masterBinlog);

/** The same before the first checkpoint, or where an answer leaves it out. */
const hasNoCheckpoint = ({syncerBinlog}: Sync): boolean => parsePosition(syncerBinlog) === undefined;

/** In these stages there is nothing to replicate: not yet, or not any more. */
export const lagless: ReadonlySet<string> = new Set(['New', 'Finished']);

const syncBasis = (subtask: Subtask, seen: Seen, before: LagBasis | undefined): LagBasis => {
	const {stage, sync} = subtask;
	if (isHeld(subtask)) {
		return fixed(unknownLag(say(waitsForDDL)));
	}

	if (seen.place.isBeyond) {
		return fixed(unknownLag(say(beyondEnd)));
	}

	const isUnplaced = sync !== undefined && hasUnreadablePlace(sync);
	if (isUnplaced && stage === 'Running' && Number(sync.secondsBehindMaster ?? 0) <= 0) {
		return fixed(unknownLag(say(positionUnreadable)));
	}

	if (seen.place.isLevel && !isUnplaced && !(sync && hasNoCheckpoint(sync))) {
		return fixed({kind: 'seconds', seconds: 0});
	}

	if (stage !== 'Running') {
		return stoppedBasis(subtask, seen, before);
	}

	return sync ? runningBasis(subtask, sync, {seen, before}) : fixed(notListed());
};

/** The basis of the lag after an answer; `before` is that after the previous answer, undefined at first. */
export const lagBasis = (subtask: Subtask, seen: Seen, before: LagBasis | undefined): LagBasis => {
	const {unit, stage} = subtask;
	if (lagless.has(stage) || (unit !== 'Sync' && isKnownUnit(unit))) {
		return fixed(noLag);
	}

	if (unit === '' && (stage === '' || stage === 'Stopped')) {
		return fixed(noDetails());
	}

	if (!isKnownStage(stage)) {
		return fixed(unknownLag(say(stageUnknown)));
	}

	return unit === 'Sync' ? syncBasis(subtask, seen, before) : fixed(unknownLag(say(unitUnknown)));
};

/**
 * The basis when another worker has taken the subtask over: nothing was replicated since its last answer, at `heardAt`.
 */
export const lagAfterTakeover = (basis: LagBasis, heardAt: number, checkpoint: string): LagBasis => {
	const seconds = lagSeconds(basis.lag) ?? 0;
	return seconds === 0 || basis.stand !== undefined
		? basis
		: {...basis, stand: {at: heardAt, seconds, checkpoint}};
};

/** The number in a lag, seconds; undefined when there is none. */
export const lagSeconds = (lag: Lag): number | undefined =>
	lag.kind === 'seconds' || lag.kind === 'at-least' ? lag.seconds : undefined;

const atLeast = (seconds: number, why: string, time: number): Lag => ({
	kind: 'at-least',
	seconds: Math.floor(seconds + Math.max(0, time) / 1000),
	why,
});

/** The lag at a moment. */
export const lagAt = ({lag, grows, stand}: LagBasis, now: number): Lag =>
	grows && lag.kind === 'at-least' && stand ? atLeast(lag.seconds, lag.why, now - stand.at) : lag;

/** The lag of a subtask that no worker serves: it has grown since the last answer with it, at `heardAt`. */
export const lagWhenLost = (basis: LagBasis, heardAt: number, now: number): Lag => {
	const {lag, grows} = basis;
	if (grows || lag.kind === 'none' || isNotListed(lag)) {
		return lagAt(basis, now);
	}

	const seconds = lagSeconds(lag);
	// It is not known whether there is anything to replicate.
	return seconds === undefined || seconds === 0
		? unknownLag(say(noWorker))
		: atLeast(seconds, say(noWorker), now - heardAt);
};

/** How long the last answer stands for the present, ms: a missing one is asked for again. */
const fresh = 15_000;

/** Whether the last answer no longer stands for the present. */
const isPast = (heardAt: number, now: number): boolean => now - heardAt >= fresh;

/** The lag of a subtask without answers: it may replicate or not. */
export const lagWhenSilent = (basis: LagBasis, heardAt: number, now: number): Lag => {
	const {lag, grows} = basis;
	const seconds = lagSeconds(lag);
	// A lag of 0 says that nothing was left to replicate, which there may be at once.
	return grows || seconds === undefined || (seconds > 0 && !isPast(heardAt, now))
		? lagAt(basis, now)
		: unknownLag(say('no answer; {age} at the last one', {age: formatDuration(seconds)}));
};
