/** The meaning of a lag of 0: DM reports it whenever no job is in flight, for whatever reason. */
import type {Subtask} from '../../dm/status.js';
import type {Lag} from '../view.js';
import type {CheckpointPlace} from '../measuring/upstream.js';
import {say} from '../../language/say.js';
import {distanceText} from './distance-text.js';
import {noJob, relayDown, unknownLag} from './lag-words.js';

/** How long after a movement a 0 is trusted, ms: twice DM's checkpoint flush interval. */
const believed = 60_000;

/** The first answer shows no movement: a 0 is trusted as far as a busy checkpoint may be behind, bytes. */
const unflushed = 64 * 1024 * 1024;

/** While nothing moves from one refresh to the next, a 0 is trusted up to this distance, bytes. */
const unflushedIdle = 4 * 1024 * 1024;

/** A lag up to this can be caught up from one refresh to the next, seconds. */
const caughtUpAtOnce = 10;

/** How long after a greater lag a 0 is only a pause between two batches, ms. */
const betweenBatches = 10_000;

/** What several answers have shown of a Sync subtask. */
export type Seen = {
	/** When this answer came, ms since the epoch. */
	readonly at: number;
	/** When rows or the checkpoint last moved, or it was level with the upstream; undefined when never. */
	readonly movedAt?: number;
	/** When it was first seen running. */
	readonly firstAt: number;
	readonly place: CheckpointPlace;
};

/** A number of DM's that was trusted, seconds, and when it came, ms since the epoch. */
export type BelievedLag = {readonly seconds: number; readonly at: number};

/** True when nothing new reaches the syncer: it reads the relay log, and the relay does not write it. */
const isStarved = ({relay, sync}: Subtask): boolean =>
	sync?.binlogType !== 'remote' && (relay?.stage === 'Paused' || relay?.stage === 'Stopped');

/** True when the checkpoint is whole files behind, not only in the file before one that has just begun. */
const isFilesBehind = ({at, firstAt, place: {distance, filesSince}}: Seen): boolean =>
	distance !== undefined &&
	distance.files > 0 &&
	(distance.files > 1 || filesSince === undefined || filesSince <= firstAt || at - filesSince > believed);

const isZeroTrue = (seen: Seen): boolean => {
	const {at, movedAt, firstAt, place} = seen;
	// Positions in two different binlogs cannot be compared: the upstream may be another server now.
	if (place.distance === undefined || isFilesBehind(seen)) {
		return false;
	}

	if (movedAt !== undefined) {
		return at - movedAt <= believed;
	}

	const near = at === firstAt ? unflushed : unflushedIdle;
	return place.distance.files === 0 && place.distance.bytes <= near && at - firstAt <= believed;
};

/** The lag where DM reports 0 for a running subtask; `before` is the last number that was trusted. */
export const lagOfFigure = (subtask: Subtask, seen: Seen, before: BelievedLag | undefined): Lag => {
	const {at, place} = seen;
	const isDown = isStarved(subtask);
	const isTrue = !isDown && isZeroTrue(seen);
	const age = before ? at - before.at : Infinity;
	const isBetween = before !== undefined && before.seconds > caughtUpAtOnce && age < betweenBatches;
	if (isTrue && !isBetween) {
		return {kind: 'seconds', seconds: 0};
	}

	const distance = place.distance
		? say('{distance} behind', {distance: distanceText(place.distance)})
		: say('distance unknown');
	const why = `${say(isDown ? relayDown : noJob)}${say(', ')}${distance}`;
	return before && before.seconds > 0 && age <= believed
		? {kind: 'at-least', seconds: before.seconds, why}
		: unknownLag(why);
};
