/**
 * Every dm-top command in the documents runs: against a simulated dm-master where one is named, with the files that it
 * names at hand.
 */
import {execFileSync, spawn} from 'node:child_process';
import {copyFile, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {program} from '../e2e/terminal.js';
import {invoked} from '../program/invoked.js';
import {makeFolder} from '../folder.js';

const root = path.join(import.meta.dirname, '../..');

const pages = await readdir(path.join(root, 'docs'));

const documents = [
	'README.md',
	'README.zh-CN.md',
	'docs/monitoring/README.md',
	...pages.filter(name => name.endsWith('.md')).map(name => `docs/${name}`),
];

/** The commands of a document's shell blocks, without their comments. */
const commandsIn = (text: string): readonly string[] =>
	text
		.matchAll(/^```sh\n(?<block>[\s\S]*?)^```/gmv)
		.flatMap(({groups}) => groups!['block']!.split('\n'))
		.filter(line => line.startsWith('dm-top '))
		.map(line => line.split(' # ', 1)[0]!.trimEnd())
		.toArray();

const commands = await Promise.all(
	documents.map(async name => ({
		name,
		commands: commandsIn(await readFile(path.join(root, name), 'utf8')),
	})),
);

let folder: string;
let master: {readonly address: string; readonly close: () => void};

/** Starts a program of dm-top and resolves with the first line that it prints. */
const startMaster = async (): Promise<typeof master> => {
	const child = spawn(process.execPath, [program, '--simulate', 'shop', '--listen', '127.0.0.1:0'], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	for await (const chunk of child.stdout.setEncoding('utf8') as AsyncIterable<string>) {
		const address = /127\.0\.0\.1:\d+/v.exec(chunk)?.[0];
		if (address !== undefined) {
			return {
				address,
				close() {
					child.kill();
				},
			};
		}
	}

	throw new Error('The simulated dm-master did not start.');
};

beforeAll(async () => {
	folder = makeFolder().path;
	await copyFile(
		path.join(root, 'test/fixtures/dm-v7.5/syncing/v1alpha1-status.json'),
		path.join(folder, 'status.json'),
	);
	await writeFile(path.join(folder, 'dm-top'), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, {
		mode: 0o755,
	});
	master = await startMaster();
});

afterAll(() => {
	master.close();
});

type Run = {readonly out: string; readonly err: string};

const environment = (): Record<string, string> => ({
	DM_MASTER_ADDR: master.address,
	XDG_STATE_HOME: folder,
	XDG_CONFIG_HOME: folder,
});

/** Commands that end by themselves, and name no file. */
const ends = /^dm-top (?:check|completion|config|explain|pause|resume|wait|--once)(?: |$)/v;

/** The words that a shell makes of a command, behind `dm-top`. */
const wordsOf = (command: string): readonly string[] =>
	execFileSync('/bin/sh', ['-c', command.replace('dm-top', String.raw`printf '%s\0'`)], {encoding: 'utf8'})
		.split('\0')
		.slice(0, -1);

/** Runs a command of the built program until it ends, or until what runs on has printed its first lines. */
const started = async (command: string): Promise<Run> =>
	new Promise(resolve => {
		const child = spawn('/bin/sh', ['-c', `exec ${command}`], {
			cwd: folder,
			env: {
				...process.env,
				PATH: `${folder}:${process.env['PATH'] ?? ''}`,
				...environment(),
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let out = '';
		let error = '';
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			out += text;
			child.kill();
		});
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			error += text;
		});
		child.on('close', () => {
			resolve({out, err: error});
		});
	});

/** It prints something, and names no mistake. */
const runs = async (line: string): Promise<void> => {
	const command = line.replaceAll('10.0.1.11:8261', () => master.address);
	const {out, err} = ends.test(command)
		? await invoked(wordsOf(command), {env: environment()})
		: await started(command);
	expect(err).not.toMatch(/^dm-top: /mv);
	expect(out).not.toBe('');
};

describe('the documents', () => {
	it('have commands to try', () => {
		expect(commands.flatMap(document => document.commands).length).toBeGreaterThan(10);
	});

	// The same text in several documents is one command.
	it.each([...new Set(commands.flatMap(document => document.commands))])('%s', async line => {
		await runs(line);
	});
});

describe('the links between documents', () => {
	it.each(documents)('of %s lead to files', async name => {
		const text = await readFile(path.join(root, name), 'utf8');
		const links = text
			.matchAll(/(?:\]\(|src="|srcset=")(?<target>[^"#\):]+)["#\)]/gv)
			.map(({groups}) => groups!['target']!);
		const missing: string[] = [];
		for (const link of links) {
			await readFile(path.join(root, path.dirname(name), link)).catch(() => {
				missing.push(link);
			});
		}

		expect(missing).toStrictEqual([]);
	});
});
