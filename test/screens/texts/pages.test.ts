/** Pages of what DM holds beside the status, and what is offered on them. */
import {describe, expect, it} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import {withDiagnosis} from '../../../source/findings/diagnose.js';
import {offers} from '../../../source/operations/offering/offers.js';
import type {Subject} from '../../../source/operations/offering/subject.js';
import {makePlan, withText, type Plan} from '../../../source/operations/planning/plan.js';
import type {Choice} from '../../../source/operations/target.js';
import type {Inquiry} from '../../../source/session/inquiries.js';
import {schemaList} from '../../../source/screens/lists/schema.js';
import {validationList} from '../../../source/screens/lists/validation.js';
import {columnSections, configSections} from '../../../source/screens/texts/held.js';
import {layoutSections} from '../../../source/screens/texts/text.js';
import {able, access} from '../../operations/chosen.js';
import {canceled, entry, errors, syncing, Watched} from '../../monitor/watched.js';

const text = (sections: Parameters<typeof layoutSections>[0]): string =>
	layoutSections(sections, 100)
		.map(line => lineText(line).trimEnd())
		.join('\n');

describe('the page of a configuration', () => {
	it('shows the important settings first, where tables go, and then all of it', () => {
		const config = 'name: orders\ntask-mode: "all" # x\ntarget-database:\n  host: 10.0.1.20\n  port: 4000\n';
		const page = text(
			configSections(
				{kind: 'config', of: 'task', name: 'orders'},
				{
					isAsking: false,
					answer: {
						kind: 'config',
						config: {format: 'yaml', text: config},
						targets: [
							{
								source: 'mysql-01',
								worker: 'w1',
								value: [
									{sourceSchema: 'a', sourceTable: 't', targetSchema: 'b', targetTable: 't'},
									{sourceSchema: 'a', sourceTable: 'u', targetSchema: 'a', targetTable: 'u'},
								],
							},
							{source: 'mysql-02', worker: '', problem: {what: 'no answer', fix: '', detail: ''}},
						],
					},
				},
			),
		);
		expect(page).toContain(' mode              all\n host              10.0.1.20\n port              4000\n');
		expect(page).toContain(
			' mysql-01          a.t → b.t\n                   a.u\n mysql-02          no answer\n',
		);
		expect(page).toContain(
			'As DM holds it (YAML; passwords are never shown)\n                   name: orders\n',
		);
	});

	it('says that DM is being asked, or why it did not answer', () => {
		const page = {kind: 'config', of: 'worker', name: 'w1'} as const;
		expect(text(configSections(page, {isAsking: true}))).toContain('worker w1         asking DM …');
		const problem = {what: 'w1 did not answer.', fix: 'Look at its log.', detail: ''};
		expect(text(configSections(page, {isAsking: false, problem}))).toContain(
			'worker w1         w1 did not answer. Look at its log.',
		);
	});
});

it('the page of columns shows the statement, and the key that changes it', () => {
	const page = {
		kind: 'schema',
		task: 'orders',
		source: 'mysql-01',
		database: 'shop',
		table: 'orders',
	} as const;
	const sql = 'CREATE TABLE `orders` (`id` int)';
	const shown = text(columnSections(page, {isAsking: false, answer: {kind: 'columns', sql}}));
	expect(shown).toContain('task              orders on mysql-01');
	expect(shown).toContain('o set or remove the columns');
	expect(shown).toContain('CREATE TABLE `orders` (\n                     `id` int\n                   )');
});

describe('the list of tables', () => {
	it('leads from a database to its tables, and from a table to its columns', () => {
		const page = {kind: 'schema', task: 'orders', source: 'mysql-01'} as const;
		const names: Inquiry = {isAsking: false, answer: {kind: 'names', names: ['b', 'a']}};
		const databases = schemaList(page, names);
		expect(databases.rows.map(row => databases.open(row))).toEqual([
			{...page, database: 'b'},
			{...page, database: 'a'},
		]);
		const tables = schemaList({...page, database: 'a'}, names);
		expect(tables.open({name: 't'})).toEqual({...page, database: 'a', table: 't'});
		expect(schemaList(page, {isAsking: true}).empty).toBe('Asking DM …');
		const none: Inquiry = {isAsking: false, answer: {kind: 'names', names: []}};
		expect(schemaList({...page, database: 'a'}, none).empty).toBe('DM knows no table of a yet.');
	});
});

describe('the list of rows that differ', () => {
	const difference = {
		id: '7',
		source: 'mysql-01',
		from: '`a`.`t`',
		fromRow: '[1 2]',
		to: '`b`.`t`',
		toRow: '[1 3]',
		type: 'Column data not matched',
		state: 'new',
		time: '2026-11-27 01:02:03',
		message: '',
	} as const;
	const validator = {
		task: 'orders',
		source: 'mysql-01',
		mode: 'full',
		stage: 'Running',
		position: '',
		gtid: '',
		processed: 'insert/update/delete: 1/2/3',
		pending: 'insert/update/delete: 0/0/0',
		errors: 'new/ignored/resolved: 1/0/0',
		problems: ['it gave up'],
	};

	it('has their values in the preview, and the state of the validators above the table', () => {
		const list = validationList(
			{kind: 'validation', task: 'orders'},
			{
				isAsking: false,
				answer: {
					kind: 'validation',
					status: {
						validators: [validator],
						tables: [
							{
								source: 'mysql-01',
								from: '`a`.`u`',
								to: '`b`.`u`',
								stage: 'Stopped',
								message: 'no primary key',
							},
						],
						missing: '',
					},
					differences: {rows: [difference], missing: ''},
				},
			},
		);
		expect((list.head ?? []).map(line => lineText(line))).toEqual([
			' mysql-01  Running full  errors new/ignored/resolved: 1/0/0   pending insert/update/delete: 0/0/0   processed insert/update/delete: 1/2/3',
			'   it gave up',
			' mysql-01  `a`.`u`  not validated: no primary key',
		]);
		expect(list.preview(difference, 80, 9).map(line => lineText(line))).toEqual([
			'difference  Column data not matched  2026-11-27 01:02:03',
			'upstream    `a`.`t`  [1 2]',
			'downstream  `b`.`t`  [1 3]',
		]);
	});

	it('says that a task is not validated, or why nothing is known', () => {
		const empty = (what: string) =>
			validationList(
				{kind: 'validation', task: 'orders'},
				{isAsking: false, problem: {what, fix: '', detail: ''}},
			).empty;
		expect(
			empty(
				'[code=43006:class=validator:scope=not-set:level=medium], Message: validator not found for task a',
			),
		).toBe('This task is not validated: o starts it.');
		expect(empty('m1 refused the connection')).toContain('refused the connection');
	});
});

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
		expect(found[0]).toMatchObject({
			choice: {kind: 'validation-ignore', task: 'orders', sources: [], error: '7'},
		});
	});

	it('has start if nothing validates', () => {
		const names = (subtask: ReturnType<typeof syncing>) =>
			entries({on: 'validation', task: 'orders'}, subtask).map(({text: name}) => name);
		expect(names(syncing('orders'))).toEqual(['Start full validation', 'Start fast validation']);
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
