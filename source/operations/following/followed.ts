/**
 * One operation on its way, from the moment it is sent until the status shows what became of it. Plain values.
 */
import type {ProcessError} from '../../dm/status.js';
import type {ClusterView} from '../../monitor/view.js';
import type {Operation, OperationAnswer, Way} from '../../providers/operation.js';
import {type Known, baselineOf, isSeen, placesOf, see, stoodAtError} from './goal.js';

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
	/** What the status last showed of it; '' when nothing. */
	readonly state: string;
	/** DM's own words for this source; '' when none. */
	readonly msg: string;
	/** What the goal is measured against. */
	readonly baseline: string;
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

/** So long after the sending a worker has begun with it, if it ever does, ms: an error that still stands then is no old one. */
export const beginning = 3000;

/** So long a subtask that stood at an error has to run before that counts as mended, ms. */
export const settling = 3000;

/** So long after the end an error still counts as the operation's own, ms. */
const relapsing = 30_000;

const going: ReadonlySet<Phase> = new Set<Phase>(['sent', 'answered', 'unknown']);

export const isFinal = ({phase}: Followed): boolean => !going.has(phase);

const isWaiting = ({phase}: FollowedPlace): boolean => phase === 'waiting' || phase === 'stored';

/**
 * DM looked too early, did not see it in time, or lost the worker: it may be done all the same. 38032 tells the error
 * that the worker stood at, also when it had not begun yet; 38033 and 38045 are deadlines; the others gRPC's own words.
 */
const unclear = /code=(?:38032|38033|38045)\b|deadline ?exceeded|context canceled|code = unavailable/iv;

/** What dm-master says of a source without a worker: it has stored the stage, and the next worker takes it up. */
const withoutWorker = 'relevant worker-client not found';

/** The kinds that dm-master stores before it asks any worker. */
const storing: ReadonlySet<Operation['kind']> = new Set(['pause', 'resume', 'start', 'stop'] as const);

const placeOf = (
	operation: Operation,
	place: string,
	cluster: ClusterView,
	baseline = baselineOf(operation, place, cluster),
): FollowedPlace => {
	const sight = see(operation, place, baseline, {cluster});
	return {
		place,
		phase: 'waiting',
		state: sight?.state ?? '',
		msg: '',
		baseline,
		wasSo: sight?.isReached ?? false,
		hasBegun: false,
	};
};

/** For these the status shows something only where it showed something to begin with. */
const needsBaseline = ({kind}: Operation): boolean => kind === 'unlock-ddl' || kind === 'evict-leader';

/** An operation that is sent now, in the cluster as it is known now. */
export const sendNow = (id: string, operation: Operation, cluster: ClusterView, at: number): Followed => {
	const places = placesOf(operation, cluster)
		.map(place => placeOf(operation, place, cluster))
		.filter(({baseline}) => baseline !== '' || !needsBaseline(operation));
	return {
		id,
		operation,
		phase: 'sent',
		sentAt: at,
		msg: '',
		places,
		isSeen: isSeen(operation, cluster) && (places.length > 0 || !needsBaseline(operation)),
		isSuperseded: false,
	};
};

