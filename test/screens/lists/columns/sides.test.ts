/** On which side of a column its texts stand, and which end of its order comes first. */
import {expect, test} from 'vitest';
import type {Column} from '../../../../source/components/table/layout.js';
import {eventsList} from '../../../../source/screens/lists/events.js';
import {findingsList} from '../../../../source/screens/lists/findings.js';
import {locksList} from '../../../../source/screens/lists/locks.js';
import {sourcesList} from '../../../../source/screens/lists/sources.js';
import {taskList} from '../../../../source/screens/lists/subtasks.js';
import {tasksList} from '../../../../source/screens/lists/tasks.js';
import {workersList} from '../../../../source/screens/lists/workers.js';
import {bound, entry, errors, syncing, Watched} from '../../../monitor/watched.js';
import {drawingOf} from '../../drawing.js';

const drawing = () =>
	drawingOf(
		new Watched()
			.cluster({workers: [bound('w1', 's1'), bound('w2', 's2')]})
			.whole(
				entry('s1', [syncing('orders', {}, {stage: 'Paused', result: errors(36_001)})]),
				entry('s2', [syncing('orders')]),
			)
			.wait(30)
			.silence('no answer within 5 s', 's2')
			.view(),
	);

const idsOf = (columns: ReadonlyArray<Column<never>>, holds: (column: Column<never>) => boolean): string =>
	columns
		.filter(column => holds(column))
		.map(({id}) => id)
		.join(' ');

test.each<[string, () => ReadonlyArray<Column<never>>, string, string]>([
	[
		'tasks',
		() => tasksList(drawing()).columns,
		'sources lag slope rate eta behind errors age',
		'sources lag slope trend rate eta behind errors why age',
	],
	[
		'sources of a task',
		() => taskList(drawing().cluster.tasks[0], 'orders', drawing()).columns,
		'lag slope rate eta behind errors age',
		'lag slope trend rate eta behind errors why age',
	],
	[
		'sources',
		() => sourcesList(drawing()).columns,
		'tasks lag rate behind age',
		'tasks lag rate behind why age',
	],
	[
		'workers',
		() => workersList(drawing()).columns,
		'subtasks rate errors silent',
		'subtasks rate errors silent why',
	],
	['locks', () => locksList(drawing()).columns, 'synced since', 'synced'],
	['events', () => eventsList(drawing()).columns, '', 'time'],
	['findings', () => findingsList(drawing()).columns, 'since', ''],
])(
	'in the table of %s numbers are right-aligned, and the greatest comes first',
	(_, columns, right, descending) => {
		expect(idsOf(columns(), ({align}) => align === 'right')).toBe(right);
		expect(idsOf(columns(), column => column.descending === true)).toBe(descending);
	},
);

test('the identifying column stays longest, and the name grows first', () => {
	for (const columns of [
		tasksList(drawing()).columns,
		sourcesList(drawing()).columns,
		workersList(drawing()).columns,
	]) {
		const [first, ...others] = columns;
		expect(first!.grows).toBe(true);
		expect(others.every(({priority}) => priority < first!.priority)).toBe(true);
	}
});
