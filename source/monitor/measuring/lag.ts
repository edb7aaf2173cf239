/** How far a subtask is behind, and when DM's own number says so: see `Lag` in view.ts. */
import type {Subtask, Sync} from '../../dm/status.js';
import type {BinlogDistance, Lag} from '../view.js';

/** A 0 is believed for so long after something moved, ms: twice DM's checkpoint flush interval. */
const believed = 60_000;

/** At the first look nothing can be seen to move: a 0 is believed as far as a busy checkpoint may stand behind, bytes. */
const unflushed = 64 * 1024 * 1024;

/** While nothing moves from one look to the next, a 0 is believed up to this distance, bytes. */
const unflushedIdle = 4 * 1024 * 1024;

/** DM's own text where another source has yet to receive the DDL: this subtask does not wait for anyone. */
const notReceived = "this DM-worker doesn't receive any shard DDL of this group";

/** What is known of a subtask's lag after an answer: a lag, or since when it grows. */
export type LagBasis =
	| {readonly kind: 'fixed'; readonly lag: Lag}
	| {
			readonly kind: 'stopped';
			/** When it was first seen not to replicate, ms since the epoch. */
			readonly at: number;
			/** Its lag when it was last known before, seconds. */
			readonly seconds: number;
			readonly why: string;
	  };

/** What was seen of a Sync subtask over several answers. */
export type Seen = {
	/** When this answer came, ms since the epoch. */
	readonly at: number;
	/** When rows or the checkpoint last moved, or it was level with the upstream; undefined when never. */
	readonly movedAt?: number;
	/** When it was first seen to run. */
	readonly firstAt: number;
	readonly distance?: BinlogDistance;
};

const none: Lag = {kind: 'none'};

const unknown = (why: string): Lag => ({kind: 'unknown', why});

/** Whys that a screen, or the lag of a whole task, has to tell apart. */
const unreachable = 'upstream not reachable';
const waitsForDDL = 'waits for shard DDL';
const notTold = 'not told by this version of DM';
const notListed = 'not in this document';
const noJob = 'no job in flight';
const relayDown = 'its relay has stopped';

/** True when a shard DDL holds the subtask: it waits for other sources, or for a person. */
export const isHeld = ({unit, stage, sync, unresolvedDDLLockID}: Subtask): boolean =>
	unit === 'Sync' &&
	stage === 'Running' &&
	(unresolvedDDLLockID !== '' ||
		(sync !== undefined &&
			(sync.blockingDDLs.length > 0 ||
				sync.blockDDLOwner !== '' ||
				sync.conflictMsg !== '' ||
				sync.unresolvedGroups.some(
					({synced, unsynced}) => synced.length > 0 || unsynced.length !== 1 || unsynced[0] !== notReceived,
				))));

const sizes = ['B', 'K', 'M', 'G', 'T'];

/** In powers of 1024, as the columns of the tables beside it. */
const sizeText = (bytes: number): string => {
	let size = bytes;
	let unit = 0;
	while (size >= 999.5 && unit < sizes.length - 1) {
		size /= 1024;
		unit++;
	}

	const digits = unit === 0 || size >= 99.95 ? size.toFixed(0) : size.toFixed(1);
	return `${digits.replace(/\.0$/v, '')}${sizes[unit]!}`;
};

const distanceText = ({files, bytes}: BinlogDistance): string =>
	files === 0 ? sizeText(bytes) : `${files} binlog file${files === 1 ? '' : 's'}`;

/** True when nothing new reaches the syncer: it reads the relay log, and the relay does not write it. */
const isStarved = ({relay, sync}: Subtask): boolean =>
	sync?.binlogType !== 'remote' && (relay?.stage === 'Paused' || relay?.stage === 'Stopped');

const isLevel = ({synced}: Sync, {distance}: Seen): boolean =>
	synced === true || (distance?.files === 0 && distance.bytes === 0);

/** DM says 0 whenever no job is in flight: is that because there is nothing to do? */
const isZeroTrue = (subtask: Subtask, sync: Sync, seen: Seen): boolean => {
	const {at, movedAt, firstAt, distance} = seen;
	if (isLevel(sync, seen)) {
		return true;
	}

	if (isStarved(subtask)) {
		return false;
	}

	if (movedAt !== undefined) {
		return at - movedAt <= believed;
	}

	const near = at === firstAt ? unflushed : unflushedIdle;
	return distance?.files === 0 && distance.bytes <= near && at - firstAt <= believed;
};

const runningLag = (subtask: Subtask, seen: Seen): Lag => {
	const {sync} = subtask;
	if (isHeld(subtask)) {
		return unknown(waitsForDDL);
	}

	if (sync === undefined) {
		return unknown(notListed);
	}

	if (sync.masterBinlog === '') {
		return unknown(unreachable);
	}

	if (sync.secondsBehindMaster === undefined) {
		return unknown(notTold);
	}

	const seconds = Number(sync.secondsBehindMaster);
	if (seconds > 0 || isZeroTrue(subtask, sync, seen)) {
		return {kind: 'seconds', seconds: Math.max(0, seconds)};
	}

	const why = isStarved(subtask) ? relayDown : noJob;
	return unknown(
		seen.distance ? `${why}, ${distanceText(seen.distance)} behind` : `${why}, distance unknown`,
	);
};

