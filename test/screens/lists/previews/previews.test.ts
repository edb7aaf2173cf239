/** What each view says of the cluster, as a person who has to act on it reads it. */
import {describe, expect, it} from 'vitest';
import {lineText} from '../../../../source/components/line.js';
import {formatMoment} from '../../../../source/components/quantity.js';
import type {LockView} from '../../../../source/monitor/lock-view.js';
import {locksList} from '../../../../source/screens/lists/locks.js';
import {sourcesList} from '../../../../source/screens/lists/sources.js';
import {taskList} from '../../../../source/screens/lists/subtasks.js';
import {workersList} from '../../../../source/screens/lists/workers.js';
import {watchScenario} from '../../../findings/simulated.js';
import {cellsOf, drawingOf, previewOf, simulatedAt} from '../../drawing.js';

describe('workers', () => {
	it('show that one hangs, for how long, and what it serves', () => {
		const list = workersList(simulatedAt('hung-worker', 60));
		expect(cellsOf(list, ['name', 'state', 'source', 'subtasks', 'errors', 'silent', 'why'])).toEqual([
			'worker-2 no answer mysql-b 2 0? 50s no answer',
			'master-1 leader - - - -',
			'master-2 follower - - - -',
			'master-3 follower - - - -',
			'worker-1 bound mysql-a 2 0 -',
			'worker-3 bound mysql-c 2 0 -',
			'worker-4 free - - - -',
		]);
		const preview = previewOf(list, 'worker worker-2');
		expect(preview.filter(line => /^(?:worker|source) /v.test(line))).toEqual([
			expect.stringMatching(/^worker worker-2 {2}bound {2}.* {2}10\.0\.2\.12:8262$/v),
			'source serves mysql-b, its relay: unknown  last answer 50s ago',
		]);
		expect(preview.filter(line => /^\? (?:ledger|statements) /v.test(line))).toHaveLength(2);
	});

	it('have no column for silence while all answer', () => {
		expect(workersList(simulatedAt('hung-worker', 5)).columns.map(({id}) => id)).not.toContain('silent');
	});

	it('say what a free one is for, and how many masters a leader needs', () => {
		const list = workersList(simulatedAt('hung-worker', 5));
		expect(previewOf(list, 'worker worker-4').at(-1)).toBe(
			'source serves no source: it takes over when the worker of a source goes offline',
		);
		expect(previewOf(list, 'master master-1')).toEqual([
			expect.stringMatching(
				/^master master-1 {2}leader {2}seen since .*, maybe longer {2}10\.0\.1\.11:8261$/v,
			),
			'quorum 3 of 3 masters are up; a leader needs 2',
		]);
	});

	it('count an error of a relay once, though it stops several subtasks', () => {
		const list = workersList(simulatedAt('shop', 10));
		expect(cellsOf(list, ['name', 'errors'])[0]).toBe('worker-2 2');
	});

	it('show the subtasks of one with a problem, also on a small screen', () => {
		const list = workersList(simulatedAt('shop', 10));
		for (const height of [20, 28]) {
			const preview = previewOf(list, 'worker worker-2', {width: 116, height});
			expect(preview.filter(line => /^✗ (?:billing|payments) /v.test(line))).toHaveLength(2);
		}

		expect(previewOf(list, 'worker worker-2', {width: 116, height: 6}).join('\n')).not.toContain(
			'and 2 more',
		);
	});

	it('report a subtask that fails on one, whose name its own preview leaves out', () => {
		const list = workersList(simulatedAt('bad-ddl', 120));
		const worker = list.rows.find(({source}) => source === 'mysql-geo')!;
		expect(list.isProblem(worker)).toBe(true);
		expect(lineText(list.sign(worker))).toBe('✗');
		const offline = workersList(simulatedAt('worker-lost', 60));
		const lost = offline.rows.find(({stage}) => stage === 'offline')!;
		const [what] = previewOf(offline, offline.id(lost));
		expect(what).toMatch(/^! /v);
		expect(what).not.toContain(lost.name);
	});

	it('do not say who leads while no master answers', () => {
		const moments = [...watchScenario('no-leader', {seconds: 60, every: 5})];
		const without = moments.find(({cluster}) => cluster.problem !== undefined)!;
		const states = cellsOf(workersList(drawingOf(without.cluster)), ['name', 'state']);
		expect(states).toContain('master-1 leader?');
		expect(states).toContain('master-2 follower?');
		expect(states).toContain('worker-1 no answer');
	});

	it('are not shown as well while nothing answers, and neither are sources', () => {
		const {cluster} = watchScenario('no-leader', {seconds: 60, every: 5}).find(
			moment => moment.cluster.problem !== undefined,
		)!;
		const drawing = drawingOf(cluster);
		for (const list of [sourcesList(drawing), workersList(drawing)] as const) {
			const signs = list.rows.map(row => lineText(list.sign(row as never)));
			expect(signs).not.toContain('●');
			expect(signs).toContain('?');
			const state = list.columns.find(({id}) => id === 'state')!;
			const styles = list.rows.map(row => state.draw(row as never, 12)[0]!.style);
			expect(styles).not.toContain('good');
		}
	});

	it('show which master is away', () => {
		const list = workersList(simulatedAt('no-leader', 120));
		expect(cellsOf(list, ['name', 'state', 'why'])[0]).toBe('master-1 offline down');
		expect(previewOf(list, 'master master-1').at(-1)).toBe('quorum 2 of 3 masters are up; a leader needs 2');
	});
});

