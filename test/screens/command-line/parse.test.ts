import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {type LineCommand, formatLine} from '../../../source/screens/command-line/line-command.js';
import {parseLine} from '../../../source/screens/command-line/parse.js';
import {type LineScope, readLine} from '../../../source/screens/command-line/resolve.js';
import {
	findVerb,
	shownVerbs,
	untypedKinds,
	usageOf,
	verbs,
} from '../../../source/screens/command-line/verbs.js';
import {able, allKinds} from '../../operations/recorded-clusters.js';
import {nearest} from '../../../source/dm/nearest.js';
import {runs} from '../../rounds.js';
import {context} from './context.js';

const command = (line: string, where: LineScope = context): LineCommand | string => {
	const parsed = readLine(line, where);
	return 'command' in parsed ? parsed.command : parsed.mistake;
};

describe('a line', () => {
	it('operates on a task and its sources', () => {
		expect(command('pause orders')).toEqual({
			kind: 'operate',
			choice: {kind: 'pause', targets: [{task: 'orders', sources: []}]},
		});
		expect(command(':resume orders mysql-replica-01')).toEqual({
			kind: 'operate',
			choice: {kind: 'resume', targets: [{task: 'orders', sources: ['mysql-replica-01']}]},
		});
		expect(command('skip broken mysql-replica-01 -b mysql-bin.000001:4')).toMatchObject({
			choice: {kind: 'binlog-skip', position: 'mysql-bin.000001:4', targets: [{task: 'broken'}]},
		});
		expect(command('unlock shard-`shard`.`t` exec')).toEqual({
			kind: 'operate',
			choice: {
				kind: 'unlock-ddl',
				lock: 'shard-`shard`.`t`',
				task: 'shard',
				action: 'exec',
				owner: '',
				force: false,
			},
		});
	});

	it('opens views, sorts, filters and changes settings of the screen', () => {
		expect(command('tasks')).toEqual({kind: 'view', view: 'tasks'});
		expect(command('locks')).toEqual({kind: 'view', view: 'locks'});
		expect(command('task broken mysql-replica-02')).toEqual({
			kind: 'task',
			task: 'broken',
			source: 'mysql-replica-02',
		});
		expect(command('sort LAG desc')).toEqual({kind: 'sort', column: 'lag', order: 'desc'});
		expect(command('sort rows/s')).toEqual({kind: 'sort', column: 'rate'});
		expect(command("filter  !Finished it's ")).toEqual({kind: 'filter', text: "!Finished it's"});
		expect(command('filter')).toEqual({kind: 'filter', text: ''});
		expect(command('interval 5')).toEqual({kind: 'interval', milliseconds: 5000});
		expect(command('interval 2.5s')).toEqual({kind: 'interval', milliseconds: 2500});
		expect(command('q')).toEqual({kind: 'quit'});
		expect(command('Problems')).toEqual({kind: 'problems'});
	});

	it.each([
		['', 'Type a command, such as pause TASK; Tab shows them all.'],
		['pauze orders', 'There is no command pauze; did you mean pause?'],
		['xyzzy', 'There is no command xyzzy; Tab shows them all.'],
		['pause', 'pause needs TASK: pause TASK [SOURCE…]'],
		['pause ordrs', 'There is no task ordrs; did you mean orders?'],
		['task ordesr', 'There is no task ordesr; did you mean orders?'],
		['pause orders mysql-replica-04', 'orders is not on mysql-replica-04; did you mean mysql-replica-01?'],
		['source mysql', 'There is no source mysql.'],
		['quit now', 'Unexpected argument “now”: quit'],
		['sort lagg', 'There is no column lagg; did you mean lag?'],
		['sort size', 'There is no column size; there are worst, task, lag, rate.'],
		['sort lag up', '“up” is not a sort order: sort COLUMN [asc|desc]'],
		['interval 0', 'The interval is 1 to 3600 seconds, not “0”.'],
		['interval soon', 'The interval is 1 to 3600 seconds, not “soon”.'],
		['task "orders', 'A quote is not closed.'],
		[
			'pause -s mysql-replica-01 orders',
			'There is no option -s: pause TASK [SOURCE…]. A name like that goes in quotes.',
		],
		['skip broken -b', '-b needs a position: skip TASK [SOURCE…] [-b FILE:POSITION]'],
		['skip shard', 'shard is not stopped by a DDL: there is nothing to skip.'],
		['unlock shard-t', 'There is no lock shard-t.'],
		['unlock shard-`shard`.`t` exec skip', '“skip” is not valid here: unlock LOCK [exec|skip] [force]'],
	])('that is wrong says what, with a suggestion: %s', (line, mistake) => {
		expect(command(line)).toBe(mistake);
	});

	it('cannot operate with --read-only', () => {
		const readOnly = {...context, capabilities: {...able, readOnly: true}};
		expect(command('pause orders', readOnly)).toBe('dm-top runs with --read-only: it changes nothing.');
		expect(command('unlock x', readOnly)).toBe('dm-top runs with --read-only: it changes nothing.');
		expect(command('task orders', readOnly)).toMatchObject({kind: 'task'});
		expect(shownVerbs(true).some(({operation}) => operation !== undefined)).toBe(false);
	});
});

