/**
 * The built program on every kind of terminal: what it sends there, and what is then to be seen.
 */
import {afterEach, describe, expect, it} from 'vitest';
import {type Options, type RunningProgram, keys, runProgram} from './terminal.js';

const running: RunningProgram[] = [];

afterEach(() => {
	for (const program of running.splice(0)) {
		program.close();
	}
});

const open = (parameters: readonly string[], options?: Options): RunningProgram => {
	const program = runProgram(parameters, options);
	running.push(program);
	return program;
};

const start = (options: Options): RunningProgram => open(['--simulate', 'calm'], options);

const has = (text: string) => (screen: string) => screen.includes(text);

/** Into a task, a page down and up, the help, and back. */
const walk = async ({press, until}: RunningProgram): Promise<void> => {
	await until(has('5 tasks'));
	press(keys.down, keys.enter);
	await until(has('Tasks ›'));
	press('?');
	await until(has('Keys here'));
	press(keys.pageDown);
	await until(screen => !screen.includes('Keys here'));
	press(keys.pageUp);
	await until(has('Keys here'));
	press('q');
	await until(has('Tasks ›'));
	press('1');
	await until(has('5 tasks'));
};

const color = /\[(?:\d*;)*(?:3[0-8]|9[0-7])(?:;\d+)*m/v;
const anyColor = /\[(?:\d*;)*38;[25];/v;
const alternateScreen = '[?1049h';
const synchronized = '[?2026h';
const title = ']2;';
const pan = /\[\d*[ST]/v;

describe('a terminal called', () => {
	it.for([
		['linux', [alternateScreen, synchronized, title, pan, anyColor]],
		['vt100', [alternateScreen, synchronized, title, pan, color, /\[\d*[@GPX]/v]],
		['vt220', [alternateScreen, synchronized, title, pan, color]],
		['screen', [synchronized, pan, anyColor, /\[\d*X/v]],
		['screen-256color', [synchronized, pan, /\[\d*X/v]],
		['a-terminal-of-tomorrow', []],
	] as const)('%s shows every screen and gets only what it supports', async ([name, unknown]) => {
		const program = start({env: {TERM: name}});
		await walk(program);
		for (const sequence of unknown) {
			expect(program.sent()).not.toMatch(sequence);
		}

		program.press('q');
		expect(await program.ended).toMatchObject({exitCode: 0});
		expect(program.emulator.buffer.active.type).toBe('normal');
		expect(program.screen().trim()).toBe('');
	});

	it('dumb gets lines, without any escape code', async () => {
		const {until, sent, press, ended} = start({env: {TERM: 'dumb'}});
		await until(has('calm: 5 tasks'));
		press(keys.ctrlC);
		expect(await ended).toMatchObject({exitCode: 130});
		expect(sent()).not.toContain('\u{1B}');
	});

	it('(empty) gets lines as well', async () => {
		const {until, sent} = open([], {shell: 'unset TERM; node dist/cli.js --simulate calm'});
		await until(has('calm: 5 tasks'));
		expect(sent()).not.toContain('\u{1B}');
	});
});

describe('colours', () => {
	it.for([
		[{NO_COLOR: '1', FORCE_COLOR: '3'}, false],
		[{NO_COLOR: ''}, true],
		[{FORCE_COLOR: '0'}, false],
		[{FORCE_COLOR: '3', COLORTERM: 'truecolor'}, true],
		[{TERM: 'vt100', FORCE_COLOR: '1'}, true],
	] as const)('with %j are shown: %s', async ([env, isColored]) => {
		const program = start({env});
		await walk(program);
		expect(color.test(program.sent())).toBe(isColored);
		// Those of the terminal's own palette.
		expect(program.sent()).not.toMatch(anyColor);
		// What they say is shown without them, and weight remains.
		expect(program.sent()).toMatch(/\[(?:0?;)?1(?:;\d+)*m/v);
		expect(program.screen()).toContain('Running');
	});

	it('are dark on a background that is known to be light', async () => {
		const program = start({env: {COLORFGBG: '0;15'}});
		await walk(program);
		expect(program.sent()).toMatch(anyColor);
		expect(program.sent()).not.toMatch(/\[(?:\d*;)*3[1-7]m/v);
	});

	it('are limited to sixteen where there are no others', async () => {
		const program = start({env: {COLORFGBG: '0;15', TERM: 'linux'}});
		await walk(program);
		expect(program.sent()).toMatch(color);
		expect(program.sent()).not.toMatch(anyColor);
	});
});

describe('ASCII alone', () => {
	const night = ['--simulate', 'migration-night', '--speed', '30', '--ascii'];

	it('is all that the screen uses, also when something changes', async () => {
		const {until, press, sent} = open(night);
		await until(has('3 tasks'));
		expect(await until(has('* every'))).not.toContain('●');
		press('5');
		await until(has('New > Running'));
		expect(sent()).toMatch(/^\p{ASCII}*$/v);
	});

	it('is all that the lines use: no arrow that a screen reader would read out', async () => {
		const {until, sent} = open([...night, '--plain']);
		await until(has('New to Running'));
		expect(sent()).toMatch(/^\p{ASCII}*$/v);
	});
});

describe('a screen', () => {
	const tooSmall = (text: string) => (screen: string) => screen.includes(text) && !screen.includes('TASK');

	/** Its first row and its last are there: nothing has been scrolled out at the top. */
	const isWhole = (screen: string): boolean => {
		const lines = screen.split('\n');
		return lines[0]!.startsWith(' calm') && screen.includes('TASK') && lines.at(-1)!.includes('quit');
	};

	const sizes = [
		[1, 1, tooSmall('d')],
		[20, 5, tooSmall('dm-top needs 60x15;')],
		[59, 15, tooSmall('dm-top needs 60x15')],
		[60, 15, isWhole],
		[60, 14, tooSmall('dm-top needs 60x15')],
		[80, 24, isWhole],
		[500, 150, isWhole],
	] as const;

	it.for([
		['from 1x1 to 500x150', sizes],
		['from 500x150 to 1x1', sizes.toReversed()],
	] as const)('of every size is filled and never overflows: %s', async ([, [first, ...others]]) => {
		const [columns, rows, isSo] = first;
		const {until, press, ended, resize} = start({columns, rows});
		await until(isSo);
		for (const [width, height, isThen] of others) {
			resize(width, height);
			await until(isThen);
		}

		press('q');
		expect(await ended).toMatchObject({exitCode: 0});
	});
});
