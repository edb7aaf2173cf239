/**
 * The Sync unit: it follows the upstream's binlog, or its relay log, as fast as the downstream allows, and flushes its
 * checkpoint every 30 s (dm/syncer, checkpoint-flush-interval).
 */
import type {SubtaskModel, SyncState} from '../model/model.js';
import type {ProcessErrorJson} from '../model/process-result.js';
import {between, wholeNumber} from '../model/random.js';
import {relayOf} from '../model/relays.js';
import {timeOf} from '../model/upstream.js';
import {faultAhead} from './fault.js';

/** The interval of checkpoint flushes, seconds. */
export const flushInterval = 30;

/** A start or resume: DM counts its lifetime rate from here. */
export const startSync = (sync: SyncState, now: number): void => {
	sync.startedAt = now;
	sync.recentRps = 0;
	sync.secondsBehind = 0;
};

/** An extra flush, as at a graceful pause. */
export const flushCheckpoint = ({sync}: SubtaskModel): void => {
	if (sync !== undefined) {
		sync.checkpoint = Math.max(sync.checkpoint, Math.floor(sync.transaction));
	}
};

/** Where it reads from, in DM's words: the upstream itself, or the relay log of its worker. */
export const binlogType = ({source}: SubtaskModel): 'remote' | 'local' =>
	relayOf(source) === undefined ? 'remote' : 'local';

/** The last visible transaction. */
const horizon = (subtask: SubtaskModel, sync: SyncState): number => {
	const {source} = subtask;
	const relay = relayOf(source);
	if (relay !== undefined) {
		return relay.transaction;
	}

	return source.upstream.isReachable ? source.upstream.transaction : sync.transaction;
};

/** The position that it must not pass: the last DDL of a shard group, while other sources have not reached theirs. */
const barrier = ({shards}: SyncState): number => {
	let nearest = Infinity;
	for (const {tables, isBarrier} of shards) {
		if (isBarrier) {
			nearest = Math.min(nearest, Math.max(0, ...tables.map(table => table.transaction)));
		}
	}

	return nearest;
};

/** The age of what is being replicated, seconds; 0 when nothing is in flight, as in DM. */
const secondsBehind = ({source: {upstream}}: SubtaskModel, sync: SyncState, now: number): number =>
	upstream.transaction - sync.transaction > 1
		? Math.max(0, Math.floor(now - timeOf(upstream, sync.transaction, now)))
		: 0;

/** One second of replication. Returns the error that stops it, if any. */
export const stepSync = (subtask: SubtaskModel, now: number): ProcessErrorJson | undefined => {
	const {sync, random, source} = subtask;
	if (sync === undefined) {
		return undefined;
	}

	const fault = faultAhead(subtask, sync.transaction, now);
	const to = Math.min(
		horizon(subtask, sync),
		sync.transaction + sync.capacity * between(random, 0.85, 1.15),
		fault?.transaction ?? Infinity,
		subtask.stalledUntil > now ? sync.transaction : Infinity,
		sync.shards.length === 0 ? Infinity : barrier(sync),
	);
	const moved = Math.max(0, to - sync.transaction);
	sync.transaction += moved;
	sync.recentRps =
		moved > 0 ? wholeNumber(random, moved * source.upstream.rowsPerTransaction * sync.share) : 0;
	sync.rows += sync.recentRps;
	sync.totalRps = Math.floor(sync.rows / Math.max(1, now - sync.startedAt));
	sync.secondsBehind = moved > 0 ? secondsBehind(subtask, sync, now) : 0;
	if ((now + sync.flushPhase) % flushInterval === 0) {
		flushCheckpoint(subtask);
	}

	if (fault?.transaction === undefined || sync.transaction < fault.transaction) {
		return undefined;
	}

	flushCheckpoint(subtask);
	return fault.error(subtask, fault.transaction);
};
