/**
 * The targets of operations, looked up in the view of the cluster.
 */
import type {ProcessResult} from '../dm/status.js';
import type {ClusterView, SourceView, SubtaskView, TaskView} from '../monitor/view.js';
import type {KindOf, Operation, TaskTarget} from '../providers/operation.js';
import {namesText} from '../language/sentences.js';
import {say} from '../language/say.js';
import {scopeOf} from './scope.js';
import type {StartChoice} from './starting/start.js';

/** What somebody wants to do. What is left open (a position, the sources) is filled in when it is planned. */
export type Choice =
	| Exclude<Operation, {readonly kind: KindOf<'task'> | KindOf<'binlog'>}>
	| StartChoice
	| {readonly kind: KindOf<'task'>; readonly targets: readonly TaskTarget[]}
	| {
			readonly kind: KindOf<'binlog'>;
			readonly targets: readonly TaskTarget[];
			/** "mysql-bin.000001:4"; absent: the position at which each subtask is stopped. */
			readonly position?: string;
			/** The statements of replace and inject; absent: they still have to be entered. */
			readonly sqls?: readonly string[];
	  };

/** Lists of a view stay the same objects while nothing in them changes: each is sorted by name once. */
const tasksByName = new WeakMap<readonly TaskView[], ReadonlyMap<string, TaskView>>();
const sourcesByName = new WeakMap<readonly SourceView[], ReadonlyMap<string, SourceView>>();

/** The task of this name; undefined when the cluster has none. */
export const findTask = ({tasks}: ClusterView, name: string): TaskView | undefined => {
	const known = tasksByName.get(tasks) ?? new Map(tasks.map(task => [task.name, task]));
	tasksByName.set(tasks, known);
	return known.get(name);
};

/** The source of this name; undefined when the cluster has none. */
export const findSource = ({sources}: ClusterView, name: string): SourceView | undefined => {
	const known = sourcesByName.get(sources) ?? new Map(sources.map(source => [source.source, source]));
	sourcesByName.set(sources, known);
	return known.get(name);
};

const subtasksBySource = new WeakMap<TaskView, ReadonlyMap<string, SubtaskView>>();

/** Any number of sources may be marked: use a set. */
const bySource = (task: TaskView): ReadonlyMap<string, SubtaskView> => {
	const known = subtasksBySource.get(task) ?? new Map(task.subtasks.map(view => [view.subtask.source, view]));
	subtasksBySource.set(task, known);
	return known;
};

/** The subtask of a task on a source; undefined when there is none. */
export const findSubtask = (cluster: ClusterView, task: string, source: string): SubtaskView | undefined => {
	const found = findTask(cluster, task);
	return found && bySource(found).get(source);
};

/** The known subtasks of a target. */
export const subtasksOfTarget = (
	cluster: ClusterView,
	{task, sources}: TaskTarget,
): readonly SubtaskView[] => {
	const subtasks = findTask(cluster, task)?.subtasks ?? [];
	if (sources.length === 0) {
		return subtasks;
	}

	const wanted = new Set(sources);
	return subtasks.filter(({subtask}) => wanted.has(subtask.source));
};

const errorName = (result: ProcessResult): string => {
	const codes = [...new Set(result.errors.flatMap(({code, type}) => code ?? type ?? []))];
	return codes.length === 0 ? say('an error') : say('error {code}', {code: namesText(codes.map(String))});
};

/** "Running", "Paused", "Paused by error 36067", "Running (waits for a DDL)". */
export const stateText = ({subtask, sinces}: SubtaskView): string => {
	const {stage, result} = subtask;
	if (stage === '') {
		return say('unknown');
	}

	if (stage === 'Paused' && (result?.errors.length ?? 0) > 0) {
		return say('Paused by {error}', {error: errorName(result!)});
	}

	return sinces.held ? say('{stage} (waits for a DDL)', {stage}) : stage;
};

/** Equal texts counted: "Running", or "3 Running, 1 Paused"; '' for none. */
export const countTexts = (texts: readonly string[]): string => {
	const counts = new Map<string, number>();
	for (const text of texts) {
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}

	return counts.size === 1
		? texts[0]!
		: [...counts]
				.toSorted(([, left], [, right]) => right - left)
				.map(([text, count]) => `${count} ${text}`)
				.join(say(', '));
};

/** "users", "users on mysql-01", "users on 3 sources". */
const targetText = ({task, sources}: TaskTarget): string =>
	sources.length === 0
		? task
		: sources.length === 1
			? say('{task} on {source}', {task, source: sources[0]!})
			: say('{task} on {count} sources', {task, count: sources.length});

/** The target of an operation, in a few words: "users on mysql-01", "mysql-01", "the leader". */
export const operationTarget = (operation: Operation): string => {
	if (operation.kind === 'unlock-ddl') {
		return operation.lock;
	}

	const scope = scopeOf(operation);
	switch (scope.on) {
		case 'cluster': {
			return operation.kind === 'evict-leader' ? say('the leader') : say('every master');
		}

		case 'source': {
			return scope.source;
		}

		case 'task': {
			return targetText(scope);
		}
	}
};
