import {execFileSync, spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {readFile, stat, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {zstdDecompressSync} from 'node:zlib';
import {beforeAll, describe, expect, it} from 'vitest';
import {root} from '../../.config/bundle/bundle.js';
import {executableName, releaseFolder} from '../../.config/release/folder.js';
import {makeFolder} from '../folder.js';
import {keys, runProgram} from './terminal.js';

const {version} = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
	readonly version: string;
};
const file = path.join(releaseFolder, executableName(version));

/** `npm run executable` takes longer than all tests: who has made one has it tested. */
describe.skipIf(!existsSync(file))('the single executable', () => {
	let folder: string;

	beforeAll(() => {
		folder = makeFolder().path;
	});

	const run = (...words: readonly string[]): string =>
		execFileSync(file, words, {
			encoding: 'utf8',
			cwd: folder,
			env: {HOME: folder, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8'},
		});

	it('is one file of at most 120 MB, and the same compressed', async () => {
		const {size} = await stat(file);
		expect(size).toBeLessThan(120_000_000);
		const compressed = await readFile(`${file}.zst`);
		expect(zstdDecompressSync(compressed).equals(await readFile(file))).toBe(true);
	});

	it('prints its version, build, commit and Node.js', () => {
		expect(run('--version')).toMatch(
			/^dm-top \S+ \(single executable, commit [\da-f]{12}\+?, Node\.js \d+\.\d+\.\d+, \w+-\w+\)\n$/v,
		);
	});

	it('prints the status, the help, the meaning of an error and the settings', () => {
		expect(run('--simulate', 'calm', '--once')).toContain('\nTASK ');
		expect(run('--help')).toContain('--master-addr');
		expect(run('explain', '36069')).toContain('36069');
		expect(run('config', 'schema')).toContain('"$schema"');
		expect(run('config')).toContain('master-addr');
		expect(run('--lang', 'zh', 'explain', '36069')).toMatch(/\p{Script=Han}/v);
	});

	it('runs in a terminal', async () => {
		const screen = runProgram([], {columns: 100, shell: `exec "${file}" --simulate shop`});
		try {
			await screen.until(text => text.includes('billing'));
			screen.press(keys.down, keys.enter);
			await screen.until(text => text.includes('coupons') && !text.includes('billing'));
			screen.press('q');
			await screen.until(text => text.includes('billing'));
			screen.press('q');
			expect(await screen.ended).toMatchObject({exitCode: 0});
		} finally {
			screen.close();
		}
	});

	it('loads a provider, which can import dm-top', async () => {
		const provider = path.join(folder, 'provider.mjs');
		await writeFile(
			provider,
			`import {parseStatus} from 'dm-top';
			import {operationKinds} from 'dm-top/provider';
			const text = '{"result":true,"msg":"","sources":[{"result":true,"sourceStatus":{"source":"a","worker":"w"},"subTaskStatus":[{"name":"from-' + operationKinds.has('pause') + '","stage":"Running","unit":"Sync"}]}]}';
			export default {name: 'own', title: 'own', async *observe() { yield {kind: 'status', at: Date.now(), status: parseStatus(text)}; }};`,
		);
		expect(run('--provider', provider, '--once')).toContain('from-true');
	});

	it('simulates a dm-master, operates on it over gRPC and HTTP, and records and replays it', async () => {
		const master = spawn(file, ['--simulate', 'calm', '--listen', '127.0.0.1:0'], {
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		try {
			const {promise, resolve} = Promise.withResolvers<string>();
			master.stdout.setEncoding('utf8').on('data', (text: string) => {
				const [address] = /127\.0\.0\.1:\d+/v.exec(text) ?? [];
				if (address !== undefined) {
					resolve(address);
				}
			});
			const address = await promise;
			const cluster = ['--master-addr', address];
			const status = JSON.parse(run('--once', '--json', ...cluster)) as {
				tasks: Array<{name: string}>;
				sources: Array<{source: string}>;
			};
			const {name} = status.tasks[0]!;
			expect(run('pause', name, '--yes', '--wait', ...cluster)).toContain(name);
			// Only over gRPC.
			expect(run('validation', 'start', name, ...cluster, '--yes', '--json')).toContain('"way": "gRPC"');
			const recording = path.join(folder, 'night.jsonl.zst');
			run('--once', ...cluster, '--record', recording);
			const replayed = JSON.parse(run('--replay', recording, '--once', '--json')) as {
				tasks: Array<{name: string; status: string}>;
			};
			expect(replayed.tasks.find(task => task.name === name)).toMatchObject({status: 'Paused'});
		} finally {
			master.kill();
		}
	});
});
