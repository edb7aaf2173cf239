/**
 * One operation, from the moment it is sent until the status shows its outcome. Plain values.
 */
import type {ProcessError} from '../../dm/status.js';
import type {Operation, Way} from '../../providers/operation.js';

/**
 * `sent`: no answer yet. `answered`: DM accepted it, the status does not show it yet. `unknown`: no answer came, it may
 * have been done or not; the status is still watched. The rest is final:
 *
 * - `done`: the status shows it at every place.
 * - `accepted`: DM accepted it, and the status cannot show the outcome.
 * - `failed-again`: a subtask that should run is paused by an error in a status newer than the sending.
 * - `refused`: DM refused it, as a whole or for every place.
 * - `partly`: done at some places; refused, or failed again, at the others. Places that were already as wanted do not count.
 * - `stored`: DM stores it for a source that still has no worker.
 * - `not-sent`: nothing was sent.
 * - `timed-out`: the status did not show it in time.
 * - `superseded`: another operation on the same places was sent after it.
 *
 * Of these only two may still change: an error soon after `done` makes it `failed-again` or `partly`; and `refused` becomes
 * `done` when the status shows it at every place all the same.
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
 * `stored`: DM stores it until the source has a worker. `failed`: paused by an error since. `refused`: DM refused it.
 * Only `waiting` and `stored` are waited for; in any case a newer status decides.
 */
export type PlacePhase = 'waiting' | 'stored' | 'reached' | 'failed' | 'refused';

/** One place it acts on: a source, or `wholeCluster`. */
export type FollowedPlace = {
	readonly place: string;
	readonly phase: PlacePhase;
	/** What a status newer than the sending last showed; '' while none did. */
	readonly state: string;
	/** DM's own message for this source; '' for none. */
	readonly msg: string;
	/** The baseline for the goal. */
	readonly baseline: string;
	/** The task may not be on it: the source has not answered. */
	readonly isGuess: boolean;
	/**
	 * Whether the place was already in the wanted state before the sending: then only a status after the answer proves
	 * anything, and what it shows is not the work of this operation. `unknown` where no state was known then.
	 */
	readonly wasSo: boolean | 'unknown';
	/** Whether a status newer than the sending showed it without an error: then an error is a new one. */
	readonly hasBegun: boolean;
	/** Since when every status showed the goal, ms; absent while the last one did not. */
	readonly reachedSince?: number;
	/** The error that stopped it, once it has failed. */
	readonly error?: ProcessError;
};

/** An operation that was sent, and what is known of its outcome. */
export type Followed = {
	readonly id: string;
	readonly operation: Operation;
	readonly phase: Phase;
	/** Ms since the epoch, by the clock of the views. */
	readonly sentAt: number;
	readonly answeredAt?: number;
	readonly endedAt?: number;
	/** DM's own message, or why there is no answer; '' for none. */
	readonly msg: string;
	/** How it reached the dm-master; absent before the answer, and where there is only one way. */
	readonly way?: Way;
	readonly places: readonly FollowedPlace[];
	/** True where DM refused it, whatever became of it. */
	readonly isRefused?: true;
	/** Whether the status can show it. */
	readonly isSeen: boolean;
	/** True once another operation on the same places was sent. */
	readonly isSuperseded: boolean;
};

/** How long the status is watched, ms. */
export const watching = 120_000;

const going: ReadonlySet<Phase> = new Set<Phase>(['sent', 'answered', 'unknown']);

/** Whether nothing more is expected of it. */
export const isFinal = ({phase}: Followed): boolean => !going.has(phase);

/** Whether the status has not yet shown the outcome at this place. */
export const isWaiting = ({phase}: FollowedPlace): boolean => phase === 'waiting' || phase === 'stored';

/** The operation, ended in this phase at `at`, ms since the epoch. */
export const end = (followed: Followed, phase: Phase, at: number): Followed => ({
	...followed,
	phase,
	endedAt: at,
});

/** Whether it changed nothing: every place was already in the wanted state. */
export const isUnchanged = ({phase, places}: Followed): boolean =>
	phase === 'done' && places.length > 0 && places.every(({wasSo}) => wasSo === true);

const isBad = ({phase}: FollowedPlace): boolean => phase === 'failed' || phase === 'refused';

/** How it ended where some places are bad. What others had done before is not a part of it that was done. */
export const badOutcome = (places: readonly FollowedPlace[]): 'failed-again' | 'refused' | 'partly' => {
	const own = places.filter(({wasSo}) => !wasSo);
	if ((own.length > 0 ? own : places).some(place => !isBad(place))) {
		return 'partly';
	}

	return places.some(({phase}) => phase === 'failed') ? 'failed-again' : 'refused';
};

const outcomeOf = ({places, isSeen: seen}: Followed): Phase | undefined => {
	if (seen && (places.length === 0 || places.some(place => isWaiting(place)))) {
		return undefined;
	}

	if (places.some(place => isBad(place))) {
		return badOutcome(places);
	}

	return seen ? 'done' : 'accepted';
};

/** Ends it if there is nothing left to wait for. */
export const settle = (followed: Followed, at: number): Followed => {
	if (followed.answeredAt === undefined) {
		return followed;
	}

	// Without an answer only the status could tell, and here it cannot.
	const outcome = followed.phase === 'unknown' && !followed.isSeen ? undefined : outcomeOf(followed);
	if (outcome !== undefined) {
		return end(followed, outcome, at);
	}

	return followed.isSuperseded ? end(followed, 'superseded', at) : followed;
};
