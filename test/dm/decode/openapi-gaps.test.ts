/** What OpenAPI's answers leave out is not taken for nothing. */
import {describe, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {found} from '../../findings/diagnosed.js';
import {Journaled} from '../../findings/journal/journaled.js';

const entry = (source: string) => ({
	name: 'orders',
	source_name: source,
	worker_name: `w-${source}`,
	stage: 'Running',
	unit: 'Sync',
	error_msg: '',
	unresolved_ddl_lock_id: '',
	sync_status: {
		binlog_type: 'remote',
		master_binlog: '(mysql-bin.000001, 1000)',
		syncer_binlog: '(mysql-bin.000001, 1000)',
		seconds_behind_master: 0,
		synced: true,
		total_events: 5,
	},
});
const tasks = (...status_list: readonly unknown[]) =>
	JSON.stringify({
		total: 1,
		data: [
			{
				name: 'orders',
				task_mode: 'all',
				source_config: {source_conf: [{source_name: 'mysql-01'}, {source_name: 'mysql-02'}]},
				status_list,
			},
		],
	});
const whole = tasks(entry('mysql-01'), entry('mysql-02'));

test.for([
	['is left out', []],
	['is null', [null]],
	['has no name', [{...entry('mysql-02'), source_name: null}]],
] as const)('a configured source whose status %s did not answer', ([, rest]) => {
	const gap = tasks(entry('mysql-01'), ...rest);
	const first = new Journaled().document(gap);
	expect(found(first)).toContain('source-silent mysql-02');
	expect(first.task('orders')).toMatchObject({incomplete: true, health: 'silent'});

	const second = new Journaled().document(whole).wait(5).document(gap);
	expect(found(second)).toContain('source-silent mysql-02 w-mysql-02');
	expect(second.wait(5).document(whole).tellings().at(-1)).toContain('answers again');
});

test('a task none of whose sources is in its status has them all the same', () => {
	const watched = new Journaled().document(tasks());
	expect(found(watched)).toEqual(['source-silent mysql-01', 'source-silent mysql-02']);
	expect(watched.task('orders').health).toBe('silent');
});

describe('a list that is shorter than it says', () => {
	test.for([
		['tasks', {total: 2, data: (JSON.parse(whole) as {data: unknown[]}).data}],
		['subtasks', {total: 3, data: [entry('mysql-01'), entry('mysql-02')]}],
	] as const)('of %s is not whole', ([, document]) => {
		expect(parseStatusDocument(JSON.stringify(document)).notes).toMatchObject([{path: '$.total'}]);
		expect(found(new Journaled().document(JSON.stringify(document)))).toEqual(['unreadable']);
	});

	test('loses no row that was there before, and what it leaves out is not known', () => {
		const named = (task: string, ...sources: readonly string[]) => ({
			name: task,
			task_mode: 'all',
			source_config: {source_conf: sources.map(name => ({source_name: name}))},
			status_list: sources.map(name => ({...entry(name), name: task})),
		});
		const all = [named('orders', 'mysql-01'), named('users', 'mysql-01'), named('stock', 'mysql-02')];
		const watched = new Journaled().document(JSON.stringify({total: 3, data: all})).wait(5);
		watched.document(JSON.stringify({total: 3, data: all.slice(0, 1)}));
		expect(watched.tasks().toSorted()).toEqual(['orders', 'stock', 'users']);
		expect(watched.subtask('orders', 'mysql-01')).toMatchObject({stale: '', health: 'running'});
		for (const [task, source] of [
			['users', 'mysql-01'],
			['stock', 'mysql-02'],
		] as const) {
			expect(watched.task(task)).toMatchObject({incomplete: true, health: 'silent'});
			expect(watched.subtask(task, source).stale).not.toBe('');
		}

		expect(watched.events().filter(text => /no longer|vanished|missing/v.test(text))).toEqual([]);
		watched.wait(5).document(JSON.stringify({total: 3, data: all}));
		expect(found(watched)).toEqual([]);
		// What a whole list leaves out is gone.
		watched.wait(5).document(JSON.stringify({total: 2, data: all.slice(0, 2)}));
		expect(watched.tasks().toSorted()).toEqual(['orders', 'users']);
	});

	test.for([[{total: 1, data: null}], [{total: 1, data: []}]])(
		'%j is not a list of nothing',
		([document]) => {
			expect(() => parseStatusDocument(JSON.stringify(document))).toThrow('Expected a list of data, found ');
		},
	);

	test('one without a number, or with the right one, is', () => {
		expect(found(new Journaled().document(JSON.stringify({total: 0, data: null})))).toEqual([]);
		expect(found(new Journaled().document(JSON.stringify({data: [entry('mysql-01')]})))).toEqual([]);
	});
});
