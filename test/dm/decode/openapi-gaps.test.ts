/** What OpenAPI's answers leave out is not taken for nothing. */
import {describe, expect, test} from 'vitest';
import {parseStatusDocument} from '../../../source/dm/parse-status.js';
import {found} from '../../findings/diagnosed.js';
import {Journaled} from '../../findings/journaled.js';

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
