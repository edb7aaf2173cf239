/**
 * `--once` as scripts use it: one start of the built program for each kind of exit, the rest without a process of its own.
 */
import {spawn, spawnSync} from 'node:child_process';
import {readFile, writeFile} from 'node:fs/promises';
import process from 'node:process';
import path from 'node:path';
import {describe, expect, it} from 'vitest';
import {parseStatusDocument} from '../../source/dm/parse-status.js';
import {record} from '../providers/recording/recordings.js';
import {invoked} from '../program/invoked.js';
import {makeFolder} from '../folder.js';
import {program} from './terminal.js';

const root = path.join(import.meta.dirname, '../..');

type Result = {readonly code: number | undefined; readonly out: string; readonly err: string};

/** Starts the built program. */
const started = async (...parameters: readonly string[]): Promise<Result> =>
	new Promise(resolve => {
		const child = spawn(process.execPath, [program, ...parameters], {
			cwd: root,
			env: {...process.env, DM_MASTER_ADDR: ''},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		const decoder = new TextDecoder();
		let out = '';
		let error = '';
		child.stdout.on('data', (chunk: Uint8Array) => {
			out += decoder.decode(chunk);
		});
		child.stderr.on('data', (chunk: Uint8Array) => {
			error += decoder.decode(chunk);
		});
		child.on('close', code => {
			resolve({code: code ?? undefined, out, err: error});
		});
	});

const run = async (...words: readonly string[]): Promise<Result> => invoked(words);

const scenario = (name: string) => `test/fixtures/dm-v7.5/${name}`;

describe('dm-top --once', () => {
	it('prints a table and shows by its exit code that a task is in error', async () => {
		const {code, out, err} = await started(
			'--once',
			'--file',
			scenario('ddl-lock-and-sync-errors/v1alpha1-status.json'),
		);
		expect(code).toBe(1);
		expect(err).toBe('');
		expect(out).toMatch(/^broken +Error +Sync +0\/2/mv);
		expect(out).toMatch(/^bigload +Finished +Load +3\/3/mv);
	});

	it('names the file that contains only an error of DM', async () => {
		const file = scenario('http/status-nosuch.txt');
		expect(await started('--once', '--file', file)).toStrictEqual({
			code: 2,
			out: '',
			err: `dm-top: ${file}: task nosuch has no source or not exist. Use the name as query-status shows it. If the task was deleted, start it with its file: its checkpoint is still in the downstream.\n`,
		});
	});

	it('exits with 0 when all is well', async () => {
		const {code, out} = await run('--once', '--file', scenario('loading/v1alpha1-status.json'));
		expect(code).toBe(0);
		expect(out).toMatch(/^bigload +Running +Load/mv);
	});

	it('prints JSON with the names of the API', async () => {
		const {code, out} = await run(
			'--once',
			'--json',
			'--file',
			scenario('ddl-lock-and-sync-errors/v1alpha1-status.json'),
		);
		expect(code).toBe(1);
		const look: unknown = JSON.parse(out);
		expect(look).toMatchObject({
			tasks: expect.arrayContaining([
				expect.objectContaining({
					name: 'orders',
					status: 'Error',
					statusText:
						'Error - Some error occurred in subtask. Please run `query-status orders` to get more details.',
					incomplete: false,
				}),
			]) as unknown,
		});
	});

	it('describes in one line what is wrong with a file, without a stack', async () => {
		for (const [file, words] of [
			['no-such-file.json', 'no-such-file.json'],
			['README.md', 'README.md'],
		] as const) {
			const {code, out, err} = await run('--once', '--file', file);
			expect(code).toBe(2);
			expect(out).toBe('');
			expect(err.trim().split('\n')).toHaveLength(1);
			expect(err).toContain(words);
			expect(err).not.toMatch(/\bat .+:\d+:\d+/v);
		}
	});

	it('prints no control sequences, in the table and in JSON', async () => {
		const folder = makeFolder().path;
		const file = path.join(folder, 'hostile.json');
		const text = await readFile(path.join(root, scenario('loading/v1alpha1-status.json')), 'utf8');
		await writeFile(file, text.replaceAll('"bigload"', String.raw`"evil\u001b]0;x\u0007\u009b2J\u202e"`));
		for (const flags of [['--once'], ['--once', '--json']]) {
			const {out} = await run(...flags, '--file', file);
			expect(out).toContain('evil');
			for (const sign of ['\u{7}', '\u{1B}', '\u{9B}', '\u{202E}']) {
				expect(out).not.toContain(sign);
			}
		}
	});

	it('shows the end of a recording', async () => {
		const folder = makeFolder();
		const file = folder.file('night.jsonl.zst');
		const looks = ['loading', 'ddl-lock-and-sync-errors'].map(async (name, index) => ({
			kind: 'status' as const,
			at: Date.UTC(2026, 10, 23, 12, index),
			status: parseStatusDocument(
				await readFile(path.join(root, scenario(`${name}/v1alpha1-status.json`)), 'utf8'),
			),
		}));
		await record(await Promise.all(looks), {path: file});
		const {code, out} = await run('--once', '--replay', file);
		expect(out).toMatch(/^broken +Error +Sync +0\/2/mv);
		expect(out).toMatch(/^bigload +Finished +Load +3\/3/mv);
		expect(code).toBe(1);
	});

	it('tolerates a reader that stops reading', async () => {
		const {code, err} = await new Promise<{code: number | undefined; err: string}>(resolve => {
			const child = spawn(
				'/bin/sh',
				['-c', `"${process.execPath}" "${program}" --once --json --simulate fleet | head -1`],
				{stdio: ['ignore', 'ignore', 'pipe']},
			);
			let said = '';
			child.stderr.on('data', (chunk: Uint8Array) => {
				said += new TextDecoder().decode(chunk);
			});
			child.on('close', ended => {
				resolve({code: ended ?? undefined, err: said});
			});
		});
		expect(err).toBe('');
		expect(code).toBe(0);
	});

	it('says when the connection is refused', async () => {
		const {code, err} = await run('--once', '--master-addr', '127.0.0.1:1');
		expect(code).toBe(2);
		expect(err).toContain('127.0.0.1:1');
		expect(err.trim().split('\n')).toHaveLength(1);
	});

	it('shows a cluster with unbound sources as partly known', async () => {
		const {code, out} = await run(
			'--once',
			'--json',
			'--file',
			scenario('sources-unbound/v1alpha1-status.json'),
		);
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({
			tasks: expect.arrayContaining([expect.objectContaining({incomplete: true})]) as unknown,
		});
	});
});

describe('the command line', () => {
	it.each([
		[['--colour'], '--colour'],
		[['--json'], '--once'],
		[['--file', 'a', '--simulate'], 'exclude'],
		[['--interval', '0.5'], '--interval'],
		[['--simulate', 'nosuch'], 'nosuch'],
		[['--master-addr', 'http://x:1/path'], 'path'],
		[['status'], 'status'],
	])('refuses %j with a message', async (parameters, words) => {
		const {code, err} = await run(...parameters);
		expect(code).toBe(2);
		expect(err).toContain(words);
		expect(err).not.toMatch(/\bat .+:\d+:\d+/v);
	});

	it('prints its version and its flags', async () => {
		const version = await started('--version');
		expect(version.out).toMatch(
			/^dm-top \d+\.\d+\.\d\S* \(package, commit .+, Node\.js \d+\.\d+\.\d+, \w+-\w+\)\n$/v,
		);
		const help = await run('--help');
		expect(help.out).toContain('--master-addr');
	});

	it.skipIf(process.platform !== 'linux').each([
		['nothing where nobody reads it', '| true', 0, ''],
		['why where it cannot be written', '> /dev/full', 2, 'dm-top: The output was not written: '],
	])('prints its version, and %s', (_, where, code, says) => {
		const line = `(sleep 0.1; "$0" "$1" --version; echo "code $?" >&2) ${where}`;
		const {stderr} = spawnSync('sh', ['-c', line, process.execPath, program], {encoding: 'utf8'});
		expect(stderr).toMatch(new RegExp(String.raw`^${says}.*\bcode ${code}\n$`, 'sv'));
		expect(stderr).not.toMatch(/Unhandled|\bat .+:\d+:\d+/v);
	});
});

it('runs where Node.js may load no file at once, also what is loaded later', () => {
	const words = ['--no-experimental-require-module', program, '--once', '--simulate', 'shop'];
	const {status, stdout, stderr} = spawnSync(process.execPath, words, {encoding: 'utf8'});
	expect(stderr).toBe('');
	expect(stdout).toMatch(/^critical .+: .+ Do: .+$/mv);
	expect(status).toBe(1);
});

describe('dm-top check and dm-top wait', () => {
	const failing = scenario('ddl-lock-and-sync-errors/v1alpha1-status.json');

	it('use the exit codes of Nagios', async () => {
		const {code, out, err} = await started('check', '--file', failing);
		expect([code, err]).toStrictEqual([2, '']);
		expect(out).toMatch(/^DM CRITICAL: .+ \| tasks=\d+/v);
	});

	it('treat a usage error as "unknown", never as "critical"', async () => {
		expect(await started('check', '--onyl', 'lag-high')).toMatchObject({
			code: 3,
			out: '',
			err: 'dm-top: There is no flag --onyl. Did you mean --only?\n',
		});
		expect(await run('check', '--file', 'nowhere.json')).toMatchObject({
			code: 3,
			out: expect.stringMatching(/^DM UNKNOWN: /v) as string,
		});
	});

	it('wait for a task', async () => {
		const file = scenario('syncing/v1alpha1-status.json');
		expect(await run('wait', 'orders', '--for', 'running', '--file', file)).toStrictEqual({
			code: 0,
			out: 'orders is running\n',
			err: '',
		});
		expect(await run('wait', 'orders', '--for', 'paused', '--timeout', '1s', '--file', file)).toMatchObject({
			code: 2,
			out: '',
		});
	});
});
