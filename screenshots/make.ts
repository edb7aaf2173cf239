/**
 * Makes the pictures in this folder from the real program: `npm run screenshots`, or `npm run screenshots -- tasks` for
 * those of one name.
 */
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {keys, runProgram} from '../test/e2e/terminal.ts';
import {type Paper, type Still, dark, drawMoving, drawRows, drawScreen, light} from './draw.ts';

type Picture = {
	readonly name: string;
	readonly columns: number;
	readonly rows: number;
	readonly parameters: readonly string[];
	/** Keys to press, one after the other, once the first frame stands. */
	readonly presses: readonly string[];
};

const simulated = ['--simulate', 'shop', '--seed', '7', '--speed', '10', '--name', 'prod-dm'];

const pictures: readonly Picture[] = [
	{name: 'tasks-80x24', columns: 80, rows: 24, parameters: simulated, presses: []},
	{name: 'tasks', columns: 120, rows: 40, parameters: simulated, presses: []},
	{name: 'tasks-200x50', columns: 200, rows: 50, parameters: simulated, presses: []},
	{name: 'task', columns: 120, rows: 40, parameters: simulated, presses: [keys.enter]},
	{name: 'subtask', columns: 120, rows: 40, parameters: simulated, presses: [keys.enter, keys.enter]},
	{name: 'pause', columns: 120, rows: 40, parameters: simulated, presses: [keys.down, 'P']},
	{name: 'workers', columns: 120, rows: 40, parameters: simulated, presses: ['3']},
	{name: 'locks', columns: 120, rows: 40, parameters: simulated, presses: ['4']},
	{name: 'findings', columns: 120, rows: 40, parameters: simulated, presses: ['6']},
	{name: 'error', columns: 120, rows: 40, parameters: simulated, presses: ['?']},
	{name: 'cure', columns: 120, rows: 40, parameters: simulated, presses: ['o']},
	{name: 'help', columns: 120, rows: 40, parameters: simulated, presses: ['?', '?']},
];

const papers: ReadonlyArray<readonly [theme: string, suffix: string, paper: Paper]> = [
	['dark', '', dark],
	['light', '-light', light],
];

const settle = async (ms: number) =>
	new Promise(resolve => {
		setTimeout(resolve, ms);
	});

const save = async (name: string, picture: string) =>
	writeFile(path.join(import.meta.dirname, `${name}.svg`), picture);

const asked = new Set(process.argv.slice(2));

const isAsked = (name: string): boolean => asked.size === 0 || asked.has(name);

const start = async ({columns, rows, parameters}: Omit<Picture, 'name' | 'presses'>, theme: string) => {
	const running = runProgram([...parameters, '--theme', theme], {columns, rows});
	await running.until(screen => screen.includes(' tasks '));
	return running;
};

const wanted = pictures.filter(({name}) => isAsked(name));
for (const {name, presses, ...how} of wanted) {
	for (const [theme, suffix, paper] of papers) {
		const running = await start(how, theme);
		// Long enough for the trends to have a past.
		await settle(12_000);
		for (const key of presses) {
			running.press(key);
			await settle(700);
		}

		await save(name + suffix, drawScreen(running.emulator, paper));
		running.press(keys.ctrlC);
		await running.ended;
	}
}

/** A DDL that TiDB does not take is skipped: from the table to the task that runs again. */
const steps: ReadonlyArray<readonly [key: string, wait: number, seconds: number]> = [
	['', 8000, 3],
	['o', 700, 1.5],
	[keys.down, 700, 1],
	[keys.enter, 700, 2.5],
	[keys.right, 700, 1],
	[keys.enter, 900, 1.5],
	['', 2500, 2],
	['', 6000, 3.5],
];

if (isAsked('repair')) {
	for (const [theme, suffix, paper] of papers) {
		const parameters = ['--simulate', 'bad-ddl', '--seed', '7', '--name', 'prod-dm'];
		const running = await start({columns: 100, rows: 28, parameters}, theme);
		const stills: Still[] = [];
		for (const [key, wait, seconds] of steps) {
			running.press(...(key === '' ? [] : [key]));
			await settle(wait);
			stills.push({rows: drawRows(running.emulator, paper), seconds});
		}

		await save(`repair${suffix}`, drawMoving(running.emulator, stills, paper));
		running.press(keys.ctrlC);
		await running.ended;
	}
}
