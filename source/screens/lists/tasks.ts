/**
 * The table of all tasks.
 */
import {span} from '../../components/line.js';
import {greatest} from '../../dm/values/extremes.js';
import {mayBeWell, worstFirst} from '../../findings/ordering/worst-first.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {countMissing} from '../../monitor/missing.js';
import type {TaskView} from '../../monitor/view.js';
import {noOverlay} from '../../operations/following/telling/flashes.js';
import {lastKnownMark, stateCell, stateWord} from '../cells/cells.js';
import {healthSign, healthWords} from '../cells/health.js';
import {byText} from '../../monitor/order.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import {measuredColumns, type MeasuredRows, worstSubtask} from './columns/measured-columns.js';
import {isAged} from './columns/moments.js';
import {type FindingsOfRows, isTroubled, ofTasksOrSources} from './columns/why-column.js';
import {type ColumnEntry, columnsOf} from './columns/entry.js';
import type {ListScreen} from './binding/list-screen.js';
import {nameColumn, nameWidth, widestOf, widestWord, wordColumn} from './columns/name-columns.js';
import {findingWords, subtaskWords} from './columns/subtask-columns.js';
import {subtaskFields} from './columns/subtask-fields.js';
import {createNames, createTally} from './columns/tally.js';
import {taskPreview} from './previews/task-preview.js';

const isOld = (task: TaskView): boolean =>
	task.subtasks.length > 0 && task.subtasks.every(({stale}) => stale !== '');

/** The widths of its columns: there may be very many tasks. */
const nameWidths = createTally(({name}: TaskView) => name, nameWidth);
const names = createNames(({name}: TaskView) => name);
const states = createTally(({status, incomplete}: TaskView) =>
	incomplete ? `${stateWord(status)}?` : stateWord(status),
);
const units = createTally(({unit}: TaskView) => unit);
const sourceCounts = createTally(({subtasks}: TaskView) => subtasks.length);

/** When each last answered, ms since the epoch; `-Infinity` for old data. */
const times = createTally((task: TaskView) => (isOld(task) ? -Infinity : task.at));

/** Whether it may have sources that are not known. */
const mayBeOnMore = (task: TaskView): boolean => countMissing(task) > task.missing.length;

/** The width of the numbers of sources, and of the sign of what may be more. */
const sourcesWidth = (tasks: readonly TaskView[], isAnyUnknown: boolean): number =>
	Math.max(3, String(greatest(sourceCounts(tasks), 0)).length * 2 + 1) +
	(isAnyUnknown && tasks.some(task => mayBeOnMore(task)) ? 1 : 0);

/** The width of states, or of what is shown instead. */
const statesWidth = (tasks: readonly TaskView[], {overlayOf}: Drawing): number => {
	const bounds = {min: 1, max: 24};
	return overlayOf === noOverlay
		? widestOf(states(tasks), bounds)
		: widestWord(
				tasks,
				({name, status, incomplete}) => overlayOf(name) ?? (incomplete ? `${status}?` : status),
				bounds,
			);
};

/** The message when the table is empty: there are no tasks, or none are known. */
const emptyText = ({sources, diagnosis, notes}: DiagnosedView): string => {
	const silent = sources.filter(({mayHaveMore}) => mayHaveMore);
	if (silent.length === 0) {
		return notes.length > 0
			? say('No task is known: the answer could not be read.')
			: say('This cluster has no tasks. `dmctl start-task task.yaml` starts one.');
	}

	const [first] = Iterator.from(silent)
		.flatMap(({source}) => diagnosis.ofSource(source))
		.take(1);
	return say('No task is known: {count} of {total} sources did not report theirs. {what}', {
		count: silent.length,
		total: sources.length,
		what: first?.what ?? '',
	}).trim();
};

/** What the columns depend on. */
type From = MeasuredRows<TaskView> & FindingsOfRows<TaskView> & {readonly tasks: readonly TaskView[]};

const measured = measuredColumns<TaskView>();

