/**
 * The health of a row, which decides its glyph, colour and order: that of its worst finding, else that of its stage.
 */
import {healthOfStage, worstHealth} from '../monitor/measuring/health.js';
import type {SourceView, SubtaskView, TaskView} from '../monitor/view.js';
import type {Health} from '../monitor/health.js';
import type {Master, Worker} from '../providers/provider.js';
import type {Finding} from './finding.js';
import {rules} from './rules.js';

/** Everything that has a row somewhere. */
export type RowView = TaskView | SubtaskView | SourceView | Worker | Master;

const byKind: ReadonlyMap<string, Health | undefined> = new Map(
	rules.map(({kind, health}) => [kind, health]),
);

/** The health of the worst finding that has one; undefined when none has. `findings` is worst first. */
export const healthOfFindings = (findings: readonly Finding[]): Health | undefined => {
	for (const {kind} of findings) {
		const health = byKind.get(kind);
		if (health) {
			return health;
		}
	}

	return undefined;
};

/** The health of a subtask by its stage alone. */
export const stageOfSubtask = ({subtask}: SubtaskView): Health => healthOfStage(subtask.stage);

/** The health of a task by its stages alone; by the status in the list where nothing else is known. */
export const stageOfTask = ({subtasks, status}: TaskView): Health =>
	worstHealth(
		subtasks.map(view => (view.subtask.stage === '' ? healthOfStage(status) : stageOfSubtask(view))),
	) ?? healthOfStage(status);
