import {describe, expect, it} from 'vitest';
import {parseScript, type ScriptWords} from '../../../source/modes/script/parse-script.js';
import {noFlags} from './running.js';

const parse = (line: string, flags: Partial<ScriptWords> = {}) =>
	parseScript({...noFlags, words: line.split(' '), ...flags});

const choice = (...parameters: Parameters<typeof parse>) => {
	const parsed = parse(...parameters);
	return 'command' in parsed && parsed.command.kind === 'operate' ? parsed.command.choice : parsed;
};

describe('the words of a script', () => {
	it.each(['pause', 'resume', 'start', 'stop'])('%s a task, or some of its sources', kind => {
		expect(choice(`${kind} users`)).toEqual({kind, targets: [{task: 'users', sources: []}]});
		expect(choice(`${kind} users`, {sources: ['mysql-01', '-x']})).toEqual({
			kind,
			targets: [{task: 'users', sources: ['mysql-01', '-x']}],
		});
	});

	it('skip a DDL, at a place and with statements if these are given', () => {
		expect(choice('skip users')).toEqual({
			kind: 'binlog-skip',
			targets: [{task: 'users', sources: []}],
		});
		expect(choice('skip users', {position: 'mysql-bin.000001:4', sources: ['a']})).toEqual({
			kind: 'binlog-skip',
			targets: [{task: 'users', sources: ['a']}],
			position: 'mysql-bin.000001:4',
		});
		expect(
			choice('replace users', {sql: ['ALTER TABLE a.t ADD c INT; DROP TABLE a.u', 'DROP TABLE a.v']}),
		).toEqual({
			kind: 'binlog-replace',
			targets: [{task: 'users', sources: []}],
			sqls: ['ALTER TABLE a.t ADD c INT', 'DROP TABLE a.u', 'DROP TABLE a.v'],
		});
	});

	it.each([
		['relay on mysql-01', {kind: 'enable-relay', source: 'mysql-01', workers: []}],
		['relay on mysql-01 worker-2', {kind: 'enable-relay', source: 'mysql-01', workers: ['worker-2']}],
		['relay off mysql-01', {kind: 'disable-relay', source: 'mysql-01', workers: []}],
		['relay pause mysql-01', {kind: 'pause-relay', source: 'mysql-01'}],
		['relay resume mysql-01', {kind: 'resume-relay', source: 'mysql-01'}],
		['relay purge mysql-01 bin.000003', {kind: 'purge-relay', source: 'mysql-01', before: 'bin.000003'}],
		['transfer mysql-01 worker-4', {kind: 'transfer-source', source: 'mysql-01', worker: 'worker-4'}],
		['evict', {kind: 'evict-leader'}],
		['cancel-evict', {kind: 'cancel-evict-leader'}],
		[
			'unlock users-`a`.`t` exec force',
			{kind: 'unlock-ddl', lock: 'users-`a`.`t`', task: '', action: 'exec', owner: '', force: true},
		],
		['validation start users', {kind: 'validation-start', task: 'users', sources: []}],
		['validation stop users', {kind: 'validation-stop', task: 'users', sources: []}],
		['validation ignore users 7', {kind: 'validation-ignore', task: 'users', sources: [], error: '7'}],
		['validation clear users all', {kind: 'validation-clear', task: 'users', sources: [], error: 'all'}],
	])('%s', (line, expected) => {
		expect(choice(line)).toEqual(expected);
	});

	it('request the configurations that DM holds', () => {
		expect(parse('config users')).toEqual({command: {kind: 'config', of: 'task', name: 'users'}});
		expect(parse('config source mysql-01')).toEqual({
			command: {kind: 'config', of: 'source', name: 'mysql-01'},
		});
		expect(parse('validation users')).toEqual({command: {kind: 'validation', task: 'users'}});
	});

	it.each([
		['paus users', {}, 'Unknown command “paus”. See dm-top --help.'],
		['sources', {}, 'Unknown command “sources”. See dm-top --help.'],
		['pause', {}, 'pause needs TASK: pause TASK [SOURCE…]'],
		['relay', {}, 'relay needs an action and a source: relay on|off|pause|resume|purge SOURCE'],
		['relay up mysql-01', {}, 'relay needs an action and a source: relay on|off|pause|resume|purge SOURCE'],
		['relay on', {}, 'relay on needs SOURCE: relay on SOURCE [WORKER…]'],
		['config', {}, 'config needs a name: config TASK, config source|worker|master NAME'],
		['config users 2', {}, 'Unexpected argument “users”: config TASK, config source|worker|master NAME'],
		['config source a b', {}, 'Unexpected argument “b”: config TASK, config source|worker|master NAME'],
		[
			'validation',
			{},
			'validation needs a task: validation TASK, validation start|stop|ignore|resolve|clear TASK …',
		],
		['validation ignore users x', {}, '“x” is not the number of a difference: validation ignore TASK ID|all'],
		['evict', {sources: ['a']}, '--source does not go with evict: evict'],
		['pause users', {position: 'b.1:4'}, '--position does not go with pause: pause TASK [SOURCE…]'],
		['pause users', {sql: ['x']}, '--sql goes with replace and inject.'],
		['replace users', {}, "replace needs the SQL: --sql 'ALTER TABLE …'"],
		['inject users', {sql: [' ; ']}, "inject needs the SQL: --sql 'ALTER TABLE …'"],
	])('%s is reported as a mistake', (line, flags, mistake) => {
		expect(parse(line, flags)).toEqual({mistake});
	});
});