const end = (followed: Followed, phase: Phase, at: number): Followed => ({...followed, phase, endedAt: at});

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
const settle = (followed: Followed, at: number): Followed => {
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

const phaseAfterNo = ({kind}: Operation, {phase}: FollowedPlace, message: string): PlacePhase => {
	if (storing.has(kind) && message.includes(withoutWorker)) {
		return 'stored';
	}

	return unclear.test(message) ? phase : 'refused';
};

const withAnswers = (followed: Followed, {sources}: OperationAnswer): readonly FollowedPlace[] => {
	const {operation, places} = followed;
	const known = new Set(places.map(({place}) => place));
	const isOnTask = 'sources' in operation;
	const added = isOnTask
		? sources
				.filter(({source}) => source !== '' && !known.has(source))
				.map(({source}): FollowedPlace => ({
					place: source,
					phase: 'waiting',
					state: '',
					msg: '',
					baseline: '',
					wasSo: false,
					hasBegun: false,
				}))
		: [];
	return [...places, ...added].map(place => {
		const answer = sources.find(({source}) => source === place.place);
		if (!answer) {
			return place;
		}

		const {result, msg} = answer;
		return {...place, phase: result ? place.phase : phaseAfterNo(operation, place, msg), msg};
	});
};

/** With DM's answer, which came at `at`. Only the first counts. */
export const takeAnswer = (followed: Followed, answer: OperationAnswer, at: number): Followed => {
	if (followed.answeredAt !== undefined) {
		return followed;
	}

	const {msg, way} = answer;
	const answered = {...followed, answeredAt: at, msg, ...(way !== undefined && {way})};
	if (isFinal(followed)) {
		return answered;
	}

	if (answer.result === 'unknown') {
		return settle({...answered, phase: 'unknown'}, at);
	}

	if (answer.result === 'not-sent') {
		return end({...answered, places: withAnswers(answered, answer)}, 'not-sent', at);
	}

	return answer.result === 'refused' && answer.sources.every(({result}) => !result)
		? end({...answered, places: withAnswers(answered, answer)}, 'refused', at)
		: settle({...answered, phase: 'answered', places: withAnswers(answered, answer)}, at);
};

/** The place as the status shows it now; the same object where nothing of it is new. */
const lookAt = (followed: Followed, place: FollowedPlace, known: Known): FollowedPlace => {
	const {operation, sentAt, answeredAt = Infinity} = followed;
	const sight = see(operation, place.place, place.baseline, known);
	if (!sight) {
		return place;
	}

	const {at, state, isReached, error} = sight;
	const isYoung = at > sentAt;
	// Where DM said no, or where it was so all along, only what is newer than the answer counts.
	const isLate = place.wasSo || place.phase === 'refused';
	const isProof = isReached && at > (isLate ? answeredAt : sentAt);
	const reachedSince = isProof ? (place.reachedSince ?? at) : undefined;
	const hasBegun = place.hasBegun || (isYoung && !error);
	const isNewError = isYoung && (hasBegun || (at > answeredAt && at > sentAt + beginning));
	const phaseNow = (): PlacePhase => {
		if (reachedSince !== undefined) {
			const isSettled = !stoodAtError(operation, place.baseline) || at - reachedSince >= settling;
			return isSettled ? 'reached' : place.phase === 'failed' ? 'waiting' : place.phase;
		}

		if (error && isNewError) {
			return 'failed';
		}

		return place.phase === 'reached' || place.phase === 'failed' ? 'waiting' : place.phase;
	};

	const phase = phaseNow();
	const isSame =
		phase === place.phase &&
		state === place.state &&
		hasBegun === place.hasBegun &&
		reachedSince === place.reachedSince;
	return isSame
		? place
		: {...place, phase, state, hasBegun, reachedSince, error: phase === 'failed' ? error : undefined};
};

const lookAtAll = (followed: Followed, known: Known): Followed => {
	const places = followed.places.map(place => lookAt(followed, place, known));
	return places.every((place, index) => place === followed.places[index]) ? followed : {...followed, places};
};

/** What was done, and stands at an error soon after, has failed again after all. */
const relapse = (followed: Followed, known: Known, at: number): Followed => {
	const {phase, endedAt = 0, isSuperseded} = followed;
	if (phase !== 'done' || isSuperseded || at - endedAt > relapsing) {
		return followed;
	}

	const looked = lookAtAll(followed, known);
	// What ran before it was asked to has failed by itself.
	return looked.places.every(place => place.phase !== 'failed' || place.wasSo)
		? followed
		: end(looked, looked.places.every(place => place.phase === 'failed') ? 'failed-again' : 'partly', at);
};

/** The places of an operation of which none was known when it was sent. */
const withLatePlaces = (followed: Followed, cluster: ClusterView): Followed => {
	const {operation, places} = followed;
	if (places.length > 0 || needsBaseline(operation)) {
		return followed;
	}

	const found = placesOf(operation, cluster).map(place => ({
		...placeOf(operation, place, cluster, ''),
		wasSo: true,
	}));
	return found.length === 0 ? followed : {...followed, places: found};
};

/** With what is known now. */
export const takeLook = (followed: Followed, known: Known, at: number): Followed => {
	if (isFinal(followed)) {
		return relapse(followed, known, at);
	}

	const placed = withLatePlaces(followed, known.cluster);
	const settled = settle(placed.isSeen ? lookAtAll(placed, known) : placed, at);
	if (isFinal(settled) || at - settled.sentAt < watching) {
		return settled;
	}

	const waiting = settled.places.filter(place => isWaiting(place));
	const isStored = waiting.length > 0 && waiting.every(({phase}) => phase === 'stored');
	return end(settled, isStored ? 'stored' : 'timed-out', at);
};
