/**
 * The columns of a subtask, wherever subtasks stand in a table.
 */
import {type Line, span} from '../../components/line.js';
import type {Column} from '../../components/table/layout.js';
import {sourceNotBound} from '../../dm/status.js';
import type {SubtaskView} from '../../monitor/view.js';
import {stateCell} from '../cells.js';
import {byText} from '../../monitor/order.js';
import {measuredColumns, nameColumn, wordColumn} from './columns.js';
import type {Drawing} from './list.js';

/** Whether what a subtask's row shows is old. */
export const isOld = ({stale}: SubtaskView): boolean => stale !== '';

/** `mysql-bin.000131:9944120` of DM's `(mysql-bin.000131, 9944120)`. */
export const shortPosition = (position: string): string =>
	/^\((?<file>.+), (?<offset>\d+)\)$/v.exec(position)?.slice(1).join(':') ?? position;

/** A list of dmctl tells nothing of relays. */
const relayWord = ({subtask}: SubtaskView): string =>
	subtask.relay?.stage ?? (subtask.stage === '' ? '' : 'off');

/** What DM says where it has nothing to say, in fewer words. */
const plainWord = (word: string): string => {
	switch (word) {
		case 'InvalidStage': {
			return 'unbound';
		}

		case 'InvalidUnit':
		case sourceNotBound: {
			return '';
		}

		default: {
			return word;
		}
	}
};

const lockWord = ({subtask}: SubtaskView): string => {
	const {sync} = subtask;
	if (sync && (sync.blockDDLOwner !== '' || sync.conflictMsg !== '')) {
		return 'conflict';
	}

	return subtask.unresolvedDDLLockID !== '' ||
		(sync && (sync.blockingDDLs.length > 0 || sync.unresolvedGroups.length > 0))
		? 'waits'
		: '';
};

const validationWord = ({subtask}: SubtaskView): string => {
	const {validation} = subtask;
	return validation && validation.mode !== '' && validation.mode !== 'none' ? validation.stage : '';
};

/** The columns of a subtask behind `first`, which names it. */
const subtaskColumns = (drawing: Drawing, first: Column<SubtaskView>): ReadonlyArray<Column<SubtaskView>> => {
	const measured = measuredColumns<SubtaskView>(
		drawing,
		({subtask}, slots) => drawing.trendOf({task: subtask.task, source: subtask.source}, 'lag', slots),
		isOld,
	);
	return [
		first,
		wordColumn('worker', 'WORKER', ({subtask}) => plainWord(subtask.worker), {min: 8, max: 20, worth: 72}),
		{
			id: 'state',
			title: 'STATE',
			min: 9,
			max: 12,
			worth: 95,
			draw(row) {
				const overlay = drawing.overlayOf(row.subtask.task, row.subtask.source);
				return overlay === undefined
					? stateCell(plainWord(row.subtask.stage), row.health, row.stale !== '')
					: [span(overlay, 'info')];
			},
			compare: (left, right) => byText(left.subtask.stage, right.subtask.stage),
		},
		wordColumn('unit', 'UNIT', ({subtask}) => plainWord(subtask.unit), {min: 4, worth: 85}),
		measured.lag,
		measured.trend,
		measured.rate,
		measured.eta,
		measured.distance,
		wordColumn('master', 'MASTER BINLOG', row => shortPosition(row.subtask.sync?.masterBinlog ?? ''), {
			min: 18,
			max: 28,
			worth: 35,
		}),
		wordColumn('syncer', 'SYNCER BINLOG', row => shortPosition(row.subtask.sync?.syncerBinlog ?? ''), {
			min: 18,
			max: 28,
			worth: 34,
		}),
		{
			...wordColumn<SubtaskView>('relay', 'RELAY', relayWord, {min: 7, worth: 42}),
			draw(row): Line {
				const word = relayWord(row);
				const bad = row.subtask.relay && word !== 'Running' && word !== 'New';
				return [word === '' ? span('-', 'dim') : span(word, bad ? 'bad' : word === 'off' ? 'dim' : 'plain')];
			},
		},
		wordColumn('lock', 'LOCK', lockWord, {min: 8, worth: 38}),
		wordColumn('validation', 'VALIDATE', validationWord, {min: 8, worth: 30}),
		measured.errors,
		measured.age,
	];
};

/** The same, named by their source. */
export const columnsBySource = (
	drawing: Drawing,
	rows: readonly SubtaskView[],
): ReadonlyArray<Column<SubtaskView>> =>
	subtaskColumns(
		drawing,
		nameColumn('source', 'SOURCE', ({subtask}) => subtask.source, {rows, min: 14, max: 32}),
	);

/** The same, named by their task. */
export const columnsByTask = (
	drawing: Drawing,
	rows: readonly SubtaskView[],
): ReadonlyArray<Column<SubtaskView>> =>
	subtaskColumns(
		drawing,
		nameColumn('task', 'TASK', ({subtask}) => subtask.task, {rows, min: 14, max: 32}),
	);

/** What a filter finds a subtask by. */
export const subtaskWords = ({subtask, health}: SubtaskView): string =>
	`${subtask.source} ${subtask.worker} ${subtask.stage} ${subtask.unit} ${health} ${
		subtask.result?.errors.map(({code, message}) => `${code ?? ''} ${message.slice(0, 500)}`).join(' ') ?? ''
	}`;
