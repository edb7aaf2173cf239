/**
 * The DDL locks of sharded tables: as dm-master lists them where it can be asked, else as the status tells of them.
 */
import {span} from '../../components/line.js';
import {formatRoughly} from '../../components/quantity.js';
import {type LockView} from '../../monitor/view.js';
import {type Health, healthOrder} from '../../monitor/health.js';
import {namesLine} from '../cells/cells.js';
import {healthSign} from '../cells/health.js';
import {byNumbers} from '../../monitor/order.js';
import {cutStart} from '../../terminal/width.js';
import {say} from '../../language/say.js';
import type {Drawing} from '../drawing.js';
import type {ListScreen} from './list.js';
import {lockCaption, lockPreview} from './previews/lock-preview.js';
import {nameColumn, widestWord, wordColumn} from './columns/name-columns.js';
import {tellingCut} from './columns/telling-cut.js';

const healthOf = ({conflict, waiting}: LockView): Health =>
	conflict === '' ? (waiting.length === 0 ? 'running' : 'blocked') : 'error';

/** The name of a lock's row: an optimistic lock may be there more than once. */
export const lockRowId = ({id, waiting, owner}: LockView): string => `${id} ${owner} ${waiting.join(' ')}`;

export const locksList = (drawing: Drawing): ListScreen<LockView> => {
	const {symbols} = drawing;
	const {locks: rows, lockProblem, now} = drawing.cluster;
	const longestWaiting = widestWord(rows, ({waiting}) => waiting.join(' '), {min: 1, max: 200});
	return {
		title: [span(say('DDL locks'), 'title')],
		rows,
		id: lockRowId,
		sign: row => healthSign(healthOf(row), drawing.symbols),
		isProblem: row => healthOf(row) !== 'running',
		isStale: () => false,
		words: ({id, task, mode, owner, waiting, synced, ddls}) =>
			[id, task, mode, owner, ...waiting, ...synced, ...ddls].join(' '),
		columns: [
			nameColumn('lock', 'LOCK ID', ({id}) => id, {rows, min: 20, max: 44, cut: cutStart}),
			wordColumn('task', 'TASK', ({task}) => task, {min: 12, max: 24, priority: 60, rows}),
			wordColumn('mode', 'MODE', ({mode}) => mode, {min: 11, priority: 70, rows}),
			wordColumn('owner', 'OWNER', ({owner}) => owner, {
				min: 10,
				max: 24,
				priority: 75,
				share: 0.14,
				rows,
				cut: tellingCut(drawing.cluster.sources.map(({source}) => source)),
			}),
			{
				id: 'synced',
				title: say('SYNCED'),
				align: 'right',
				min: 6,
				priority: 85,
				draw: ({synced, waiting}) => [span(`${synced.length}/${synced.length + waiting.length}`)],
				compare: (left, right) => left.waiting.length - right.waiting.length,
				descending: true,
			},
			{
				id: 'waiting',
				title: say('WAITING FOR'),
				min: Math.min(16, longestWaiting),
				max: Math.min(60, longestWaiting),
				preferredWidth: longestWaiting,
				priority: 90,
				draw: ({waiting}, width) => namesLine(waiting, width),
			},
			{
				id: 'age',
				title: say('SINCE'),
				align: 'right',
				min: 6,
				priority: 80,
				descending: true,
				draw: ({since, isSinceSeen}) => [
					span(
						`${isSinceSeen ? '' : symbols.atLeast}${formatRoughly(Math.max(0, now - since) / 1000)}`,
						'warn',
					),
				],
				compare: (left, right) => right.since - left.since,
			},
		],
		compare: (left, right) =>
			healthOrder.indexOf(healthOf(left)) - healthOrder.indexOf(healthOf(right)) ||
			byNumbers(left.id, right.id),
		open: ({task}) => ({kind: 'task', task}),
		caption: lockCaption,
		preview: (row, width, height) => lockPreview(row, width, height, drawing),
		empty: lockProblem
			? say('No sharded table waits for a DDL, as far as the status tells. dm-master’s own list: {what}', {
					what: lockProblem.what,
				})
			: say('No sharded table waits for a DDL.'),
	};
};
