/** Applies the rules to one thing at a time. */
import {sortSteps, type Steps} from '../../dm/steps.js';
import {fitted} from '../../dm/values/fitted.js';
import type {ClusterView, SourceView, SubtaskView, TaskView} from '../../monitor/view.js';
import type {Health} from '../../monitor/health.js';
import type {Finding} from '../finding.js';
import {stageOfTask} from '../health.js';
import {byWorstFinding} from '../ordering/order.js';
import type {Rule} from '../rule.js';
import {rules} from '../rules.js';
import type {Thresholds} from '../thresholds.js';

/** The rules for each kind of thing. */
const having = <Name extends 'ofSubtask' | 'ofTask' | 'ofSource' | 'ofCluster'>(name: Name) =>
	rules.filter((rule): rule is Rule & Required<Pick<Rule, Name>> => rule[name] !== undefined);

const ofSubtask = having('ofSubtask');
const ofTask = having('ofTask');
const ofSource = having('ofSource');
const ofCluster = having('ofCluster');

const none: readonly Finding[] = [];

/** The findings about a thing, and the thing as it was then. */
export type TaskFindings = {
	readonly view: TaskView;
	/** Its health by its stages alone. */
	readonly stage: Health;
	/** One list per subtask, in their order; undefined when all are empty. */
	readonly bySubtask?: ReadonlyArray<readonly Finding[]>;
	/** The task's own and its subtasks', worst first. */
	readonly all: readonly Finding[];
};

/** A source and what was found about it alone, not about its subtasks. */
export type SourceFindings = {
	readonly view: SourceView;
	/** Its own, worst first. */
	readonly own: readonly Finding[];
};

const askAboutSubtask = (view: SubtaskView, thresholds: Thresholds): readonly Finding[] => {
	let found: Finding[] | undefined;
	for (const rule of ofSubtask) {
		const one = rule.ofSubtask(view, thresholds);
		if (!one) {
			continue;
		}

		const {task, source, worker} = view.subtask;
		found ??= [];
		found.push({kind: rule.kind, task, source, ...(worker !== '' && {worker}), ...one});
	}

	return found ? fitted(found) : none;
};

/** Steps are long enough that checking the clock between them costs little. */
const subtasksInStep = 50;

function* askAboutSubtasks(
	subtasks: readonly SubtaskView[],
	before: TaskFindings | undefined,
	thresholds: Thresholds,
): Steps<TaskFindings['bySubtask']> {
	let hasAny = false;
	const lists: Array<readonly Finding[]> = [];
	for (const [index, view] of subtasks.entries()) {
		const list =
			before?.view.subtasks[index] === view
				? (before.bySubtask?.[index] ?? none)
				: askAboutSubtask(view, thresholds);
		hasAny ||= list.length > 0;
		lists.push(list);
		if (lists.length % subtasksInStep === 0) {
			yield;
		}
	}

	return hasAny ? fitted(lists) : undefined;
}

/**
 * Applies all rules for a task and its subtasks. The findings of a subtask that is the same as `before` are reused.
 *
 * @yields Between two steps.
 */
export function* askAboutTask(
	view: TaskView,
	thresholds: Thresholds,
	before?: TaskFindings,
): Steps<TaskFindings> {
	const bySubtask = yield* askAboutSubtasks(view.subtasks, before, thresholds);
	const own = ofTask.flatMap(rule =>
		rule.ofTask(view, thresholds).map((found): Finding => ({kind: rule.kind, task: view.name, ...found})),
	);
	const stage = stageOfTask(view);
	if (!bySubtask && own.length === 0) {
		return {view, stage, all: none};
	}

	const all = yield* sortSteps([...own, ...(bySubtask ?? []).flat()], byWorstFinding);
	return {view, stage, bySubtask, all: fitted(all)};
}

/** Applies all rules for a source itself. */
export const askAboutSource = (view: SourceView, thresholds: Thresholds): SourceFindings => {
	const own = ofSource.flatMap(rule =>
		rule
			.ofSource(view, thresholds)
			.map((found): Finding => ({kind: rule.kind, source: view.source, ...found})),
	);
	return {view, own: own.length === 0 ? none : own.toSorted(byWorstFinding)};
};

/** Applies all rules for masters, workers and the cluster as a whole. */
export const askAboutCluster = (view: ClusterView, thresholds: Thresholds): readonly Finding[] =>
	ofCluster.flatMap(rule =>
		rule.ofCluster(view, thresholds).map((found): Finding => ({kind: rule.kind, ...found})),
	);
