/**
 * The columns of subtasks, for all tables of subtasks.
 */
import {type Line, span} from '../../../components/line.js';
import type {Column} from '../../../components/table/layout.js';
import type {Diagnosis} from '../../../findings/diagnosis.js';
import type {Finding} from '../../../findings/finding.js';
import type {Subtask} from '../../../dm/status.js';
import type {SubtaskView} from '../../../monitor/view.js';
import {lastKnownMark, stateCell, stateWord} from '../../cells/cells.js';
import {healthWords} from '../../cells/health.js';
import {plainWord, relayStageWord} from '../../cells/plain-word.js';
import {byText} from '../../../monitor/order.js';
import {cutStart, textWidth} from '../../../terminal/width.js';
import type {Drawing} from '../../drawing.js';
import {say} from '../../../language/say.js';
import {measuredColumns, type MeasuredRows} from './measured-columns.js';
import {hasAge} from './moments.js';
import type {FindingsOfRows} from './why-column.js';
import {type ColumnEntry, columnsOf} from './entry.js';
import {errorWordsOf} from './subtask-fields.js';
import {nameColumn, widestWord, wordColumn, workerColumn} from './name-columns.js';

/** Whether what a subtask's row shows is old. */
export const isOld = ({stale}: SubtaskView): boolean => stale !== '';

/** `mysql-bin.000131:9944120` of DM's `(mysql-bin.000131, 9944120)`. */
export const shortPosition = (position: string): string =>
	/^\((?<file>.+), (?<offset>\d+)\)$/v.exec(position)?.slice(1).join(':') ?? position;

/** `000131:9944120` of `mysql-bin.000131:9944120`. */
const withoutFileName = (position: string): string => position.replace(/^.*\.(?=\d+:\d+$)/v, '');

/** A position in at most `width` columns: the file's number and the offset stay complete, the file's name is cut. */
export const cutPosition = (position: string, width: number): string =>
	textWidth(position) <= width ? position : cutStart(withoutFileName(position), width);

/** The width of a column of positions: a file's number or an offset is never cut. */
export const positions = <Row>(
	rows: readonly Row[],
	positionOf: (row: Row) => string | undefined,
	priority: number,
) => ({
	min: widestWord(rows, row => withoutFileName(shortPosition(positionOf(row) ?? '')), {min: 13, max: 60}),
	max: widestWord(rows, row => shortPosition(positionOf(row) ?? ''), {min: 13, max: 60}),
	priority,
	cut: cutPosition,
	isAllOrNothing: true,
});

/** The stage of its relay; "off" only where the last answer said so. A list of dmctl has no relays. */
const relayWord = ({subtask, stale, isRelayTold}: SubtaskView): string =>
	subtask.relay?.stage ?? (subtask.stage === '' ? '' : isRelayTold && stale === '' ? 'off' : 'unknown');

const relayText = (row: SubtaskView): string => relayStageWord(relayWord(row));

/** Whether the stage of its relay is only the last known. */
const isRelayOld = (row: SubtaskView): boolean => isOld(row) && row.subtask.relay !== undefined;

/** Its role in a sharded DDL: it waits, its DDL conflicts, or the others wait for it. */
const lockWord = ({subtask}: SubtaskView, findings: readonly Finding[]): string => {
	if (findings.some(({kind}) => kind === 'ddl-conflict')) {
		return say('conflict');
	}

	if (findings.some(({kind}) => kind === 'ddl-waiting')) {
		return say('waits');
	}

	return (subtask.sync?.unresolvedGroups.length ?? 0) > 0 ? say('awaited') : '';
};

/** Rows that differ, else the stage of the validator, if that says what it does. */
const validationWord = ({subtask}: SubtaskView, findings: readonly Finding[]): string => {
	const {validation} = subtask;
	const differs = findings.find(({kind}) => kind === 'validation-differs');
	return (
		differs?.brief.replace(/ rows? differs?$/v, ' differ') ??
		(findings.some(({kind}) => kind === 'validation-stage-unknown')
			? say('unknown')
			: validation && validation.mode !== '' && validation.mode !== 'none'
				? validation.stage
				: '')
	);
};

