/**
 * What the status has to show for an operation to be done.
 */
import type {ProcessError} from '../../dm/status.js';
import type {ClusterView, SourceView, SubtaskView} from '../../monitor/view.js';
import type {Operation} from '../../providers/operation.js';
import {findBadDdl} from '../../dm/bad-ddl.js';
import {findSource, findSubtask, findTask, stateText} from '../target.js';

/** What the status says of one place that an operation acts on. */
export type Sight = {
	/** When it was learnt, ms since the epoch. Infinity where the sight itself tells that it is newer than the operation. */
	readonly at: number;
	/** In words: "Paused", "gone", "served by worker-5". */
	readonly state: string;
	/** Whether the operation is done there. */
	readonly isReached: boolean;
	/** The error it stands at although it was asked to run; absent where it stands at none. */
	readonly error?: ProcessError;
};

/** When dm-master last listed its DDL locks, ms since the epoch, and their IDs. */
export type LockSight = {readonly at: number; readonly ids: ReadonlySet<string>};

/** What is known at one moment. */
export type Known = {
	readonly cluster: ClusterView;
	/** Absent where dm-master was not asked, or cannot be. */
	readonly locks?: LockSight;
};

/** The kinds of which the status shows nothing: DM's answer is all there is. */
const unseen: ReadonlySet<Operation['kind']> = new Set([
	'binlog-revert',
	'binlog-list',
	'schema-set',
	'schema-remove',
	'validation-start',
	'validation-stop',
	'validation-ignore',
	'validation-resolve',
	'validation-clear',
	'purge-relay',
	'enable-source',
	'disable-source',
	'cancel-evict-leader',
] as const);

/** The kinds after which the subtask runs: when it stands at an error then, they were of no use. */
const running: ReadonlySet<Operation['kind']> = new Set([
	'resume',
	'start',
	'binlog-skip',
	'binlog-replace',
	'binlog-inject',
] as const);

/** Whether a binlog operation is for another place than the DDL at which a subtask stands. */
const isElsewhere = (operation: Operation, cluster: ClusterView): boolean =>
	'position' in operation &&
	operation.position !== '' &&
	operation.sources.every(source => {
		const view = findSubtask(cluster, operation.task, source);
		return !view || findBadDdl(view.subtask)?.position !== operation.position;
	});

/** Whether the status can show that an operation is done. */
export const isSeen = (operation: Operation, cluster: ClusterView): boolean =>
	!unseen.has(operation.kind) && !isElsewhere(operation, cluster);

/** The place of an operation on the cluster itself. */
export const wholeCluster = '';

/**
 * The places that an operation acts on: names of sources, or `wholeCluster`. For "all sources" those that are known now;
 * for a lock those of its task.
 */
export const placesOf = (operation: Operation, cluster: ClusterView): readonly string[] => {
	switch (operation.kind) {
		case 'evict-leader':
		case 'cancel-evict-leader': {
			return [wholeCluster];
		}

		case 'enable-relay':
		case 'disable-relay':
		case 'pause-relay':
		case 'resume-relay':
		case 'purge-relay':
		case 'transfer-source':
		case 'enable-source':
		case 'disable-source': {
			return [operation.source];
		}

		default: {
			const sources = operation.kind === 'unlock-ddl' ? [] : operation.sources;
			return sources.length > 0
				? [...new Set(sources)]
				: (findTask(cluster, operation.task)?.subtasks.map(({subtask}) => subtask.source) ?? []);
		}
	}
};

/** What tells one error or one blocking DDL from another; '' where there is none. */
const holdOf = ({subtask}: SubtaskView): string => {
	const {blockingDDLs = [], unresolvedGroups = [], blockDDLOwner = ''} = subtask.sync ?? {};
	return blockingDDLs.length === 0 && unresolvedGroups.length === 0 && subtask.unresolvedDDLLockID === ''
		? ''
		: JSON.stringify([
				subtask.unresolvedDDLLockID,
				blockingDDLs,
				blockDDLOwner,
				unresolvedGroups.map(({target, firstLocation}) => [target, firstLocation]),
			]);
};

/** The error by which a subtask is paused. */
const errorOf = ({subtask: {stage, result}}: SubtaskView): ProcessError | undefined =>
	stage === 'Paused' ? result?.errors[0] : undefined;

/** What tells one error from another; '' for none. */
const errorKey = (error: ProcessError | undefined): string =>
	error ? JSON.stringify([error.code, error.message, error.rawCause]) : '';

/**
 * What the goal is measured against: how the place was before the operation was sent. '' where nothing of it is known,
 * or nothing matters. For what makes a subtask run it is the error at which that stands.
 */
