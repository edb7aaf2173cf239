/** Tables of what DM holds beside the status. */
import {describe, expect, it} from 'vitest';
import {lineText} from '../../../source/components/line.js';
import type {Inquiry} from '../../../source/session/inquiries.js';
import {schemaList} from '../../../source/screens/lists/schema.js';
import {validationList} from '../../../source/screens/lists/validation.js';

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
			' mysql-01  Running full  1 new, 0 ignored, 0 resolved   pending 0 inserted, 0 updated, 0 deleted   processed 1 inserted, 2 updated, 3 deleted',
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