/** What the columns depend on. */
type From = MeasuredRows<SubtaskView> & FindingsOfRows<SubtaskView> & {readonly rows: readonly SubtaskView[]};

const measured = measuredColumns<SubtaskView>();

/** The columns after the name, from left to right. */
const others: ReadonlyArray<ColumnEntry<SubtaskView, From>> = [
	{
		id: 'worker',
		title: 'WORKER',
		help: 'the DM-worker that runs it',
		look: ({rows}) => workerColumn(rows, ({subtask}) => plainWord(subtask.worker), {min: 8, priority: 72}),
	},
	{
		id: 'state',
		title: 'STATE',
		help: 'DM’s stage of the subtask; ? after it: the source did not answer, this is the last known; Pausing… an operation is under way',
		look: ({rows, drawing}) => ({
			min: widestWord(
				rows,
				({subtask, stale}) =>
					drawing.overlayOf(subtask.task, subtask.source) ??
					stateWord(plainWord(subtask.stage)) + (stale === '' ? '' : '?'),
				{min: 1, max: 24},
			),
			priority: 95,
			draw(row, width) {
				const overlay = drawing.overlayOf(row.subtask.task, row.subtask.source);
				return overlay === undefined
					? stateCell(
							plainWord(row.subtask.stage),
							drawing.cluster.diagnosis.health(row),
							row.stale !== '',
							width,
						)
					: [span(overlay, 'info')];
			},
			compare: (left, right) => byText(left.subtask.stage, right.subtask.stage),
		}),
	},
	{
		id: 'unit',
		title: 'UNIT',
		help: 'what is at work: Check, Dump, Load or Sync',
		look: ({rows}) => wordColumn(({subtask}) => plainWord(subtask.unit), {min: 12, priority: 85, rows}),
	},
	...measured.figures,
	{
		id: 'master',
		title: 'MASTER BINLOG',
		help: 'the upstream’s newest binlog position',
		look: ({rows}) =>
			wordColumn(
				row => shortPosition(row.subtask.sync?.masterBinlog ?? ''),
				positions(rows, ({subtask}) => subtask.sync?.masterBinlog, 35),
			),
	},
	{
		id: 'syncer',
		title: 'SYNCER BINLOG',
		help: 'the checkpoint: everything up to here is replicated; saved every 30 s',
		look: ({rows}) =>
			wordColumn(
				row => shortPosition(row.subtask.sync?.syncerBinlog ?? ''),
				positions(rows, ({subtask}) => subtask.sync?.syncerBinlog, 34),
			),
	},
	{
		id: 'relay',
		title: 'RELAY',
		help: 'the relay log of the source: its stage; off: the subtask reads the upstream directly; ? after it: the source did not answer, this is the last known',
		look: ({rows}) => ({
			...wordColumn<SubtaskView>(row => relayText(row) + (isRelayOld(row) ? '?' : ''), {
				min: 9,
				rows,
				priority: rows.some(({subtask}) => subtask.relay !== undefined) ? 57 : 30,
			}),
			draw(row): Line {
				const word = relayWord(row);
				if (word === '') {
					return [span('-', 'dim')];
				}

				const bad = row.subtask.relay && word !== 'Running' && word !== 'New';
				return [
					span(relayText(row), bad ? 'bad' : word === 'off' ? 'dim' : word === 'unknown' ? 'warn' : 'plain'),
					...lastKnownMark(isRelayOld(row)),
				];
			},
		}),
	},
	{
		id: 'lock',
		title: 'LOCK',
		help: 'sharded DDL: waits (for other shards), awaited (others wait for it), conflict (its DDL conflicts)',
		look: ({rows, findingsOf}) =>
			wordColumn(row => lockWord(row, findingsOf(row)), {
				min: 8,
				rows,
				priority: rows.some(row => lockWord(row, findingsOf(row)) !== '') ? 56 : 20,
			}),
	},
	{
		id: 'validation',
		title: 'VALIDATE',
		help: 'the continuous validation: its stage, or how many rows differ',
		look: ({rows, findingsOf}) =>
			wordColumn(row => validationWord(row, findingsOf(row)), {
				min: 9,
				max: 20,
				priority: rows.some(row => validationWord(row, findingsOf(row)) !== '') ? 50 : 18,
				rows,
			}),
	},
	...measured.last,
];

