/** The word for the glyph, the colour and the order of a row: that of its worst finding, else that of its stage. */
import {healthOfStage, worstHealth} from '../monitor/measuring/health.js';
import type {SourceView, SubtaskView, TaskView} from '../monitor/view.js';
import type {Health} from '../monitor/health.js';
import type {Master, Worker} from '../providers/provider.js';
import type {Finding} from './finding.js';
import {rules} from './rules.js';

/** What has a row of its own somewhere. */
export type Row = TaskView | SubtaskView | SourceView | Worker | Master;

const byKind: ReadonlyMap<string, Health | undefined> = new Map(
	rules.map(({kind, health}) => [kind, health]),
);

/** The word of the worst finding that has one; undefined when none has. `findings` is worst first. */
export const healthOfFindings = (findings: readonly Finding[]): Health | undefined => {
	for (const {kind} of findings) {
		const health = byKind.get(kind);
		if (health) {
			return health;
		}
	}

	return undefined;
};

/** What the stage alone says of a subtask. */
export const stageOfSubtask = ({subtask}: SubtaskView): Health => healthOfStage(subtask.stage);

/** What the stages alone say of a task; the status of the list where it is known by that alone. */
export const stageOfTask = ({subtasks, status}: TaskView): Health =>
	worstHealth(
		subtasks.map(view => (view.subtask.stage === '' ? healthOfStage(status) : stageOfSubtask(view))),
	) ?? healthOfStage(status);

const workerStages: ReadonlyMap<string, Health> = new Map([
	['bound', 'running'],
	['relay', 'running'],
	['free', 'new'],
	['offline', 'lost'],
]);

/** What the stage alone says of a worker. */
export const stageOfWorker = ({stage}: Worker): Health => workerStages.get(stage) ?? 'changing';
