/**
 * What is told of operations that were asked for: the line that flashes by, the list of events, the rows.
 */
import type {Health} from '../../monitor/view.js';
import type {Operation} from '../../providers/operation.js';
import type {OperationObservation, Outcome} from '../../providers/provider.js';
import {isBinlogKind, isTaskKind, kindWords} from '../kinds.js';
import {countTexts, listNames, operationTarget} from '../target.js';
import {type Follow, confirmationOf} from './follow.js';
import {
	type Followed,
	type FollowedPlace,
	type Phase,
	type PlacePhase,
	isFinal,
	watching,
} from './followed.js';
import {isOtherError, stoodAtError, wholeCluster} from './goal.js';
import {type Reason, reasonOfError, reasonOfText} from './reasons.js';
import {setText} from './set-operators.js';

const isOnLeader = ({kind}: Operation): boolean => kind === 'evict-leader' || kind === 'cancel-evict-leader';

/** "pausing users", "evicting the leader". */
const doingText = (operation: Operation): string => {
	const {doing} = kindWords[operation.kind];
	return isOnLeader(operation) ? doing : `${doing} ${operationTarget(operation)}`;
};

/** "pause of users", "evict leader". */
const nounText = (operation: Operation): string => {
	const {name} = kindWords[operation.kind];
	return isOnLeader(operation) ? name : `${name} of ${operationTarget(operation)}`;
};

const inPhase = (places: readonly FollowedPlace[], phase: PlacePhase): readonly FollowedPlace[] =>
	places.filter(place => place.phase === phase);

const statesOf = (places: readonly FollowedPlace[]): string =>
	countTexts(places.map(({state}) => (state === '' ? 'unknown' : state)));

/** "mysql-01 and mysql-03: one reason; mysql-04: another"; no names where it is the only place of a named one. */
const byReason = (
	{operation, places}: Followed,
	phase: PlacePhase,
	reasonOf: (place: FollowedPlace) => string,
): string => {
	const isNamed = places.length > 1 || !('sources' in operation) || operation.sources.length !== 1;
	return Map.groupBy(inPhase(places, phase), place => reasonOf(place))
		.entries()
		.map(([reason, same]) => {
			const names = listNames(same.map(({place}) => place));
			return names === wholeCluster || !isNamed ? reason : `${names}: ${reason}`;
		})
		.toArray()
		.join('; ');
};

const briefOf = (text: string): string => {
	const {brief} = reasonOfText(text);
	return brief === '' ? 'no reason given' : brief;
};

const refusalsOf = (followed: Followed): string => byReason(followed, 'refused', ({msg}) => briefOf(msg));

/** "paused by an error: A DDL cannot be parsed (36067)"; of a DDL that was passed, that it is another one. */
const failureOf = ({operation}: Followed, {error, baseline}: FollowedPlace): string => {
	const {brief} = reasonOfError(error!);
	return isBinlogKind(operation.kind) && baseline !== '' && isOtherError(error!, baseline)
		? `got past it, then paused by another error: ${brief}`
		: `paused by ${brief}`;
};

const failuresOf = (followed: Followed): string =>
	byReason(followed, 'failed', place => failureOf(followed, place));

const because = (reason: string): string => (reason === '' ? '' : `: ${reason}`);

/** "users Paused (4/4)", "mysql-01 served by worker-5". */
const reachedText = ({operation, places}: Followed): string => {
	const reached = inPhase(places, 'reached');
	const count = 'sources' in operation ? ` (${reached.length}/${places.length})` : '';
	const subject = isOnLeader(operation) ? '' : `${operationTarget(operation)} `;
	return operation.kind === 'unlock-ddl' ? `${subject}unlocked` : `${subject}${statesOf(reached)}${count}`;
};

/** Places for which DM keeps it until they have a worker. */
const storedText = ({places}: Followed): string => {
	const stored = inPhase(places, 'stored');
	return stored.length === 0
		? ''
		: `stored by DM: it takes effect when ${listNames(stored.map(({place}) => place))} ${stored.length === 1 ? 'has' : 'have'} a worker`;
};

const goingText = (followed: Followed): string => {
	const {operation, places, phase, msg, isSeen} = followed;
	const done = inPhase(places, 'reached').length;
	const progress = places.length > 1 && done > 0 ? ` ${done}/${places.length} sources done` : '';
	switch (phase) {
		case 'unknown': {
			return `${doingText(operation)}: not known yet${because(reasonOfText(msg).brief)}${isSeen ? `${progress}; watching the status` : ''}`;
		}

		case 'answered': {
			const stored = storedText(followed);
			const waits = stored === '' ? 'accepted by DM, waiting for the status to show it' : stored;
			const bad = [refusalsOf(followed), failuresOf(followed)].filter(text => text !== '').join('; ');
			return `${doingText(operation)}${progress === '' ? `: ${waits}` : progress}${progress !== '' && stored !== '' ? `; ${stored}` : ''}${because(bad)}`;
		}

		default: {
			return `${doingText(operation)}${progress === '' ? '…' : progress}`;
		}
	}
};