/** The columns, from left to right. */
export const taskColumns: ReadonlyArray<ColumnEntry<TaskView, From>> = [
	{
		id: 'task',
		title: 'TASK',
		help: 'the name of the task',
		look: ({tasks}) =>
			nameColumn(task => task.name, {
				rows: tasks,
				natural: greatest(nameWidths(tasks), 1),
				min: 16,
			}),
	},
	{
		id: 'state',
		title: 'STATE',
		help: 'dmctl’s status for all its sources together; ? after it: a source did not answer, so part of it is not known',
		look: ({tasks, drawing}) => ({
			min: statesWidth(tasks, drawing),
			priority: 95,
			draw(task, width) {
				const overlay = drawing.overlayOf(task.name);
				return overlay === undefined
					? stateCell(task.status, drawing.cluster.diagnosis.health(task), task.incomplete, width)
					: [span(overlay, 'info')];
			},
			compare: (left, right) => byText(left.status, right.status),
		}),
	},
	{
		id: 'unit',
		title: 'UNIT',
		help: 'what is at work: Check, Dump, Load or Sync',
		look: ({tasks}) =>
			wordColumn(task => task.unit, {
				min: widestOf(units(tasks), {min: 1, max: 12}),
				priority: 67,
				words: units(tasks),
			}),
	},
	{
		id: 'sources',
		title: 'SRC',
		help: 'sources whose subtask runs or has finished, of all that the task has; ? after it: it may have more, on a source that did not answer',
		look: ({tasks, isAnyUnknown}) => ({
			align: 'right',
			min: sourcesWidth(tasks, isAnyUnknown),
			priority: 80,
			descending: true,
			draw: task => [
				span(`${task.well}/${task.subtasks.length}`, task.well < task.subtasks.length ? 'warn' : 'plain'),
				...lastKnownMark(mayBeOnMore(task)),
			],
			compare: (left, right) => left.subtasks.length - right.subtasks.length,
		}),
	},
	...measured.figures,
	...measured.last,
];

/** The table of tasks. */
export const tasksList = (drawing: Drawing): ListScreen<TaskView> => {
	const {cluster, symbols} = drawing;
	const {tasks, diagnosis} = cluster;
	const findingsOf = ({name}: TaskView) => diagnosis.ofTask(name);
	return {
		title: [span(say('Tasks'), 'title')],
		rows: tasks,
		id: task => task.name,
		idsOf: names,
		sign: task => healthSign(diagnosis.health(task), symbols),
		health: task => diagnosis.health(task),
		findings: findingsOf,
		isProblem: task => isTroubled(findingsOf(task), task.incomplete),
		isStale: isOld,
		words: task =>
			`${task.name} ${task.statusText} ${healthWords(diagnosis.health(task))} ${task.unit} ${task.mode ?? ''} ${findingWords(findingsOf(task))} ${task.subtasks
				.map(subtask => subtaskWords(subtask, diagnosis))
				.join(' ')}`,
		fields: subtaskFields(({subtasks}) => subtasks, {
			findingsOf,
			stateOf: task => `${stateWord(task.status)} ${healthWords(diagnosis.health(task))}`,
		}),
		columns: columnsOf(taskColumns, {
			tasks,
			drawing,
			findings: ofTasksOrSources(diagnosis.findings),
			findingsOf,
			isOneOfSeveral: task => task.subtasks.length > 1 || mayBeWell(task, findingsOf(task)),
			isUnknown: ({incomplete}) => incomplete,
			isAnyUnknown: cluster.totals.incomplete > 0,
			lags: (task, slots) => drawing.lagsOf({task: task.name}, slots),
			isOld,
			isAgeShown: Iterator.from(times(tasks)).some(at => isAged(at, cluster.now)),
			worstOf: ({subtasks}) => worstSubtask(subtasks),
		}),
		isInOrder: true,
		compare: worstFirst(task => ({
			findings: findingsOf(task),
			health: diagnosis.health(task),
			lag: task.lag,
			name: task.name,
			mayBeWell: mayBeWell(task, findingsOf(task)),
		})),
		open: task => ({kind: 'task', task: task.name}),
		preview: (task, width, height) => taskPreview(task, width, height, drawing),
		empty: tasks.length === 0 ? emptyText(cluster) : '',
	};
};
