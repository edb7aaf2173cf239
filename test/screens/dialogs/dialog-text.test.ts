/** Dialogs that ask for a text before they can be confirmed. */
import {describe, expect, it} from 'vitest';
import {textToEdit} from '../../../source/screens/dialogs/dialog-text.js';
import type {Choice} from '../../../source/operations/target.js';
import {recordedCluster} from '../../operations/recorded-clusters.js';
import {Person} from './person.js';

describe('a dialog to replace a DDL', () => {
	const replace: Choice = {kind: 'binlog-replace', targets: [{task: 'orders', sources: []}]};
	const open = () => new Person(replace, recordedCluster());

	it('asks for the statements first, then works like any other', () => {
		const person = open();
		expect(person.dialog.step).toBe('text');
		const ddl = 'alter table bad.t add column g point not null default (point(1,1))';
		expect(person.dialog.text.text).toBe(ddl);
		expect(person.press(['enter']).dialog).toMatchObject({
			step: 'text',
			notice: 'Change the SQL first: this is the DDL that failed.',
		});
		expect(person.press(['ctrl+u', 'enter']).dialog.notice).toContain('Write the SQL first');
		person.type('drop table `a`.`t`').press(['enter']);
		expect(person.dialog).toMatchObject({step: 'confirm', focus: 'cancel', plan: {asks: 'nothing'}});
		expect(person.dialog.plan.operations).toMatchObject([{sqls: ['drop table `a`.`t`']}]);
		expect(person.press(['right', 'enter']).outcome).toBe('confirmed');
	});

	it('asks for the confirmation on its first page, whatever page was read while writing', () => {
		const person = open().press(['pagedown', 'ctrl+u']);
		person.type('drop table `a`.`t`').press(['enter']);
		expect(person.dialog).toMatchObject({step: 'confirm', page: 0});
	});

	it('starts with the DDL as editable text: pasted text replaces it', () => {
		const person = open().wait(500).paste('drop table `a`.`t`');
		expect(person.dialog.text.text).toBe('drop table `a`.`t`');
		expect(person.paste('; x').dialog.text.text).toBe('drop table `a`.`t`; x');
		expect(open().press(['backspace']).paste('!').dialog.text.text).toMatch(/^alter .+\(1,1\)!$/v);
	});

	it('lets you paste and edit statements without sending them', () => {
		const person = open().wait(500).paste('ALTER TABLE `a`.`t`\nADD c INT;\rX').together('enter');
		expect(person.dialog).toMatchObject({step: 'text', outcome: 'open'});
		person.press(['backspace', 'backspace', 'home', 'delete', 'space']).press(['enter'], 900);
		expect(person.dialog.plan.operations).toMatchObject([{sqls: ['ALTER TABLE `a`.`t` ADD c INT']}]);
		expect(person.press(['up']).dialog.step).toBe('text');
		expect(person.press(['esc']).outcome).toBe('cancelled');
	});

	it.each([
		['ALTER TABLE `a`.`t` -- as in #12\n  ADD c INT; # done', 'ALTER TABLE `a`.`t` ADD c INT;'],
		['--\r\n-- the first\r\nDROP TABLE a.t', 'DROP TABLE a.t'],
		["ALTER TABLE a.t COMMENT '-- no\n# comment'", "ALTER TABLE a.t COMMENT '-- no # comment'"],
		['DROP TABLE a.t -- alone', 'DROP TABLE a.t -- alone'],
	])('does not let a comment of a line take the lines below it: %j', (pasted, field) => {
		expect(open().wait(500).paste(pasted).dialog.text.text.trim()).toBe(field);
	});

	it('applies the whole statement when text with comments, from an editor, is changed in its line', () => {
		const person = open().edit({text: 'ALTER TABLE a.t -- why\nADD c INT'});
		expect(person.dialog.plan.operations).toMatchObject([{sqls: ['ALTER TABLE a.t -- why\nADD c INT']}]);
		person.press(['up']).type('X').press(['enter']);
		expect(person.dialog.plan.operations).toMatchObject([{sqls: ['ALTER TABLE a.t ADD c INTX']}]);
	});

	it('never takes a statement with a hidden value', () => {
		const person = open().edit({text: "INSERT INTO a.t VALUES ('password: ******')"});
		expect(person.dialog).toMatchObject({
			step: 'text',
			notice: 'Write in full what is hidden as ******: DM would take the stars as they are.',
		});
	});

	it('moves the cursor with Ctrl-B and Ctrl-F, while PgDn and PgUp turn pages', () => {
		const person = open().press(['ctrl+u']).type('ac').press(['ctrl+b']).type('b');
		expect([person.dialog.text.text, person.dialog.page]).toEqual(['abc', 0]);
		expect(person.press(['ctrl+f']).type('d').dialog.text.text).toBe('abcd');
		expect(person.press(['pagedown']).dialog.page).toBe(1);
		expect(person.press(['pageup']).dialog.page).toBe(0);
	});

	it('is not confirmed by the Enter that ended the statements', () => {
		const person = open().press(['ctrl+u']).type('drop table t').press(['enter']);
		expect(
			person.press(
				Array.from({length: 50}, () => 'enter'),
				33,
			).outcome,
		).toBe('open');
	});
});