describe('the table of verbs', () => {
	it('has each name once, and a verb for every operation', () => {
		const names = verbs.flatMap(({name, aliases}) => [name, ...aliases]);
		expect(new Set(names).size).toBe(names.length);
		const kinds = new Set([...verbs.flatMap(({operation}) => operation ?? []), ...untypedKinds]);
		expect([...kinds].toSorted()).toEqual(allKinds.toSorted());
		expect(usageOf(findVerb('PAUSE')!)).toBe('pause TASK [SOURCE…]');
	});

	it('reads a theme in either spelling, and lists the known ones', () => {
		expect(parseLine('theme Color-Blind')).toStrictEqual({command: {kind: 'theme', theme: 'colour-blind'}});
		expect(parseLine('theme auto')).toStrictEqual({command: {kind: 'theme', theme: undefined}});
		expect(parseLine('theme lihgt')).toStrictEqual({
			mistake: 'There is no theme lihgt. There are auto, dark, light, high-contrast, colour-blind, none.',
		});
	});

	it('has nothing that the grammar does not know', () => {
		const sample = (verb: (typeof verbs)[number]) => [
			verb.name,
			...verb.arguments
				.filter(({optional}) => !optional)
				.map(({kind}) =>
					['seconds', 'difference'].includes(kind)
						? '5'
						: kind === 'theme'
							? 'dark'
							: kind === 'language'
								? 'zh'
								: 'x',
				),
		];
		for (const verb of verbs) {
			expect(parseLine(sample(verb).join(' '))).toHaveProperty('command');
		}
	});
});

const name = fc.oneof(
	fc.string({unit: 'grapheme', maxLength: 12}),
	fc.constantFrom('orders', 'my task', '订单', '-b', '"', "it's", 'exec', '', ':q', String.raw`a\b`),
);

const targets = fc
	.record({task: name, sources: fc.array(name, {maxLength: 3})})
	.map(target => [target] as const);

