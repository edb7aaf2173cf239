/**
 * Makes the pictures in this folder from the real program: `npm run screenshots`.
 */
import {writeFile} from 'node:fs/promises';
import path from 'node:path';
import {keys, runProgram} from '../test/e2e/terminal.ts';
import {drawScreen} from './draw.ts';

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
	{name: 'locks', columns: 120, rows: 40, parameters: simulated, presses: ['4']},
	{name: 'findings', columns: 120, rows: 40, parameters: simulated, presses: ['6']},
	{name: 'error', columns: 120, rows: 40, parameters: simulated, presses: ['?']},
	{name: 'cure', columns: 120, rows: 40, parameters: simulated, presses: ['o']},
	{name: 'help', columns: 120, rows: 40, parameters: simulated, presses: ['?', '?']},
];

const settle = async (ms: number) =>
	new Promise(resolve => {
		setTimeout(resolve, ms);
	});

for (const {name, columns, rows, parameters, presses} of pictures) {
	const running = runProgram(parameters, {columns, rows});
	await running.until(screen => screen.includes(' tasks '));
	// Long enough for the trends to have a past.
	await settle(12_000);
	for (const key of presses) {
		running.press(key);
		await settle(700);
	}

	await writeFile(path.join(import.meta.dirname, `${name}.svg`), drawScreen(running.emulator));
	running.press(keys.ctrlC);
	await running.ended;
}
