import {PassThrough, Readable} from 'node:stream';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {explainAsText} from '../../../../source/modes/without-cluster/explain/explain-errors.js';
import {explain} from '../../../../source/modes/without-cluster/explain/explain.js';
import {readFixture} from '../../../dm/recorded.js';

const keyboard = () => Object.assign(Readable.from([]), {isTTY: true});

const run = async (
	words: readonly string[],
	input: Readable & {isTTY?: boolean} = keyboard(),
	width = 100,
) => {
	const output = new PassThrough({encoding: 'utf8'});
	const errors = new PassThrough({encoding: 'utf8'});
	const code = await explain(words, {input, output, errors, width});
	return {code, output: String(output.read() ?? ''), errors: String(errors.read() ?? '')};
};

test('a kind of finding is explained: when it is reported, and when not', async () => {
	const {code, output, errors} = await run(['source-unbound'], keyboard(), 1000);
	expect([code, errors]).toEqual([0, '']);
	expect(output).toMatch(
		/^source-unbound: A source has no worker\n\nReported when: .+\n\nNot reported when: .+\n\nNeeds: details of each subtask.+\n$/v,
	);
});

test.each([30, 80, 100])(
	'kinds, thresholds and their lists fit %i columns, and lose no word',
	async width => {
		for (const subject of ['subtask-error', 'relay-error', 'thresholds', '']) {
			const {output} = await run([subject], keyboard(), width);
			const {output: wide} = await run([subject], keyboard(), 10_000);
			for (const line of output.split('\n')) {
				expect(line.length, line).toBeLessThanOrEqual(width);
			}

			expect(output.split(/\s+/v)).toEqual(wide.split(/\s+/v));
		}
	},
);

test('the last column of a list is wrapped within its column', async () => {
	const {output} = await run(['thresholds'], keyboard(), 60);
	expect(output).toMatch(/\nstuck {19}70s {2}for .+\n {29}\S/v);
});

test('without arguments or standard input, lists all kinds, and how to ask about an error', async () => {
	for (const input of [keyboard(), Readable.from(['\n'])]) {
		const {code, output} = await run([], input);
		expect(code).toBe(0);
		expect(output).toContain('subtask-error');
		expect(output).toContain('A sharded DDL waits for other sources\n');
		expect(output).toContain('dm-top explain 36069');
	}
});

test('an unknown term is reported on standard error, without escape sequences', async () => {
	expect(await run(['no\u{1B}[31mthing'])).toEqual({
		code: 1,
		output: '',
		errors:
			'dm-top: “no␛[31mthing” is neither a kind of finding nor an error that dm-top knows. dm-top explain lists the kinds.\n',
	});
	expect(await run(['99999'])).toMatchObject({code: 1, output: ''});
});

test.each([
	'DM-36069',
	'dm 36069',
	'36069,',
	'#36069',
	'(36069)',
	'[code=36069:',
	'code: 36069',
	'CODE36069',
	'[36069]',
])('a code as it is written or cut out of a line: %s', async words => {
	const {code, output, errors} = await run([words]);
	expect([code, errors]).toEqual([0, '']);
	expect(output).toMatch(/^DM error 36069\n/v);
});

test('names are known in capitals too', async () => {
	expect(await run(['LAG-HIGH'])).toEqual(await run(['lag-high']));
	expect(await run(['Thresholds'])).toEqual(await run(['thresholds']));
	expect(await run(['Binlog-Purged'])).toEqual(await run(['binlog-purged']));
});

test('of a name that is nearly known, the one that was probably meant is named', async () => {
	for (const [typed, meant] of [
		['lag-hihg', 'lag-high'],
		['treshold', 'thresholds'],
		['binlog-purge', 'binlog-purged'],
	] as const) {
		expect(await run([typed])).toMatchObject({
			code: 1,
			errors: `dm-top: “${typed}” is neither a kind of finding nor an error that dm-top knows; did you mean ${meant}? dm-top explain lists the kinds.\n`,
		});
	}
});

