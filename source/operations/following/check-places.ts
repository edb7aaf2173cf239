/**
 * What the status shows about an operation that was sent.
 */
import type {ClusterView} from '../../monitor/view.js';
import {findSubtask} from '../target.js';
import {stoodAtError} from './baseline.js';
import {
	type Followed,
	type FollowedPlace,
	type PlacePhase,
	badOutcome,
	end,
	isFinal,
	isWaiting,
	settle,
	watching,
} from './followed.js';
import {type Snapshot, see} from './goal.js';
import {mayHave, placesOf} from './places.js';
import {needsBaseline, unknownPlace} from './sending.js';

/**
 * How long a worker may take to begin after the sending, ms: an error that is still there then is not an old one.
 */
const beginning = 3000;

/** How long a subtask that was stopped by an error has to run before that counts as fixed, ms. */
const settling = 3000;

/** How long after the end an error still counts as caused by the operation, ms. */
const relapsing = 30_000;

/** The place as the status shows it now; the same object where nothing is new. */
const checkPlace = (followed: Followed, place: FollowedPlace, snapshot: Snapshot): FollowedPlace => {
	const {operation, sentAt, answeredAt = Infinity} = followed;
	const sight = see(operation, place.place, place.baseline, snapshot);
	if (!sight) {
		return place;
	}

	const {at, isReached, error} = sight;
	const isYoung = at > sentAt;
	const state = isYoung ? sight.state : place.state;
	// Where DM refused, or the state was already as wanted, only what is newer than the answer counts.
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

/** The task is not on a guessed source that has reported its tasks without this one. */
const isWrongGuess = ({operation}: Followed, {place, isGuess}: FollowedPlace, {cluster}: Snapshot): boolean =>
	isGuess && 'task' in operation && !findSubtask(cluster, operation.task, place) && !mayHave(cluster, place);

const checkPlaces = (followed: Followed, snapshot: Snapshot): Followed => {
	const kept = followed.places.filter(place => !isWrongGuess(followed, place, snapshot));
	const places = kept.map(place => checkPlace(followed, place, snapshot));
	const isSame =
		places.length === followed.places.length &&
		places.every((place, index) => place === followed.places[index]);
	return isSame ? followed : {...followed, places};
};

/** A place that was done, and has an error soon after, has failed again. */
const relapse = (followed: Followed, snapshot: Snapshot, at: number): Followed => {
	const {phase, endedAt = 0, isSuperseded} = followed;
	if (phase !== 'done' || isSuperseded || at - endedAt > relapsing) {
		return followed;
	}

	const checked = checkPlaces(followed, snapshot);
	// A place that already ran before has failed for another reason.
	return checked.places.every(place => place.phase !== 'failed' || place.wasSo)
		? followed
		: end(checked, badOutcome(checked.places), at);
};

/**
 * An operation that DM refused may have been done all the same, before the error or by somebody else. Places that were
 * already in the wanted state prove nothing.
 */
const reconsider = (followed: Followed, snapshot: Snapshot, at: number): Followed => {
	const {endedAt = 0, isSuperseded, isSeen, places} = followed;
	// That a place does not have the task proves nothing where it may never have had it.
	const canTell = places.some(({wasSo}) => !wasSo) && places.every(({isGuess}) => !isGuess);
	if (isSuperseded || !isSeen || !canTell || at - endedAt > watching) {
		return followed;
	}

	const checked = places.map(place => checkPlace(followed, {...place, phase: 'refused'}, snapshot));
	if (checked.every(({phase}) => phase === 'reached')) {
		return end({...followed, places: checked, isRefused: true}, 'done', at);
	}

	const isSame = checked.every(({reachedSince}, index) => reachedSince === places[index]!.reachedSince);
	return isSame
		? followed
		: {
				...followed,
				places: places.map((place, index) => ({...place, reachedSince: checked[index]!.reachedSince})),
			};
};

/** The places of an operation that was sent before any were known. */
const withLatePlaces = (followed: Followed, cluster: ClusterView): Followed => {
	const {operation, places} = followed;
	if (places.length > 0 || needsBaseline(operation)) {
		return followed;
	}

	const found = placesOf(operation, cluster).map(place => ({
		...unknownPlace(place),
		wasSo: 'unknown' as const,
	}));
	return found.length === 0 ? followed : {...followed, places: found};
};

/** The operation with what the current status shows of it. */
export const checkNow = (followed: Followed, snapshot: Snapshot, at: number): Followed => {
	if (isFinal(followed)) {
		return followed.phase === 'refused'
			? reconsider(followed, snapshot, at)
			: relapse(followed, snapshot, at);
	}

	const placed = withLatePlaces(followed, snapshot.cluster);
	const settled = settle(placed.isSeen ? checkPlaces(placed, snapshot) : placed, at);
	if (isFinal(settled) || at - settled.sentAt < watching) {
		return settled;
	}

	const waiting = settled.places.filter(place => isWaiting(place));
	const isStored = waiting.length > 0 && waiting.every(({phase}) => phase === 'stored');
	return end(settled, isStored ? 'stored' : 'timed-out', at);
};
