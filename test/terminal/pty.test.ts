import {closeSync, openSync, readFileSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {expect, it} from 'vitest';
import {makeFolder} from '../folder.js';
import {openPty} from './pty.js';
import {isRunning, until} from './real-terminal.js';

it('everything that a program has sent is read, however late', async () => {
	const pty = openPty('sh', ['-c', 'seq 200'], {});
	let received = '';
	pty.onData(text => {
		received += text;
	});
	const exited = new Promise(resolve => {
		pty.onExit(resolve);
	});
	pty.pause();
	await until('the program has ended', () => !isRunning(pty.pid));
	// Node-pty alone would have given up by now.
	await pause(300);
	pty.resume();
	await exited;
	expect(received).toBe(Array.from({length: 200}, (_, index) => `${index + 1}\r\n`).join(''));
});

it('what is typed into a terminal that is closed does not get into a file that is opened then', async () => {
	const pty = openPty('sleep', ['60'], {});
	pty.write('a'.repeat(100_000));
	pty.destroy();
	const file = makeFolder().file('opened');
	// Some of them get numbers that are free, and one that of the terminal.
	const opened = Array.from({length: 20}, () => openSync(file, 'w'));
	try {
		pty.write('b');
		await pause(100);
		expect(readFileSync(file, 'utf8')).toBe('');
	} finally {
		for (const one of opened) {
			closeSync(one);
		}
	}
});
