/**
 * The DDL locks of sharded tables: as dm-master lists them where it can be asked, else from the status.
 */
import {span} from '../../components/line.js';
import type {DiagnosedView} from '../../findings/diagnosis.js';
import {lazilyByName} from '../../findings/gathering/lazily.js';
import type {LockView} from '../../monitor/lock-view.js';
import {type Health, healthOrder} from '../../monitor/health.js';
import {namesLine} from '../cells/cells.js';
import {healthSign} from '../cells/health.js';
import {byNumbers} from '../../monitor/order.js';
import {cutStart} from '../../terminal/width.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import {tellingCut} from '../cells/telling-cut.js';
import {type ColumnEntry, columnsOf} from './columns/entry.js';
import type {ListScreen} from './binding/list-screen.js';
import {lockCaption, lockPreview} from './previews/lock-preview.js';
import {sinceColumn} from './columns/moments.js';
import {nameColumn, widestWord, wordColumn} from './columns/name-columns.js';

/** A lock that waits for no known source is blocked as well, if a finding says that it holds one of its sources. */
const healthIn = ({diagnosis}: DiagnosedView): ((lock: LockView) => Health) => {
	const heldOf = lazilyByName(
		task =>
			new Set(
				diagnosis.ofTask(task).flatMap(({kind, source}) => (kind === 'ddl-waiting' && source ? source : [])),
			),
	);
	return ({conflict, waiting, task, synced}) => {
		if (conflict !== '') {
			return 'error';
		}

		return waiting.length > 0 || synced.some(source => heldOf(task).has(source)) ? 'blocked' : 'running';
	};
};

/** The name of a lock's row: an optimistic lock may be listed several times. */
export const lockRowId = ({id, waiting, owner}: LockView): string => `${id} ${owner} ${waiting.join(' ')}`;

/** The columns, from left to right. */
export const lockColumns: ReadonlyArray<
	ColumnEntry<LockView, Pick<Drawing, 'cluster' | 'symbols'> & {readonly rows: readonly LockView[]}>
> = [
	{
		id: 'lock',
		title: 'LOCK ID',
		help: 'DM’s ID of the lock: the task and the table downstream',
		look: ({rows}) => nameColumn(({id}) => id, {rows, min: 20, max: 44, cut: cutStart}),
	},
	{
		id: 'task',
		title: 'TASK',
		help: 'the task whose shards wait',
		look: ({rows}) => wordColumn(({task}) => task, {min: 12, max: 24, priority: 60, rows}),
	},
	{
		id: 'mode',
		title: 'MODE',
		help: 'pessimistic: all wait for the last shard; optimistic: one shard’s DDL may conflict with the others’',
		look: ({rows}) => wordColumn(({mode}) => mode, {min: 11, priority: 70, rows}),
	},
	{
		id: 'owner',
		title: 'OWNER',
		help: 'the source that executes the DDL; optimistic: the table whose DDL conflicts',
		look: ({rows, cluster}) =>
			// Without dm-master's list of locks it is not known.
			wordColumn(({owner}) => (owner === '' && cluster.lockProblem ? '?' : owner), {
				min: 10,
				max: 24,
				priority: 75,
				// A source's name of usual length at 80 columns: the table's name in the ID is longer.
				share: 0.18,
				rows,
				cut: tellingCut(cluster.sources.map(({source}) => source)),
			}),
	},
	{
		id: 'synced',
		title: 'SYNCED',
		help: 'shards that have reached the DDL, of all that must',
		look: () => ({
			align: 'right',
			min: 6,
			priority: 85,
			draw: ({synced, waiting}) => [span(`${synced.length}/${synced.length + waiting.length}`)],
			compare: (left, right) => left.waiting.length - right.waiting.length,
			descending: true,
		}),
	},
	{
		id: 'waiting',
		title: 'WAITING FOR',
		help: 'shards that have not reached it: what all the others wait for',
		look({rows}) {
			const longestWaiting = widestWord(rows, ({waiting}) => waiting.join(' '), {min: 1, max: 200});
			return {
				min: Math.min(16, longestWaiting),
				max: Math.min(60, longestWaiting),
				preferredWidth: longestWaiting,
				priority: 90,
				draw: ({waiting}, width) => namesLine(waiting, width),
			};
		},
	},
	{
		id: 'since',
		title: 'SINCE',
		help: 'since when the lock is there; ≥ it was already so when dm-top started',
		look: ({symbols, cluster: {now}, rows}) =>
			sinceColumn(rows, ({since, isSinceSeen}) => ({since, isSinceAtLeast: !isSinceSeen}), {
				now,
				symbols,
				priority: 80,
			}),
	},
];

/** The table of locks. */
export const locksList = (drawing: Drawing): ListScreen<LockView> => {
	const {locks: rows, lockProblem} = drawing.cluster;
	const health = healthIn(drawing.cluster);
	return {
		title: [span(say('DDL locks'), 'title')],
		rows,
		id: lockRowId,
		sign: row => healthSign(health(row), drawing.symbols),
		health,
		isProblem: row => health(row) !== 'running',
		isStale: () => false,
		words: ({id, task, mode, owner, waiting, synced, ddls}) =>
			[id, task, mode, owner, ...waiting, ...synced, ...ddls].join(' '),
		columns: columnsOf(lockColumns, {...drawing, rows}),
		compare: (left, right) =>
			healthOrder.indexOf(health(left)) - healthOrder.indexOf(health(right)) || byNumbers(left.id, right.id),
		open: ({task}) => ({kind: 'task', task}),
		caption: lockCaption,
		preview: (row, width, height) => lockPreview(row, width, height, drawing),
		empty: lockProblem
			? say('No sharded table waits for a DDL, as far as the status shows. dm-master’s own list: {what}', {
					what: lockProblem.what,
				})
			: say('No sharded table waits for a DDL.'),
	};
};
