/**
 * One operation on its way, from the moment it is sent until the status shows what became of it. Plain values.
 */
import type {ProcessError} from '../../dm/status.js';
import type {Operation, Way} from '../../providers/operation.js';

/**
 * `sent`: no answer yet. `answered`: DM accepted it, the status does not show it yet. `unknown`: no answer came, it may
 * have been done or not; the status is watched on. The rest is final:
 *
 * - `done`: the status shows it at every place.
 * - `accepted`: DM accepted it, and the status has nothing to show for it.
 * - `failed-again`: what was to run is paused by an error in a status younger than the sending.
 * - `refused`: DM said no, as a whole or for every place.
 * - `partly`: done at some places; refused, or failed again, at the others.
 * - `stored`: DM keeps it for a source that still has no worker.
 * - `not-sent`: nothing went out.
 * - `timed-out`: the status did not show it in time.
 * - `superseded`: another operation on the same places was sent after it.
 *
 * Of these only `done` may still change: an error that comes soon after makes it `failed-again` or `partly`.
 */
export type Phase =
	| 'sent'
	| 'answered'
	| 'unknown'
	| 'done'
	| 'accepted'
	| 'failed-again'
	| 'refused'
	| 'partly'
	| 'stored'
	| 'not-sent'
	| 'timed-out'
	| 'superseded';

/**
 * `stored`: DM keeps it until the source has a worker. `failed`: paused by an error since. `refused`: DM said no.
 * Only `waiting` and `stored` are waited for; but whatever was said, what a younger status shows holds.
 */
export type PlacePhase = 'waiting' | 'stored' | 'reached' | 'failed' | 'refused';

/** One place it acts on: a source, or `wholeCluster`. */
export type FollowedPlace = {
	readonly place: string;
	readonly phase: PlacePhase;
	/** What a status younger than the sending showed of it last; '' while none did. */
	readonly state: string;
	/** DM's own words for this source; '' when none. */
	readonly msg: string;
	/** What the goal is measured against. */
	readonly baseline: string;
	/** It may be that the task is not there: the source has not told. */
	readonly isGuess: boolean;
	/** Whether it was so before the operation was sent: then only what is learnt after the answer proves anything. */
	readonly wasSo: boolean;
	/** Whether a status younger than the sending showed it without an error: then an error is a new one. */
	readonly hasBegun: boolean;
	/** Since when every status showed the goal, ms; absent while the last one did not. */
	readonly reachedSince?: number;
	/** The error at which it stands, once it has failed. */
	readonly error?: ProcessError;
};

export type Followed = {
	readonly id: string;
	readonly operation: Operation;
	readonly phase: Phase;
	/** Ms since the epoch, by the clock of the views. */
	readonly sentAt: number;
	readonly answeredAt?: number;
	readonly endedAt?: number;
	/** DM's own words, or why there is no answer; '' when none. */
	readonly msg: string;
	/** Which way to a dm-master it went; absent before the answer, and where there is but one. */
	readonly way?: Way;
	readonly places: readonly FollowedPlace[];
	/** Whether the status can show it. */
	readonly isSeen: boolean;
	/** True once another operation on the same places was sent. */
	readonly isSuperseded: boolean;
};

/** So long the status is watched, ms. */
export const watching = 120_000;

const going: ReadonlySet<Phase> = new Set<Phase>(['sent', 'answered', 'unknown']);

export const isFinal = ({phase}: Followed): boolean => !going.has(phase);

export const isWaiting = ({phase}: FollowedPlace): boolean => phase === 'waiting' || phase === 'stored';

export const end = (followed: Followed, phase: Phase, at: number): Followed => ({
	...followed,
	phase,
	endedAt: at,
});

const outcomeOf = ({places, isSeen: seen}: Followed): Phase | undefined => {
	if (seen && (places.length === 0 || places.some(place => isWaiting(place)))) {
		return undefined;
	}

	const bad = places.filter(({phase}) => phase === 'failed' || phase === 'refused');
	if (bad.length === 0) {
		return seen ? 'done' : 'accepted';
	}

	if (bad.length < places.length) {
		return 'partly';
	}

	return bad.some(({phase}) => phase === 'failed') ? 'failed-again' : 'refused';
};

/** Ends it where there is nothing left to wait for. */
export const settle = (followed: Followed, at: number): Followed => {
	if (followed.answeredAt === undefined) {
		return followed;
	}

	// Without an answer only the status can tell, and here it cannot.
	const outcome = followed.phase === 'unknown' && !followed.isSeen ? undefined : outcomeOf(followed);
	if (outcome !== undefined) {
		return end(followed, outcome, at);
	}

	return followed.isSuperseded ? end(followed, 'superseded', at) : followed;
};
