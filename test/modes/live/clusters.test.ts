/** What a person relies on with several clusters, in a real terminal: each keeps what is its own. */
import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {type RunningProgram, keys, runProgram} from '../../e2e/terminal.js';
import {makeFolder} from '../../folder.js';

let home: string;
let opened: RunningProgram[];

beforeEach(async () => {
	home = makeFolder().path;
	await mkdir(path.join(home, 'dm-top'));
	opened = [];
});

afterEach(() => {
	for (const program of opened) {
		program.close();
	}
});

const start = (...parameters: readonly string[]): RunningProgram => {
	const program = runProgram(parameters, {
		columns: 120,
		rows: 30,
		env: {XDG_CONFIG_HOME: home, XDG_STATE_HOME: path.join(home, 'state')},
	});
	opened.push(program);
	return program;
};

/** Saves the settings of three clusters, with more for some of them and for all. */
const save = async (
	more: {readonly all?: string; readonly prod?: string; readonly staging?: string} = {},
): Promise<void> => {
	const clusters = [
		['prod', 'simulate = "shop"', more.prod],
		['staging', 'simulate = "calm"', more.staging],
		['broken', 'provider = "./no-such-provider.js"', ''],
	];
	await writeFile(
		path.join(home, 'dm-top', 'config.toml'),
		[more.all ?? '', ...clusters.map(([name, ...lines]) => [`[clusters.${name}]`, ...lines].join('\n'))].join(
			'\n',
		),
	);
};

it('what is set on one is not set on another, and is restored at the next start', async () => {
	await save();
	const first = start('@prod', '@staging');
	await first.until(text => text.startsWith(' Clusters  2 watched') && /prod .*\d +\d+/v.test(text));
	first.press(':cluster prod\r');
	await first.until(text => text.startsWith(' prod ') && text.includes('billing'));
	first.press('/', 'bill', keys.enter);
	await first.until(text => text.includes('filter bill'));
	first.press(':cluster staging\r');
	await first.until(text => text.startsWith(' staging ') && !text.includes('filter bill'));
	first.press(':cluster prod\r');
	await first.until(text => text.startsWith(' prod ') && text.includes('filter bill'));
	first.press('q');
	expect(await first.ended).toMatchObject({exitCode: 0});

	const second = start('@prod');
	await second.until(text => text.startsWith(' prod ') && text.includes('filter bill'));
	second.press(':cluster staging\r');
	await second.until(text => text.startsWith(' staging ') && !text.includes('filter bill'));
	second.press('q');
	expect(await second.ended).toMatchObject({exitCode: 0});
});

it('one that cannot be opened says why, and the screen stays where it is', async () => {
	await save();
	const screen = start('@prod', '--no-state');
	await screen.until(text => text.startsWith(' prod ') && text.includes('billing'));
	screen.press(':cluster broken\r');
	await screen.until(
		text => text.startsWith(' prod ') && /@broken: .*no-such-provider\.js does not exist\./v.test(text),
	);
	screen.press(':cluster staging\r');
	await screen.until(text => text.startsWith(' staging ') && !text.includes('@broken'));
	screen.press('q');
	expect(await screen.ended).toMatchObject({exitCode: 0});
});

it('a change of the settings applies to the cluster that it is about, and to one that is opened later', async () => {
	await save();
	const screen = start('@prod', '--no-state');
	await screen.until(text => text.startsWith(' prod ') && text.includes('every 2s'));
	await save({prod: 'interval = 7', staging: 'interval = 9\ntheme = "light"'});
	await screen.until(text => text.startsWith(' prod ') && text.includes('every 7s'));
	screen.press(':cluster staging\r');
	await screen.until(text => text.startsWith(' staging ') && text.includes('every 9s'));
	// The theme is that of the first cluster.
	expect(screen.sent()).not.toContain('38;5;24m');
	await save({prod: 'interval = 7', staging: 'interval = 4', all: 'theme = "light"'});
	await screen.until(text => text.startsWith(' staging ') && text.includes('every 4s'));
	screen.press(':cluster prod\r');
	await screen.until(text => text.startsWith(' prod ') && text.includes('every 7s'));
	expect(screen.sent()).toContain('38;5;24m');
	screen.press('q');
	expect(await screen.ended).toMatchObject({exitCode: 0});
});
