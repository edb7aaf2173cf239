import {execFileSync} from 'node:child_process';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {shellQuote} from '../../../source/dm/values/shell-quote.js';
import {dmctlLines} from '../../../source/operations/planning/dmctl.js';
import type {Operation} from '../../../source/providers/operation.js';
import {runs} from '../../rounds.js';
import {access} from '../recorded-clusters.js';

const cluster = {leaderAddress: '10.0.1.12:8261', masters: []};

const dmctlLine = (...of: Parameters<typeof dmctlLines>): string => dmctlLines(...of).join('\n');

const line = (operation: Operation): string =>
	dmctlLine(operation, cluster, access).replace('dmctl --master-addr 10.0.1.11:8261 ', '');

/** The words that a shell makes of a command line. */
const shellWords = (command: string): string[] =>
	execFileSync('sh', ['-c', String.raw`printf '%s\0' ${command}`], {encoding: 'utf8'})
		.split('\0')
		.slice(0, -1);

describe('the dmctl command of an operation', () => {
	it('names the master, the task and its sources', () => {
		expect(dmctlLine({kind: 'pause', task: 'billing', sources: ['mysql-01']}, cluster, access)).toBe(
			'dmctl --master-addr 10.0.1.11:8261 pause-task billing -s mysql-01',
		);
		expect(line({kind: 'resume', task: 'users', sources: ['a', 'b']})).toBe('resume-task users -s a -s b');
	});

	it('has the options for TLS, and no address if there is none', () => {
		const tls = {ca: '/etc/dm/ca.pem', cert: '/etc/dm/c.pem', key: '/etc/dm/k.pem'};
		expect(
			dmctlLine({kind: 'pause', task: 't', sources: []}, cluster, {address: 'https://dm:8261/', tls}),
		).toBe(
			'dmctl --master-addr dm:8261 --ssl-ca /etc/dm/ca.pem --ssl-cert /etc/dm/c.pem --ssl-key /etc/dm/k.pem pause-task t',
		);
		expect(dmctlLine({kind: 'pause', task: 't', sources: []}, cluster, {address: ''})).toBe(
			'dmctl pause-task t',
		);
	});

	it('skips a bad DDL at its place, with statements quoted for the shell', () => {
		const task = {task: 'broken', sources: ['mysql-01']};
		expect(line({kind: 'binlog-skip', ...task, position: 'mysql-bin.000001:4', sqls: []})).toBe(
			'binlog skip broken -s mysql-01 -b mysql-bin.000001:4',
		);
		expect(line({kind: 'binlog-skip', ...task, position: 'mysql-bin|000001.000002:4', sqls: []})).toBe(
			"binlog skip broken -s mysql-01 -b 'mysql-bin|000001.000002:4'",
		);
		expect(
			line({
				kind: 'binlog-replace',
				...task,
				position: '',
				sqls: ['ALTER TABLE `a`.`t` COMMENT "it\'s"', 'DROP TABLE `a`.`u`'],
			}),
		).toBe(
			String.raw`binlog replace broken -s mysql-01 'ALTER TABLE ${'`a`.`t`'} COMMENT "it'\''s";' 'DROP TABLE ${'`a`.`u`'};'`,
		);
	});

	it('for a stop is stop-task, and for a start resume-task, or start-task with a file', () => {
		const all = {task: 'users', sources: []};
		expect(line({kind: 'stop', ...all})).toBe('stop-task users');
		expect(line({kind: 'start', ...all})).toBe('resume-task users');
		expect(line({kind: 'start', task: 'users', sources: ['mysql-01'], config: 'name: users\n'})).toBe(
			'start-task -s mysql-01 users.yaml',
		);
		expect(
			line({
				kind: 'start',
				...all,
				config: 'name: users\n',
				removeMeta: true,
				startTime: '2026-11-27 01:02:03',
			}),
		).toBe("start-task --remove-meta --start-time '2026-11-27 01:02:03' users.yaml");
	});

	it.each<[Operation, string]>([
		[{kind: 'enable-relay', source: 'm', workers: []}, 'start-relay -s m'],
		[{kind: 'disable-relay', source: 'm', workers: ['w1', 'w2']}, 'stop-relay -s m w1 w2'],
		[{kind: 'purge-relay', source: 'm', before: 'bin.000003'}, 'purge-relay -s m -f bin.000003'],
		[{kind: 'transfer-source', source: 'm', worker: 'w2'}, 'transfer-source m w2'],
		[{kind: 'cancel-evict-leader'}, 'operate-leader cancel-evict'],
		[
			{kind: 'unlock-ddl', lock: 'orders-`a`.`t`', task: 'orders', action: 'exec', owner: 'm', force: true},
			"shard-ddl-lock unlock -o m -a exec -f 'orders-`a`.`t`'",
		],
		[
			{kind: 'pause', task: '-f', sources: ['a,b', 'say "x"']},
			'pause-task -s \'"a,b"\' -s \'"say ""x"""\' -- -f',
		],
	])('for %o is %s', (operation, expected) => {
		expect(line(operation)).toBe(expected);
	});

	it('goes to the leader itself if the leader is evicted', () => {
		expect(dmctlLine({kind: 'evict-leader'}, cluster, access)).toBe(
			'dmctl --master-addr 10.0.1.12:8261 operate-leader evict',
		);
	});

	it('is one for each master if no master forwards it', () => {
		const masters = ['10.0.1.11:8261', '10.0.1.12:8261'].map(address => ({
			addresses: [`http://${address}`, 'http://other:8261'],
		}));
		expect(dmctlLines({kind: 'cancel-evict-leader'}, {...cluster, masters}, access)).toEqual([
			'dmctl --master-addr 10.0.1.11:8261 operate-leader cancel-evict',
			'dmctl --master-addr 10.0.1.12:8261 operate-leader cancel-evict',
		]);
		expect(dmctlLines({kind: 'pause', task: 't', sources: []}, {...cluster, masters}, access)).toEqual([
			'dmctl --master-addr 10.0.1.11:8261 pause-task t',
		]);
	});
});

it('a quoted word is that word again, whatever it contains', () => {
	const word = fc.string({unit: 'grapheme', maxLength: 20}).filter(text => !text.includes('\0'));
	const nasty = fc.constantFrom(
		"'",
		String.raw`''\'`,
		'$HOME',
		'`id`',
		'*',
		'~',
		'#',
		'',
		'a b',
		'-n',
		'\n',
		'!!',
		'订单',
	);
	fc.assert(
		fc.property(fc.array(fc.oneof(word, nasty), {minLength: 1, maxLength: 5}), words => {
			expect(shellWords(words.map(text => shellQuote(text)).join(' '))).toEqual(words);
		}),
		runs(60),
	);
});
