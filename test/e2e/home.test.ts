/** A home folder that is none: nothing is read from where dm-top happens to be started, nothing is created there, and it starts. */
import {spawn} from 'node:child_process';
import {mkdir, readdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {makeFolder} from '../folder.js';
import {program} from './terminal.js';

type Ended = {readonly code: number | undefined; readonly text: string};

/** Runs it in a folder, with nothing else in its environment. */
const run = async (
	words: readonly string[],
	{cwd, env, uid}: {cwd: string; env: Readonly<Record<string, string>>; uid?: number},
): Promise<Ended> =>
	new Promise(resolve => {
		const child = spawn(process.execPath, [program, ...words], {
			cwd,
			env: {LANG: 'C.UTF-8', ...env},
			stdio: ['ignore', 'pipe', 'pipe'],
			// One that creates folders for ever hears no other signal.
			timeout: 30_000,
			killSignal: 'SIGKILL',
			...(uid !== undefined && {uid, gid: uid}),
		});
		let text = '';
		const take = (chunk: string): void => {
			text += chunk;
		};

		child.stdout.setEncoding('utf8').on('data', take);
		child.stderr.setEncoding('utf8').on('data', take);

		child.once('close', code => {
			resolve({code: code ?? undefined, text});
		});
	});

/** A folder of somebody who would like to be asked: with settings of its own in the place of a home folder. */
const strange = async (): Promise<string> => {
	const folder = makeFolder().path;
	for (const home of ['', 'home']) {
		await mkdir(path.join(folder, home, '.config/dm-top'), {recursive: true});
		await writeFile(path.join(folder, home, '.config/dm-top/config.toml'), 'provider = "./theirs.js"\n');
	}

	await writeFile(path.join(folder, 'theirs.js'), 'throw new Error("theirs was run");\n');
	return folder;
};

const filesIn = async (folder: string): Promise<readonly string[]> => {
	const names = await readdir(folder, {recursive: true});
	return names.toSorted();
};

test.each(['', 'home', './home'])(
	'with HOME=%s the folder that it is started in is not taken for the home folder',
	async home => {
		const cwd = await strange();
		const before = await filesIn(cwd);
		const {text} = await run(['config'], {cwd, env: {HOME: home}});
		expect(text).toContain('config.toml');
		expect(text).not.toContain('theirs');
		expect(await filesIn(cwd)).toEqual(before);
	},
);

test
	.skipIf(process.platform !== 'linux')
	.each<Readonly<Record<string, string>>>([
		{HOME: '/proc/home'},
		{XDG_CACHE_HOME: '/proc/cache', HOME: '/dev/null'},
		{XDG_STATE_HOME: '/proc/state', HOME: '/dev/null'},
		{XDG_CONFIG_HOME: '/proc/config', HOME: '/dev/null'},
	])('starts where no folder can be created: %o', async env => {
	const {code, text} = await run(['--once', '--simulate', 'calm'], {cwd: makeFolder().path, env});
	expect(text).toContain('orders');
	expect(code).toBe(0);
});

test.skipIf(process.platform !== 'linux')(
	'says so when the settings file cannot be created there',
	async () => {
		const {code, text} = await run(['config', 'edit'], {
			cwd: makeFolder().path,
			env: {HOME: '/proc/home', EDITOR: 'true'},
		});
		expect(text).toContain('The settings file cannot be created: there is no such file or folder');
		expect(code).toBe(2);
	},
);

test.runIf(process.getuid?.() === 0)(
	'starts for a user that is in no list of users, as in a container',
	async () => {
		const {code, text} = await run(['--once', '--simulate', 'calm'], {cwd: '/', env: {}, uid: 4_123_456});
		expect(text).toContain('orders');
		expect(code).toBe(0);
	},
);
