/**
 * Attacks on the real program: it ends by itself with an exit code and words that a person can act on, and no byte of a
 * server commands the terminal. In `npm test` only those whose end is the process's own get a process; the others run in
 * this one. `npm run chaos` makes every attack many times, each on a process of its own, and prints a report.
 */
import {execFileSync} from 'node:child_process';
import {mkdir, readFile, rm, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {afterAll, describe, expect, test} from 'vitest';
import {invoked} from '../program/invoked.js';
import {isLong, rounds} from '../rounds.js';
import {makeFolder} from '../folder.js';
import {answers, serve} from './answers.js';
import {files} from './files.js';
import {attack, type Ended} from './program.js';

const report: string[] = [];

const note = (kind: string, {code, took, text}: Ended): void => {
	report.push(
		`${kind.padEnd(48)} exit ${code ?? 'none'}  ${(took / 1000).toFixed(1)} s  ${text.length} characters`,
	);
};

afterAll(() => {
	if (rounds > 1) {
		process.stdout.write(`${report.toSorted().join('\n')}\n`);
	}
});

/** Line breaks alone may command a terminal; the crash of a program names its stack. */
const expectSound = ({code, text}: Ended): void => {
	expect([0, 1, 2, 3]).toContain(code);
	expect(text).not.toBe('');
	expect(text).toMatch(/^[\P{Control}\t\n]*$/v);
	expect(text).not.toMatch(/[\u{2028}\u{2029}\u{202A}-\u{202E}]/v);
	for (const crash of ['has crashed', '\n    at ', 'TypeError', 'RangeError', 'UnhandledPromise']) {
		expect(text).not.toContain(crash);
	}
};

const each = async (kind: string, run: () => Promise<Ended>): Promise<void> => {
	for (let round = 0; round < rounds; round++) {
		const ended = await run();
		note(kind, ended);
		expectSound(ended);
	}
};

/** A complete run in this process: an error thrown elsewhere, or a hang, fails the test anyway. */
const attackHere = async (words: readonly string[]): Promise<Ended> => {
	const start = performance.now();
	const {code, out, err} = await invoked(words);
	return {code, signal: undefined, text: out + err, took: performance.now() - start};
};

/** Attacks after which memory or a socket that is still open could keep the process. */
const ownProcess: ReadonlySet<string> = new Set([
	'a reset',
	'a bomb of gzip',
	'80 MB of blanks',
	'names that command a terminal',
	'a flood',
	'silence',
	'an endless device',
]);

const attackFor = (kind: string): ((words: readonly string[]) => Promise<Ended>) =>
	isLong || ownProcess.has(kind) ? attack : attackHere;

/** The table takes what a server says into its cells, JSON takes all of it. */
const forms = rounds > 1 ? [['--once'], ['--once', '--json']] : [['--once']];

describe.each(forms)('%s %s', (...flags) => {
	test.concurrent.each(answers)('withstands %s', async (kind, answer) => {
		await using server = await serve(answer);
		await each(kind, async () =>
			attackFor(kind)([...flags, '--master-addr', server.address, '--deadline', '3']),
		);
	});
});

test.concurrent(
	'waits for a pipe that nobody writes to, as any program does, until a signal ends it',
	async () => {
		const folder = makeFolder().path;
		const file = path.join(folder, 'pipe');
		execFileSync('mkfifo', [file]);
		const {signal} = await attack(['--once', '--file', file], {signal: 'SIGTERM', after: 3000});
		expect(signal).toBe('SIGTERM');
	},
);

test.concurrent.each(files)('a file: withstands %s', async (kind, name, make) => {
	const folder = makeFolder().path;
	const file = path.join(folder, name);
	await make(file);
	const flag = name === 'x' ? '--file' : '--replay';
	await each(kind, async () => attackFor(kind)(['--once', flag, file, '--deadline', '3']));
});

const endless: ReadonlyArray<readonly [kind: string, words: readonly string[]]> = [
	['settings', ['--once', '--simulate', 'calm', '--config', '/dev/zero']],
	['certificates', ['--once', '--master-addr', '127.0.0.1:1', '--ssl-ca', '/dev/zero']],
	[
		'a token',
		[
			'--once',
			'--simulate',
			'calm',
			'--prometheus',
			'http://127.0.0.1:1',
			'--prometheus-token-file',
			'/dev/zero',
		],
	],
	['a task', ['start', 'FOLDER/endless.yaml', '--yes', '--simulate', 'calm']],
	['a scenario', ['--once', '--simulate', 'FOLDER/endless.yaml']],
];

test.skipIf(process.platform !== 'linux').concurrent.each(endless)(
	'a file without an end in place of %s is refused before it fills the memory',
	async (_, words) => {
		const folder = makeFolder().path;
		await symlink('/dev/zero', path.join(folder, 'endless.yaml'));
		const ended = await attack(words.map(word => word.replace('FOLDER', () => folder)));
		expectSound(ended);
		expect(ended.text).toContain('it is larger than 16 MiB');
		expect(ended.code).not.toBe(0);
	},
);

test('an endless text to explain is refused before it fills the memory', async () => {
	const {code, out, err} = await invoked(['explain'], {input: 'lorem [code='.repeat(2_000_000)});
	expect({code, out}).toEqual({code: 2, out: ''});
	expect(err).toBe('dm-top: standard input cannot be read: it is larger than 16 MiB\n');
});

test.skipIf(process.platform !== 'linux').concurrent.each([
	['a table', ['--once', '--simulate', 'calm']],
	['JSON', ['--once', '--json', '--simulate', 'calm']],
	['lines', ['--plain', '--simulate', 'calm']],
])('%s reports a full disk and does not exit with success', async (_, flags) => {
	const ended = await attack(flags, {output: '/dev/full'});
	expectSound(ended);
	expect(ended.text).toBe('dm-top: The output was not written: the disk is full.\n');
	expect(ended.code).toBe(2);
});

test.concurrent('a recording that reaches its limit is reported, and its content can be played', async () => {
	const folder = makeFolder().path;
	const file = path.join(folder, 'night.jsonl');
	const flags = ['--plain', '--simulate', 'shop', '--speed', '30', '--record', file];
	const {text, signal} = await attack(flags, {
		largestFile: 40,
		signal: 'SIGTERM',
		until: /Not recorded: .*\n/v,
	});
	expect(text).toContain('Not recorded: The recording night.jsonl stopped');
	expect(signal ?? 'SIGTERM').toBe('SIGTERM');
	const played = await attackHere(['--once', '--replay', file]);
	expectSound(played);
});

test.concurrent(
	'a file that is replaced a thousand times, in any way, is shown in its last version',
	async () => {
		const folder = makeFolder().path;
		const file = path.join(folder, 'status.json');
		const good = await readFile(
			path.join(import.meta.dirname, '../fixtures/dm-v7.5/syncing/v1alpha1-status.json'),
		);
		const kinds: ReadonlyArray<() => Promise<unknown>> = [
			async () => writeFile(file, good),
			async () => writeFile(file, good.subarray(0, 500)),
			async () => writeFile(file, ''),
			async () => mkdir(file),
			async () => symlink('/dev/null', file),
			async () => undefined,
		];
		await writeFile(file, good);
		const atLast = /orders.*Running (?:→|to) Finished/v;
		// What it finds at its start tells it whether the file is one, or a stream that ends.
		const {promise: begun, resolve: begin} = Promise.withResolvers<undefined>();
		const running = attack(['--plain', '--file', file], {
			signal: 'SIGTERM',
			until: atLast,
			onPrinted(text) {
				if (text.includes('orders: Running')) {
					begin(undefined);
				}
			},
		});
		await Promise.race([begun, running]);
		for (let time = 0; time < 1000 * rounds; time++) {
			await rm(file, {recursive: true, force: true});
			await kinds[time % kinds.length]!();
		}

		await rm(file, {recursive: true, force: true});
		await writeFile(file, String(good).replaceAll('"Running"', '"Finished"'));
		const ended = await running;
		expect(ended.text).toMatch(atLast);
		expect(ended.text).not.toMatch(/has crashed|TypeError|\n {4}at /v);
	},
);
