/** The settings file as a person meets it: in a real terminal, with an editor. */
import {chmod, mkdir, readFile, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {afterEach, beforeEach, expect, it} from 'vitest';
import {speakLanguage} from '../../source/language/choose.js';
import {type Invoked, invoked} from '../program/invoked.js';
import {makeFolder} from '../folder.js';
import {type RunningProgram, keys, runProgram} from './terminal.js';

let home: string;
let file: string;
let opened: RunningProgram[];

beforeEach(() => {
	home = makeFolder().path;
	file = path.join(home, 'dm-top', 'config.toml');
	opened = [];
});

afterEach(async () => {
	for (const program of opened) {
		program.close();
	}

	await speakLanguage('en');
});

const start = (parameters: readonly string[], env: Readonly<Record<string, string>> = {}): RunningProgram => {
	const program = runProgram(parameters, {
		columns: 120,
		rows: 40,
		env: {XDG_CONFIG_HOME: home, XDG_STATE_HOME: path.join(home, 'state'), ...env},
	});
	opened.push(program);
	return program;
};

/** What a run prints that needs no terminal. */
const printed = async (
	words: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Invoked> =>
	invoked(words, {env: {XDG_CONFIG_HOME: home, XDG_STATE_HOME: path.join(home, 'state'), ...env}});

/** The screen as one line: a path may be broken anywhere. */
const joined = (screen: string): string => screen.replaceAll('\n', '');

/** An editor that appends a line. */
const editorThatWrites = async (line: string): Promise<string> => {
	const editor = path.join(home, 'editor.sh');
	await writeFile(editor, `#!/bin/sh\nprintf '%s\\n' '${line}' >>"$1"\n`);
	await chmod(editor, 0o700);
	return editor;
};

const write = async (text: string): Promise<void> => {
	await mkdir(path.dirname(file), {recursive: true});
	await writeFile(file, text);
};

it('is created as comments, edited, and checked', async () => {
	const editor = await editorThatWrites('interval = 7');
	const made = start(['config', 'edit'], {EDITOR: editor});
	expect(await made.ended).toMatchObject({exitCode: 0});
	await made.until(text => joined(text).includes(`${file} has no mistakes.`));
	const written = await readFile(file, 'utf8');
	const lines = written.split('\n');
	expect(lines[0]).toMatch(/^# Settings of dm-top/v);
	expect(lines).toContain('#interval = 2');
	expect(lines.at(-2)).toBe('interval = 7');

	const shown = await printed(['config']);
	expect(shown.code).toBe(0);
	expect(shown.out).toMatch(/interval +7 +settings file/v);

	const broken = start(['config', 'edit'], {EDITOR: await editorThatWrites('theem = "dark"')});
	await broken.until(text =>
		/config\.toml:\d+: there is no setting “theem”; did you mean theme\?.*Edit it again\? \[Y\/n\]/v.test(
			joined(text),
		),
	);
	broken.press('n\r');
	expect(await broken.ended).toMatchObject({exitCode: 2});
	await broken.until(text => joined(text).includes('dm-top does not start with this file.'));
	const refused = await printed(['--simulate', 'calm']);
	expect(refused.code).toBe(2);
	expect(refused.err).toContain('did you mean theme?');
});

it('can be edited again while it has mistakes, as often as the user wants', async () => {
	await write('theem = "dark"\n');
	const editor = path.join(home, 'editor.sh');
	// The first time it is left as it is, the second time it is put right.
	await writeFile(
		editor,
		'#!/bin/sh\nif [ -e "$1.seen" ]; then printf "theme = \\"dark\\"\\n" >"$1"; else : >"$1.seen"; fi\n',
	);
	await chmod(editor, 0o700);
	const edited = start(['config', 'edit'], {EDITOR: editor});
	await edited.until(text => joined(text).includes('Edit it again? [Y/n]'));
	edited.press('\r');
	expect(await edited.ended).toMatchObject({exitCode: 0});
	await edited.until(text => joined(text).includes(`${file} has no mistakes.`));
	expect(await readFile(file, 'utf8')).toBe('theme = "dark"\n');
	await write('theem = "dark"\n');
	const left = start(['config', 'edit'], {EDITOR: 'true'});
	await left.until(text => joined(text).includes('Edit it again? [Y/n]'));
	left.press(keys.ctrlC);
	expect(await left.ended).toMatchObject({exitCode: 2});
});

it('that the editor removed is not called free of mistakes', async () => {
	await write('theme = "dark"\n');
	const removed = start(['config', 'edit'], {EDITOR: 'rm'});
	expect(await removed.ended).toMatchObject({exitCode: 0});
	const screen = await removed.until(text => text.includes('the defaults are in effect'));
	expect(joined(screen)).toContain(`There is no settings file ${file} any more`);
	expect(screen).not.toContain('no mistakes');
});

it('is reloaded while the screen is shown; mistakes are reported and change nothing', async () => {
	await write('[clusters.demo]\nsimulate = "shop"\n');
	const screen = start(['@demo']);
	await screen.until(text => text.includes('every 2s') && text.includes('Tasks'));
	await write('interval = 9\ntheme = "light"\nlang = "zh"\n[clusters.demo]\nsimulate = "shop"\n');
	await screen.until(text => text.includes('每 9s') && text.includes('任务'));
	// Ink for white paper.
	expect(screen.sent()).toContain('38;5;24m');
	await write('intervall = 3\nlang = "en"\n[clusters.demo]\nsimulate = "shop"\n');
	await screen.until(text =>
		joined(text)
			.replaceAll(' ', '')
			.includes('config.toml:1:没有设置“intervall”；您是指interval吗？仍沿用设置文件之前的内容。'),
	);
	await write('lang = "en"\nread-only = true\n[clusters.demo]\nsimulate = "shop"\n');
	const shown = await screen.until(
		text =>
			text.includes('every 2s') &&
			text.includes('lag 6h03m') &&
			text.includes('Restart dm-top to apply: read-only.'),
	);
	expect(shown).not.toContain('intervall');
	await write('lang = "en"\n[thresholds]\nlag-high = "10h"\n[clusters.demo]\nsimulate = "shop"\n');
	await screen.until(
		text =>
			text.includes('warehouse-stock') && !text.includes('lag 6h03m') && !text.includes('Restart dm-top'),
	);
	screen.press(keys.ctrlC);
	await screen.ended;
});

it('sets what the screen shows: a cluster by its name, read-only', async () => {
	await write('interval = 9\n[clusters.demo]\nsimulate = "calm"\nread-only = true\n');
	const screen = start(['@demo']);
	const shown = await screen.until(text => text.includes('every 9s'));
	expect(shown.split('\n', 1)[0]).toMatch(/^ demo .*RO/v);
	screen.press('q');
	expect(await screen.ended).toMatchObject({exitCode: 0});
	const paused = await printed(['pause', 'orders', '@demo', '--yes']);
	expect(paused.code).toBe(1);
	expect(paused.err).toContain('it changes nothing');
});

it('choices on the screen are kept for the next start, except with --no-state', async () => {
	const first = start(['--simulate', 'shop']);
	await first.until(text => text.includes('billing'));
	first.press('/', 'bill', '\r');
	await first.until(text => text.includes('filter bill'));
	first.press(':theme light\r');
	await first.until(text => text.includes('Theme: light.'));
	first.press('q');
	await first.ended;
	const second = start(['--simulate', 'shop']);
	await second.until(text => text.includes('filter bill'));
	// Ink for white paper.
	expect(second.sent()).toContain('38;5;24m');
	second.press('q');
	await second.ended;
	const shown = await printed(['config']);
	expect(shown.out).toMatch(/theme +light +chosen on the screen/v);
	const clean = start(['--simulate', 'shop', '--no-state']);
	await clean.until(text => text.includes('coupons') && !text.includes('filter bill'));
	expect(clean.sent()).not.toContain('38;5;24m');
	clean.press('q');
	await clean.ended;
});

it('changes the language at once and at the next start; a flag and the environment set it too', async () => {
	const first = start(['--simulate', 'shop']);
	await first.until(text => text.includes('billing') && text.includes('Tasks'));
	first.press('6');
	await first.until(text => text.includes('stopped by an error') || text.includes('paused manually'));
	first.press(':lang zh\r');
	await first.until(
		text => text.includes('人为暂停') && !/aused manually|Findings|A disk is full/v.test(text),
	);
	first.press(keys.ctrlC);
	await first.ended;
	const second = start(['--simulate', 'shop']);
	await second.until(text => text.includes('任务'));
	second.press(':lang fr\r');
	await second.until(text => text.includes('没有语言 fr。有 en、zh。'));
	second.press('\u{1B}');
	await second.until(text => !text.includes('没有语言'));
	second.press('q');
	await second.ended;
	const shown = await printed(['config']);
	expect(shown.out).toMatch(/lang +zh +chosen on the screen/v);
	const flagged = start(['--simulate', 'shop', '--lang', 'en']);
	await flagged.until(text => text.includes('Tasks'));
	flagged.press('q');
	await flagged.ended;
	await write('lang = "zh"\n[clusters.demo]\nsimulate = "shop"\nlang = "en"\n');
	const byFile = await printed(['--once', '--simulate', 'shop']);
	expect(byFile.out).toContain('任务');
	const byCluster = start(['@demo'], {LANG: 'zh_CN.UTF-8'});
	await byCluster.until(text => text.includes('Tasks'));
	byCluster.press('q');
	await byCluster.ended;
	const byEnvironment = await printed(['--once', '@demo'], {DM_TOP_LANG: 'zh'});
	expect(byEnvironment.out).toContain('任务');
});

it('clusters cannot be confused: the header has the cluster’s colour, and its name must be typed', async () => {
	await write('[clusters.prod]\nsimulate = "shop"\ncolour = "red"\ntype-name = true\n');
	const screen = start(['@prod', '--no-state']);
	await screen.until(text => text.includes('billing'));
	// Reversed, which nothing else in the header is.
	const isReversed = screen.emulator.buffer.active.getLine(0)?.getCell(1)?.isInverse() ?? 0;
	expect(isReversed).not.toBe(0);
	screen.press('P');
	await screen.until(text => text.includes('Type prod to confirm:'));
	screen.press('\u{1B}');
	await screen.until(text => !text.includes('Type prod to confirm:'));
	screen.press('q');
	await screen.ended;
});

it('an unknown cluster is reported with the known ones', async () => {
	await write('[clusters.prod]\nsimulate = "shop"\n[clusters.staging]\nsimulate = "calm"\n');
	const {code, err} = await printed(['@stagign', '--once']);
	expect(err).toContain('did you mean @staging? Clusters: @prod, @staging');
	expect(code).toBe(2);
});

it('config prints only the threshold in effect, and the flag that turned something off', async () => {
	await write(
		'mouse = true\n[thresholds]\nlag-high = "10m"\n[clusters.prod]\nsimulate = "shop"\n[clusters.prod.thresholds]\nlag-high = "2m"\n',
	);
	const {out} = await printed(['config', '@prod', '--no-mouse']);
	expect(out.match(/lag-high=.*/gv)).toEqual(['lag-high=2m']);
	expect(out).toMatch(/mouse +false +--no-mouse/v);
});

it('watches several clusters: the worst first, Enter opens one, Esc goes back, :cluster switches', async () => {
	await write(
		'[clusters.prod]\nsimulate = "shop"\ncolour = "red"\n[clusters.staging]\nsimulate = "calm"\nread-only = true\n[clusters.away]\nmaster-addr = "127.0.0.1:1"\n[clusters.other]\nsimulate = "calm"\n',
	);
	const screen = start(['@staging', '@away', '@prod', '--no-state']);
	const table = await screen.until(
		text =>
			/prod .*6 +1 +5 /v.test(text) &&
			/away .*\? .*refused the connection/v.test(text) &&
			/staging RO .*4 +0 +0 .*nothing wrong/v.test(text),
	);
	const rows = table.split('\n');
	expect(
		rows
			.slice(
				0,
				rows.findIndex(row => row.startsWith('─')),
			)
			.map(line => /^.(?<sign>[?●✗]) +(?<name>\w+)/v.exec(line)?.slice(1))
			.filter(Boolean),
	).toStrictEqual([
		['✗', 'prod'],
		['?', 'away'],
		['●', 'staging'],
	]);
	screen.press('e');
	await screen.until(text => text.includes('problems only  1 hidden') && !text.includes('staging RO'));
	screen.press('e');
	await screen.until(text => text.includes('staging RO'));
	screen.press('x');
	await screen.until(text => text.includes('no key x; ? lists them'));
	screen.press('?');
	await screen.until(
		text =>
			text.includes('G select  ↵ → l open  /') &&
			text.includes('q F10 Ctrl-C quit') &&
			!text.includes('no key'),
	);
	screen.press(keys.enter);
	await screen.until(text => text.startsWith(' prod ') && text.includes('billing'));
	screen.press(keys.esc);
	await screen.until(text => text.startsWith(' Clusters  3 watched'));
	screen.press(keys.enter);
	await screen.until(text => text.startsWith(' prod '));
	screen.press(':cluster othre\r');
	await screen.until(text => text.includes('There is no cluster othre; did you mean other?'));
	screen.press(keys.esc);
	await screen.until(text => !text.includes('did you mean'));
	screen.press(':cluster other\r');
	await screen.until(text => text.startsWith(' other '));
	screen.press(':clusters\r');
	await screen.until(text => text.startsWith(' Clusters  4 watched'));
	screen.press('q');
	expect(await screen.ended).toMatchObject({exitCode: 0});

	const once = await printed(['@prod', '@staging', '--once']);
	expect(once.err).toContain('Several clusters go with the screen; anything else takes one.');
	expect(once.code).toBe(2);
});
