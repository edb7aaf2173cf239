import {Buffer} from 'node:buffer';
import {closeSync, constants, openSync, writeSync} from 'node:fs';
import {setImmediate as turn} from 'node:timers/promises';
import {queryObjects} from 'node:v8';
import {spawn, type IPty} from 'node-pty';
import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {openTtyOutput, type TtyOutput} from '../../source/terminal/tty/output.js';

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

/** How many bytes the terminal takes while nobody reads; it has them then. */
const capacity = (): number => {
	const impatient = openSync(pty.ptsName, constants.O_WRONLY + constants.O_NOCTTY + constants.O_NONBLOCK);
	let taken = 0;
	try {
		for (;;) {
			taken += writeSync(impatient, Buffer.alloc(1000, '.'));
		}
	} catch {
		return taken;
	} finally {
		closeSync(impatient);
	}
};

const until = async (isSo: () => boolean): Promise<void> => {
	while (!isSo()) {
		await turn();
	}
};

describe('a terminal that takes nothing for a long time', () => {
	it('costs no memory for each time that it was tried', () => {
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

	it('gets the rest when it takes something again', async () => {
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

	it('gets what was left over before what is sent at last', async () => {
		vi.useFakeTimers({toFake: ['setTimeout', 'clearTimeout']});
		const seen = {text: '', isSent: false};
		pty.onData(text => {
			seen.text += text;
		});
		const takes = capacity();
		pty.resume();
		await until(() => seen.text.length === takes);
		seen.text = '';
		pty.pause();
		// A quarter more than it takes at once: nobody tries again as long as no time passes.
		const size = Math.round(takes * 1.25);
		output.send(Buffer.alloc(size, 'a'), () => {
			seen.isSent = true;
		});
		pty.resume();
		await until(() => seen.text.length > takes / 2);
		expect(seen.text.length).toBeLessThan(size);
		expect(output.sendNow(Buffer.from('the end'), 1000)).toBe(true);
		while (!seen.text.endsWith('the end')) {
			await turn();
		}

		expect(seen.text).toBe(`${'a'.repeat(size)}the end`);
		vi.advanceTimersByTime(1000);
		expect(seen.isSent).toBe(false);
	});
});
