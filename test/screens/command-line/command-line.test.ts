import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	type CommandLine,
	completeLine,
	editLine,
	openLine,
	recallLine,
	submitLine,
	typeInLine,
} from '../../../source/screens/command-line/command-line.js';
import {complete, usageFor} from '../../../source/screens/command-line/complete.js';
import {remember} from '../../../source/screens/command-line/history.js';
import {readLine} from '../../../source/screens/command-line/resolve.js';
import {bound, entry, idle, syncing, Watched} from '../../monitor/watched.js';
import {able} from '../../operations/recorded-clusters.js';
import {context} from './context.js';

const labels = (line: string, where = context): string[] =>
	complete(line, where).candidates.map(({label}) => label);

/** The line after typing and Tab presses: 1 for Tab, -1 for Shift-Tab. */
const tab = (text: string, steps: ReadonlyArray<1 | -1> = [1], where = context): CommandLine => {
	let line = typeInLine(openLine([]), text);
	for (const step of steps) {
		line = completeLine(line, step, where);
	}

	return line;
};

const named = {
	...context,
	cluster: new Watched()
		.whole(entry('mysql-01', [syncing('订单'), syncing('订单日志'), syncing('my task'), syncing('my tasks')]))
		.cluster({workers: [bound('w1', 'mysql-01'), idle('w2', 'free')]})
		.view(),
};

describe('completion', () => {
	it('knows verbs, tasks, the sources of a task, columns and other arguments', () => {
		expect(labels('re')).toEqual([
			'resume',
			'restart',
			'replace',
			'revert',
			'relay-on',
			'relay-off',
			'relay-purge',
			'relay-pause',
			'relay-resume',
			'refresh',
		]);
		expect(labels('pause ')).toEqual(['bigload', 'broken', 'orders', 'shard']);
		expect(labels('pause broken ')).toEqual(['mysql-replica-01', 'mysql-replica-02']);
		expect(labels('pause broken mysql-replica-01 ')).toEqual(['mysql-replica-02']);
		expect(labels('sort ')).toEqual(['worst', 'task', 'lag', 'rate']);
		expect(labels('sort lag d')).toEqual(['desc']);
		expect(labels('unlock sh')).toEqual(['shard-`shard`.`t`']);
		expect(labels('transfer mysql-01 ', named)).toEqual(['w2']);
		expect(labels('quit ')).toEqual([]);
		expect(labels('nosuch x')).toEqual([]);
	});

	it('offers only tasks that are stopped at a DDL for skipping one, and its position', () => {
		expect(labels('skip ')).toEqual(['broken', 'orders']);
		expect(labels('skip broken mysql-replica-01 -b ')).toEqual(['mysql-bin.000001:223136397']);
	});

	it('offers names that contain the letters when none begins with them', () => {
		expect(labels('pause der')).toEqual(['orders']);
		expect(labels('pause broken 02')).toEqual(['mysql-replica-02']);
	});

	it('offers no operation with --read-only', () => {
		const readOnly = {...context, capabilities: {...able, readOnly: true}};
		expect(labels('', readOnly)).not.toContain('pause');
		expect(labels('pause ', readOnly)).toEqual([]);
		expect(labels('task ', readOnly)).toContain('orders');
	});

	it('completes the only match, with a blank after it', () => {
		expect(tab('pau').edit).toEqual({text: 'pause ', cursor: 6});
		expect(tab('pause ord').edit.text).toBe('pause orders ');
		expect(tab('pause 订单日', [1], named).edit.text).toBe('pause 订单日志 ');
	});

	it('completes the common part, then cycles through all matches', () => {
		expect(tab('pause broken ').edit.text).toBe('pause broken mysql-replica-0');
		expect(tab('pause broken ', [1, 1]).edit.text).toBe('pause broken mysql-replica-01');
		expect(tab('pause broken ', [1, 1, 1]).edit.text).toBe('pause broken mysql-replica-02');
		expect(tab('pause broken ', [1, 1, 1, 1]).edit.text).toBe('pause broken mysql-replica-01');
		expect(tab('pause broken ', [-1]).edit.text).toBe('pause broken mysql-replica-02');
		expect(tab('pause broken ', [1, -1]).edit.text).toBe('pause broken mysql-replica-02');
		const {cycle} = tab('pause broken ', [1, 1]);
		expect(cycle?.candidates.map(({label}) => label)).toEqual(['mysql-replica-01', 'mysql-replica-02']);
		expect(cycle?.index).toBe(0);
	});

	it('puts names with blanks in quotes, even if a quote was opened', () => {
		expect(tab('task my', [1], named).edit.text).toBe('task "my task"');
		expect(tab('task "my t', [1, 1], named).edit.text).toBe('task "my tasks"');
	});

	it('works in the middle of a line', () => {
		let line = typeInLine(openLine([]), 'pause ord mysql-replica-01');
		for (let step = 0; step < 17; step++) {
			line = editLine(line, 'cursor-left');
		}

		expect(completeLine(line, 1, context).edit).toEqual({text: 'pause orders mysql-replica-01', cursor: 12});
	});

	it('says when nothing matches, and stops cycling at the next key', () => {
		expect(tab('pause xyz').message).toBe('Nothing to complete here.');
		expect(typeInLine(tab('pause broken '), 'x').cycle).toBeUndefined();
	});

	it('whatever is typed, the completion by Tab is read as that name', () => {
		fc.assert(
			fc.property(fc.constantFrom('task ', 'pause '), fc.nat(12), fc.boolean(), (verb, presses, isOpen) => {
				const line = tab(
					`${verb}${isOpen ? '"' : ''}`,
					Array.from({length: presses + 2}, () => 1 as const),
					named,
				);
				const label = line.cycle?.candidates[line.cycle.index]?.label;
				expect(label).toBeDefined();
				expect(JSON.stringify(readLine(line.edit.text, named))).toContain(JSON.stringify(label));
			}),
		);
	});

	it('shows how a command continues', () => {
		expect(usageFor(':pause or')).toBe('pause TASK [SOURCE…]');
		expect(usageFor('pau')).toBe('');
	});
});

