/**
 * The outcome of an operation, in one line and in full.
 */
import {actsOn, isOf, type Operation} from '../../../providers/operation.js';
import {wordsOf} from '../../kinds.js';
import {countTexts, operationTarget} from '../../target.js';
import {formatDuration} from '../../../components/quantity.js';
import {say} from '../../../language/say.js';
import {type Followed, type FollowedPlace, type PlacePhase, isUnchanged, watching} from '../followed.js';
import {listNames} from '../../../language/sentences.js';
import {isOtherError, stoodAtError} from '../baseline.js';
import {wholeCluster} from '../places.js';
import {type Reason, reasonOfError, operationPlaceOf, reasonOfPlace, reasonOfText} from './reasons.js';
import {setText} from './binlog-list.js';

/** "pausing users", "evicting the leader". */
export const doingText = (operation: Operation): string => {
	const doing = say(wordsOf(operation).doing);
	return actsOn(operation, 'cluster')
		? doing
		: say('{doing} {target}', {doing, target: operationTarget(operation)});
};

/** "pause of users", "evict leader", "ignore difference 7 of users". */
export const nounText = (operation: Operation): string => {
	const name = say(wordsOf(operation).name);
	if ('error' in operation && operation.error !== 'all') {
		return say('{name} {id} of {target}', {
			name,
			id: operation.error,
			target: operationTarget(operation),
		});
	}

	return actsOn(operation, 'cluster')
		? name
		: say('{name} of {target}', {name, target: operationTarget(operation)});
};

const inPhase = (places: readonly FollowedPlace[], phase: PlacePhase): readonly FollowedPlace[] =>
	places.filter(place => place.phase === phase);

const statesOf = (places: readonly FollowedPlace[]): string => countTexts(places.map(({state}) => state));

/** "mysql-01 and mysql-03: one reason; mysql-04: another"; no names where it is the only place. */
const byReason = (
	{operation, places}: Followed,
	phase: PlacePhase,
	reasonOf: (place: FollowedPlace) => string,
): string => {
	const isTarget = 'sources' in operation ? operation.sources.length === 1 : 'source' in operation;
	const isNamed = places.length > 1 || !isTarget;
	return Map.groupBy(inPhase(places, phase), place => reasonOf(place))
		.entries()
		.map(([reason, same]) => {
			const names = listNames(same.map(({place}) => place));
			return names === wholeCluster || !isNamed ? reason : say('{names}: {text}', {names, text: reason});
		})
		.toArray()
		.join(say('; '));
};

const briefOf = (text: string): string => {
	const {brief} = reasonOfText(text);
	return brief === '' ? say('no reason given') : brief;
};

const refusalsOf = (followed: Followed): string => byReason(followed, 'refused', ({msg}) => briefOf(msg));

/** "paused by an error: A DDL cannot be parsed (36067)"; after a skipped DDL also that the error is another one. */
const failureOf = ({operation}: Followed, {error, baseline}: FollowedPlace): string => {
	const {brief} = reasonOfError(error!);
	return isOf(operation.kind, 'binlog') && baseline !== '' && isOtherError(error!, baseline)
		? say('got past it, then paused by another error: {reason}', {reason: brief})
		: say('paused: {reason}', {reason: brief});
};

const failuresOf = (followed: Followed): string =>
	byReason(followed, 'failed', place => failureOf(followed, place));

/** A reason as the end of a sentence; '' for none. */
export const because = (reason: string): string => (reason === '' ? '' : say(': {reason}', {reason}));

/** "users Paused (4/4)", "mysql-01 served by worker-5"; "users Paused already (4/4)" where somebody else had done it. */
const reachedText = (followed: Followed): string => {
	const {operation, places} = followed;
	const reached = inPhase(places, 'reached');
	const count = 'sources' in operation ? ` (${reached.length}/${places.length})` : '';
	const subject = actsOn(operation, 'cluster') ? '' : `${operationTarget(operation)} `;
	if (operation.kind === 'unlock-ddl') {
		return say('{subject}unlocked', {subject});
	}

	const states = statesOf(reached);
	return `${subject}${isUnchanged(followed) ? say('{state} already', {state: states}) : states}${count}`;
};

/** Places for which DM stores it until they have a worker. */
const storedText = ({places}: Followed): string => {
	const stored = inPhase(places, 'stored');
	return stored.length === 0
		? ''
		: say('stored by DM: it takes effect when {names} {count|has|have} a worker', {
				names: listNames(stored.map(({place}) => place)),
				count: stored.length,
			});
};

const goingText = (followed: Followed): string => {
	const {operation, places, phase, msg, isSeen} = followed;
	const done = inPhase(places, 'reached').length;
	const progress =
		places.length > 1 && done > 0 ? say(' {done}/{count} sources done', {done, count: places.length}) : '';
	const doing = doingText(operation);
	switch (phase) {
		case 'unknown': {
			// More follows in the same sentence.
			const why = because(reasonOfText(msg).brief.replace(/[.。]$/v, ''));
			return isSeen
				? `${say('{doing}: not known yet', {doing})}${why}${progress}${say('; watching the status')}`
				: `${say('{doing}: it is not known whether it was done', {doing})}${why}`;
		}

		case 'answered': {
			const stored = storedText(followed);
			const waits = stored === '' ? say('accepted by DM, waiting for the status to show it') : stored;
			const bad = [refusalsOf(followed), failuresOf(followed)].filter(text => text !== '').join(say('; '));
			return progress === ''
				? `${doing}${because(waits)}${because(bad)}`
				: `${doing}${progress}${stored === '' ? '' : `${say('; ')}${stored}`}${because(bad)}`;
		}

		default: {
			return `${doing}${progress === '' ? '…' : progress}`;
		}
	}
};

