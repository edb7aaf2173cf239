/** Whether an answer changed anything but times. */
import {isSameValue} from '../../dm/values/same-value.js';
import type {SourceView, SubtaskView, TaskView} from '../../monitor/view.js';
import type {DiagnosedView} from '../diagnosis.js';

/** Times that advance with each answer; they do not count as a change. A long standstill has a finding. */
const timesOfSubtask: ReadonlySet<string> = new Set(['at', 'stood'] satisfies Array<keyof SubtaskView>);

const besideSubtasksOfTask: ReadonlySet<string> = new Set(['at', 'subtasks'] satisfies Array<keyof TaskView>);

const besideSubtasksOfSource: ReadonlySet<string> = new Set(['at', 'listedAt', 'subtasks'] satisfies Array<
	keyof SourceView
>);

const besideRows: ReadonlySet<string> = new Set([
	'at',
	'now',
	'tasks',
	'sources',
	'diagnosis',
] satisfies Array<keyof DiagnosedView>);

const areSame = <Item>(
	left: readonly Item[],
	right: readonly Item[],
	isSame: (one: Item, other: Item) => boolean,
): boolean =>
	left === right ||
	(left.length === right.length &&
		left.every((item, index) => item === right[index] || isSame(item, right[index]!)));

const isSameSubtask = (left: SubtaskView, right: SubtaskView): boolean =>
	isSameValue(left, right, timesOfSubtask);

const isSameTask = (left: TaskView, right: TaskView): boolean =>
	isSameValue(left, right, besideSubtasksOfTask) && areSame(left.subtasks, right.subtasks, isSameSubtask);

/** Its subtasks are compared with the tasks. */
const isSameSource = (left: SourceView, right: SourceView): boolean =>
	isSameValue(left, right, besideSubtasksOfSource) && left.subtasks.length === right.subtasks.length;

/** Comparing more subtasks than this takes longer than drawing the screen again. */
const mostSubtasks = 20_000;

/**
 * True when both show the same cluster with the same findings and only differ in the times of the answers. It is cheap
 * where something has changed. False while answers are missing: then ages are shown.
 */
export const saysTheSame = (left: DiagnosedView, right: DiagnosedView): boolean =>
	left.problem === undefined &&
	right.problem === undefined &&
	left.at > 0 &&
	right.totals.subtasks <= mostSubtasks &&
	right.sources.length <= mostSubtasks &&
	areSame(left.tasks, right.tasks, isSameTask) &&
	areSame(left.sources, right.sources, isSameSource) &&
	isSameValue(left, right, besideRows) &&
	isSameValue(left.diagnosis.findings, right.diagnosis.findings) &&
	isSameValue(left.diagnosis.tasksByHealth, right.diagnosis.tasksByHealth);
