/** Compiled code lies where the user alone can put it, or nowhere. */
import {chmod, chown, mkdir, readdir, realpath, rm, stat, symlink, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {beforeEach, expect, it, vi} from 'vitest';
import {compileCacheFolder} from '../../../source/modes/startup/compile-cache.js';
import {makeFolder} from '../../folder.js';

let home: string;

beforeEach(async () => {
	home = await realpath(makeFolder().path);
});

const folderOf = (cache = home): string | undefined => compileCacheFolder({XDG_CACHE_HOME: cache});

const modeOf = async (folder: string): Promise<string> => {
	const {mode} = await stat(folder);
	return mode.toString(8).slice(-3);
};

it('is a folder of the user’s own, created if it does not exist', async () => {
	expect(folderOf()).toBe(path.join(home, 'dm-top'));
	expect(await modeOf(path.join(home, 'dm-top'))).toBe('700');
	expect(folderOf()).toBe(path.join(home, 'dm-top'));
	const deep = path.join(home, 'not', 'there');
	expect(folderOf(deep)).toBe(path.join(deep, 'dm-top'));
	expect(await modeOf(deep)).toBe('700');
});

it('may be read by others, but not written', async () => {
	await mkdir(path.join(home, 'dm-top'));
	for (const [mode, isKept] of [
		[0o755, true],
		[0o775, false],
		[0o757, false],
		[0o1777, false],
	] as const) {
		await chmod(path.join(home, 'dm-top'), mode);
		expect(folderOf() !== undefined).toBe(isKept);
	}
});

it('is not used in a folder that others may write to', async () => {
	await chmod(home, 0o1777);
	expect(folderOf()).toBeUndefined();
});

it('is not used below a folder in which others may replace it', async () => {
	const shared = path.join(home, 'shared');
	const own = path.join(shared, 'own');
	await mkdir(own, {recursive: true});
	await chmod(shared, 0o777);
	expect(folderOf(own)).toBeUndefined();
	expect(await readdir(own)).toEqual([]);
	await chmod(shared, 0o1777);
	expect(folderOf(own)).toBe(path.join(own, 'dm-top'));
});

it('may be where a linked cache folder points', async () => {
	const disk = path.join(home, 'disk');
	await mkdir(disk);
	await symlink(disk, path.join(home, 'cache'));
	expect(folderOf(path.join(home, 'cache'))).toBe(path.join(disk, 'dm-top'));
	await chmod(disk, 0o777);
	expect(folderOf(path.join(home, 'cache'))).toBeUndefined();
});

it('is not used if something else has its name', async () => {
	const elsewhere = path.join(home, 'elsewhere');
	await mkdir(elsewhere);
	await symlink(elsewhere, path.join(home, 'dm-top'));
	expect(folderOf()).toBeUndefined();
	await rm(path.join(home, 'dm-top'));
	await writeFile(path.join(home, 'dm-top'), '');
	expect(folderOf()).toBeUndefined();
});

it.runIf(process.getuid?.() === 0)('is not used when it belongs to another user', async () => {
	await mkdir(path.join(home, 'dm-top'));
	await chown(path.join(home, 'dm-top'), 12_345, 12_345);
	expect(folderOf()).toBeUndefined();
	await chown(path.join(home, 'dm-top'), 0, 0);
	await rm(path.join(home, 'dm-top'), {recursive: true});
	await chown(home, 12_345, 12_345);
	expect(folderOf()).toBeUndefined();
	expect(await readdir(home)).toEqual([]);
});

it('is in the home folder where XDG_CACHE_HOME is not an absolute path', () => {
	vi.stubEnv('HOME', home);
	for (const value of ['', 'relative', undefined]) {
		expect(compileCacheFolder({XDG_CACHE_HOME: value})).toBe(path.join(home, '.cache', 'dm-top'));
	}

	vi.unstubAllEnvs();
});