test('a code of DM: its class, DM’s words with current commands, and what dm-top knows about it', async () => {
	const {code, output} = await run(['36027']);
	expect(code).toBe(0);
	expect(output).toMatch(/^DM error 36027\n\nclass {9}sync-unit, internal scope, high level\n/v);
	expect(output).toContain('`binlog-schema` (`operate-schema` before DM 6.0)');
	expect(output).toContain(
		"\n\ncolumn-count-mismatch\n\nwhat          A row does not have as many columns as DM's copy of the table schema\n",
	);
	expect(output).toContain('in dm-top     Set columns, Resume\n');
});

test('a code that only DM describes has DM’s words', async () => {
	const {code, output} = await run(['code=11101']);
	expect(code).toBe(0);
	expect(output).toBe(
		'DM error 11101\n\nclass         functional, internal scope, high level\nmessage       calc data checksum\n',
	);
});

test('several numbers are explained one after the other', async () => {
	for (const words of [['36069', '8200'], ['36069, 8200']]) {
		const {code, output} = await run(words);
		expect(code).toBe(0);
		expect(output).toMatch(/^DM error 36069\n[\s\S]+\n\nError 8200 of MySQL or TiDB\n\nddl-unsupported\n/v);
	}

	expect(await run(['36069', '99999'])).toMatchObject({code: 1, output: ''});
});

test('a number of MySQL has all its reasons', async () => {
	const {code, output} = await run(['1236']);
	expect(code).toBe(0);
	expect(output).toMatch(/^Error 1236 of MySQL or TiDB\n\nbinlog-read-failed\n/v);
	for (const id of [
		'binlog-purged',
		'gtid-purged',
		'gtid-mode-off',
		'duplicate-server-id',
		'binlog-event-too-large',
		'binlog-position-impossible',
	]) {
		expect(output).toMatch(new RegExp(String.raw`\n  ${id} +[A-Z]`, 'v'));
	}
});

test('a name of an entry, as in docs/errors.md and the lists', async () => {
	const {output} = await run(['binlog-purged']);
	expect(output).toMatch(
		/^binlog-purged\n\nwhat {10}The upstream no longer has the binlog file that DM needs\n/v,
	);
	expect(output).toContain(
		'downstream: SELECT id, binlog_name, binlog_pos FROM dm_meta.TASK_syncer_checkpoint',
	);
});

test('the text of an error, as several arguments or one', async () => {
	const {code, output} = await run(['ERROR 1236', '(HY000): this server has GTID_MODE = OFF instead of ON.']);
	expect(code).toBe(0);
	expect(output).toMatch(/^gtid-mode-off\n/v);
});

test('a whole status on standard input: each error once, with how often it occurs', async () => {
	const {code, output} = await run(
		[],
		Readable.from([readFixture('dm-v7.5/live-2/100-errors-one-subtask.json')]),
	);
	expect(code).toBe(0);
	expect(output).toMatch(/^duplicate-row\n/v);
	expect(output).toContain("times         108: '21' at mysql-bin.000001:63168, '23' at");
});

test('several errors are numbered, the cause first', async () => {
	const {output} = await run([], Readable.from([readFixture('field/error-1236.json')]));
	expect(output.match(/^\d of 5: .+$/gmv)).toEqual([
		'1 of 5: relay-binlog-purged',
		'2 of 5: gtid-mode-off',
		'3 of 5: duplicate-server-id',
		'4 of 5: binlog-event-too-large',
		'5 of 5: binlog-position-impossible',
	]);
});

