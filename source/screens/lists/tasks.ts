/**
 * The table of all tasks.
 */
import {span} from '../../components/line.js';
import type {ClusterView, TaskView} from '../../monitor/view.js';
import {stateCell} from '../cells.js';
import {byText} from '../../monitor/order.js';
import {byWorst, measuredColumns, nameColumn, wordColumn} from './columns.js';
import type {Drawing, ListScreen} from './list.js';
import {subtaskWords} from './subtask-columns.js';
import {taskPreview} from './task-preview.js';

const isOld = (task: TaskView): boolean =>
	task.subtasks.length > 0 && task.subtasks.every(({stale}) => stale !== '');

/** No task is shown: there is none, or nobody could tell of any. */
const emptyText = ({sources}: ClusterView): string => {
	const silent = sources.filter(({problem}) => problem !== '');
	return silent.length === 0
		? 'This cluster has no tasks. `dmctl start-task task.yaml` starts one.'
		: `No task is known: ${silent.length} of ${sources.length} sources did not tell theirs. ${silent[0]!.problem}`;
};

export const tasksList = (drawing: Drawing): ListScreen<TaskView> => {
	const measured = measuredColumns<TaskView>(
		drawing,
		(task, slots) => drawing.trendOf({task: task.name}, 'lag', slots),
		isOld,
	);
	return {
		title: [span('Tasks', 'title')],
		rows: drawing.cluster.tasks,
		id: task => task.name,
		health: task => task.health,
		isStale: isOld,
		words: task =>
			`${task.name} ${task.statusText} ${task.health} ${task.unit} ${task.mode ?? ''} ${task.subtasks
				.map(subtask => subtaskWords(subtask))
				.join(' ')}`,
		columns: [
			nameColumn('task', 'TASK', task => task.name, {
				rows: drawing.cluster.tasks,
				min: 16,
			}),
			{
				id: 'state',
				title: 'STATE',
				min: 10,
				max: 'InvalidStage'.length,
				worth: 95,
				draw(task) {
					const overlay = drawing.overlayOf(task.name);
					return overlay === undefined
						? stateCell(task.status, task.health, task.incomplete)
						: [span(overlay, 'info')];
				},
				compare: (left, right) => byText(left.status, right.status),
			},
			wordColumn('unit', 'UNIT', task => task.unit, {min: 6, max: 9, worth: 70}),
			{
				id: 'sources',
				title: 'SRC',
				align: 'right',
				min: 5,
				worth: 80,
				descending: true,
				draw: task => [
					span(`${task.well}/${task.subtasks.length}`, task.well < task.subtasks.length ? 'warn' : 'plain'),
				],
				compare: (left, right) => left.subtasks.length - right.subtasks.length,
			},
			measured.lag,
			measured.trend,
			measured.rate,
			measured.eta,
			measured.distance,
			measured.errors,
			measured.age,
		],
		compare: (left, right) => byWorst(left, right) || byText(left.name, right.name),
		open: task => ({kind: 'task', task: task.name}),
		preview: (task, width, height) => taskPreview(task, width, height, drawing),
		empty: emptyText(drawing.cluster),
	};
};
