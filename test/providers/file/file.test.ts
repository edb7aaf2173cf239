import {appendFile, chmod, copyFile, mkdir, rename, rm, symlink, truncate, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {setTimeout} from 'node:timers/promises';
import {execFileSync} from 'node:child_process';
import {beforeEach, describe, expect, it} from 'vitest';
import {createFileProvider} from '../../../source/providers/file/file.js';
import type {
	Observation,
	Provider,
	SilenceObservation,
	StatusObservation,
} from '../../../source/providers/provider.js';
import {Observing} from '../../servers/observing.js';
import {fixture} from '../../servers/recorded-master.js';
import {tasksOf} from '../../dm/tasks-of.js';
import {makeFolder} from '../../folder.js';

const syncing = fixture('dm-v7.5', 'syncing', 'v1alpha1-status.json');
const paused = fixture('dm-v7.5', 'paused-by-user', 'v1alpha1-status.json');
const loading = fixture('dm-v7.5', 'loading', 'v1alpha1-status.json');

const isRoot = process.getuid?.() === 0;

let folder: string;
let file: string;

beforeEach(() => {
	folder = makeFolder().path;
	file = path.join(folder, 'status.json');
});

const watching = (limit?: number): Provider =>
	createFileProvider({path: file, settle: 60, second: 500, limit});

const isStatus = (observation: Observation): observation is StatusObservation =>
	observation.kind === 'status';

const isProblem =
	(words: string) =>
	(observation: Observation): boolean =>
		observation.kind === 'silence' &&
		observation.asked === undefined &&
		observation.problem.what.includes(words);

/** The status of the task orders tells the fixtures apart: Running, Paused, or not there. */
const isOrders =
	(status: string | undefined) =>
	(observation: Observation): boolean =>
		isStatus(observation) &&
		tasksOf(observation.status).find(({name}) => name === 'orders')?.status === status;

describe('a watched file', () => {
	it('is read at the start and after every change', async () => {
		await writeFile(file, syncing);
		await using observing = new Observing(watching());
		const {at, asked} = await observing.until(isStatus);
		expect(Math.abs(Date.now() - at)).toBeLessThan(60_000);
		expect(asked).toBeUndefined();
		await writeFile(file, paused);
		await observing.until(isOrders('Paused'));
		await writeFile(file, loading);
		await observing.until(isOrders(undefined));
	});

	it('is not parsed to its end once nobody wants it: quitting waits for nothing', async () => {
		await writeFile(file, syncing + ' '.repeat(4 * 1024 * 1024));
		for (const once of [false, true]) {
			const observing = new Observing(watching(), {once});
			await observing.stop();
			expect(observing.seen).toStrictEqual([]);
		}
	});

	it('is read when it is replaced by rename, again and again', async () => {
		await writeFile(file, syncing);
		await using observing = new Observing(watching());
		await observing.until(isOrders('Running'));
		for (const text of [paused, syncing, paused]) {
			await writeFile(`${file}.new`, text);
			await rename(`${file}.new`, file);
			await observing.until(isOrders(text === paused ? 'Paused' : 'Running'));
		}

		expect(observing.seen.every(seen => isStatus(seen))).toBe(true);
	});

	it('is read when a link is pointed to another file', async () => {
		await writeFile(`${file}.1`, syncing);
		await writeFile(`${file}.2`, paused);
		await symlink(`${file}.1`, file);
		await using observing = new Observing(watching());
		await observing.until(isOrders('Running'));
		await symlink(`${file}.2`, `${file}.new`);
		await rename(`${file}.new`, file);
		await observing.until(isOrders('Paused'));
		await writeFile(`${file}.2`, syncing);
		await observing.until(isOrders('Running'));
	});

	it('is not reported as wrong while it is being written', async () => {
		await writeFile(file, syncing);
		await using observing = new Observing(watching());
		await observing.until(isStatus);
		await writeFile(file, '');
		for (let start = 0; start < paused.length; start += 1000) {
			await appendFile(file, paused.slice(start, start + 1000));
		}

		await observing.until(isOrders('Paused'));
		expect(observing.seen.every(seen => isStatus(seen))).toBe(true);
	});

	it('is reported as wrong when it stays half written, and read when the rest comes', async () => {
		await writeFile(file, syncing);
		await using observing = new Observing(watching());
		await observing.until(isStatus);
		await writeFile(file, paused.slice(0, 5000));
		await observing.until(isProblem(`${file}: Expected a whole document`));
		await appendFile(file, paused.slice(5000));
		await observing.until(isOrders('Paused'));
	});

	it('is reported as wrong in the end when it never stops changing', async () => {
		await using observing = new Observing(watching());
		await writeFile(file, 'log\n');
		const timer = setInterval(() => {
			void appendFile(file, 'log\n');
		}, 20);
		await observing.until(isProblem('Expected a status document'));
		clearInterval(timer);
	});

	it('is reported as wrong a second time when it stays so, with when it was last seen valid, and then no more', async () => {
		await writeFile(file, syncing);
		await using observing = new Observing(watching(), {interval: 3_600_000});
		await observing.until(isStatus);
		const before = Date.now();
		await rm(file);
		const [first, second] = [
			await observing.until(isProblem(`${file} was removed`)),
			await observing.until(isProblem(`${file} was removed`)),
		] as const;
		const {confirmedAt = 0} = first as SilenceObservation;
		expect(confirmedAt).toBeGreaterThan(0);
		expect(confirmedAt).toBeLessThanOrEqual(before + 60_000);
		expect(second).toMatchObject({confirmedAt});
		await writeFile(file, paused);
		await observing.until(isOrders('Paused'));
		expect(observing.seen.map(({kind}) => kind)).toStrictEqual(['status', 'silence', 'silence', 'status']);
	});

	it('is reported as wrong once while a slow writer goes from one invalid state to the next', async () => {
		await writeFile(file, syncing);
		await using observing = new Observing(createFileProvider({path: file, settle: 20, second: 3_600_000}));
		await observing.until(isStatus);
		await writeFile(file, '');
		await observing.until(isProblem('is empty'));
		for (let start = 0; start < paused.length; start += 5000) {
			await setTimeout(100);
			await appendFile(file, paused.slice(start, start + 5000));
		}

		await observing.until(isOrders('Paused'));
		expect(observing.seen.map(({kind}) => kind)).toStrictEqual(['status', 'silence', 'status']);
	});

	it('may be missing at the start, be removed, and be created again', async () => {
		await using observing = new Observing(watching());
		const missing = await observing.until(isProblem(`${file} does not exist`));
		expect(missing).toMatchObject({problem: {fix: 'It is read as soon as it exists.'}});
		await writeFile(file, syncing);
		await observing.until(isStatus);
		await rm(file);
		await observing.until(isProblem(`${file} was removed`));
		await writeFile(file, paused);
		await observing.until(isOrders('Paused'));
		await rm(folder, {recursive: true});
		await observing.until(isProblem(`${file} was removed`));
		await mkdir(folder);
		await writeFile(file, syncing);
		await observing.until(isOrders('Running'));
	});

	it('is read again when the user refreshes', async () => {
		await writeFile(file, syncing);
		const provider = watching();
		await using observing = new Observing(provider, {interval: 3_600_000});
		await observing.until(isStatus);
		provider.refresh?.();
		await observing.until(isStatus);
	});

	it.each<[string, string | Uint8Array, string]>([
		['empty', '', 'is empty'],
		['no JSON', 'hello', 'Expected a status document of DM'],
		['another JSON', '{"name": "x"}', 'Expected a status document of DM'],
		['cut off', '{"result": true, "sources": [', 'Expected a whole document'],
		['UTF-32', Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0), 'is UTF-32 text'],
		['UTF-32 without a mark', Uint8Array.of(0x7b, 0, 0, 0, 0x0a, 0, 0, 0), 'is not text'],
		['zeros', new Uint8Array(20), 'is not text'],
		['compressed', Uint8Array.of(0x1f, 0x8b, 8, 0), 'is compressed with gzip'],
		['compressed by zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd), 'is compressed with zstd'],
		['compressed by xz', Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a), 'is compressed with xz'],
		['compressed by bzip2', 'BZh91AY', 'is compressed with bzip2'],
		['an office document', 'PK\u{3}\u{4}', 'is a ZIP archive or an office document'],
		['a PDF document', '%PDF-1.7', 'is a PDF document'],
		['an RTF document', String.raw`{\rtf1\ansi`, 'is an RTF document'],
		['a screenshot', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'is a picture'],
		['a photograph', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'is a picture'],
		['of another encoding', Uint8Array.of(0x7b, 0x0a, 0xd6, 0xd0, 0x0a, 0x7d), 'is not UTF-8 text: line 2'],
		['too large', ' '.repeat(20_001), 'is larger than'],
	])('is reported by its name when it is %s', async (_name, content, words) => {
		await writeFile(file, content);
		await using observing = new Observing(watching(20_000));
		const {problem} = (await observing.until(isProblem(words))) as Observation & {kind: 'silence'};
		expect(problem.what.startsWith(file)).toBe(true);
		await writeFile(file, syncing);
		await observing.until(isStatus);
	});

	it('may begin with a byte order mark', async () => {
		await writeFile(file, `\u{FEFF}${syncing}`);
		await using observing = new Observing(watching());
		await observing.until(isStatus);
	});

	it('may be UTF-16, as the > of PowerShell writes it', async () => {
		await copyFile(path.join(import.meta.dirname, '../../fixtures/field/form-utf16.txt'), file);
		await using observing = new Observing(watching());
		const {status} = await observing.until(isStatus);
		expect(tasksOf(status).map(({name, status: word}) => [name, word])).toStrictEqual([['shop', 'Error']]);
	});

	it('keeps the last known state when it turns into something else, and is read again', async () => {
		await writeFile(file, syncing);
		await using observing = new Observing(watching());
		await observing.until(isOrders('Running'));
		for (const [command, args, words] of [
			['mkdir', [file], 'is a folder'],
			['mkfifo', [file], 'is not a regular file'],
			['ln', ['-s', file, file], 'is a link that leads to itself'],
			['ln', ['-s', '/dev/null', file], 'is not a regular file'],
		] as const) {
			await rm(file, {recursive: true, force: true});
			execFileSync(command, args);
			await observing.until(isProblem(words));
			await rm(file, {recursive: true, force: true});
			await writeFile(file, syncing);
			await observing.until(isOrders('Running'));
		}

		await truncate(file, 3000);
		await observing.until(isProblem('Expected a whole document'));
		await truncate(file, 0);
		await observing.until(isProblem('is empty'));
		expect(observing.seen.some(({kind}) => kind === 'restart')).toBe(false);
	});

	it('is reported as a folder when it is one', async () => {
		await mkdir(file);
		await using observing = new Observing(watching());
		await observing.until(isProblem('is a folder'));
	});

	// Nothing is forbidden to root.
	it.skipIf(isRoot)('reports missing read permission', async () => {
		await writeFile(file, syncing);
		await chmod(file, 0o000);
		await using observing = new Observing(watching());
		await observing.until(isProblem('may not be read'));
		await chmod(file, 0o600);
		await observing.until(isStatus);
	});

	it('may be a pipe', async () => {
		execFileSync('mkfifo', [file]);
		await using observing = new Observing(watching());
		await writeFile(file, `${syncing}\n${paused}`);
		await observing.until(isOrders('Paused'));
		await writeFile(file, syncing);
		await observing.until(isOrders('Running'));
		expect(observing.seen.map(seen => isStatus(seen))).toStrictEqual([true, true, true]);
	});

	it('loses no writer to a named pipe, however soon it follows the last one', async () => {
		execFileSync('mkfifo', [file]);
		await using observing = new Observing(watching());
		for (let round = 0; round < 12; round += 1) {
			const text = round % 2 === 0 ? syncing : paused;
			await writeFile(file, text);
			await observing.until(isOrders(round % 2 === 0 ? 'Running' : 'Paused'));
		}

		expect(observing.seen.every(seen => isStatus(seen))).toBe(true);
	});

	it('is a device that is read to its end', async () => {
		file = '/dev/null';
		const observing = new Observing(watching());
		await observing.ended;
		expect(observing.seen).toMatchObject([{problem: {what: '/dev/null ended without a status document'}}]);
		file = path.join(folder, 'status.json');
	});
});

describe('a single read of a file', () => {
	const look = async (): Promise<readonly Observation[]> => {
		const observing = new Observing(watching(), {once: true});
		await observing.ended;
		return observing.seen;
	};

	it('gives one status', async () => {
		await writeFile(file, syncing);
		const seen = await look();
		expect(seen.map(({kind}) => kind)).toStrictEqual(['status']);
	});

	it('gives the last document of a pipe', async () => {
		execFileSync('mkfifo', [file]);
		const [seen] = await Promise.all([look(), writeFile(file, `${syncing}\n${paused}`)]);
		expect(seen.map(observation => isOrders('Paused')(observation))).toStrictEqual([true]);
	});

	it('gives one problem', async () => {
		expect(await look()).toMatchObject([
			{kind: 'silence', problem: {what: `${file} does not exist`, fix: 'Check the path.'}},
		]);
		await writeFile(file, '');
		expect(await look()).toMatchObject([
			{
				kind: 'silence',
				problem: {
					what: `${file} is empty`,
					fix: 'Write into it what dmctl query-status prints, or what /apis/v1alpha1/status/ answers.',
				},
			},
		]);
		await writeFile(file, syncing.slice(0, 100));
		expect(await look()).toMatchObject([{kind: 'silence'}]);
	});
});