const timedOutText = ({operation, places, msg, answeredAt, isSeen}: Followed): string => {
	const age = formatDuration(watching / 1000);
	const answer =
		answeredAt === undefined
			? say('; DM has not answered')
			: isSeen
				? ''
				: `${say('; it is not known whether it was done')}${because(reasonOfText(msg).brief)}`;
	const told = isSeen ? places.filter(({state}) => state !== '') : [];
	const untold = isSeen ? places.filter(({state, place}) => state === '' && place !== wholeCluster) : [];
	const shown = [
		told.length === 0 ? '' : say('; the status shows {states}', {states: statesOf(told)}),
		untold.length === 0
			? ''
			: say('; no status of {names} came since', {names: listNames(untold.map(({place}) => place))}),
	];
	const late = say('{operation} not confirmed within {age}', {
		operation: nounText(operation),
		age,
	});
	return `${late}${shown.join('')}${answer}`;
};

/** DM's message where the status cannot show the outcome. */
const acceptedText = (followed: Followed): string => {
	const {operation, places, msg} = followed;
	const said = places.map(place => place.msg);
	if (operation.kind === 'binlog-list') {
		return say('{names}: {text}', {
			names: operationTarget(operation),
			text: setText(said.length > 0 ? said : [msg]),
		});
	}

	// It is accepted: some methods answer that in a word of their own.
	const words = [...new Set(said.some(text => text !== '') ? said : [msg])].filter(
		text => text !== '' && text !== 'success',
	);
	return `${say('{operation} accepted', {operation: nounText(operation)})}${because(words.join(say('; ')))}`;
};

/** "failed again", or "failed" where there was no error before. */
const failedWords = ({operation, places}: Followed): string =>
	inPhase(places, 'failed').every(({baseline}) => stoodAtError(operation, baseline))
		? say('failed again')
		: say('failed');

const refusedText = ({operation}: Followed, reason: string): string =>
	say('{operation} refused: {reason}', {operation: nounText(operation), reason});

/** Why DM refused it, in a few words: of several sources the first reason. */
const refusalOf = ({msg, places}: Followed): string =>
	briefOf([msg, ...places.map(place => place.msg)].find(text => text !== '') ?? '');

const partlyText = (followed: Followed): string =>
	[
		inPhase(followed.places, 'reached').length > 0 ? reachedText(followed) : '',
		inPhase(followed.places, 'refused').length > 0 ? refusedText(followed, refusalsOf(followed)) : '',
		inPhase(followed.places, 'failed').length > 0
			? `${failedWords(followed)}${because(failuresOf(followed))}`
			: '',
	]
		.filter(text => text !== '')
		.join(say('; '));

/** The current state of one operation in one line, the cause first. */
export const describe = (followed: Followed): string => {
	const {operation, phase, msg} = followed;
	switch (phase) {
		case 'sent':
		case 'answered':
		case 'unknown': {
			return goingText(followed);
		}

		case 'done': {
			return followed.isRefused
				? say('{outcome}, although DM refused it: {reason}', {
						outcome: reachedText(followed),
						reason: refusalOf(followed),
					})
				: reachedText(followed);
		}

		case 'accepted': {
			return acceptedText(followed);
		}

		case 'partly': {
			return partlyText(followed);
		}

		case 'failed-again': {
			return `${nounText(operation)} ${failedWords(followed)}${because(failuresOf(followed))}`;
		}

		case 'refused': {
			return refusedText(followed, msg === '' ? refusalsOf(followed) || briefOf('') : briefOf(msg));
		}

		case 'stored': {
			return `${nounText(operation)} ${storedText(followed)}`;
		}

		case 'not-sent': {
			return `${say('{operation} not sent', {operation: nounText(operation)})}${because(msg)}`;
		}

		case 'timed-out': {
			return timedOutText(followed);
		}

		case 'superseded': {
			return say('{operation} superseded by a later operation', {operation: nounText(operation)});
		}
	}
};

/** DM's full message and each error with its place and its fix, one per line; [] where `describe` says everything. */
export const detailOf = ({operation, places, msg, way}: Followed): readonly string[] => {
	const tell = (place: string, {detail}: Reason): readonly string[] =>
		detail.length === 0 || place === '' ? detail : [`${place}:`, ...detail.map(line => `  ${line}`)];
	return [
		...(way === undefined ? [] : [say('sent over {way}', {way})]),
		...tell('', reasonOfText(msg, operationPlaceOf(operation))),
		...places.flatMap(place => tell(place.place, reasonOfPlace(operation, place))),
	];
};
