/**
 * What is told of operations that were asked for: the line that flashes by, the list of events, the rows.
 */
import type {ClusterEvent, Health} from '../../monitor/view.js';
import type {Operation} from '../../providers/operation.js';
import {kindWords} from '../kinds.js';
import {countTexts, listNames, operationTarget} from '../target.js';
import type {Follow} from './follow.js';
import {type Followed, type FollowedPlace, type Phase, isFinal, watching} from './followed.js';
import {wholeCluster} from './goal.js';

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

const inPhase = (places: readonly FollowedPlace[], phase: FollowedPlace['phase']): readonly FollowedPlace[] =>
	places.filter(place => place.phase === phase);

const statesOf = (places: readonly FollowedPlace[]): string =>
	countTexts(places.map(({state}) => (state === '' ? 'unknown' : state)));

/** "mysql-01 and mysql-03: DM's words; mysql-04: other words". */
const failuresOf = (places: readonly FollowedPlace[]): string =>
	Map.groupBy(inPhase(places, 'failed'), ({msg}) => msg)
		.entries()
		.map(
			([message, failed]) =>
				`${listNames(failed.map(({place}) => place))}: ${message === '' ? 'no reason given' : message}`,
		)
		.toArray()
		.join('; ');

const because = (message: string): string => (message === '' ? '' : `: ${message}`);

/** "users Paused (4/4)", "mysql-01 served by worker-5". */
const reachedText = ({operation, places}: Followed): string => {
	const reached = inPhase(places, 'reached');
	const count = 'sources' in operation ? ` (${reached.length}/${places.length})` : '';
	const subject = isOnLeader(operation) ? '' : `${operationTarget(operation)} `;
	return operation.kind === 'unlock-ddl' ? `${subject}unlocked` : `${subject}${statesOf(reached)}${count}`;
};

const goingText = (followed: Followed): string => {
	const {operation, places, phase, msg, isSeen} = followed;
	const done = inPhase(places, 'reached').length;
	const progress = places.length > 1 && done > 0 ? ` ${done}/${places.length} sources done` : '';
	switch (phase) {
		case 'unknown': {
			return `${doingText(operation)}: not known yet${because(msg)}${isSeen ? `${progress}; watching the status` : ''}`;
		}

		case 'answered': {
			const failures = failuresOf(places);
			return `${doingText(operation)}${progress === '' ? ': DM took it, waiting for the status to show it' : progress}${because(failures)}`;
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
				: `; it is not known whether it was done${because(msg)}`;
	const shown = isSeen && places.length > 0 ? `; the status shows ${statesOf(places)}` : '';
	return `${nounText(operation)} not seen done within ${minutes} min${shown}${answer}`;
};

/** One operation in one line, as things stand. */
export const describe = (followed: Followed): string => {
	const {operation, phase, places, msg} = followed;
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
			const said = [...new Set(places.map(place => place.msg).filter(text => text !== ''))];
			return `${nounText(operation)} accepted${because(said.length > 0 ? said.join('; ') : msg)}`;
		}

		case 'partly-failed': {
			const reached = inPhase(places, 'reached').length > 0 ? `${reachedText(followed)}; ` : '';
			return `${reached}${nounText(operation)} failed on ${failuresOf(places)}`;
		}

		case 'failed': {
			return places.some(({place}) => place !== wholeCluster)
				? `${nounText(operation)} failed on ${failuresOf(places)}`
				: `${nounText(operation)} failed${because(msg)}`;
		}

		case 'refused': {
			return `${nounText(operation)} refused${because(msg === '' ? failuresOf(places) : msg)}`;
		}

		case 'not-sent': {
			return `${nounText(operation)} not sent${because(msg)}`;
		}

		case 'timed-out': {
			return timedOutText(followed);
		}

		case 'overtaken': {
			return `${nounText(operation)} overtaken by what was sent after it`;
		}
	}
};

const phaseHealth: Readonly<Record<Phase, Health>> = {
	sent: 'changing',
	answered: 'changing',
	unknown: 'silent',
	done: 'running',
	accepted: 'running',
	'partly-failed': 'error',
	failed: 'error',
	refused: 'error',
	'not-sent': 'error',
	'timed-out': 'silent',
	overtaken: 'changing',
};

/** The colour and sign for an operation, as those of a row. */
const healthOf = ({phase}: Followed): Health => phaseHealth[phase];

/** How long what has ended stays in the flash line, ms: trouble longer. */
const shownFor = (followed: Followed): number =>
	phaseHealth[followed.phase] === 'error' || followed.phase === 'timed-out' ? 30_000 : 8000;

export type Flash = {readonly text: string; readonly health: Health};

/** What there is to tell of operations at `now`, newest first; [] when nothing goes on and nothing ended just now. */
export const flashes = ({operations}: Follow, now: number): readonly Flash[] =>
	operations
		.filter(followed => !isFinal(followed) || now - (followed.endedAt ?? 0) < shownFor(followed))
		.map(followed => ({text: describe(followed), health: healthOf(followed)}))
		.toReversed();

/** An operation that came into another phase, for the list of events beside what the monitor saw. */
export const eventOf = (followed: Followed): ClusterEvent => {
	const {operation, sentAt, answeredAt, endedAt, phase} = followed;
	const text = phase === 'sent' ? `${nounText(operation)} asked for by this dm-top` : describe(followed);
	const at = endedAt ?? (phase === 'sent' ? sentAt : (answeredAt ?? sentAt));
	const event = {at, health: healthOf(followed), text};
	if ('task' in operation) {
		const source =
			'sources' in operation && operation.sources.length === 1 ? operation.sources[0]! : undefined;
		return {
			...event,
			subject: source === undefined ? operation.task : `${operation.task}/${source}`,
			task: operation.task,
			...(source !== undefined && {source}),
		};
	}

	return 'source' in operation
		? {...event, subject: operation.source, source: operation.source}
		: {...event, subject: 'leader'};
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
			!followed.isOvertaken &&
			followed.isSeen &&
			'task' in operation &&
			operation.task === task &&
			(source === undefined
				? true
				: places.some(place => place.place === source && place.phase === 'waiting'))
		);
	});
	return newest && kindWords[newest.operation.kind].overlay;
};
