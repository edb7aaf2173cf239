/** Terminals that misbehave: whatever they do, the program draws on, ends with its exit code, and gives the terminal back. */
import {setTimeout as pause} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {keys, runProgram} from '../e2e/terminal.js';
import {rounds} from '../rounds.js';

/** The alternate screen is left, and the cursor is shown. */
const expectGivenBack = (sent: string): void => {
	const end = sent.slice(-2000);
	expect(end.lastIndexOf('\u{1B}[?1049l')).toBeGreaterThan(end.lastIndexOf('\u{1B}[?1049h'));
	expect(end.lastIndexOf('\u{1B}[?25h')).toBeGreaterThan(end.lastIndexOf('\u{1B}[?25l'));
	expect(sent).not.toMatch(/TypeError|RangeError|has crashed/v);
};

/** The sequence of a key that is on no keyboard. */
const unboundKey = '\u{1B}[99~';

const sizes: ReadonlyArray<readonly [columns: number, rows: number]> = [
	[1, 1],
	[20, 5],
	[300, 100],
	[60, 15],
	[59, 15],
	[80, 2],
	[2, 80],
];

test.concurrent(
	'a terminal that changes its size all the time, and was small between two requests for it',
	async () => {
		const running = runProgram(['--simulate', 'shop'], {columns: 120, rows: 40});
		await running.until(screen => screen.includes('TASK'));
		for (let round = 0; round < 20 * rounds; round++) {
			const [columns, rows] = sizes[round % sizes.length]!;
			running.resize(columns, rows);
			running.press(keys.down);
			if (round % 5 === 0) {
				await pause(20);
			}
		}

		running.resize(100, 30);
		const isWhole = (screen: string) =>
			screen.startsWith(' shop') && screen.includes('billing') && screen.includes(': command');
		await running.until(isWhole);
		// The emulator cuts its picture, and the program finds the size that it knows.
		running.emulator.resize(20, 5);
		running.emulator.resize(100, 30);
		expect(isWhole(running.screen())).toBe(false);
		running.signal('SIGWINCH');
		await running.until(isWhole);
		running.press('q');
		expect(await running.ended).toMatchObject({exitCode: 0});
		expectGivenBack(running.sent());
	},
);

test.concurrent('endless keys, pasted and held down', async () => {
	const running = runProgram(['--simulate', 'shop', '--read-only'], {columns: 100, rows: 30});
	await running.until(screen => screen.includes('TASK'));
	const all = [
		...Array.from({length: 94}, (_, index) => String.fromCodePoint(33 + index)).filter(key => key !== 'q'),
		...Object.values(keys).filter(key => key !== keys.ctrlC),
	];
	for (let round = 0; round < 5 * rounds; round++) {
		running.press(...all.slice(round * 7), ...all.slice(0, round * 7), keys.esc);
		running.press(`\u{1B}[200~${all.join('')}\r\u{1B}[200~`, '\u{1B}[201~');
		running.press(keys.down.repeat(500));
		await pause(50);
	}

	running.press(keys.ctrlC);
	expect(await running.ended).toMatchObject({exitCode: 0});
	expectGivenBack(running.sent());
});

test.concurrent.each([
	['right behind Esc', ['\u{1B}\u{3}']],
	['in a paste whose end is lost', ['\u{1B}[200~status', 'q', '\u{3}']],
	['that is read together with a paste whose end is lost', ['\u{1B}[200~status\u{3}']],
	['in a paste whose end is lost in the middle', ['\u{1B}[20', '0~a\u{1B}[201', '\u{3}']],
	['behind a character that was cut', ['\u{1B}[1;', '\u{3}']],
	['behind 200,000 keys', [`${'j:r/'.repeat(50_000)}\u{3}`]],
	['behind a paste of 2 MB', [`\u{1B}[200~${'status\n'.repeat(300_000)}\u{1B}[201~\u{3}`]],
])('Ctrl-C quits %s', async (_, pressed) => {
	const running = runProgram(['--simulate', 'shop'], {columns: 100, rows: 30});
	await running.until(screen => screen.includes('TASK'));
	for (const key of pressed) {
		running.press(key);
		await pause(100);
	}

	expect(await running.ended).toMatchObject({exitCode: 0});
	expectGivenBack(running.sent());
});