describe('sources', () => {
	it('include those with a failed task in the problems, and list its tasks', () => {
		const list = sourcesList(simulatedAt('bad-ddl', 120));
		const failing = list.rows.filter(row => list.isProblem(row)).map(({source}) => source);
		expect(failing).toContain('mysql-geo');
		expect(previewOf(list, 'mysql-geo').filter(line => line.startsWith('✗ places '))).toEqual([
			expect.stringMatching(/^✗ places +Paused +Sync /v),
		]);
	});
});

describe('the page of a task with one source', () => {
	it('shows an error in its row and below it, but not above the table', () => {
		const drawing = simulatedAt('shop', 10);
		const [billing, payments] = ['billing', 'payments'].map(name =>
			drawing.cluster.tasks.find(task => task.name === name),
		);
		expect(taskList(billing, 'billing', drawing).head).toEqual([]);
		expect(taskList(payments, 'payments', drawing).head).toHaveLength(1);
	});
});

describe('a lock', () => {
	it('names the source that it waits for, and those that wait, each once', () => {
		const drawing = simulatedAt('shard-lock', 30);
		const list = locksList(drawing);
		const [lock] = list.rows;
		expect(list.caption!(lock!)).toBe('DDL lock of task events on table `stats`.`events`');
		const preview = previewOf(list, list.id(lock!));
		expect(preview[0]).toMatch(
			/^! mysql-shard-01, mysql-shard-02 and mysql-shard-03: A sharded DDL waits for mysql-shard-04 /v,
		);
		expect(preview.filter(line => /^[!✓] mysql-shard-\d\d {2}/v.test(line))).toEqual([
			'! mysql-shard-04  the others wait for it: it has not reached the DDL',
			expect.stringMatching(/^✓ mysql-shard-01 {2}has reached it and waits/v),
			expect.stringMatching(/^✓ mysql-shard-02 {2}has reached it and waits/v),
			expect.stringMatching(/^✓ mysql-shard-03 {2}has reached it and waits/v),
		]);
	});

	it('of the optimistic kind names tables by their source', () => {
		const drawing = simulatedAt('calm', 10);
		const {now} = drawing.cluster;
		const lock: LockView = {
			id: 'tickets-`park`.`tickets`',
			task: 'tickets',
			table: '',
			mode: 'optimistic',
			ddls: ['ALTER TABLE `park`.`tickets` ADD COLUMN `x` INT'],
			owner: '',
			conflict: '',
			synced: [1, 2, 3].map(number => `mysql-zone-02-\`park_01\`.\`tickets_${number}\``),
			waiting: [1, 2, 3].map(number => `mysql-zone-03-\`park_02\`.\`tickets_${number}\``),
			unsyncedTables: [],
			since: now - 125_000,
			isSinceSeen: true,
			isListed: true,
		};
		const list = locksList({...drawing, cluster: {...drawing.cluster, locks: [lock], areLocksListed: true}});
		expect(list.caption!(lock)).toBe('DDL lock of task tickets, tickets-`park`.`tickets`');
		expect(previewOf(list, list.id(lock))).toEqual([
			'DDL     ALTER TABLE `park`.`tickets` ADD COLUMN `x` INT',
			'! mysql-zone-03  has not run it: `park_02`.`tickets_1`, `park_02`.`tickets_2`, `park_02`.`tickets_3`',
			'✓ mysql-zone-02  has run it: `park_01`.`tickets_1`, `park_01`.`tickets_2`, `park_01`.`tickets_3`',
			`lock ID tickets-\`park\`.\`tickets\`   optimistic, since ${formatMoment(now - 125_000, now)} (2m); dm-master lists it`,
		]);
	});

	it('is reported as waiting only if it waits', () => {
		const drawing = simulatedAt('shard-lock', 30);
		const task = drawing.cluster.tasks.find(({name}) => name === 'events')!;
		const list = taskList(task, 'events', drawing);
		expect(cellsOf(list, ['source', 'lock'])).toEqual([
			'mysql-shard-01 waits',
			'mysql-shard-02 waits',
			'mysql-shard-03 waits',
			'mysql-shard-04 awaited',
		]);
		expect(list.head?.map(line => lineText(line).split(' '.repeat(3), 1)[0])).toEqual([
			' ! mysql-shard-01, mysql-shard-02 and mysql-shard-03: A sharded DDL waits for mysql-shard-04',
		]);
	});
});
