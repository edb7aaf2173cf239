/** What is offered on pages of what DM holds, and its plans. */
import {describe, expect, it} from 'vitest';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {offers} from '../../../source/operations/offering/offers.js';
import type {Subject} from '../../../source/operations/offering/subject.js';
import {withText} from '../../../source/operations/planning/entered.js';
import {makePlan, type Plan} from '../../../source/operations/planning/plan.js';
import type {Choice} from '../../../source/operations/target.js';
import {canceled, entry, errors, syncing, Watched} from '../../monitor/watched.js';
import {able, access} from '../recorded-clusters.js';

describe('the menu', () => {
	const reads = new Set(['config', 'validation', 'schema'] as const);

	const entries = (subject: Subject, subtask: ReturnType<typeof syncing>) => {
		const cluster = withDiagnosis(new Watched().whole(entry('mysql-01', [subtask])).view());
		return offers(subject, {cluster, capabilities: {...able, reads}}).offers;
	};

	const validated = (stage: string) =>
		syncing(
			'orders',
			{},
			{
				validation: {
					task: 'orders',
					source: 'mysql-01',
					mode: 'full',
					stage,
					validatorBinlog: '',
					validatorBinlogGtid: '',
					result: null,
					processedRowsStatus: '',
					pendingRowsStatus: '',
					errorRowsStatus: '',
				},
			},
		);

	it('for a difference has ignore, resolve and clear, for one or all; and stop for what runs', () => {
		const found = entries({on: 'validation', task: 'orders', difference: '7'}, validated('Running'));
		expect(found.map(({text: name}) => name)).toEqual([
			'Ignore difference 7',
			'Resolve difference 7',
			'Clear difference 7',
			'Ignore all differences',
			'Resolve all differences',
			'Clear all differences',
			'Stop validation',
		]);
		expect(found.slice(2, 6).map(({gist}) => gist)).toEqual([
			'DM forgets the difference',
			'count them as ignored',
			'count them as resolved',
			'DM forgets all of them',
		]);
		expect(found[0]).toMatchObject({
			choice: {kind: 'validation-ignore', task: 'orders', sources: [], error: '7'},
		});
	});

	it('has start if nothing validates', () => {
		const names = (subtask: ReturnType<typeof syncing>) =>
			entries({on: 'validation', task: 'orders'}, subtask).map(({text: name}) => name);
		expect(names(syncing('orders'))).toEqual(['Start full validation', 'Start fast validation']);
		expect(entries({on: 'validation', task: 'orders'}, syncing('orders')).map(({gist}) => gist)).toEqual([
			'compare the values of rows',
			'only whether rows are there',
		]);
		expect(names(validated('Stopped'))).toEqual(['Start validation']);
	});

	it('for columns needs a paused subtask', () => {
		const subject: Subject = {
			on: 'columns',
			task: 'orders',
			source: 'mysql-01',
			database: 'shop',
			table: 'orders',
			sql: 'CREATE TABLE `orders` (`id` int)',
		};
		expect(entries(subject, syncing('orders'))).toEqual([]);
		const found = entries(subject, syncing('orders', {}, {stage: 'Paused', result: canceled}));
		expect(found.map(({text: name}) => name)).toEqual([
			'Set columns as upstream',
			'Set columns as downstream',
			'Set columns by SQL',
			'Remove columns',
		]);
		expect(found.map(({gist}) => gist)).toEqual([
			'those that the table has there now',
			'those that the table has there now',
			'those that you write',
			'DM forgets the columns of a table',
		]);
	});

	it('for an error about columns has the page where they are set, first', () => {
		const wrong = {
			...errors(36_027),
			errors: [
				{
					ErrCode: 36_027,
					ErrClass: 'sync-unit',
					ErrScope: 'internal',
					ErrLevel: 'high',
					Message:
						"startLocation: [position: (mysql-bin.000001, 4), gtid-set: ], endLocation: [position: (mysql-bin.000001, 9), gtid-set: ]: gen insert sqls failed, sourceTable: `shop`.`orders`, targetTable: `shop`.`orders`: Column count doesn't match value count: 3 (columns) vs 2 (values)",
					RawCause: '',
					Workaround: '',
				},
			],
		};
		const found = entries(
			{on: 'tasks', targets: [{task: 'orders', sources: ['mysql-01']}]},
			syncing('orders', {}, {stage: 'Paused', result: wrong}),
		);
		expect(found.filter(({isCure}) => isCure)).toContainEqual({
			kind: 'page',
			text: 'Columns of shop.orders',
			letter: 'c',
			gist: 'set DM’s columns of them',
			isCure: true,
			isWarnedOf: false,
			page: {kind: 'schema', task: 'orders', source: 'mysql-01', database: 'shop', table: 'orders'},
		});
	});
});

describe('a plan', () => {
	const cluster = new Watched()
		.whole(entry('mysql-01', [syncing('orders', {}, {stage: 'Paused', result: canceled})]))
		.view();
	const of = {task: 'orders', sources: ['mysql-01'], database: 'shop', table: 'orders'};

	it('to set columns with SQL asks for the statement, and with a side asks nothing', () => {
		const plan = makePlan({kind: 'schema-set', ...of, schema: {sql: ''}}, cluster, access);
		expect([plan.title, plan.asks]).toEqual(['Set columns of shop.orders for orders on mysql-01', 'sql']);
		const written = withText(plan, 'CREATE TABLE `orders` (`id` int);') as Plan;
		expect(written.operations).toEqual([
			{kind: 'schema-set', ...of, schema: {sql: 'CREATE TABLE `orders` (`id` int)'}},
		]);
		const from = makePlan({kind: 'schema-set', ...of, schema: {from: 'upstream'}}, cluster, access);
		expect([from.title, from.asks]).toEqual([
			'Set columns of shop.orders as upstream for orders on mysql-01',
			'nothing',
		]);
	});

	it('to clear every difference requires typing its task’s name', () => {
		const clear = (error: string): Choice => ({kind: 'validation-clear', task: 'orders', sources: [], error});
		expect(makePlan(clear('all'), cluster, access)).toMatchObject({
			title: 'Clear all differences of orders',
			confirm: {kind: 'name', expected: 'orders'},
		});
		expect(makePlan(clear('7'), cluster, access)).toMatchObject({
			title: 'Clear difference 7 of orders',
			confirm: {kind: 'action'},
		});
	});
});
