import {describe, expect, it} from 'vitest';
import {
	isEnabled,
	openDialog,
	reduceDialog,
	repeating,
	settling,
} from '../../../source/screens/dialogs/dialog.js';
import type {Dialog} from '../../../source/screens/dialogs/dialog-state.js';
import {textToEdit} from '../../../source/screens/dialogs/dialog-text.js';
import {makePlan, refreshPlan} from '../../../source/operations/planning/plan.js';
import type {Choice} from '../../../source/operations/target.js';
import type {Edited} from '../../../source/terminal/tty/editor.js';
import {canceled, entry, syncing, Watched} from '../../monitor/watched.js';
import {access, recordedCluster} from '../../operations/chosen.js';

const watched = () => new Watched().whole(entry('mysql-01', [syncing('billing'), syncing('users')]));

const one: Choice = {kind: 'pause', targets: [{task: 'users', sources: []}]};

const both: Choice = {
	kind: 'pause',
	targets: [
		{task: 'users', sources: []},
		{task: 'billing', sources: []},
	],
};

/** A person at the keyboard: each key a second after the last, unless told otherwise. */
class Person {
	#now = 10_000;
	dialog: Dialog;

	constructor(choice: Choice, cluster = watched().view()) {
		this.dialog = openDialog(makePlan(choice, cluster, access), {id: '1', at: this.#now});
	}

	wait(milliseconds: number): this {
		this.#now += milliseconds;
		return this;
	}

	/** Keys in one event. */
	together(...keys: readonly string[]): this {
		this.dialog = reduceDialog(this.dialog, {kind: 'keys', keys, at: this.#now});
		return this;
	}

	/** Keys one by one, `every` ms. */
	press(keys: readonly string[], every = 1000): this {
		for (const key of keys) {
			this.wait(every).together(key);
		}

		return this;
	}

	type(text: string, every = 120): this {
		return this.press(
			[...text].map(character => (character === ' ' ? 'space' : character)),
			every,
		);
	}

	paste(text: string): this {
		this.dialog = reduceDialog(this.dialog, {kind: 'paste', text, at: this.#now});
		return this;
	}

	/** An editor was left. */
	edit(edited: Edited): this {
		this.dialog = reduceDialog(this.dialog, {kind: 'edited', edited, at: this.#now});
		return this;
	}

	refresh(cluster: ReturnType<typeof recordedCluster>): this {
		const plan = refreshPlan(this.dialog.plan, cluster);
		this.dialog = reduceDialog(this.dialog, {kind: 'plan', plan, at: this.#now});
		return this;
	}

	get outcome() {
		return this.dialog.outcome;
	}
}

describe('a dialog for one task', () => {
	it('is confirmed by moving to the action and Enter', () => {
		const person = new Person(one);
		expect(person.dialog.focus).toBe('cancel');
		expect(person.press(['right']).dialog.focus).toBe('action');
		expect(person.press(['enter']).outcome).toBe('confirmed');
		expect(new Person(one).press(['tab', 'enter'], 300).outcome).toBe('confirmed');
	});

	it('is cancelled by Enter without a move, and by Esc at once', () => {
		expect(new Person(one).press(['enter']).outcome).toBe('cancelled');
		expect(new Person(one).press(['right', 'left', 'enter']).outcome).toBe('cancelled');
		expect(new Person(one).wait(1).together('esc').outcome).toBe('cancelled');
		expect(new Person(one).together('x', 'esc', 'enter').outcome).toBe('cancelled');
	});

	it('ignores an Enter that comes too early to have seen it, and says so', () => {
		const person = new Person(one)
			.wait(400)
			.together('right')
			.wait(settling - 1)
			.together('enter');
		expect(person.outcome).toBe('open');
		expect(person.dialog.notice).toContain('Too fast');
		expect(person.wait(repeating).together('enter').outcome).toBe('confirmed');
	});

	it('ignores no Enter silently: not right after an arrow, nor right after pasted SQL', () => {
		const hasty = new Person(one).wait(400).together('left').wait(100).together('enter');
		expect([hasty.outcome, hasty.dialog.notice]).toEqual([
			'open',
			'Too fast: wait a moment, then press Enter once.',
		]);
		const replace: Choice = {kind: 'binlog-replace', targets: [{task: 'orders', sources: []}]};
		const pasted = new Person(replace)
			.wait(400)
			.paste('ALTER TABLE a.t ADD c INT')
			.wait(600)
			.together('enter');
		expect([pasted.dialog.step, pasted.dialog.notice]).toEqual([
			'text',
			'Too fast: wait a moment, then press Enter once.',
		]);
		expect(pasted.wait(repeating).together('enter').dialog.step).toBe('confirm');
	});

	it('is not confirmed by a held-down Enter, whatever came before', () => {
		const held = Array.from({length: 200}, () => 'enter');
		expect(new Person(one).press(['right']).wait(100).press(held, 33).outcome).toBe('open');
		expect(new Person(one).wait(660).press(held, 33).outcome).toBe('open');
	});

	it('is not confirmed by pasted text', () => {
		const person = new Person(one).wait(1000).together('right', 'enter').together('enter');
		expect(person.outcome).toBe('open');
		expect(person.dialog.focus).toBe('cancel');
		expect(person.wait(1000).paste('\u{1B}[C\r').dialog.notice).toContain('cannot confirm');
		expect(person.outcome).toBe('open');
		// The same as events of their own within one instant.
		const quick = new Person(one).wait(1000).together('right').wait(1).together('enter').together('enter');
		expect(quick.outcome).toBe('open');
	});

	it('ends once it is confirmed', () => {
		const confirmed = new Person(one).press(['right', 'enter']).dialog;
		expect(reduceDialog(confirmed, {kind: 'keys', keys: ['esc'], at: 99_999})).toBe(confirmed);
	});
});

describe('a dialog for several', () => {
	it('is confirmed by their number, key by key, and Enter', () => {
		const person = new Person(both);
		expect(person.press(['right']).dialog.focus).toBe('cancel');
		expect(person.dialog.notice).toBe('Type 2 first.');
		expect(person.type('2').dialog.focus).toBe('action');
		expect(person.press(['enter']).outcome).toBe('confirmed');
	});

	it('goes back to Cancel when the number is no longer right', () => {
		const person = new Person(both).type('22');
		expect(person.dialog).toMatchObject({typed: '22', focus: 'cancel'});
		expect(person.press(['backspace']).dialog.focus).toBe('action');
		expect(person.press(['ctrl+u']).dialog).toMatchObject({typed: '', focus: 'cancel'});
		expect(person.press(['enter']).outcome).toBe('cancelled');
	});

	it('does not accept the number from a paste', () => {
		const person = new Person(both).wait(1000).paste('2').wait(1000);
		expect(person.dialog.typed).toBe('');
		expect(person.press(['enter']).outcome).toBe('cancelled');
	});
});

describe('a dialog for a destructive operation', () => {
	const remove: Choice = {kind: 'stop', targets: [{task: 'users', sources: []}]};

	it('is confirmed only by the name', () => {
		const person = new Person(remove).type('user');
		expect(isEnabled(person.dialog)).toBe(false);
		expect(person.press(['tab']).dialog.focus).toBe('cancel');
		expect(person.type('s').press(['enter']).outcome).toBe('confirmed');
		expect(new Person(remove).type('billing').press(['enter']).outcome).toBe('cancelled');
	});

	it('does not accept a pasted name', () => {
		const person = new Person(remove).wait(500).together('u', 's', 'e', 'r', 's');
		expect(person.dialog.typed).toBe('');
		expect(person.wait(800).press(['enter']).outcome).toBe('cancelled');
	});
});

describe('a dialog while data refreshes behind it', () => {
	it('requires a change to be seen before Enter counts', () => {
		const cluster = watched();
		const person = new Person(one, cluster.view()).press(['right']).wait(1000);
		const paused = syncing('users', {}, {stage: 'Paused', result: canceled});
		person.refresh(
			cluster
				.wait(2)
				.whole(entry('mysql-01', [syncing('billing'), paused]))
				.view(),
		);
		expect(person.dialog.plan.changes).toEqual(['users is now Paused (was Running).']);
		expect(person.press(['enter'], 100).outcome).toBe('open');
		expect(person.press(['enter']).outcome).toBe('confirmed');
	});

	it('is not disturbed by a refresh that changes nothing', () => {
		const cluster = watched();
		const person = new Person(one, cluster.view()).press(['right']).wait(1000);
		expect(person.refresh(cluster.wait(2).view()).press(['enter'], 1).outcome).toBe('confirmed');
	});

	it('can no longer be confirmed once its target is gone', () => {
		const cluster = watched();
		const person = new Person(one, cluster.view()).press(['right']).wait(1000);
		person.refresh(
			cluster
				.wait(2)
				.whole(entry('mysql-01', [syncing('billing')]))
				.view(),
		);
		expect(person.dialog).toMatchObject({
			focus: 'cancel',
			plan: {obstacle: 'The selection no longer exists.'},
		});
		expect(person.press(['right', 'enter']).outcome).toBe('cancelled');
	});
});

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