test('an error of a status says at which tasks and sources it is, and has their names in its commands', async () => {
	const {output} = await run([], Readable.from([readFixture('field/error-no-advice.json')]));
	expect(output).toMatch(
		/^1 of 17: ddl-primary-key\n\nwhat .+\nwhy .+\nfound in {6}t-8200 on s-8200 \(w0\)\n/v,
	);
	const relay = await run([], Readable.from([readFixture('field/relay-of-second-worker.json')]));
	expect(relay.output).toMatch(/\nfound in {6}the relay of replica-a \(w2\)\n/v);
	const skipped = await run(
		[],
		Readable.from([readFixture('dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json')]),
	);
	expect(skipped.output).toContain(
		'found in      broken on mysql-replica-01 (w2), orders on mysql-replica-01 (w2)',
	);
	expect(skipped.output).toContain('(binlog skip broken -s mysql-replica-01)');
});

test.each([
	['field/gtid-hole.json', 'This answer of DM has no error in it'],
	['dm-v7.5/live-2/op-resume-ok.json', 'This answer of DM has no error in it'],
	[
		'field/form-v1-list.json',
		'A list of tasks does not say which errors they have: paste the answer to query-status TASK',
	],
])('an answer of DM without an error is no error: %s', async (fixture, said) => {
	const {code, output, errors} = await run([], Readable.from([readFixture(fixture)]));
	expect([code, output]).toEqual([1, '']);
	expect(errors).toContain(said);
});

test('an answer is read with the headers of HTTP before it, and in UTF-16', async () => {
	const {output} = await run([], Readable.from([readFixture('dm-v7.5/http/op-pause-nosuch.txt')]));
	expect(output).toMatch(/^task-unknown\n\nwhat .+\nwhy {11}task nosuch has no source or not exist/v);
	const wide = await run(
		[],
		Readable.from([readFileSync(path.join(import.meta.dirname, '../../../fixtures/field/form-utf16.txt'))]),
	);
	expect(wide.output).toMatch(/^column-count-mismatch\n/v);
});

test('a dm-master that cannot be reached by another is no database', async () => {
	const {output} = await run([], Readable.from([readFixture('dm-v7.5/http/failover-1.json')]));
	expect(output).toMatch(/^not-leader\n/v);
	expect(output).not.toMatch(/database/v);
});

test('it is not said of an unknown text that DM retries', async () => {
	const {output} = await run(['the moon is down']);
	expect(output).not.toContain('retries');
});

test('an unknown error keeps its words, but no escape sequence', async () => {
	const {code, output} = await run(['the moon \u{1B}[31m is down']);
	expect(code).toBe(0);
	expect(output).toMatch(/^dm-top does not know this error\n\nwhat {10}the moon ␛\[31m is down\n/v);
});

test('lines keep to the width', async () => {
	const {output} = await run(['binlog-purged'], keyboard(), 60);
	expect(Math.max(...output.split('\n').map(line => line.length))).toBeLessThanOrEqual(60);
});

test('a page has none of the passwords in the error that it explains', () => {
	const page = JSON.stringify(
		explainAsText(
			'fail to connect: dm:Hunter2Tr0ub@tcp(10.0.0.5:4000)/?charset=utf8: password=Hunter2Tr0ub',
			100,
		),
	);
	expect(page).toContain('dm:******@tcp(10.0.0.5:4000)');
	expect(page).not.toContain('Hunter2Tr0ub');
});

test.each([
	['source mysql-01 is not bound', 'source-without-worker', ''],
	['sources [mysql-01] have not bound', 'source-without-worker', '46009'],
	['no sub task with name orders has started', 'task-unknown', ''],
	['sub task with name orders not found', 'task-unknown', '40054'],
	['current stage is Paused but not running, invalid', 'binlog-schema-needs-pause', '40050'],
	['lock with ID orders-`a`.`b` not found', 'lock-not-found', '38019'],
	['when stop-task, resource orders is in use by other client', 'resource-in-use', '46024'],
])('%s, as DM prints it without its code, is explained', async (text, id, code) => {
	const {output} = await run([text]);
	expect(output.split('\n', 1)[0]).toBe(id);
	expect(/^class +code (?<code>\d+)/mv.exec(output)?.groups?.['code'] ?? '').toBe(code);
});