describe('the history', () => {
	it('keeps the last hundred lines, no repeats in a row, no blank ones', () => {
		expect(remember(['a'], ' a ')).toEqual(['a']);
		expect(remember(['a'], '  ')).toEqual(['a']);
		expect(remember(['a', 'b'], 'a')).toEqual(['a', 'b', 'a']);
		const many = Array.from({length: 150}, (_, index) => `tasks ${index}`);
		let history: readonly string[] = [];
		for (const line of many) {
			history = remember(history, line);
		}

		expect(history).toEqual(many.slice(-100));
	});

	it('is browsed with Up and Down, and keeps what was being typed', () => {
		let line = typeInLine(openLine(['one', 'two']), 'dra');
		const walk = (step: 1 | -1) => {
			line = recallLine(line, step);
			return line.edit.text;
		};

		expect([walk(1), walk(1), walk(1), walk(-1), walk(-1), walk(-1)]).toEqual([
			'two',
			'one',
			'one',
			'two',
			'dra',
			'dra',
		]);
		walk(1);
		line = typeInLine(line, '!');
		expect([line.edit.text, walk(1), walk(-1)]).toEqual(['two!', 'two', 'two!']);
	});
});

describe('Enter', () => {
	it('runs the command and remembers the line', () => {
		const submitted = submitLine(typeInLine(openLine(['tasks']), 'pause orders '), context);
		expect(submitted).toMatchObject({
			kind: 'command',
			command: {kind: 'operate'},
			history: ['tasks', 'pause orders'],
		});
	});

	it('says what is wrong, and leaves the line to be corrected', () => {
		const submitted = submitLine(typeInLine(openLine([]), 'pause ordrs'), context);
		expect(submitted).toMatchObject({
			kind: 'mistake',
			line: {edit: {text: 'pause ordrs'}, message: 'There is no task ordrs; did you mean orders?'},
		});
		const {line} = submitted as {line: CommandLine};
		expect(editLine(line, 'erase').message).toBe('');
	});

	it('closes an empty line, and has no effect in pasted text', () => {
		expect(submitLine(openLine([]), context)).toEqual({kind: 'nothing'});
		expect(typeInLine(openLine([]), 'pause orders\npause shard\n').edit.text).toBe(
			'pause orders pause shard ',
		);
	});
});