describe('a dialog to set the columns of a table', () => {
	const sql = 'CREATE TABLE `t` ( `id` int NOT NULL, `name` text)';
	const laidOut = 'CREATE TABLE `t` (\n  `id` int NOT NULL,\n  `name` text\n)';
	const columns: Choice = {
		kind: 'schema-set',
		task: 'broken',
		sources: ['mysql-replica-01'],
		database: 'bad',
		table: 't',
		schema: {sql},
	};
	const edited = laidOut.replace('text', 'varchar(20)');
	const asked = () => new Person(columns, recordedCluster());

	it('starts with those that DM has, and is not confirmed with the same ones', () => {
		const person = asked();
		expect(person.dialog).toMatchObject({step: 'text', wantsEditor: false});
		expect(person.dialog.text.text).toBe('CREATE TABLE `t` ( `id` int NOT NULL, `name` text )');
		person.press(['enter']);
		expect(person.dialog).toMatchObject({
			step: 'text',
			notice: 'Change the SQL first: this is what DM has already.',
		});
	});

	it('accepts one CREATE TABLE statement and nothing else', () => {
		for (const text of ['ALTER TABLE t ADD COLUMN a int', `${sql}; ${sql}x`, 'SELECT 1']) {
			expect(asked().edit({text}).dialog).toMatchObject({
				step: 'text',
				notice: 'DM takes the columns from one CREATE TABLE statement.',
			});
		}

		expect(asked().edit({text: '-- mine\n/* too */ create  table t (a int);'}).dialog.step).toBe('confirm');
	});

	it('never takes a statement with a hidden value: DM would get the stars', () => {
		const person = asked().edit({text: "CREATE TABLE t (a enum('password: ******: new'))"});
		expect(person.dialog).toMatchObject({
			step: 'text',
			notice: 'Write in full what is hidden as ******: DM would take the stars as they are.',
		});
		expect(person.edit({text: "CREATE TABLE t (a enum('password: reset'))"}).dialog.step).toBe('confirm');
	});

	it('opens an editor with one column per line', () => {
		const person = asked().press(['ctrl+o']);
		expect(person.dialog.wantsEditor).toBe(true);
		expect(textToEdit(person.dialog)).toBe(laidOut);
	});

	it('shows the changes and is confirmed like any other', () => {
		const person = asked()
			.press(['ctrl+o'])
			.edit({text: `${edited}\n`});
		expect(person.dialog).toMatchObject({step: 'confirm', wantsEditor: false, notice: ''});
		expect(person.dialog.plan.operations).toEqual([{...columns, schema: {sql: edited}}]);
		expect(person.dialog.plan.diff.filter(({sign}) => sign !== ' ')).toEqual([
			{sign: '-', text: '`name` text'},
			{sign: '+', text: '`name` varchar(20)'},
		]);
		// A key that was meant for the editor is not a confirmation.
		expect(person.together('enter').outcome).toBe('open');
		expect(person.press(['right', 'enter']).outcome).toBe('confirmed');
	});

	it('reopens the editor with its last text and line breaks, unless the line was changed since', () => {
		const person = asked().edit({text: edited}).press(['up']);
		expect(person.dialog.step).toBe('text');
		expect(textToEdit(person.dialog)).toBe(edited);
		person.press(['enter']);
		expect(person.dialog.plan.operations).toEqual([{...columns, schema: {sql: edited}}]);
		person.press(['up', 'x']);
		expect(textToEdit(person.dialog)).toBe('CREATE TABLE `t` ( `id` int NOT NULL, `name` varchar(20) )x');
	});

	it.each([
		[{text: ' \n'}, 'Nothing is sent: the file was saved empty.'],
		[{text: `${laidOut}\n`}, 'Nothing is sent: the file was left as what DM has already.'],
		[{failure: 'The editor “x” cannot be run.'}, 'The editor “x” cannot be run.'],
	])('sends nothing after %j', (result, notice) => {
		expect(asked().press(['ctrl+o']).edit(result).dialog).toMatchObject({
			step: 'text',
			outcome: 'open',
			wantsEditor: false,
			notice,
		});
	});

	it('offers no editor for a start time', () => {
		const from = {isAgain: true, removesMeta: false, safeModeFor: ''};
		const person = new Person({kind: 'start', task: 'users', sources: [], from}).press(['ctrl+o']);
		expect(person.dialog).toMatchObject({step: 'text', wantsEditor: false, outcome: 'open'});
	});
});