const timedOutText = ({operation, places, msg, answeredAt, isSeen}: Followed): string => {
	const minutes = watching / 60_000;
	const answer =
		answeredAt === undefined
			? '; DM has not answered'
			: isSeen
				? ''
				: `; it is not known whether it was done${because(reasonOfText(msg).brief)}`;
	const shown = isSeen && places.length > 0 ? `; the status shows ${statesOf(places)}` : '';
	return `${nounText(operation)} not confirmed within ${minutes} min${shown}${answer}`;
};

/** What DM said where the status has nothing to show. */
const acceptedText = (followed: Followed): string => {
	const {operation, places, msg} = followed;
	const said = places.map(place => place.msg);
	if (operation.kind === 'binlog-list') {
		return `${operationTarget(operation)}: ${setText(said.length > 0 ? said : [msg])}`;
	}

	const words = [...new Set(said.filter(text => text !== ''))];
	return `${nounText(operation)} accepted${because(words.length > 0 ? words.join('; ') : msg)}`;
};

/** "failed again", or "failed" where it did not stand at an error before. */
const failedWords = ({operation, places}: Followed): string =>
	inPhase(places, 'failed').every(({baseline}) => stoodAtError(operation, baseline))
		? 'failed again'
		: 'failed';

const partlyText = (followed: Followed): string =>
	[
		inPhase(followed.places, 'reached').length > 0 ? reachedText(followed) : '',
		inPhase(followed.places, 'refused').length > 0
			? `${nounText(followed.operation)} refused: ${refusalsOf(followed)}`
			: '',
		inPhase(followed.places, 'failed').length > 0 ? `${failedWords(followed)}: ${failuresOf(followed)}` : '',
	]
		.filter(text => text !== '')
		.join('; ');

/** One operation in one line, as things stand; the cause first. */
export const describe = (followed: Followed): string => {
	const {operation, phase, msg} = followed;
	switch (phase) {
		case 'sent':
		case 'answered':
		case 'unknown': {
			return goingText(followed);
		}

		case 'done': {
			return reachedText(followed);
		}

		case 'accepted': {
			return acceptedText(followed);
		}

		case 'partly': {
			return partlyText(followed);
		}

		case 'failed-again': {
			return `${operationTarget(operation)} ${failedWords(followed)}: ${failuresOf(followed)}`;
		}

		case 'refused': {
			return `${nounText(operation)} refused: ${msg === '' ? refusalsOf(followed) || briefOf('') : briefOf(msg)}`;
		}

		case 'stored': {
			return `${nounText(operation)} ${storedText(followed)}`;
		}

		case 'not-sent': {
			return `${nounText(operation)} not sent${because(msg)}`;
		}

		case 'timed-out': {
			return timedOutText(followed);
		}

		case 'superseded': {
			return `${nounText(operation)} superseded by a later operation`;
		}
	}
};

/** DM's whole words and each error with its place and its cure, a line each; [] where `describe` says all. */
export const detailOf = ({places, msg, way}: Followed): readonly string[] => {
	const tell = (place: string, {detail}: Reason): readonly string[] =>
		detail.length === 0 || place === '' ? detail : [`${place}:`, ...detail.map(line => `  ${line}`)];
	return [
		...(way === undefined ? [] : [`sent over ${way}`]),
		...tell('', reasonOfText(msg)),
		...places.flatMap(place => [
			...tell(place.place, reasonOfText(place.msg)),
			...(place.error ? tell(place.place, reasonOfError(place.error)) : []),
		]),
	];
};

const phaseHealth: Readonly<Record<Phase, Health>> = {
	sent: 'changing',
	answered: 'changing',
	unknown: 'silent',
	done: 'running',
	accepted: 'running',
	partly: 'error',
	'failed-again': 'error',
	stored: 'changing',
	refused: 'error',
	'not-sent': 'error',
	'timed-out': 'silent',
	superseded: 'changing',
};

/** The colour and sign for an operation, as those of a row. */
const healthOf = ({phase}: Followed): Health => phaseHealth[phase];

/** Whether it ended otherwise than a person wanted. */
export const isTrouble = ({phase}: Followed): boolean =>
	phaseHealth[phase] === 'error' || phase === 'timed-out';

