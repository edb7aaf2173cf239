import {Buffer} from 'node:buffer';
import {closeSync, constants, openSync} from 'node:fs';
import {setTimeout as pause} from 'node:timers/promises';
import {queryObjects} from 'node:v8';
import {spawn, type IPty} from 'node-pty';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {openTtyOutput, type TtyOutput} from '../../source/terminal/tty/output.js';

let pty: IPty & {readonly ptsName: string};
let fd: number;
let output: TtyOutput;

beforeEach(() => {
	// Whoever holds the terminal open; what is written to it comes from this process.
	pty = spawn('sleep', ['60'], {}) as typeof pty;
	pty.pause();
	fd = openSync(pty.ptsName, constants.O_RDWR + constants.O_NOCTTY);
	output = openTtyOutput(fd);
});

afterEach(() => {
	output.close();
	closeSync(fd);
	pty.kill('SIGKILL');
});

describe('a terminal that takes nothing for a long time', () => {
	it('costs no memory for each time that it was tried', async () => {
		let isSent = false;
		output.send(Buffer.alloc(1_000_000, ' '), () => {
			isSent = true;
		});
		await pause(300);
		const before = queryObjects(Error, {format: 'count'});
		await pause(1000);
		expect(isSent).toBe(false);
		expect(queryObjects(Error, {format: 'count'}) - before).toBeLessThan(20);
	});

	it('gets the rest when it takes something again', async () => {
		let received = 0;
		pty.onData(text => {
			received += text.length;
		});
		const sent = new Promise<void>((resolve, reject) => {
			output.send(Buffer.alloc(100_000, ' '), error => {
				if (error) {
					reject(error);
				} else {
					resolve();
				}
			});
		});
		await pause(300);
		expect(received).toBeLessThan(50_000);
		pty.resume();
		await sent;
		await expect.poll(() => received).toBe(100_000);
	});
});
