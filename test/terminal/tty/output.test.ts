import {Buffer} from 'node:buffer';
import {spawn as spawnProcess} from 'node:child_process';
import {once} from 'node:events';
import {closeSync, constants, openSync} from 'node:fs';
import process from 'node:process';
import {setImmediate as turn} from 'node:timers/promises';
import {queryObjects} from 'node:v8';
import {spawn, type IPty} from 'node-pty';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {openTtyOutput, type TtyOutput} from '../../../source/terminal/tty/output.js';

let pty: IPty & {readonly ptsName: string};
let fd: number;
let output: TtyOutput;

beforeEach(() => {
	// A process that holds the terminal open; what is written to it comes from this process.
	pty = spawn('sleep', ['60'], {}) as typeof pty;
	pty.pause();
	fd = openSync(pty.ptsName, constants.O_RDWR + constants.O_NOCTTY);
	output = openTtyOutput(fd);
});

afterEach(() => {
	vi.useRealTimers();
	output.close();
	closeSync(fd);
	pty.kill('SIGKILL');
});

/** A process with its own terminal, which it reads on request, whatever this process is doing. */
const reader = `
	const pty = require('node-pty').spawn('sleep', ['60'], {});
	let text = '';
	pty.pause();
	pty.onData(more => {
		text += more;
		if (text.endsWith('the end')) process.send(text, () => process.exit());
	});
	process.on('message', () => pty.resume());
	process.send(pty.ptsName);
`;

describe('a terminal that does not accept output for a long time', () => {
	it('uses no memory for each attempt', () => {
		vi.useFakeTimers();
		let isSent = false;
		output.send(Buffer.alloc(1_000_000, ' '), () => {
			isSent = true;
		});
		vi.advanceTimersByTime(1000);
		const before = queryObjects(Error, {format: 'count'});
		vi.advanceTimersByTime(60_000);
		expect(isSent).toBe(false);
		// It was tried some thousand times, each with an error that says that the terminal is full.
		expect(queryObjects(Error, {format: 'count'}) - before).toBeLessThan(100);
	});

	it('gets the rest when it accepts output again', async () => {
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
		const seen = {received: 0, isSent: false};
		pty.onData(text => {
			seen.received += text.length;
		});
		output.send(Buffer.alloc(100_000, ' '), () => {
			seen.isSent = true;
		});
		vi.advanceTimersByTime(1000);
		expect(seen.isSent).toBe(false);
		pty.resume();
		while (!seen.isSent || seen.received < 100_000) {
			vi.advanceTimersByTime(10);
			await turn();
		}

		expect(seen.received).toBe(100_000);
	});

	it('gets what was left before the final output', async () => {
		const child = spawnProcess(process.execPath, ['-e', reader], {
			stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
		});
		const [terminal] = (await once(child, 'message')) as [string];
		const slave = openSync(terminal, constants.O_RDWR + constants.O_NOCTTY);
		const own = openTtyOutput(slave);
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
		const size = 200_000;
		let isSent = false;
		own.send(Buffer.alloc(size, 'a'), () => {
			isSent = true;
		});
		expect(isSent).toBe(false);
		const received = once(child, 'message');
		child.send('read');
		expect(own.sendNow(Buffer.from('the end'), 50_000)).toBe(true);
		expect(await received).toEqual([`${'a'.repeat(size)}the end`, undefined]);
		vi.advanceTimersByTime(1000);
		expect(isSent).toBe(false);
		own.close();
		closeSync(slave);
	});
});

describe('a write that hangs in a thread', () => {
	it('is followed by what is sent meanwhile, each byte once and in order', async () => {
		const threaded = openTtyOutput(fd, {isThreaded: true});
		const seen = {text: '', first: 0, second: 0, settled: 0};
		pty.onData(text => {
			seen.text += text;
		});
		threaded.send(Buffer.alloc(70_000, 'a'), () => {
			seen.first++;
		});
		expect(threaded.isStuck).toBe(true);
		expect(threaded.sendNow(Buffer.from('farewell'), 0)).toBe(false);
		threaded.send(Buffer.alloc(30_000, 'b'), () => {
			seen.second++;
		});
		threaded.whenSettled(() => {
			seen.settled++;
		});
		expect(seen.settled).toBe(0);
		pty.resume();
		await vi.waitUntil(() => seen.text.length >= 100_008 && seen.settled > 0, {timeout: 30_000});
		expect(seen.text === `${'a'.repeat(70_000)}farewell${'b'.repeat(30_000)}`).toBe(true);
		expect(seen).toMatchObject({first: 0, second: 1, settled: 1});
		expect(threaded.accepted).toBe(100_008);
		expect(threaded.isStuck).toBe(false);
		threaded.whenSettled(() => {
			seen.settled++;
		});
		expect(seen.settled).toBe(2);
	});
});