/** For one row per source. */
export const columnsOfTask: ReadonlyArray<ColumnEntry<SubtaskView, From>> = [
	{
		id: 'source',
		title: 'SOURCE',
		help: 'the upstream database, by its source ID',
		look: ({rows}) => nameColumn(({subtask}) => subtask.source, {rows, min: 14, max: 32}),
	},
	...others,
];

/** For one row per task. */
export const columnsOfSource: ReadonlyArray<ColumnEntry<SubtaskView, From>> = [
	{
		id: 'task',
		title: 'TASK',
		help: 'the name of the task',
		look: ({rows}) => nameColumn(({subtask}) => subtask.task, {rows, min: 14, max: 32}),
	},
	...others,
];

/** The columns of rows. */
const subtaskColumns = (
	entries: ReadonlyArray<ColumnEntry<SubtaskView, From>>,
	drawing: Drawing,
	rows: readonly SubtaskView[],
): ReadonlyArray<Column<SubtaskView>> => {
	const {diagnosis, now} = drawing.cluster;
	const findingsOf = ({subtask}: SubtaskView) => diagnosis.ofSubtask(subtask.task, subtask.source);
	return columnsOf(entries, {
		rows,
		drawing,
		findings: rows.flatMap(row => findingsOf(row).slice(0, 1)),
		findingsOf,
		lags: ({subtask}, slots) => drawing.lagsOf({task: subtask.task, source: subtask.source}, slots),
		isOld,
		isAgeShown: hasAge(rows, now, isOld),
		isUnknown: isOld,
		isAnyUnknown: rows.some(row => isOld(row)),
		worstOf: row => row,
	});
};

/** Of rows that are named by their source. */
export const columnsBySource = (
	drawing: Drawing,
	rows: readonly SubtaskView[],
): ReadonlyArray<Column<SubtaskView>> => subtaskColumns(columnsOfTask, drawing, rows);

/** Of rows that are named by their task. */
export const columnsByTask = (
	drawing: Drawing,
	rows: readonly SubtaskView[],
): ReadonlyArray<Column<SubtaskView>> => subtaskColumns(columnsOfSource, drawing, rows);

/** The same on one worker: values that all rows share are left out. */
export const columnsOnWorker = (
	drawing: Drawing,
	rows: readonly SubtaskView[],
): ReadonlyArray<Column<SubtaskView>> => columnsByTask(drawing, rows).filter(({id}) => id !== 'worker');

/** The stage of a subtask for filtering: DM's word, and that of its row where it has another. */
export const stageWords = ({stage}: Subtask): string => {
	const shown = stateWord(plainWord(stage));
	return shown === stage ? stage : `${stage} ${shown}`;
};

/** The texts of a subtask for filtering. */
export const subtaskWords = (view: SubtaskView, diagnosis: Diagnosis): string => {
	const {subtask} = view;
	return `${subtask.source} ${subtask.worker} ${stageWords(subtask)} ${subtask.unit} ${healthWords(diagnosis.health(view))} ${
		subtask.result?.errors.map(({code, message}) => `${code ?? ''} ${message.slice(0, 500)}`).join(' ') ?? ''
	}`;
};

/** The texts of findings for filtering. */
export const findingWords = (findings: readonly Finding[]): string =>
	`${findings.map(({kind, severity, brief, what}) => `${kind} ${severity} ${brief} ${what}`).join(' ')} ${errorWordsOf(findings)}`;
