import {execFileSync, spawnSync} from 'node:child_process';
import {chmod, readdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {beforeAll, describe, expect, it} from 'vitest';
import {makeFolder} from '../folder.js';
import {program, runProgram} from './terminal.js';

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

let folder: string;

beforeAll(async () => {
	folder = makeFolder().path;
	const command = path.join(folder, 'dm-top');
	await writeFile(command, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
	await chmod(command, 0o755);
	for (const shell of ['bash', 'zsh', 'fish']) {
		const script = execFileSync(command, ['completion', shell], {encoding: 'utf8'});
		await writeFile(path.join(folder, shell), script);
	}
});

/** Types into a shell that has the completions, and gives the screen when it shows what is awaited. */
const typed = async (line: string, start: string, awaited: string): Promise<string> => {
	const shell = runProgram([], {
		columns: 100,
		shell: `exec ${start}`,
		env: {
			PATH: `${folder}:${process.env['PATH'] ?? ''}`,
			XDG_CACHE_HOME: path.join(folder, 'cache'),
			HOME: folder,
			PS1: 'ready>',
			PROMPT: 'ready>',
		},
	});
	try {
		await shell.until(screen => screen.includes('ready>'));
		shell.press(line);
		return await shell.until(screen => screen.includes(awaited));
	} finally {
		shell.close();
	}
};

describe('Tab in bash', () => {
	const bash = (): string => `bash --noprofile --rcfile ${folder}/rc -i`;

	beforeAll(async () => {
		await writeFile(path.join(folder, 'rc'), `PS1='ready>'; source ${folder}/bash\n`);
	});

	it('completes a command, a flag and its value', async () => {
		await typed('dm-top restar\tX', bash(), 'dm-top restart X');
		await typed('dm-top --mas\tX', bash(), 'dm-top --master-addr X');
		await typed('dm-top wait x --for=sy\tX', bash(), '--for=synced X');
	});

	it('completes tasks and sources of the cluster named on the line, and caches them for a while', async () => {
		await typed('dm-top --simulate shop pause cust\tX', bash(), 'pause customers X');
		await typed('dm-top --simulate shop pause customers m\t\t\t', bash(), 'mysql-shop-03');
		const cached = await readdir(path.join(folder, 'cache/dm-top'));
		const kept = cached.filter(name => name.startsWith('names-'));
		expect(kept).toHaveLength(1);
		expect(await readFile(path.join(folder, 'cache/dm-top', kept[0]!), 'utf8')).toContain('customers');
	});

	it('runs nothing that is on the line', async () => {
		await typed(`dm-top pause "$(touch ${folder}/run)" \`touch ${folder}/run\` \t# typed`, bash(), '# typed');
		expect(await readdir(folder)).not.toContain('run');
	});

	it('completes files where a flag takes one', async () => {
		await typed(`dm-top --file ${folder}/dm-to\t`, bash(), `${folder}/dm-top`);
	});
});

describe.skipIf(!has('zsh'))('Tab in zsh', () => {
	it('completes a command and a task', async () => {
		await writeFile(
			path.join(folder, '.zshrc'),
			`autoload -Uz compinit; compinit -u -D; PROMPT='ready>'; source ${folder}/zsh\n`,
		);
		await typed('dm-top restar\tX', 'zsh -i', 'dm-top restart X');
		await typed('dm-top --simulate shop pause cust\tX', 'zsh -i', 'pause customers X');
		await typed('dm-top wait x --for=sy\tX', 'zsh -i', '--for=synced X');
	});
});

describe.skipIf(!has('fish'))('Tab in fish', () => {
	it('completes a command and a task', async () => {
		const fish = String.raw`fish --no-config -i -C 'source ${folder}/fish; function fish_prompt; echo -n ready\>; end'`;
		await typed('dm-top restar\tX', fish, 'dm-top restart X');
		await typed('dm-top --simulate shop pause cust\tX', fish, 'pause customers X');
	});
});