const runningBasis = (subtask: Subtask, seen: Seen, before: LagBasis | undefined): LagBasis => {
	if (before?.kind !== 'stopped' || (seen.movedAt !== undefined && seen.movedAt > before.at)) {
		return {kind: 'fixed', lag: runningLag(subtask, seen)};
	}

	// It was resumed and nothing has moved since: what moved before it stopped is no proof of a 0.
	const lag = runningLag(subtask, {...seen, movedAt: -Infinity});
	return lag.kind === 'unknown' && (lag.why.startsWith(noJob) || lag.why.startsWith(relayDown))
		? {...before, why: 'nothing replicated since it was resumed'}
		: {kind: 'fixed', lag};
};

const whyStopped = ({stage, result}: Subtask): string => {
	if (stage === 'Paused') {
		return (result?.errors.length ?? 0) > 0 ? 'stopped by an error' : 'paused';
	}

	return stage.toLowerCase();
};

/** Stages in which a Sync subtask exists but replicates nothing. */
const stoppedStages = new Set(['Paused', 'Stopped', 'Pausing', 'Resuming', 'Stopping']);

/** The basis of the lag after an answer; `before` is that after the answer before, undefined at the first. */
export const lagBasis = (subtask: Subtask, seen: Seen, before: LagBasis | undefined): LagBasis => {
	const {unit, stage, sync} = subtask;
	if (stage === '' && unit === '') {
		return {kind: 'fixed', lag: unknown(notListed)};
	}

	if (unit !== 'Sync') {
		return {kind: 'fixed', lag: none};
	}

	if (stage === 'Running') {
		return runningBasis(subtask, seen, before);
	}

	if (!stoppedStages.has(stage)) {
		return {kind: 'fixed', lag: none};
	}

	const why = whyStopped(subtask);
	if (before?.kind === 'stopped') {
		return before.why === why ? before : {...before, why};
	}

	const last = before?.lag.kind === 'seconds' ? before.lag.seconds : 0;
	return {kind: 'stopped', at: seen.at, seconds: Math.max(last, Number(sync?.secondsBehindMaster ?? 0)), why};
};

const atLeast = (since: number, seconds: number, why: string, now: number): Lag => ({
	kind: 'at-least',
	seconds: Math.floor(seconds + Math.max(0, now - since) / 1000),
	why,
});

/** The number in a lag, seconds; undefined when there is none. */
export const lagSeconds = (lag: Lag): number | undefined =>
	lag.kind === 'seconds' || lag.kind === 'at-least' ? lag.seconds : undefined;

/** The lag at a moment. */
export const lagAt = (basis: LagBasis, now: number): Lag =>
	basis.kind === 'fixed' ? basis.lag : atLeast(basis.at, basis.seconds, basis.why, now);

/** The lag of a subtask that no worker serves: it has grown since the last answer with it, at `heardAt`. */
export const lagWhenLost = (basis: LagBasis, heardAt: number, now: number): Lag => {
	if (basis.kind === 'stopped') {
		return lagAt(basis, now);
	}

	const {lag} = basis;
	return lag.kind === 'none' || (lag.kind === 'unknown' && lag.why === notListed)
		? lag
		: atLeast(heardAt, lagSeconds(lag) ?? 0, 'no worker', now);
};

/** An unknown that is no sign of trouble: the document or the version of DM has no number. */
const isHarmless = (why: string): boolean => why === notTold || why === notListed;

/**
 * The worst of several lags: the greatest number. An unknown that is in trouble makes it "at least" that number, and
 * stands alone when the number is 0; an unknown without trouble gives way to any number.
 */
export const worstLag = (lags: Iterable<Lag>): Lag => {
	let greatest: Lag | undefined;
	let trouble: string | undefined;
	let harmless: string | undefined;
	for (const lag of lags) {
		if (lag.kind === 'unknown') {
			if (isHarmless(lag.why)) {
				harmless ??= lag.why;
			} else {
				trouble ??= lag.why;
			}
		} else if (lag.kind !== 'none') {
			const known = greatest === undefined ? -1 : (lagSeconds(greatest) ?? -1);
			if (lag.seconds > known || (lag.seconds === known && lag.kind === 'at-least')) {
				greatest = lag;
			}
		}
	}

	if (trouble !== undefined) {
		const seconds = greatest && lagSeconds(greatest);
		return seconds === undefined || seconds === 0
			? unknown(trouble)
			: {kind: 'at-least', seconds, why: trouble};
	}

	return greatest ?? (harmless === undefined ? none : unknown(harmless));
};
