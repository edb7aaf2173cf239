/**
 * The DDL locks of sharded tables: as dm-master lists them where it can be asked, else as the status tells of them.
 */
import {type Line, span} from '../../components/line.js';
import {formatRoughly} from '../../components/quantity.js';
import {wrapLine} from '../../components/wrap.js';
import {type LockView, deriveLocks} from '../../monitor/locks.js';
import {healthOrder, type Health} from '../../monitor/view.js';
import type {DdlLock} from '../../providers/provider.js';
import {namesLine} from '../cells.js';
import {findingsLines} from '../finding-lines.js';
import {healthSign} from '../health.js';
import {byText} from '../../monitor/order.js';
import type {Drawing, ListScreen} from './list.js';
import {nameColumn, wordColumn} from './name-columns.js';

/** A lock, whoever told of it. */
export type LockRow = Omit<LockView, 'mode' | 'since' | 'unsyncedTables' | 'table' | 'conflict'> & {
	readonly mode: string;
	readonly conflict: string;
	readonly since: number | undefined;
};

const fromMaster = ({id, task, mode, owner, ddls, synced, unsynced}: DdlLock, known?: LockView): LockRow => ({
	id,
	task,
	mode,
	owner,
	ddls,
	synced,
	waiting: unsynced,
	conflict: known?.conflict ?? '',
	since: known?.since,
});

/** The locks on screen: dm-master's list, with what the status adds. */
export const lockRows = ({
	cluster,
	lockAnswer,
}: Pick<Drawing, 'cluster' | 'lockAnswer'>): readonly LockRow[] => {
	const derived = deriveLocks(cluster);
	return !lockAnswer || lockAnswer.trouble
		? derived
		: lockAnswer.locks.map(lock =>
				fromMaster(
					lock,
					derived.find(({id}) => id === lock.id),
				),
			);
};

const healthOf = ({conflict, waiting}: LockRow): Health =>
	conflict === '' ? (waiting.length === 0 ? 'running' : 'blocked') : 'error';

const note = ({lockAnswer}: Drawing): Line => {
	if (!lockAnswer) {
		return [span('as the status of the subtasks tells', 'dim')];
	}

	return lockAnswer.trouble
		? [
				span('as the status of the subtasks tells; dm-master’s own list: ', 'dim'),
				span(lockAnswer.trouble.what, 'warn'),
			]
		: [span('as dm-master lists them', 'dim')];
};

const labelled = (label: string, names: readonly string[], style: 'plain' | 'warn' = 'plain'): Line[] =>
	names.length === 0 ? [] : [[span(label.padEnd(9), 'dim'), span(names.join(', '), style)]];

/** What the findings say of the task that the lock holds. */
const findingsOf = ({cluster}: Drawing, {task}: LockRow) =>
	cluster.diagnosis.ofTask(task).filter(({kind}) => kind.startsWith('ddl-'));

/** The name of a lock's row: an optimistic lock may be there more than once. */
export const lockRowId = ({id, waiting, owner}: LockRow): string => `${id} ${owner} ${waiting.join(' ')}`;

export const locksList = (drawing: Drawing): ListScreen<LockRow> => {
	const rows = lockRows(drawing);
	return {
		title: [span('DDL locks', 'title')],
		rows,
		id: lockRowId,
		sign: row => healthSign(healthOf(row), drawing.ascii),
		isProblem: row => healthOf(row) !== 'running',
		isStale: () => false,
		words: ({id, task, mode, owner, waiting, synced, ddls}) =>
			[id, task, mode, owner, ...waiting, ...synced, ...ddls].join(' '),
		columns: [
			nameColumn('lock', 'LOCK ID', ({id}) => id, {rows, min: 20, max: 44}),
			wordColumn('task', 'TASK', ({task}) => task, {min: 12, max: 24, worth: 60, rows}),
			wordColumn('mode', 'MODE', ({mode}) => mode, {min: 11, worth: 70}),
			wordColumn('owner', 'OWNER', ({owner}) => owner, {min: 10, max: 24, worth: 75, share: 0.14, rows}),
			{
				id: 'synced',
				title: 'SYNCED',
				align: 'right',
				min: 6,
				worth: 85,
				draw: ({synced, waiting}) => [span(`${synced.length}/${synced.length + waiting.length}`)],
				compare: (left, right) => left.waiting.length - right.waiting.length,
				descending: true,
			},
			{
				id: 'waiting',
				title: 'WAITING FOR',
				min: 16,
				max: 60,
				worth: 90,
				draw: ({waiting}, width) => namesLine(waiting, width),
			},
			{
				id: 'age',
				title: 'SINCE',
				align: 'right',
				min: 6,
				worth: 80,
				descending: true,
				draw: ({since}) =>
					since === undefined
						? [span('-', 'dim')]
						: [span(formatRoughly(Math.max(0, drawing.cluster.now - since) / 1000), 'warn')],
				compare: (left, right) => (right.since ?? Infinity) - (left.since ?? Infinity),
			},
		],
		compare: (left, right) =>
			healthOrder.indexOf(healthOf(left)) - healthOrder.indexOf(healthOf(right)) || byText(left.id, right.id),
		open: ({task}) => ({kind: 'task', task}),
		caption: ({id}) => `lock ${id}`,
		preview: (row, width, height) =>
			[
				...findingsLines(findingsOf(drawing, row), drawing, {task: row.task}),
				...(findingsOf(drawing, row).length > 0 ? [] : row.ddls).map((ddl): Line => [
					span('DDL      ', 'dim'),
					span(ddl, 'warn'),
				]),
				...labelled('owner', row.owner === '' ? [] : [row.owner]),
				...labelled('synced', row.synced),
				...labelled('waiting', row.waiting, 'warn'),
				...labelled('conflict', row.conflict === '' ? [] : [row.conflict], 'warn'),
				note(drawing),
			]
				.flatMap(line => wrapLine(line, width, 9))
				.slice(0, height),
		empty: drawing.lockAnswer?.trouble
			? `No sharded table waits for a DDL, as far as the status tells. dm-master’s own list: ${drawing.lockAnswer.trouble.what}`
			: 'No sharded table waits for a DDL.',
	};
};
