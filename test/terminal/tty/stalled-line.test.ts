import {existsSync} from 'node:fs';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {afterEach, beforeAll, describe, expect, it} from 'vitest';
import {buildFixture, isRunning, node, RealTerminal, until, type Fixture} from '../real-terminal.js';

let fixture: Fixture;
let terminal: RealTerminal | undefined;

beforeAll(async () => {
	fixture = await buildFixture();
});

afterEach(() => {
	terminal?.kill();
	terminal = undefined;
});

describe.for([
	['without blocking', '0'],
	['through threads', '1'],
] as const)('a stalled connection, written %s', ([, threaded]) => {
	const more = (): Record<string, string> => ({
		...fixture.environment,
		FIXTURE_THREADED: threaded,
	});

	it('does not block the program, and gets the newest frame when it recovers', async () => {
		const notes = path.join(fixture.folder, `notes-${threaded}.json`);
		terminal = new RealTerminal([node, fixture.program], {...more(), FIXTURE_NOTES: notes});
		await terminal.shows('typed:');
		const ticks = async (): Promise<number> =>
			existsSync(notes) ? (JSON.parse(await readFile(notes, 'utf8')) as {ticks: number}).ticks : 0;

		const someTicks = async (count: number): Promise<void> => {
			const before = await ticks();
			await until('the program works on', async () => (await ticks()) > before + count);
		};

		terminal.type('f');
		await terminal.shows(/frame [1-9]/v);
		terminal.stall();
		const {length} = terminal.received;
		await someTicks(20);
		terminal.type('f');
		await someTicks(2);
		terminal.type('newest');
		await someTicks(2);
		terminal.flow();
		await terminal.shows('typed: newest');
		// More than a hundred frames of more than 700 bytes were drawn meanwhile.
		expect(terminal.received.length - length).toBeLessThan(50_000);
	});

	it('does not keep the process alive when its terminal is closed', async () => {
		const gone = new RealTerminal([node, fixture.program], more());
		await gone.shows('typed:');
		gone.type('f');
		await gone.shows(/frame [1-9]/v);
		gone.stall();
		gone.hangUp();
		await until('the program has ended', () => !isRunning(gone.pid));
	});

	/** A program that draws all the time, on a terminal that accepts nothing any more. */
	const startStalled = async (name: string): Promise<RealTerminal> => {
		const notes = path.join(fixture.folder, `notes-${name}-${threaded}.json`);
		const stalled = new RealTerminal([node, fixture.program], {...more(), FIXTURE_NOTES: notes});
		await stalled.shows('typed:');
		stalled.type('f');
		await stalled.shows(/frame [1-9]/v);
		stalled.stall();
		let before = {ticks: 0, accepted: -1};
		await until('the terminal accepts nothing', async () => {
			const now = existsSync(notes)
				? (JSON.parse(await readFile(notes, 'utf8')) as typeof before)
				: {ticks: 0, accepted: 0};
			if (now.ticks < before.ticks + 5) {
				return false;
			}

			const isStalled = now.accepted === before.accepted;
			before = now;
			return isStalled;
		});
		return stalled;
	};

	it('does not keep the process from ending when the user quits', async () => {
		terminal = await startStalled('quit');
		const {pid} = terminal;
		terminal.type('q');
		await until('the program has ended', () => !isRunning(pid));
	});

	it('does not keep the process from ending at a signal', async () => {
		terminal = await startStalled('signal');
		const {pid} = terminal;
		process.kill(pid, 'SIGTERM');
		await until('the program has ended', () => !isRunning(pid));
	});
});
