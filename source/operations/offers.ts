/**
 * Which operations are offered where.
 */
import type {ClusterView} from '../monitor/view.js';
import type {OperationKind} from '../providers/operation.js';
import {type BinlogKind, type TaskKind, kindWords} from './kinds.js';
import {type Means, refusal, transferTargets} from './refusal.js';
import {oldestNeededFile} from './relay-files.js';
import {type Choice, type TaskTarget, findSource} from './target.js';

/** What a person looks at. */
export type Subject =
	| {readonly on: 'tasks'; readonly targets: readonly TaskTarget[]}
	| {readonly on: 'source'; readonly source: string}
	| {readonly on: 'cluster'}
	/** `owner` tells the conflicts of one optimistic lock apart: the table of the one looked at. */
	| {readonly on: 'lock'; readonly lock: string; readonly task: string; readonly owner?: string};

export type Offer = {
	readonly kind: OperationKind;
	/** "Pause", "Transfer to worker-5". */
	readonly text: string;
	/** Ready to be planned. */
	readonly choice: Choice;
};

const offer = (choice: Choice, text = kindWords[choice.kind].action): Offer => ({
	kind: choice.kind,
	text,
	choice,
});

const ofTask: readonly TaskKind[] = ['pause', 'resume', 'stop'];

/** What gets a subtask past its DDL comes first; these are offered only where there is one. */
const passingDdl: readonly BinlogKind[] = ['binlog-skip', 'binlog-replace'];

const aboutDdl: readonly BinlogKind[] = ['binlog-inject', 'binlog-revert', 'binlog-list'];

const ofSource = (source: string, cluster: ClusterView): Offer[] => {
	const known = findSource(cluster, source);
	const before = known ? oldestNeededFile(known) : '';
	return [
		...(known?.relay ? [] : [offer({kind: 'enable-relay', source, workers: []})]),
		offer({kind: 'disable-relay', source, workers: []}),
		...(before === ''
			? []
			: [offer({kind: 'purge-relay', source, before}, `Purge relay logs before ${before}`)]),
		...transferTargets(source, cluster).map(worker =>
			offer({kind: 'transfer-source', source, worker}, `Transfer to ${worker}`),
		),
	];
};

const all = (subject: Subject, cluster: ClusterView): Offer[] => {
	switch (subject.on) {
		case 'tasks': {
			const {targets} = subject;
			const ofBinlog = (kind: BinlogKind) => offer({kind, targets}, `${kindWords[kind].action} (binlog)`);
			return [
				...passingDdl.map(kind => ofBinlog(kind)),
				...ofTask.map(kind => offer({kind, targets})),
				...aboutDdl.map(kind => ofBinlog(kind)),
			];
		}

		case 'source': {
			return ofSource(subject.source, cluster);
		}

		case 'cluster': {
			return [offer({kind: 'evict-leader'}), offer({kind: 'cancel-evict-leader'})];
		}

		case 'lock': {
			const {lock, task, owner = ''} = subject;
			const unlock = {kind: 'unlock-ddl', lock, task, owner, force: false} as const;
			return [
				offer({...unlock, action: 'exec'}, 'Unlock: the owner executes the DDL'),
				offer({...unlock, action: 'skip'}, 'Unlock: the owner skips the DDL'),
			];
		}
	}
};

/** The operations that can be done to what a person looks at, as things stand. */
export const offers = (subject: Subject, cluster: ClusterView, means: Means): readonly Offer[] =>
	all(subject, cluster).filter(({choice}) => refusal(choice, cluster, means) === undefined);
