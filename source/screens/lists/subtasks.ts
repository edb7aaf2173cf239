/**
 * Tables of subtasks: those of one task (one row per source), and those of one source (one row per task).
 */
import {type Line, span} from '../../components/line.js';
import type {Finding} from '../../findings/finding.js';
import {worstFirst} from '../../findings/ordering/worst-first.js';
import {missingSources} from '../../monitor/missing.js';
import type {SourceView, SubtaskView, TaskView} from '../../monitor/view.js';
import {stateCell} from '../cells/cells.js';
import {groupedLines} from '../cells/finding-lines.js';
import {healthSign, healthWords} from '../cells/health.js';
import {plainWord} from '../cells/plain-word.js';
import {namesText} from '../../language/sentences.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import type {ListScreen} from './binding/list-screen.js';
import {
	columnsBySource,
	columnsByTask,
	findingWords,
	isOld,
	stageWords,
	subtaskWords,
} from './columns/subtask-columns.js';
import {subtaskFields} from './columns/subtask-fields.js';
import {isTroubled} from './columns/why-column.js';
import {subtaskPreview} from './previews/task-preview.js';

/** What both tables have in common; `nameOf` identifies a row. */
const ofSubtasks = (
	rows: readonly SubtaskView[],
	nameOf: (row: SubtaskView) => string,
	drawing: Drawing,
): Pick<
	ListScreen<SubtaskView>,
	| 'rows'
	| 'id'
	| 'sign'
	| 'health'
	| 'findings'
	| 'isProblem'
	| 'isStale'
	| 'words'
	| 'fields'
	| 'compare'
	| 'open'
	| 'preview'
> => {
	const {diagnosis} = drawing.cluster;
	const findingsOf = ({subtask}: SubtaskView) => diagnosis.ofSubtask(subtask.task, subtask.source);
	return {
		rows,
		id: nameOf,
		sign: row => healthSign(diagnosis.health(row), drawing.symbols),
		health: row => diagnosis.health(row),
		findings: findingsOf,
		isProblem: row => isTroubled(findingsOf(row), isOld(row)),
		isStale: isOld,
		fields: subtaskFields((row: SubtaskView) => [row], {
			findingsOf,
			stateOf: row => `${stageWords(row.subtask)} ${healthWords(diagnosis.health(row))}`,
		}),
		words: row => `${nameOf(row)} ${subtaskWords(row, diagnosis)} ${findingWords(findingsOf(row))}`,
		compare: worstFirst(row => ({
			findings: findingsOf(row),
			health: diagnosis.health(row),
			lag: row.lag,
			name: nameOf(row),
		})),
		open: ({subtask}) => ({kind: 'subtask', task: subtask.task, source: subtask.source}),
		preview: (row, width, height) => subtaskPreview(row, width, height, drawing),
	};
};

/** The findings above a table, one per line. Those of a single row are in that row and below it. */
const head = (
	findings: readonly Finding[],
	rows: readonly SubtaskView[],
	known: {readonly task?: string; readonly source?: string},
	drawing: Drawing,
): readonly Line[] => {
	const [only, ...others] = rows;
	const told =
		only === undefined || others.length > 0
			? []
			: drawing.cluster.diagnosis.ofSubtask(only.subtask.task, only.subtask.source);
	return findings.every(finding => told.includes(finding))
		? []
		: groupedLines(findings, drawing, known).map((line): Line => [span(' '), ...line]);
};

/** More names than this are counted. */
const mostNames = 20;

const someNames = (names: readonly string[]): string =>
	names.length <= mostNames
		? namesText(names)
		: say('{names} and {count} more', {
				names: namesText(names.slice(0, mostNames)),
				count: names.length - mostNames,
			});

/** The sources of one task. */
export const taskList = (
	task: TaskView | undefined,
	name: string,
	drawing: Drawing,
): ListScreen<SubtaskView> => {
	const {diagnosis} = drawing.cluster;
	const rows = task?.subtasks ?? [];
	return {
		...ofSubtasks(rows, ({subtask}) => subtask.source, drawing),
		title: [
			span(say('Tasks'), 'dim'),
			span(` ${drawing.symbols.path} `, 'dim'),
			span(name, 'title'),
			...(task
				? [
						span('  '),
						...stateCell(task.status, diagnosis.health(task), task.incomplete),
						...(task.incomplete
							? [
									span(
										`  ${say('{sources} did not answer', {sources: someNames(missingSources(task))})}`,
										'warn',
									),
								]
							: []),
						...(task.shardMode ? [span(`  ${say('sharded, {mode}', {mode: task.shardMode})}`, 'dim')] : []),
					]
				: []),
		],
		head: head(diagnosis.ofTask(name), rows, {task: name}, drawing),
		columns: columnsBySource(drawing, rows),
		empty: task ? say('The answer names no source of this task.') : say('Task {name} is gone.', {name}),
	};
};

/** The tasks of one source. */
export const sourceList = (
	source: SourceView | undefined,
	name: string,
	drawing: Drawing,
): ListScreen<SubtaskView> => {
	const rows = source?.subtasks ?? [];
	const worker = plainWord(source?.worker ?? '');
	return {
		...ofSubtasks(rows, ({subtask}) => subtask.task, drawing),
		title: [
			span(say('Sources'), 'dim'),
			span(` ${drawing.symbols.path} `, 'dim'),
			span(name, 'title'),
			...(source ? [span(`  ${worker === '' ? say('no worker') : say('on {worker}', {worker})}`)] : []),
		],
		head: head(drawing.cluster.diagnosis.ofSource(name), rows, {source: name}, drawing),
		columns: columnsByTask(drawing, rows),
		empty: source ? say('No task runs on this source.') : say('Source {name} is gone.', {name}),
	};
};
