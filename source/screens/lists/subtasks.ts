/**
 * Tables of subtasks: those of one task (a row a source), and those of one source (a row a task).
 */
import {span} from '../../components/line.js';
import type {SourceView, SubtaskView, TaskView} from '../../monitor/view.js';
import {stateCell} from '../cells.js';
import {byText} from '../../monitor/order.js';
import {byWorst} from './columns.js';
import type {Drawing, ListScreen} from './list.js';
import {columnsBySource, columnsByTask, isOld, subtaskWords} from './subtask-columns.js';
import {subtaskPreview} from './task-preview.js';

/** The sources of one task. */
export const taskList = (
	task: TaskView | undefined,
	name: string,
	drawing: Drawing,
): ListScreen<SubtaskView> => ({
	title: [
		span('Tasks', 'dim'),
		span(` ${drawing.symbols.path} `, 'dim'),
		span(name, 'title'),
		...(task
			? [
					span('  '),
					...stateCell(task.statusText, task.health, task.incomplete),
					...(task.missing.length > 0 ? [span(`  no word from ${task.missing.join(', ')}`, 'warn')] : []),
					...(task.shardMode ? [span(`  sharded, ${task.shardMode}`, 'dim')] : []),
				]
			: []),
	],
	rows: task?.subtasks ?? [],
	id: ({subtask}) => subtask.source,
	health: row => row.health,
	isStale: isOld,
	words: subtaskWords,
	columns: columnsBySource(drawing, task?.subtasks ?? []),
	compare: (left, right) => byWorst(left, right) || byText(left.subtask.source, right.subtask.source),
	open: ({subtask}) => ({kind: 'subtask', task: subtask.task, source: subtask.source}),
	preview: (row, width, height) => subtaskPreview(row, width, height, drawing),
	empty: task ? 'The answer names no source of this task.' : `Task ${name} is gone.`,
});

/** The tasks of one source. */
export const sourceList = (
	source: SourceView | undefined,
	name: string,
	drawing: Drawing,
): ListScreen<SubtaskView> => ({
	title: [
		span('Sources', 'dim'),
		span(` ${drawing.symbols.path} `, 'dim'),
		span(name, 'title'),
		...(source ? [span(`  ${source.worker === '' ? 'no worker' : `on ${source.worker}`}`)] : []),
		...(source?.problem ? [span(`  ${source.problem}`, 'warn')] : []),
	],
	rows: source?.subtasks ?? [],
	id: ({subtask}) => subtask.task,
	health: row => row.health,
	isStale: isOld,
	words: row => `${row.subtask.task} ${subtaskWords(row)}`,
	columns: columnsByTask(drawing, source?.subtasks ?? []),
	compare: (left, right) => byWorst(left, right) || byText(left.subtask.task, right.subtask.task),
	open: ({subtask}) => ({kind: 'subtask', task: subtask.task, source: subtask.source}),
	preview: (row, width, height) => subtaskPreview(row, width, height, drawing),
	empty: source ? 'No task runs on this source.' : `Source ${name} is gone.`,
});