export const baselineOf = (operation: Operation, place: string, cluster: ClusterView): string => {
	switch (operation.kind) {
		case 'evict-leader': {
			return cluster.leader ?? '';
		}

		case 'unlock-ddl': {
			const view = findSubtask(cluster, operation.task, place);
			return view ? holdOf(view) : '';
		}

		case 'resume':
		case 'start':
		case 'binlog-skip':
		case 'binlog-replace':
		case 'binlog-inject': {
			const view = findSubtask(cluster, operation.task, place);
			return view ? errorKey(errorOf(view)) : '';
		}

		case 'stop': {
			return findSubtask(cluster, operation.task, place) ? 'known' : '';
		}

		default: {
			return '';
		}
	}
};

/** Whether the subtask stood at an error before: then a moment of Running does not show that it goes on. */
export const stoodAtError = ({kind}: Operation, baseline: string): boolean =>
	running.has(kind) && baseline !== '';

/** Whether an error is another one than that which a place stood at before. */
export const isOtherError = (error: ProcessError, baseline: string): boolean => errorKey(error) !== baseline;

const isReachedBy = (operation: Operation, view: SubtaskView, baseline: string): boolean => {
	const {stage} = view.subtask;
	switch (operation.kind) {
		case 'pause': {
			return stage === 'Paused';
		}

		case 'resume':
		case 'start':
		case 'binlog-skip':
		case 'binlog-replace':
		case 'binlog-inject': {
			return stage === 'Running' || stage === 'Finished';
		}

		case 'unlock-ddl': {
			return baseline !== '' && holdOf(view) !== baseline;
		}

		default: {
			return false;
		}
	}
};

const seeSubtask = (
	operation: Operation & {readonly task: string},
	source: string,
	baseline: string,
	cluster: ClusterView,
): Sight => {
	const view = findSubtask(cluster, operation.task, source);
	if (view) {
		const error = running.has(operation.kind) ? errorOf(view) : undefined;
		return {
			at: view.at,
			state: stateText(view),
			isReached: isReachedBy(operation, view, baseline),
			...(error && {error}),
		};
	}

	const isEnd = operation.kind === 'stop';
	const heardAt = findSource(cluster, source)?.at ?? cluster.at;
	return {
		// What was known and is no longer was taken away by an answer that came since.
		at: baseline !== '' && heardAt > 0 ? Infinity : heardAt,
		state: 'gone',
		isReached: isEnd || (operation.kind === 'unlock-ddl' && baseline !== ''),
	};
};

/** The stage a relay is to come to; absent where it is to be gone. */
const relayGoals: ReadonlyMap<Operation['kind'], string> = new Map([
	['enable-relay', 'Running'],
	['resume-relay', 'Running'],
	['pause-relay', 'Paused'],
]);

const seeRelay = (kind: Operation['kind'], {at, relay}: SourceView): Sight => {
	const goal = relayGoals.get(kind);
	const error = goal === 'Running' && relay?.stage === 'Paused' ? relay.result?.errors[0] : undefined;
	return {
		at,
		state: relay ? `relay ${relay.stage}` : 'no relay',
		isReached: relay?.stage === goal,
		...(error && {error}),
	};
};

const seeSource = (
	operation: Extract<Operation, {readonly source: string}>,
	cluster: ClusterView,
): Sight | undefined => {
	const source = findSource(cluster, operation.source);
	if (!source) {
		return undefined;
	}

	const {at, worker} = source;
	return operation.kind === 'transfer-source'
		? {
				at,
				state: worker === '' ? 'no worker' : `served by ${worker}`,
				isReached: worker === operation.worker,
			}
		: seeRelay(operation.kind, source);
};

/** A lock that dm-master no longer lists is gone, whatever else a subtask waits for. */
const seeLock = (
	operation: Extract<Operation, {readonly kind: 'unlock-ddl'}>,
	source: string,
	baseline: string,
	{cluster, locks}: Known,
): Sight => {
	const sight = seeSubtask(operation, source, baseline, cluster);
	return locks && !sight.isReached && !locks.ids.has(operation.lock)
		? {...sight, at: locks.at, isReached: true}
		: sight;
};

/** What is known of one place now; undefined where nothing is. `baseline`: as `baselineOf` gave it before the sending. */
export const see = (
	operation: Operation,
	place: string,
	baseline: string,
	known: Known,
): Sight | undefined => {
	const {cluster} = known;
	switch (operation.kind) {
		case 'evict-leader':
		case 'cancel-evict-leader': {
			const {leader} = cluster;
			return leader === undefined
				? undefined
				: {
						at: Infinity,
						state: leader === '' ? 'no leader' : `${leader} leads`,
						isReached: leader !== '' && baseline !== '' && leader !== baseline,
					};
		}

		case 'enable-relay':
		case 'disable-relay':
		case 'pause-relay':
		case 'resume-relay':
		case 'purge-relay':
		case 'transfer-source':
		case 'enable-source':
		case 'disable-source': {
			return seeSource(operation, cluster);
		}

		case 'unlock-ddl': {
			return seeLock(operation, place, baseline, known);
		}

		default: {
			return seeSubtask(operation, place, baseline, cluster);
		}
	}
};
