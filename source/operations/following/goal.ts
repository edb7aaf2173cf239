/**
 * What the status has to show for an operation to be done.
 */
import type {ClusterView, SubtaskView} from '../../monitor/view.js';
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
};

/** The kinds of which the status shows nothing: DM's answer is all there is. */
const unseen: ReadonlySet<Operation['kind']> = new Set([
	'binlog-revert',
	'binlog-list',
	'purge-relay',
	'cancel-evict-leader',
] as const);

/** Whether the status can show that an operation is done. */
export const isSeen = ({kind}: Operation): boolean => !unseen.has(kind);

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
		case 'purge-relay':
		case 'transfer-source': {
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

const ddlOf = ({subtask}: SubtaskView): string => {
	const ddl = findBadDdl(subtask);
	return ddl ? JSON.stringify([ddl.position, ddl.position === '' ? ddl.error.message : '']) : '';
};

/**
 * What the goal is measured against: how the place was before the operation was sent. '' where nothing of it is known,
 * or nothing matters.
 */
export const baselineOf = (operation: Operation, place: string, cluster: ClusterView): string => {
	switch (operation.kind) {
		case 'evict-leader': {
			return cluster.leader ?? '';
		}

		case 'unlock-ddl':
		case 'binlog-skip':
		case 'binlog-replace':
		case 'binlog-inject': {
			const view = findSubtask(cluster, operation.task, place);
			return view ? (operation.kind === 'unlock-ddl' ? holdOf(view) : ddlOf(view)) : '';
		}

		case 'stop':
		case 'delete': {
			return findSubtask(cluster, operation.task, place) ? 'known' : '';
		}

		default: {
			return '';
		}
	}
};

const isReachedBy = (operation: Operation, view: SubtaskView, baseline: string): boolean => {
	const {stage, result} = view.subtask;
	switch (operation.kind) {
		case 'pause': {
			return stage === 'Paused';
		}

		case 'resume':
		case 'start': {
			return stage === 'Running' || stage === 'Finished';
		}

		case 'stop': {
			// From DM 6.0 on what OpenAPI calls stop ends in Paused; an error ends there too, and is no stop.
			const isAsked = result?.isCanceled === true || (result?.errors.length ?? 0) === 0;
			return stage === 'Stopped' || (stage === 'Paused' && isAsked);
		}

		case 'binlog-skip':
		case 'binlog-replace':
		case 'binlog-inject': {
			// DM resumes by itself. It may stop again further on; that is another error.
			return stage === 'Running' || stage === 'Finished' || (stage === 'Paused' && ddlOf(view) !== baseline);
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
		return {at: view.at, state: stateText(view), isReached: isReachedBy(operation, view, baseline)};
	}

	const isEnd = operation.kind === 'delete' || operation.kind === 'stop';
	const heardAt = findSource(cluster, source)?.at ?? cluster.at;
	return {
		// What was known and is no longer was taken away by an answer that came since.
		at: baseline !== '' && heardAt > 0 ? Infinity : heardAt,
		state: 'gone',
		isReached: isEnd || (operation.kind === 'unlock-ddl' && baseline !== ''),
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

	const {at, relay, worker} = source;
	if (operation.kind === 'transfer-source') {
		return {
			at,
			state: worker === '' ? 'no worker' : `served by ${worker}`,
			isReached: worker === operation.worker,
		};
	}

	const isReached = operation.kind === 'enable-relay' ? relay?.stage === 'Running' : relay === undefined;
	return {at, state: relay ? `relay ${relay.stage}` : 'no relay', isReached};
};

/** What the status shows of one place now; undefined when it shows nothing of it. */
export const see = (
	operation: Operation,
	place: string,
	baseline: string,
	cluster: ClusterView,
): Sight | undefined => {
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
		case 'purge-relay':
		case 'transfer-source': {
			return seeSource(operation, cluster);
		}

		default: {
			return seeSubtask(operation, place, baseline, cluster);
		}
	}
};
