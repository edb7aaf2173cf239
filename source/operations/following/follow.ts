/**
 * The operations that were sent, and what becomes of them. Pure: each step gives the next state, and which operations
 * came into another phase, for the list of events and the audit.
 *
 * All times are ms since the epoch by the clock of the views (`ClusterView.now`), and the views are live ones, never the
 * frozen one on screen: what they show is compared with when the operation was sent.
 */
import type {ClusterView} from '../../monitor/view.js';
import type {Operation, OperationAnswer} from '../../providers/operation.js';
import {formatDuration} from '../../components/quantity.js';
import {scopeOf} from '../scope.js';
import {say} from '../../language/say.js';
import {capital} from '../../findings/words.js';
import {type Followed, isFinal} from './followed.js';
import type {Snapshot} from './goal.js';
import {checkNow} from './check-places.js';
import {sendNow, takeAnswer} from './sending.js';
import {doingText} from './telling/describe.js';

/** Everything that was sent and is remembered. */
export type Follow = {
	/** Oldest first; all that are under way, and the last ones that ended. */
	readonly operations: readonly Followed[];
	/** The IDs of all that have been sent. */
	readonly ids: ReadonlySet<string>;
};

/** The next state, and which operations came into another phase with it. */
export type Step = {
	readonly follow: Follow;
	/** Those whose phase has changed, in their new state. */
	readonly changed: readonly Followed[];
};

/** Without any operation. */
export const nothingFollowed: Follow = {operations: [], ids: new Set()};

/** The number of ended operations that are remembered. */
const remembered = 50;

const overlap = (left: readonly string[], right: readonly string[]): boolean =>
	left.length === 0 || right.length === 0 || !new Set(left).isDisjointFrom(new Set(right));

/** What two operations of one kind must have in common, besides sources, to be the same. */
const detailOf = (operation: Operation): string => {
	const scope = scopeOf(operation);
	const detail = [
		scope.on === 'task' ? scope.task : scope.on === 'source' ? scope.source : '',
		'position' in operation && operation.position,
		'table' in operation && [operation.database, operation.table],
		'error' in operation && operation.error,
		'lock' in operation && operation.lock,
	];
	return JSON.stringify(detail);
};

const sourcesOf = (operation: Operation): readonly string[] =>
	'sources' in operation ? operation.sources : [];

const areSame = (left: Operation, right: Operation): boolean =>
	left.kind === right.kind &&
	detailOf(left) === detailOf(right) &&
	overlap(sourcesOf(left), sourcesOf(right));

/** Whether a later operation makes it pointless to wait for an earlier one. */
const supersedes = (later: Operation, earlier: Operation): boolean =>
	'sources' in later &&
	'sources' in earlier &&
	later.kind !== 'binlog-list' &&
	later.task === earlier.task &&
	overlap(later.sources, earlier.sources);

/** Whether it is still pending: it has no answer yet, or its outcome was not seen. */
const isUnderWay = (followed: Followed): boolean => !isFinal(followed) || followed.answeredAt === undefined;

const forget = (operations: readonly Followed[]): readonly Followed[] => {
	const ended = operations.filter(followed => !isUnderWay(followed));
	const dropped = new Set(ended.slice(0, Math.max(0, ended.length - remembered)));
	return dropped.size === 0 ? operations : operations.filter(followed => !dropped.has(followed));
};

const stepTo = (before: Follow, operations: readonly Followed[]): Step => {
	const phases = new Map(before.operations.map(({id, phase}) => [id, phase]));
	const changed = operations.filter(({id, phase}) => phases.get(id) !== phase);
	const isSame =
		operations.length === before.operations.length &&
		operations.every((followed, index) => followed === before.operations[index]);
	return isSame
		? {follow: before, changed: []}
		: {follow: {...before, operations: forget(operations)}, changed};
};

/** The operation to send, and the cluster at that moment. */
export type Beginning = {
	/** The ID of this sending: see `operationId`. */
	readonly id: string;
	readonly operation: Operation;
	readonly cluster: ClusterView;
	readonly at: number;
};

/** The ID of the operation at `index` of a confirmed plan. */
export const operationId = (confirmation: string, index: number): string => `${confirmation}.${index + 1}`;

/** The confirmation that an ID made by `operationId` belongs to. */
export const confirmationOf = (id: string): string => id.replace(/\.\d+$/v, '');

/**
 * Notes an operation before it is sent. `refusal` says why it must not be sent (the confirmation was already used, or
 * the same operation is under way); then nothing is noted.
 */
export const begin = (
	follow: Follow,
	{id, operation, cluster, at}: Beginning,
): Step & {readonly refusal?: string} => {
	if (follow.ids.has(id)) {
		return {follow, changed: [], refusal: say('This was already sent: it is never sent twice.')};
	}

	const same = follow.operations.find(
		followed => isUnderWay(followed) && !followed.isSuperseded && areSame(followed.operation, operation),
	);
	if (same) {
		const age = formatDuration((at - same.sentAt) / 1000);
		const doing = capital(doingText(same.operation));
		return {
			follow,
			changed: [],
			refusal: say('{doing} has been under way for {age}: wait for its outcome.', {
				doing,
				age,
			}),
		};
	}

	const before = follow.operations.map(followed =>
		supersedes(operation, followed.operation) ? {...followed, isSuperseded: true} : followed,
	);
	const sent = sendNow(id, operation, cluster, at);
	return {
		follow: {operations: forget([...before, sent]), ids: new Set(follow.ids).add(id)},
		changed: [sent],
	};
};

/** Takes the answer to an operation. A second answer, or one to an unknown operation, changes nothing. */
export const answered = (follow: Follow, id: string, answer: OperationAnswer, at: number): Step =>
	stepTo(
		follow,
		follow.operations.map(followed => (followed.id === id ? takeAnswer(followed, answer, at) : followed)),
	);

/** Takes the current view. Call it with every new view, and at least every few seconds. */
export const checkStatus = (follow: Follow, snapshot: Snapshot, at: number): Step =>
	stepTo(
		follow,
		follow.operations.map(followed => checkNow(followed, snapshot, at)),
	);
