import {describe, expect, it} from 'vitest';
import {isEnabled, reduceDialog, repeating, settling} from '../../../source/screens/dialogs/dialog.js';
import type {Choice} from '../../../source/operations/target.js';
import {canceled, entry, syncing} from '../../monitor/watched.js';
import {Person, watched} from './person.js';

const one: Choice = {kind: 'pause', targets: [{task: 'users', sources: []}]};

const both: Choice = {
	kind: 'pause',
	targets: [
		{task: 'users', sources: []},
		{task: 'billing', sources: []},
	],
};

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

	it('is not cancelled by Enter behind another number, which is no answer: it says what is asked for', () => {
		const person = new Person(both).type('3').press(['enter']);
		expect([person.outcome, person.dialog.notice]).toEqual(['open', 'Type 2 first.']);
		expect(person.press(['backspace', '2', 'enter']).outcome).toBe('confirmed');
		// Moved to Cancel on purpose.
		expect(new Person(both).type('2').press(['left', 'enter']).outcome).toBe('cancelled');
		expect(new Person(both).type('3').press(['esc']).outcome).toBe('cancelled');
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
		const other = new Person(remove).type('billing').press(['enter']);
		expect([other.outcome, other.dialog.notice]).toEqual(['open', 'Type users first.']);
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

	it('shows its first page again when something changed, since that is where it is told', () => {
		const cluster = watched();
		const person = new Person(one, cluster.view()).press(['pagedown', 'pagedown']);
		expect(person.refresh(cluster.wait(2).view()).dialog.page).toBe(2);
		const paused = syncing('users', {}, {stage: 'Paused', result: canceled});
		person.refresh(
			cluster
				.wait(2)
				.whole(entry('mysql-01', [syncing('billing'), paused]))
				.view(),
		);
		expect(person.dialog.page).toBe(0);
		expect(person.press(['pagedown']).dialog.page).toBe(1);
		person.refresh(
			cluster
				.wait(2)
				.whole(entry('mysql-01', [syncing('billing')]))
				.view(),
		);
		expect(person.dialog).toMatchObject({page: 0, plan: {obstacle: 'The selection no longer exists.'}});
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
		// Why stands in the dialog already.
		expect(person.press(['right']).dialog).toMatchObject({focus: 'cancel', notice: ''});
		expect(person.press(['enter']).outcome).toBe('cancelled');
	});
});
