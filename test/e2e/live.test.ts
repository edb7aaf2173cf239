/**
 * The built program in a real pseudo-terminal: what a person sees and presses.
 */
import {readFile, rename, rm, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {isDeepStrictEqual} from 'node:util';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {recorded} from '../screens/screen.js';
import {makeFolder} from '../folder.js';
import {type Options, type RunningProgram, keys, program as builtProgram, runProgram} from './terminal.js';

let folder = '';
const running: RunningProgram[] = [];

beforeEach(() => {
	folder = makeFolder().path;
});

afterEach(() => {
	for (const program of running.splice(0)) {
		program.close();
	}
});

const start = (parameters: readonly string[], options?: Options): RunningProgram => {
	const program = runProgram(parameters, options);
	running.push(program);
	return program;
};

const has = (text: string) => (screen: string) => screen.includes(text);

describe('npm start', () => {
	it('leaves the terminal as it was', async () => {
		const {until, press, ended, emulator} = start(['--simulate'], {
			shell: 'echo before; node dist/cli.js --simulate; echo after; stty -a | grep -o "[-]*icanon"',
		});
		// A Ctrl-C that comes before the keyboard is the program's is a SIGINT for the shell as well.
		await until(screen => screen.includes('tasks') && emulator.modes.bracketedPasteMode);
		press(keys.ctrlC);
		await ended;
		expect(emulator.buffer.active.type).toBe('normal');
		const screen = await until(has('icanon'));
		expect(screen.split('\n').slice(0, 3)).toEqual(['before', 'after', 'icanon']);
	});
});

describe('navigating with the keyboard', () => {
	it('opens with Enter, goes back with Esc, and never quits with Esc', async () => {
		const {until, press, resize} = start([
			'--file',
			'test/fixtures/dm-v7.5/ddl-lock-and-sync-errors/v1alpha1-status.json',
		]);
		await until(has('broken'));
		press(keys.enter);
		await until(has('Tasks › broken'));
		press(keys.enter);
		await until(has('broken › mysql-replica-01'));
		press(keys.esc);
		await until(has('Tasks › broken'));
		press(keys.esc);
		await until(has('5 Events'));
		press(keys.esc);
		// Esc and a character at once are Alt and the character: it has read Esc when it has drawn for another size, and
		// waits a moment for what may follow.
		resize(100, 24);
		await until(screen => screen.split('\n', 1)[0]!.length > 80);
		await new Promise(resolve => {
			setTimeout(resolve, 100);
		});
		press('?');
		await until(has('usual cause'));
	});
});

describe('a watched file', () => {
	it('is shown again when it is rewritten, replaced, or removed and created again', async () => {
		const file = path.join(folder, 'status.json');
		await writeFile(file, recorded('loading/v1alpha1-status.json'));
		const {until} = start(['--file', file]);
		await until(has('bigload'));
		await writeFile(file, recorded('syncing/v1alpha1-status.json'));
		await until(has('orders'));
		await writeFile(`${file}.new`, recorded('load-errors/v1alpha1-status.json'));
		await rename(`${file}.new`, file);
		await until(has('archive'));
		await rm(file);
		const gone = await until(has('removed'));
		expect(gone).toContain('archive');
		await writeFile(file, recorded('ddl-lock-and-sync-errors/v1alpha1-status.json'));
		const back = await until(screen => !screen.includes('removed') && screen.includes('shard'));
		expect(back).toContain('broken');
	});

	it('keeps the previous content on screen when it is truncated, and says where', async () => {
		const file = path.join(folder, 'status.json');
		const whole = recorded('syncing/v1alpha1-status.json');
		await writeFile(file, whole);
		const {until} = start(['--file', file], {columns: 120, rows: 40});
		await until(has('orders'));
		await writeFile(file, whole.slice(0, 2000));
		// The line about the file moves the rows down: the frame may still be on its way.
		const screen = await until(shown => shown.includes('line 74') && shown.includes('orders'));
		expect(screen).toContain('4 tasks');
	});
});

describe('standard input', () => {
	it('delivers documents while keys come from the terminal', async () => {
		const first = 'test/fixtures/dm-v7.5/loading/v1alpha1-status.json';
		const second = 'test/fixtures/dm-v7.5/syncing/v1alpha1-status.json';
		const {until, press, ended} = start([], {
			shell: `(cat ${first}; sleep 1; cat ${second}; sleep 3) | node dist/cli.js --file -; echo code $?`,
		});
		await until(has('bigload'));
		await until(has('orders'));
		press(keys.enter);
		await until(has('Tasks ›'));
		press('q');
		await until(has('1 Tasks'));
		press('q');
		await until(has('code 0'));
		press(keys.ctrlC);
		await ended;
	});
});

describe('the terminal', () => {
	it('gets only ASCII when its locale is not UTF-8', async () => {
		const {until} = start(['--simulate', '--name', 'x'], {env: {LANG: 'C', LC_ALL: 'C'}});
		const screen = await until(has('tasks'));
		expect(screen).not.toContain('●');
		expect(screen).toContain('* every');
	});
});

describe('a provider', () => {
	it('learns which sources are on screen, and refreshes with r', async () => {
		const log = path.join(folder, 'asked.jsonl');
		const file = path.join(folder, 'provider.mjs');
		const index = pathToFileURL(path.join(path.dirname(builtProgram), 'index.js')).href;
		const answer = recorded('ddl-lock-and-sync-errors/v1alpha1-status.json');
		await writeFile(
			file,
			String.raw`import {appendFileSync} from 'node:fs';
			import {once} from 'node:events';
			import {parseStatus} from ${JSON.stringify(index)};
			const note = asked => appendFileSync(${JSON.stringify(log)}, JSON.stringify(asked) + '\n');
			export default {
				name: 'own',
				title: 'own',
				async *observe({signal}) {
					yield {kind: 'status', at: Date.now(), status: parseStatus(${JSON.stringify(answer)})};
					await once(signal, 'abort');
				},
				focus: sources => note(sources),
				refresh: () => note('refresh'),
			};`,
		);
		const {until, press} = start(['--provider', file]);
		await until(has('broken'));
		press('2', keys.enter);
		const source = /Sources › (?<name>\S+)/v.exec(await until(has('Sources › ')))!.groups!['name']!;
		const asked = async (): Promise<unknown[]> => {
			const text = await readFile(log, 'utf8').catch(() => '');
			return text
				.trim()
				.split('\n')
				.filter(line => line !== '')
				.map(line => JSON.parse(line) as unknown);
		};

		const untilAsked = async (what: unknown): Promise<void> => {
			for (let last: unknown; !isDeepStrictEqual(last, what);) {
				await new Promise(resolve => {
					setTimeout(resolve, 20);
				});
				const all = await asked();
				last = all.at(-1);
			}
		};

		await untilAsked([source]);
		expect(await asked()).not.toContain('refresh');
		press('r');
		await untilAsked('refresh');
	});
});
