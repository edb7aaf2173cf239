/** Since when a running subtask has not moved at all. */
import type {Int64, Subtask} from '../status.js';
import {isHeld} from './held-by-ddl.js';

/**
 * DM counts about one row for each flush of the checkpoint, every 30 s, even when nothing is replicated: one row per
 * this many milliseconds does not count.
 */
const millisecondsPerFlush = 20_000;

/** An upstream that has not moved for this long is idle, ms; after that it starts over. */
const idle = 300_000;

/** Durations are shown up to this, ms: a recording that is played from the middle reaches back as far. */
const farthest = 600_000;

/** How a running subtask has moved. */
export type Movement = {
	/** What would change if it moved. */
	readonly place: string;
	/** When it last moved or had a reason not to; before that, when it was first seen running. Ms since the epoch. */
	readonly since: number;
	/** Whether it was seen moving before: if not, it may have stood still for longer. */
	readonly isSinceSeen: boolean;
	/** The end of the upstream's binlog. */
	readonly upstream: string;
	/** Since when the upstream moves meanwhile, and when it last did, ms since the epoch. */
	readonly upstreamMoves?: {readonly since: number; readonly last: number};
};

/** What changes while a unit works; undefined for other units, or when it reports nothing. */
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

/** It is level with the upstream, or held up: by a DDL, a relay that does not run, an upstream that cannot be seen. */
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
 * What is known after one more answer; undefined where the subtask does not run, or its unit reports nothing that
 * changes. `last` is the previous answer; undefined at first, and where another worker has taken over since.
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

/** How long a subtask has stood still, ms. */
export type Stood = {
	/** Up to ten minutes, then at least ten minutes. */
	readonly time: number;
	/** True when it may be longer. */
	readonly isAtLeast: boolean;
	/** For how long the upstream has been seen moving meanwhile, up to ten minutes; undefined where it does not. */
	readonly upstreamMoves?: number;
};

/** How long it has stood still at `at`, the time of the last answer in ms since the epoch. */
export const stoodAt = ({since, isSinceSeen, upstreamMoves}: Movement, at: number): Stood => {
	const time = at - since;
	const isMoving = upstreamMoves !== undefined && at - upstreamMoves.last <= idle;
	return {
		time: Math.min(farthest, time),
		isAtLeast: !isSinceSeen || time > farthest,
		...(isMoving && {upstreamMoves: Math.min(farthest, at - upstreamMoves.since)}),
	};
};
