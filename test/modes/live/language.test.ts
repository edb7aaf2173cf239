/** A language that cannot be loaded while dm-top runs, as after an update that has replaced its files. */
import {cp, mkdir, readdir, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {beforeEach, expect, it} from 'vitest';
import {program, runProgram} from '../../e2e/terminal.js';
import {makeFolder} from '../../folder.js';

let folder: string;

beforeEach(async () => {
	folder = makeFolder().path;
	await mkdir(path.join(folder, 'dm-top'));
});

it('a language whose file is gone is reported, and the screen stays in the one before', async () => {
	const copy = path.join(folder, 'dist');
	await cp(path.dirname(program), copy, {recursive: true});
	await cp(path.join(path.dirname(program), '../package.json'), path.join(folder, 'package.json'));
	const settings = path.join(folder, 'dm-top', 'config.toml');
	await writeFile(settings, 'lang = "en"\n');
	const screen = runProgram([], {
		columns: 120,
		env: {XDG_CONFIG_HOME: folder},
		shell: `exec '${process.execPath}' '${path.join(copy, 'cli.js')}' --simulate calm --no-state`,
	});
	try {
		await screen.until(text => text.includes('customers') && text.includes('every 2s'));
		const chunks = path.join(copy, 'chunks');
		const files = await readdir(chunks);
		const catalogues = files.filter(file => file.startsWith('catalogue-'));
		expect(catalogues).toHaveLength(1);
		await rm(path.join(chunks, catalogues[0]!));
		screen.press(':lang zh\r');
		await screen.until(text => text.includes('The language stays'));
		screen.press(':lang en\r');
		await screen.until(text => !text.includes('The language stays') && text.includes('customers'));
		await writeFile(settings, 'lang = "zh"\n');
		await screen.until(text => text.includes('The language stays'));
		screen.press('q');
		expect(await screen.ended).toMatchObject({exitCode: 0});
	} finally {
		screen.close();
	}
});
