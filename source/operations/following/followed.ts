/**
 * One operation on its way, from the moment it is sent until the status shows what became of it. Plain values.
 */
import type {ClusterView} from '../../monitor/view.js';
import type {Operation, OperationAnswer} from '../../providers/operation.js';
import {baselineOf, isSeen, placesOf, see} from './goal.js';

/**
 * Sent: no answer yet. answered: DM took it, the status does not show it yet. unknown: no answer came, it may have been
 * done or not; the status is watched on. The rest is final:
 *
 * done: the status shows it at every place. accepted: DM took it, and the status has nothing to show for it.
 * partly-failed, failed: DM said no for some places, for all. refused: DM said no as a whole. not-sent: nothing went out. timed-out: the status did
 * not show it in time. overtaken: another operation on the same places was sent after it.
 */
export type Phase =
	| 'sent'
	| 'answered'
	| 'unknown'
	| 'done'
	| 'accepted'
	| 'partly-failed'
	| 'failed'
	| 'refused'
	| 'not-sent'
	| 'timed-out'
	| 'overtaken';

/** One place it acts on: a source, or `wholeCluster`. */
export type FollowedPlace = {
	readonly place: string;
	readonly phase: 'waiting' | 'reached' | 'failed';
	/** What the status last showed of it; '' when nothing. */
	readonly state: string;
	/** DM's own words for this source; '' when none. */
	readonly msg: string;
	/** What the goal is measured against. */
	readonly baseline: string;
	/** Whether it was so before the operation was sent: then only what is learnt after the answer proves anything. */
	readonly wasSo: boolean;
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
	readonly places: readonly FollowedPlace[];
	/** Whether the status can show it. */
	readonly isSeen: boolean;
	/** True once another operation on the same places was sent. */
	readonly isOvertaken: boolean;
};

/** So long the status is watched, ms. */
export const watching = 120_000;

const going: ReadonlySet<Phase> = new Set<Phase>(['sent', 'answered', 'unknown']);

export const isFinal = ({phase}: Followed): boolean => !going.has(phase);

/** DM did not see it in time, or lost the worker: it may be done all the same (38033, 38045 and gRPC's own words). */
const unclear = /code=(?:38033|38045)\b|deadline ?exceeded|context canceled|code = unavailable/iv;

const placeOf = (
	operation: Operation,
	place: string,
	cluster: ClusterView,
	baseline = baselineOf(operation, place, cluster),
): FollowedPlace => {
	const sight = see(operation, place, baseline, cluster);
	return {
		place,
		phase: 'waiting',
		state: sight?.state ?? '',
		msg: '',
		baseline,
		wasSo: sight?.isReached ?? false,
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
		isSeen: isSeen(operation) && (places.length > 0 || !needsBaseline(operation)),
		isOvertaken: false,
	};
};

const end = (followed: Followed, phase: Phase, at: number): Followed => ({...followed, phase, endedAt: at});

const outcomeOf = ({places, isSeen: seen}: Followed): Phase | undefined => {
	const failed = places.filter(({phase}) => phase === 'failed').length;
	const isWaiting = places.some(({phase}) => phase === 'waiting');
	if (seen && (isWaiting || places.length === 0)) {
		return undefined;
	}

	if (failed > 0) {
		return failed === places.length ? 'failed' : 'partly-failed';
	}

	return seen ? 'done' : 'accepted';
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

	return followed.isOvertaken ? end(followed, 'overtaken', at) : followed;
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
				}))
		: [];
	return [...places, ...added].map(place => {
		const answer = sources.find(({source}) => source === place.place);
		if (!answer) {
			return place;
		}

		const isFailed = !answer.result && !unclear.test(answer.msg);
		return {...place, phase: isFailed ? 'failed' : place.phase, msg: answer.msg};
	});
};

/** With DM's answer, which came at `at`. Only the first counts. */
export const takeAnswer = (followed: Followed, answer: OperationAnswer, at: number): Followed => {
	if (followed.answeredAt !== undefined) {
		return followed;
	}

	const answered = {...followed, answeredAt: at, msg: answer.msg};
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

const lookAt = (followed: Followed, place: FollowedPlace, cluster: ClusterView): FollowedPlace => {
	const {operation, sentAt, answeredAt = Infinity} = followed;
	const sight = see(operation, place.place, place.baseline, cluster);
	if (!sight) {
		return place;
	}

	// Where DM said no, or where it was so all along, only what is newer than the answer counts.
	const isLate = place.wasSo || place.phase === 'failed';
	const isProof = sight.isReached && sight.at > (isLate ? answeredAt : sentAt);
	const phase = isProof ? 'reached' : place.phase === 'reached' ? 'waiting' : place.phase;
	return phase === place.phase && sight.state === place.state ? place : {...place, phase, state: sight.state};
};

/** With what the status shows now. */
export const takeLook = (followed: Followed, cluster: ClusterView, at: number): Followed => {
	if (isFinal(followed)) {
		return followed;
	}

	const {operation} = followed;
	const known =
		followed.places.length === 0 && !needsBaseline(operation)
			? placesOf(operation, cluster).map(place => ({...placeOf(operation, place, cluster, ''), wasSo: true}))
			: followed.places;
	const places = followed.isSeen ? known.map(place => lookAt(followed, place, cluster)) : known;
	const isSame =
		places.length === followed.places.length &&
		places.every((place, index) => place === followed.places[index]);
	const settled = settle(isSame ? followed : {...followed, places}, at);
	return !isFinal(settled) && at - settled.sentAt >= watching ? end(settled, 'timed-out', at) : settled;
};