test.concurrent('keys that nobody can have meant are dropped with a message', async () => {
	const running = runProgram(['--simulate', 'shop'], {columns: 100, rows: 30});
	await running.until(screen => screen.includes('TASK'));
	running.press(':x'.repeat(50_000));
	const screen = await running.until(text => text.includes('More came at once than anybody types'));
	expect(screen).toContain('100000 characters were dropped');
	// None of them opened the command line.
	expect(screen).toContain(': command');
	running.press('q');
	expect(await running.ended).toMatchObject({exitCode: 0});
});

test.concurrent.each([
	['SIGTERM', 143],
	['SIGHUP', 129],
])('%s while keys come in', async (signal, exitCode) => {
	const running = runProgram(['--simulate', 'shop'], {columns: 100, rows: 30});
	await running.until(screen => screen.includes('TASK'));
	running.press(keys.down.repeat(50), keys.enter);
	running.signal(signal);
	running.press(keys.up.repeat(50));
	expect(await running.ended).toMatchObject({exitCode});
	expectGivenBack(running.sent());
});

test.concurrent('a job that is stopped and continued all the time', async () => {
	const running = runProgram(['--simulate', 'shop'], {columns: 100, rows: 30});
	await running.until(screen => screen.includes('TASK'));
	for (let round = 0; round < 30 * rounds; round++) {
		running.signal(round % 2 === 0 ? 'SIGTSTP' : 'SIGCONT');
		running.signal(round % 3 === 0 ? 'SIGWINCH' : 'SIGCONT');
		await pause(round % 5);
	}

	await pause(100);
	running.signal('SIGCONT');
	running.resize(90, 28);
	// The size came after the last signal: a screen of before may be one that was about to be given back.
	await running.until(
		screen => screen.includes('TASK') && screen.split('\n', 28)[27]?.includes(': command') === true,
	);
	running.press(keys.ctrlC);
	expect(await running.ended).toMatchObject({exitCode: 0});
	expectGivenBack(running.sent());
});

test.concurrent(
	'keys that come in while a job is continued are never echoed, nor is Ctrl-C a signal then',
	async () => {
		const running = runProgram(['--simulate', 'shop'], {columns: 100, rows: 30});
		await running.until(screen => screen.includes('TASK') && screen.includes(': command'));
		for (let round = 0; round < 60 * rounds; round++) {
			running.signal('SIGCONT');
			for (let press = 0; press < 800; press++) {
				running.press(unboundKey);
			}

			await pause(20);
		}

		// The terminal would echo it in this form.
		expect(running.sent().includes(unboundKey.replace('\u{1B}', '^['))).toBe(false);
		running.press(keys.ctrlC);
		expect(await running.ended).toMatchObject({exitCode: 0});
		expectGivenBack(running.sent());
	},
);

test.concurrent('a terminal that is closed in the middle of a frame', async () => {
	const running = runProgram(['--simulate', 'shop', '--speed', '30'], {columns: 200, rows: 60});
	await running.until(screen => screen.includes('TASK'));
	running.press(keys.down.repeat(200));
	running.hangUp();
	await running.ended;
	expect(running.sent()).not.toMatch(/TypeError|RangeError|has crashed/v);
});

test.concurrent('a terminal that stops reading for a while shows the current state afterwards', async () => {
	const running = runProgram(['--simulate', 'shop', '--speed', '30'], {columns: 200, rows: 60});
	await running.until(screen => screen.includes('TASK'));
	for (let round = 0; round < 3 * rounds; round++) {
		running.stopReading();
		running.press(keys.down.repeat(300), '2', '1');
		await pause(300);
		running.readAgain();
	}

	running.press('2');
	await running.until(screen => screen.includes('WORKER') && screen.includes(': command'));
	running.stopReading();
	running.press('\u{3}');
	await pause(100);
	running.readAgain();
	expect(await running.ended).toMatchObject({exitCode: 0});
	expectGivenBack(running.sent());
});

test.concurrent('a terminal without capabilities gets lines', async () => {
	const running = runProgram(['--simulate', 'shop'], {env: {TERM: 'dumb'}});
	await running.until(screen => screen.includes('orders'));
	running.signal('SIGTERM');
	expect(await running.ended).toMatchObject({exitCode: 143});
	expect(running.sent()).not.toContain('\u{1B}');
});
