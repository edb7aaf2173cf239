/**
 * Sending an operation, and DM's answer to it.
 */
import type {ClusterView} from '../../monitor/view.js';
import {isOf, type Operation, type OperationAnswer} from '../../providers/operation.js';
import {baselineOf} from './baseline.js';
import {type Followed, type FollowedPlace, type PlacePhase, end, isFinal, settle} from './followed.js';
import {isSeen, see} from './goal.js';
import {placesOf, possiblePlaces} from './places.js';

/**
 * DM checked too early, did not see it in time, or lost the worker: it may still have been done. 38032 reports the
 * error that stopped the worker, even if the worker had not begun yet; 38033 and 38045 are deadlines; the others are
 * messages of gRPC and of etcd.
 */
const unclear =
	/code=(?:38032|38033|38045)\b|deadline ?exceeded|context canceled|code = unavailable|etcdserver: (?:request timed out|leader changed)/iv;

/** What dm-master says for a source without a worker: it has stored the stage for the next worker. */
const withoutWorker = 'relevant worker-client not found';

/** A place without any known state. */
export const unknownPlace = (place: string): FollowedPlace => ({
	place,
	phase: 'waiting',
	state: '',
	msg: '',
	baseline: '',
	isGuess: false,
	wasSo: false,
	hasBegun: false,
});

const placeOf = (operation: Operation, place: string, cluster: ClusterView): FollowedPlace => {
	const baseline = baselineOf(operation, place, cluster);
	const sight = see(operation, place, baseline, {cluster});
	return {...unknownPlace(place), baseline, wasSo: sight?.isReached ?? false};
};

/** For these the status shows an outcome only where it showed a state before. */
export const needsBaseline = ({kind}: Operation): boolean => kind === 'unlock-ddl' || kind === 'evict-leader';

/** An operation that is sent now, given the current state of the cluster. */
export const sendNow = (id: string, operation: Operation, cluster: ClusterView, at: number): Followed => {
	const places = [
		...placesOf(operation, cluster)
			.map(place => placeOf(operation, place, cluster))
			.filter(({baseline}) => baseline !== '' || !needsBaseline(operation)),
		...possiblePlaces(operation, cluster).map(place => ({...unknownPlace(place), isGuess: true})),
	];
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

const phaseAfterNo = ({kind}: Operation, {phase}: FollowedPlace, message: string): PlacePhase => {
	// DM stores these operations on tasks before it asks any worker.
	if (isOf(kind, 'task') && message.includes(withoutWorker)) {
		return 'stored';
	}

	return unclear.test(message) ? phase : 'refused';
};

const withAnswers = (followed: Followed, {sources}: OperationAnswer): readonly FollowedPlace[] => {
	const {operation, places} = followed;
	const answers = new Map(sources.map(answer => [answer.source, answer]));
	// DM knows the sources of the task: one that its answer does not name was a wrong guess.
	const kept = places.filter(({place, isGuess}) => !isGuess || answers.size === 0 || answers.has(place));
	const known = new Set(kept.map(({place}) => place));
	const added =
		'sources' in operation
			? answers
					.keys()
					.filter(source => source !== '' && !known.has(source))
					.toArray()
			: [];
	return [...kept, ...added.map(source => unknownPlace(source))].map(place => {
		const answer = answers.get(place.place);
		if (!answer) {
			return place;
		}

		const {result, msg} = answer;
		const phase = result ? place.phase : phaseAfterNo(operation, place, msg);
		return {...place, phase, msg, isGuess: false};
	});
};

/** Adds DM's answer, which came at `at`. Only the first one counts. */
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

	const isRefused = answer.result === 'refused' && answer.sources.every(({result}) => !result);
	if (isRefused && answer.sources.length === 0 && unclear.test(msg)) {
		return settle({...answered, phase: 'unknown'}, at);
	}

	return isRefused
		? end({...answered, places: withAnswers(answered, answer)}, 'refused', at)
		: settle({...answered, phase: 'answered', places: withAnswers(answered, answer)}, at);
};
