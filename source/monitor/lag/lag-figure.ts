/** What DM's number means when it is 0: DM says so whenever no job is in flight, for whatever reason. */
import type {Subtask} from '../../dm/status.js';
import type {Lag} from '../view.js';
import {distanceText} from '../distance-text.js';
import type {CheckpointPlace} from '../measuring/upstream.js';
import {say} from '../../language/say.js';
import {noJob, relayDown, unknown} from './lag-words.js';

/** A 0 is believed for so long after something moved, ms: twice DM's checkpoint flush interval. */
const believed = 60_000;

/** At the first look nothing can be seen to move: a 0 is believed as far as a busy checkpoint may stand behind, bytes. */
const unflushed = 64 * 1024 * 1024;

/** While nothing moves from one refresh to the next, a 0 is believed up to this distance, bytes. */
const unflushedIdle = 4 * 1024 * 1024;

/** A lag up to this is gone from one refresh to the next, seconds. */
const caughtUpAtOnce = 10;

/** A greater one is not: for so long after it a 0 is a pause between two batches, ms. */
const betweenBatches = 10_000;

/** What was seen of a Sync subtask over several answers. */
export type Seen = {
	/** When this answer came, ms since the epoch. */
	readonly at: number;
	/** When rows or the checkpoint last moved, or it was level with the upstream; undefined when never. */
	readonly movedAt?: number;
	/** When it was first seen to run. */
	readonly firstAt: number;
	readonly place: CheckpointPlace;
};

/** A number of DM that was believed, seconds, and when it came, ms since the epoch. */
export type BelievedLag = {readonly seconds: number; readonly at: number};

/** True when nothing new reaches the syncer: it reads the relay log, and the relay does not write it. */
const isStarved = ({relay, sync}: Subtask): boolean =>
	sync?.binlogType !== 'remote' && (relay?.stage === 'Paused' || relay?.stage === 'Stopped');

/** True when the checkpoint is whole files behind, not only in the file before one that was seen to begin. */
const isFilesBehind = ({at, firstAt, place: {distance, filesSince}}: Seen): boolean =>
	distance !== undefined &&
	distance.files > 0 &&
	(distance.files > 1 || filesSince === undefined || filesSince <= firstAt || at - filesSince > believed);

const isZeroTrue = (seen: Seen): boolean => {
	const {at, movedAt, firstAt, place} = seen;
	if (isFilesBehind(seen)) {
		return false;
	}

	if (movedAt !== undefined) {
		return at - movedAt <= believed;
	}

	const near = at === firstAt ? unflushed : unflushedIdle;
	return place.distance?.files === 0 && place.distance.bytes <= near && at - firstAt <= believed;
};

/** The lag where DM says 0 of a running subtask; `before` is the last number of it that was believed. */
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
		: unknown(why);
};