/** How long what has ended stays in the flash line, ms: trouble longer. */
const shownFor = (followed: Followed): number => (isTrouble(followed) ? 30_000 : 8000);

export type Flash = {readonly text: string; readonly health: Health};

const phaseWords: ReadonlyArray<readonly [Phase, string]> = [
	['done', 'done'],
	['accepted', 'accepted'],
	['failed-again', 'failed again'],
	['refused', 'refused'],
	['partly', 'done in part'],
	['stored', 'stored by DM'],
	['not-sent', 'not sent'],
	['timed-out', 'not confirmed'],
	['superseded', 'superseded'],
];

/** Several operations of one confirmation: "pause of 4 tasks: 3 done, 1 refused (orders: DM's words)". */
const summaryOf = (group: readonly Followed[]): Flash => {
	const [{operation}] = group as readonly [Followed, ...Followed[]];
	const {name, doing} = kindWords[operation.kind];
	const isOver = group.every(followed => isFinal(followed));
	const subjects = `${group.length} ${isTaskKind(operation.kind) ? 'tasks' : 'subtasks'}`;
	const counts = phaseWords.flatMap(([phase, words]) => {
		const {length} = group.filter(followed => followed.phase === phase);
		return length === 0 ? [] : `${length} ${words}`;
	});
	const bad = group.filter(followed => isTrouble(followed));
	const reasons = bad.slice(0, 2).map(followed => describe(followed));
	const more = bad.length > 2 ? [`and ${bad.length - 2} more`] : [];
	const worst = bad[0] ?? group.find(followed => !isFinal(followed)) ?? group[0]!;
	return {
		text: `${isOver ? `${name} of` : doing} ${subjects}${because(counts.join(', '))}${bad.length === 0 ? (isOver || counts.length > 0 ? '' : '…') : ` (${[...reasons, ...more].join('; ')})`}`,
		health: healthOf(worst),
	};
};

/** What there is to tell of operations at `now`, newest first; [] when nothing goes on and nothing ended just now. */
export const flashes = ({operations}: Follow, now: number): readonly Flash[] =>
	Map.groupBy(operations, ({id}) => confirmationOf(id))
		.values()
		.filter(group =>
			group.some(followed => !isFinal(followed) || now - (followed.endedAt ?? 0) < shownFor(followed)),
		)
		.map(group =>
			group.length === 1 ? {text: describe(group[0]!), health: healthOf(group[0]!)} : summaryOf(group),
		)
		.toArray()
		.toReversed();

const outcomes: ReadonlyMap<Health, Outcome> = new Map([
	['running', 'done'],
	['error', 'failed'],
	['silent', 'unknown'],
]);

/** An operation that came into another phase, for the list of events. */
export const observationOf = (followed: Followed): OperationObservation => {
	const {id, operation, sentAt, answeredAt, endedAt, phase} = followed;
	const text = phase === 'sent' ? `${nounText(operation)} requested by this dm-top` : describe(followed);
	const at = endedAt ?? (phase === 'sent' ? sentAt : (answeredAt ?? sentAt));
	const outcome = outcomes.get(healthOf(followed)) ?? 'under-way';
	const cause = {
		sending: id,
		operation: operation.kind,
		sources: 'source' in operation ? [operation.source] : 'sources' in operation ? operation.sources : [],
		isOver: isFinal(followed),
	};
	const told = {
		kind: 'operation' as const,
		at,
		outcome,
		text,
		detail: detailOf(followed),
		...(('task' in operation || 'source' in operation) && {cause}),
	};
	if ('task' in operation) {
		const source =
			'sources' in operation && operation.sources.length === 1 ? operation.sources[0]! : undefined;
		return {
			...told,
			subject: source === undefined ? operation.task : `${operation.task}/${source}`,
			task: operation.task,
			...(source !== undefined && {source}),
		};
	}

	return 'source' in operation
		? {...told, subject: operation.source, source: operation.source}
		: {...told, subject: operation.kind === 'evict-leader' ? 'leader' : 'masters'};
};

/**
 * What the column of states shows of a task (or of one of its sources) in place of its state: "Pausing…" while that is
 * not seen done there; undefined when nothing is under way.
 */
export const overlayOf = ({operations}: Follow, task: string, source?: string): string | undefined => {
	const newest = operations.findLast(followed => {
		const {operation, places} = followed;
		return (
			!isFinal(followed) &&
			!followed.isSuperseded &&
			followed.isSeen &&
			'task' in operation &&
			operation.task === task &&
			(source === undefined
				? true
				: places.some(({place, phase}) => place === source && (phase === 'waiting' || phase === 'stored')))
		);
	});
	return newest && kindWords[newest.operation.kind].overlay;
};
