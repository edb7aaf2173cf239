import {execFileSync} from 'node:child_process';
import {rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {defaultThresholds} from '../../../source/findings/thresholds.js';
import {followSettings, type LiveSettings} from '../../../source/modes/live/follow-settings.js';
import {type FileSettings, noFileSettings} from '../../../source/settings/file/file-settings.js';
import {makeFolder} from '../../folder.js';

let folder: string;
let file: string;
let ended: AbortController;

beforeEach(() => {
	folder = makeFolder().path;
	file = path.join(folder, 'config.toml');
	ended = new AbortController();
});

afterEach(() => {
	ended.abort();
});

const meaningOf = ({top}: FileSettings): LiveSettings => ({
	interval: top.has('interval') ? 9000 : 2000,
	thresholds: defaultThresholds,
	theme: undefined,
	themeSaid: undefined,
	language: 'en',
	languageSaid: undefined,
	others: new Map(),
});

/** Follows the file; `fails` says at which calls its meaning cannot be found. */
const follow = (fails: (call: number) => boolean) => {
	const told: string[] = [];
	const applied: string[] = [];
	let calls = 0;
	const following = followSettings(
		{
			path: file,
			first: noFileSettings,
			async meaning(settings) {
				calls++;
				if (fails(calls)) {
					throw new Error('The list of clusters is being written.');
				}

				return meaningOf(settings);
			},
			accept: () => undefined,
		},
		{
			signal: ended.signal,
			clusters: () => ['demo'],
			apply(cluster, now, before) {
				applied.push(`${cluster} ${before.interval} ${now.interval}`);
			},
			tell(text) {
				told.push(text);
			},
		},
	);
	return {told, applied, following};
};

const failure = 'The list of clusters is being written. The previous settings stay in effect.';

describe('a settings file whose meaning cannot be found', () => {
	it('at the start is told, and followed all the same', async () => {
		await writeFile(file, 'interval = 9\n');
		const {told, applied, following} = follow(call => call === 1);
		await expect.poll(() => told).toHaveLength(2);
		expect(told).toEqual([failure, '']);
		expect(applied).toEqual(['demo 2000 9000']);
		ended.abort();
		await following;
	});

	it('when it is saved is tried again until it can', async () => {
		await writeFile(file, 'interval = 9\n');
		const {told, applied, following} = follow(call => call === 2 || call === 3);
		await expect.poll(() => told).toHaveLength(3);
		expect(told).toEqual([failure, failure, '']);
		expect(applied).toEqual(['demo 2000 9000']);
		ended.abort();
		await following;
	});
});

describe('a pipe', () => {
	it('in place of a settings file is not waited for, and the file is followed again', async () => {
		await writeFile(file, '');
		const {told, applied, following} = follow(() => false);
		await expect.poll(() => told).toEqual(['']);
		await rm(file);
		execFileSync('mkfifo', [file]);
		const refusal = `The settings file ${file} cannot be read: it is a pipe or a device. The previous settings stay in effect.`;
		await expect.poll(() => told).toContain(refusal);
		await rm(file);
		await writeFile(file, 'interval = 9\n');
		await expect.poll(() => applied).toEqual(['demo 2000 9000']);
		ended.abort();
		await following;
	});

	it('from which the settings came is at its end: they stay as they are', async () => {
		execFileSync('mkfifo', [file]);
		const {told, applied, following} = follow(() => false);
		await following;
		expect([told, applied]).toEqual([[], []]);
	});
});
