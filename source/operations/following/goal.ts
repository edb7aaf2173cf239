/**
 * What the status has to show for an operation to be done.
 */
import type {ProcessError} from '../../dm/status.js';
import type {ClusterView, SourceView, SubtaskView} from '../../monitor/view.js';
import {findBadDdl} from '../../dm/derived/bad-ddl.js';
import {type LockOperation, type Operation, type SourceOperation, actsOn} from '../../providers/operation.js';
import {makesRun, relayGoals, startsRelay} from '../kinds.js';
import {findSource, findSubtask, stateText} from '../target.js';
import {say} from '../../language/say.js';
import {errorOf, holdOf, relayErrorOf} from './baseline.js';

/** What the status says about one place of an operation. */
export type PlaceStatus = {
	/** When it was learnt, ms since the epoch. Infinity where it is certainly newer than the operation. */
	readonly at: number;
	/** In words: "Paused", "gone", "served by worker-5". */
	readonly state: string;
	/** Whether the operation is done there. */
	readonly isReached: boolean;
	/** The error that stopped it although it should run; absent where there is none. */
	readonly error?: ProcessError;
};

/** When dm-master last listed its DDL locks, ms since the epoch, and their IDs. */
export type LockList = {readonly at: number; readonly ids: ReadonlySet<string>};

/** The state at one moment. */
export type Snapshot = {
	readonly cluster: ClusterView;
	/** Absent where dm-master was not or cannot be asked. */
	readonly locks?: LockList;
};

/** The kinds whose outcome the status does not show: there is only DM's answer. */
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

/** Whether a binlog operation is for another position than the DDL that stopped a subtask. */
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

const isReachedBy = (operation: Operation, view: SubtaskView, baseline: string): boolean => {
	const {stage} = view.subtask;
	if (operation.kind === 'unlock-ddl') {
		return baseline !== '' && holdOf(view) !== baseline;
	}

	return operation.kind === 'pause'
		? stage === 'Paused'
		: makesRun(operation.kind) && (stage === 'Running' || stage === 'Finished');
};

const seeSubtask = (
	operation: Operation & {readonly task: string},
	source: string,
	baseline: string,
	cluster: ClusterView,
): PlaceStatus => {
	const view = findSubtask(cluster, operation.task, source);
	if (view) {
		const error = makesRun(operation.kind) ? errorOf(view) : undefined;
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
		// Something that was known and no longer is was removed by a newer answer.
		at: baseline !== '' && heardAt > 0 ? Infinity : heardAt,
		state: say('gone'),
		isReached: isEnd || (operation.kind === 'unlock-ddl' && baseline !== ''),
	};
};

const seeRelay = (kind: Operation['kind'], source: SourceView): PlaceStatus => {
	const {at, relay} = source;
	const error = startsRelay(kind) ? relayErrorOf(source) : undefined;
	return {
		at,
		state: relay ? say('relay {stage}', {stage: relay.stage}) : say('no relay'),
		isReached: relay?.stage === relayGoals.get(kind),
		...(error && {error}),
	};
};

const seeSource = (operation: SourceOperation, cluster: ClusterView): PlaceStatus | undefined => {
	const source = findSource(cluster, operation.source);
	if (!source) {
		return undefined;
	}

	const {at, worker} = source;
	return operation.kind === 'transfer-source'
		? {
				at,
				state: worker === '' ? say('no worker') : say('served by {worker}', {worker}),
				isReached: worker === operation.worker,
			}
		: seeRelay(operation.kind, source);
};

const seeLeader = (baseline: string, {leader}: ClusterView): PlaceStatus | undefined =>
	leader === undefined
		? undefined
		: {
				at: Infinity,
				state: leader === '' ? say('no leader') : say('{leader} leads', {leader}),
				isReached: leader !== '' && baseline !== '' && leader !== baseline,
			};

/** A lock that dm-master no longer lists is gone, even if a subtask waits for another one. */
const seeLock = (
	operation: LockOperation,
	source: string,
	baseline: string,
	{cluster, locks}: Snapshot,
): PlaceStatus => {
	const sight = seeSubtask(operation, source, baseline, cluster);
	return locks && !sight.isReached && !locks.ids.has(operation.lock)
		? {...sight, at: locks.at, isReached: true}
		: sight;
};

/** The current state of one place; undefined where it is unknown. `baseline`: from `baselineOf`, before the sending. */
export const see = (
	operation: Operation,
	place: string,
	baseline: string,
	snapshot: Snapshot,
): PlaceStatus | undefined => {
	const {cluster} = snapshot;
	if (actsOn(operation, 'cluster')) {
		return seeLeader(baseline, cluster);
	}

	if (actsOn(operation, 'source')) {
		return seeSource(operation, cluster);
	}

	return actsOn(operation, 'lock')
		? seeLock(operation, place, baseline, snapshot)
		: seeSubtask(operation, place, baseline, cluster);
};