const anyCommand: fc.Arbitrary<LineCommand> = fc.oneof(
	fc.record({
		kind: fc.constant('operate' as const),
		choice: fc.oneof(
			fc.record({kind: fc.constantFrom('pause', 'resume', 'start', 'stop'), targets}),
			fc.record(
				{
					kind: fc.constantFrom(
						'binlog-skip',
						'binlog-replace',
						'binlog-inject',
						'binlog-revert',
						'binlog-list',
					),
					targets,
					position: name,
				},
				{requiredKeys: ['kind', 'targets']},
			),
			fc.record({
				kind: fc.constantFrom('enable-relay', 'disable-relay'),
				source: name,
				workers: fc.array(name, {maxLength: 2}),
			}),
			fc.record({kind: fc.constant('purge-relay' as const), source: name, before: name}),
			fc.record({kind: fc.constant('transfer-source' as const), source: name, worker: name}),
			fc.record({kind: fc.constantFrom('evict-leader', 'cancel-evict-leader')}),
			fc.record({
				kind: fc.constant('unlock-ddl' as const),
				lock: name,
				task: fc.constant(''),
				action: fc.constantFrom('exec', 'skip'),
				owner: fc.constant(''),
				force: fc.boolean(),
			}),
		),
	}),
	fc.record({
		kind: fc.constant('view' as const),
		view: fc.constantFrom('tasks', 'sources', 'workers', 'locks', 'events', 'help'),
	}),
	fc.record({kind: fc.constant('task' as const), task: name, source: name}, {requiredKeys: ['kind', 'task']}),
	fc.record({kind: fc.constant('source' as const), source: name}),
	fc.record(
		{kind: fc.constant('sort' as const), column: name, order: fc.constantFrom('asc', 'desc')},
		{requiredKeys: ['kind', 'column']},
	),
	fc.record({kind: fc.constant('filter' as const), text: fc.string().map(text => text.trim())}),
	fc.record({kind: fc.constant('interval' as const), milliseconds: fc.integer({min: 1000, max: 3_600_000})}),
	fc.record({kind: fc.constantFrom('problems', 'freeze', 'refresh', 'quit')}),
);

it('every command that is written as a line is read back as the same', () => {
	fc.assert(
		fc.property(anyCommand, fc.boolean(), (typed, hasColon) => {
			expect(parseLine(`${hasColon ? ':' : ''}${formatLine(typed)}`)).toEqual({command: typed});
		}),
		runs(1000),
	);
});

it('any text is a command or a mistake with a message', () => {
	const verb = fc.constantFrom(...verbs.map(known => known.name), '');
	fc.assert(
		fc.property(verb, fc.string({unit: 'grapheme'}), (first, rest) => {
			const parsed = readLine(`${first} ${rest}`, context);
			expect('command' in parsed || parsed.mistake.length > 5).toBe(true);
		}),
		runs(500),
	);
});

describe('the suggestion', () => {
	it('is the closest, by letters that are wrong, missing, added or swapped', () => {
		const names = ['orders', 'order', 'users', 'billing', '订单中心'];
		expect(
			['ordres', 'odrers', 'ORDERS', 'bilingg', 'user', '订单中'].map(text => nearest(text, names)),
		).toEqual(['orders', 'orders', 'orders', 'billing', 'users', '订单中心']);
	});

	it('is empty if nothing is close', () => {
		expect(nearest('xyz', ['orders', 'users'])).toBeUndefined();
		expect(nearest('', ['a'])).toBeUndefined();
		expect(nearest('a', ['b'])).toBeUndefined();
		expect(nearest('orders', [])).toBeUndefined();
	});
});

describe('restart', () => {
	const restart = (line: string) => {
		const parsed = parseLine(line);
		return 'command' in parsed && parsed.command.kind === 'operate' ? parsed.command.choice : parsed;
	};

	it('takes a task and how it is started, and is written in the form in which it is read', () => {
		const from = {isAgain: true, removesMeta: false, startTime: '', safeModeFor: ''};
		const choice = {kind: 'start', task: 'users', sources: [], from};
		expect(restart('restart users')).toEqual(choice);
		const all = {...from, removesMeta: true, startTime: '2026-11-27 01:02:03', safeModeFor: '10m'};
		const line = 'restart users without-checkpoint from "2026-11-27 01:02:03" safe-mode 10m';
		expect(restart(line)).toEqual({...choice, from: all});
		expect(restart('restart users safe-mode 10m from "2026-11-27 01:02:03" without-checkpoint')).toEqual({
			...choice,
			from: all,
		});
		expect(
			formatLine({kind: 'operate', choice: {kind: 'start', task: 'users', sources: [], from: all}}),
		).toBe(line);
	});

	it.each(['from', 'from soon', 'safe-mode', 'safe-mode 10', 'mysql-01'])('and not %s', how => {
		expect(restart(`restart users ${how}`)).toEqual({
			mistake: expect.stringMatching(
				new RegExp(
					String.raw`^“${how.split(' ', 1)[0]!}” is not valid here: restart TASK \[HOW…\], HOW being`,
					'v',
				),
			) as string,
		});
	});
});
