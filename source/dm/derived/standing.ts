/** Since when a running subtask has not moved at all. */
import type {Int64, Subtask} from '../status.js';
import {isHeld} from './held.js';

/**
 * DM counts about one row for each flush of the checkpoint, every 30 s, even when nothing is replicated: so many
 * milliseconds for each row that counts as none.
 */
const millisecondsPerFlush = 20_000;

/** An upstream that has not moved for so long is idle, ms; it begins to move afresh. */
const idle = 300_000;

/** How long something has lasted is shown up to this, ms: a recording that is played from any place reaches back as far. */
const farthest = 600_000;

/** What was seen of a subtask that runs. */
export type Movement = {
	/** What would change if it moved. */
	readonly place: string;
	/** When it last moved, or had a reason to stand; before it did, when it was first seen to run. Ms since the epoch. */
	readonly since: number;
	/** Whether it was seen to move before: if not, it may stand for longer. */
	readonly isSinceSeen: boolean;
	/** The end of the upstream's binlog. */
	readonly upstream: string;
	/** Meanwhile the upstream moves: since when, and when it last did, ms since the epoch. */
	readonly upstreamMoves?: {readonly since: number; readonly last: number};
};

/** What moves in a unit at work; undefined where the unit is none of those that move, or tells nothing. */
const placeOf = ({unit, dump, load, sync}: Subtask): string | undefined => {
	switch (unit) {
		case 'Dump': {
			return dump && `${dump.finishedBytes} ${dump.finishedRows} ${dump.completedTables} ${dump.progress}`;
		}

		case 'Load': {
			return load && `${load.finishedBytes} ${load.progress}`;
		}

		case 'Sync': {
			return sync && `${sync.syncerBinlog} ${sync.syncerBinlogGtid}`;
		}

		default: {
			return undefined;
		}
	}
};

/** It is level with the upstream, or something keeps it: a DDL, a relay that does not run, an upstream that is not seen. */
const hasReason = (subtask: Subtask): boolean => {
	const {unit, sync, relay} = subtask;
	return (
		unit === 'Sync' &&
		(sync === undefined ||
			sync.synced === true ||
			sync.syncerBinlog === sync.masterBinlog ||
			sync.masterBinlog === '' ||
			(relay !== undefined && relay.stage !== 'Running') ||
			isHeld(subtask))
	);
};

const rowsOf = ({sync}: Subtask): Int64 | undefined => sync?.totalRows ?? sync?.totalEvents;

const haveRowsMoved = (before: Int64 | undefined, rows: Int64 | undefined, time: number): boolean => {
	if (before === undefined || rows === undefined) {
		return before !== rows;
	}

	const gained = Number(BigInt(rows) - BigInt(before));
	return gained < 0 || gained > 1 + Math.floor(time / millisecondsPerFlush);
};

/** One answer for a subtask, and when it came, ms since the epoch. */
export type Answered = {readonly subtask: Subtask; readonly at: number};

const moves = ({upstream, upstreamMoves}: Movement, next: string, at: number): Movement['upstreamMoves'] => {
	const known = upstreamMoves && at - upstreamMoves.last <= idle ? upstreamMoves : undefined;
	return next === '' || upstream === '' || next === upstream ? known : {since: known?.since ?? at, last: at};
};

/**
 * What is known of the standing after one more answer; undefined where the subtask does not run, or its unit tells of
 * nothing that moves. `last` is the answer before; undefined at first, and where another worker has taken over since.
 */
export const standingAfter = (
	before: Movement | undefined,
	{subtask, at}: Answered,
	last: Answered | undefined,
): Movement | undefined => {
	const place = subtask.stage === 'Running' ? placeOf(subtask) : undefined;
	if (place === undefined) {
		return undefined;
	}

	const upstream = subtask.sync?.masterBinlog ?? '';
	const isSame = last !== undefined && before?.place === place && at >= last.at && !hasReason(subtask);
	if (!isSame || haveRowsMoved(rowsOf(last.subtask), rowsOf(subtask), at - last.at)) {
		return {place, since: at, isSinceSeen: before !== undefined || hasReason(subtask), upstream};
	}

	const upstreamMoves = moves(before, upstream, at);
	return upstream === before.upstream && upstreamMoves === before.upstreamMoves
		? before
		: {...before, upstream: upstream === '' ? before.upstream : upstream, upstreamMoves};
};

/** How long a subtask has stood, ms. */
export type Stood = {
	/** Up to ten minutes, then at least ten minutes. */
	readonly time: number;
	/** True when it may be longer. */
	readonly isAtLeast: boolean;
	/** For how long of it the upstream has been seen to move, up to ten minutes; undefined where it does not. */
	readonly upstreamMoves?: number;
};

/** How long it has stood at `at`, the time of the last answer in ms since the epoch. */
export const stoodAt = ({since, isSinceSeen, upstreamMoves}: Movement, at: number): Stood => {
	const time = at - since;
	const isMoving = upstreamMoves !== undefined && at - upstreamMoves.last <= idle;
	return {
		time: Math.min(farthest, time),
		isAtLeast: !isSinceSeen || time > farthest,
		...(isMoving && {upstreamMoves: Math.min(farthest, at - upstreamMoves.since)}),
	};
};
