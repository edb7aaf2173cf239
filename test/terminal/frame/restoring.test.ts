import {describe, expect, it} from 'vitest';
import {Line, rowCount, turn, withRow} from './written-line.js';

describe('restoring the terminal', () => {
	it('switches off what was switched on, and restores the screen and the cursor', async () => {
		const line = new Line();
		line.emulator.terminal.write('$ dm-top\r\n');
		line.start();
		line.writer.write('\u{1B}[?2004h\u{1B}[?1000;1006h\u{1B}[>1u\u{1B}[?1000l');
		await turn();
		line.writer.close();
		expect(line.last).toBe(
			'\u{1B}[?2004l\u{1B}[?1006l\u{1B}[<1u\u{1B}[?2026l\u{1B}[?7h\u{1B}[r\u{1B}[m\u{1B}[?1049l\u{1B}[?25h',
		);
		const text = await line.emulator.text();
		expect(text[0]).toBe('$ dm-top');
	});

	it('finishes a frame in progress first', async () => {
		const line = new Line();
		line.start();
		line.emulator.isStalled = true;
		line.ink.frame(withRow(1, 'half'));
		line.writer.close();
		expect(line.last.endsWith('\u{1B}[?1049l\u{1B}[?25h')).toBe(true);
		expect(line.sent).toContain('half');
	});

	it('sends nothing while suspended, and then everything in its current state', async () => {
		const line = new Line();
		line.start();
		line.writer.write('\u{1B}[?2004h');
		await turn();
		line.writer.suspend();
		expect(line.last.endsWith('\u{1B}[?1049l\u{1B}[?25h')).toBe(true);
		const {length} = line.emulator.writes;
		line.ink.frame(withRow(1, 'while away'));
		await turn();
		expect(line.emulator.writes).toHaveLength(length);
		line.writer.resume();
		await turn();
		expect(line.last.startsWith('\u{1B}[?2004h\u{1B}[?1049h')).toBe(true);
		const text = await line.emulator.text();
		expect(text.slice(0, 2)).toEqual(['TASK', 'while away']);
	});

	it('leaves the alternate screen if the program continues and ends before its next frame', async () => {
		const stopped = new Line();
		stopped.start();
		stopped.writer.resume();
		stopped.writer.close();
		expect(stopped.last.endsWith('\u{1B}[?1049l\u{1B}[?25h')).toBe(true);
		const suspended = new Line();
		suspended.emulator.terminal.write('$ dm-top\r\n');
		suspended.start();
		suspended.writer.suspend();
		suspended.writer.resume();
		suspended.writer.close();
		const text = await suspended.emulator.text();
		expect(text[0]).toBe('$ dm-top');
	});

	it('clears the screen of a terminal that has only one', async () => {
		const line = new Line('linux');
		line.start();
		line.writer.close();
		expect(line.sent).not.toContain('1049');
		expect(await line.emulator.text()).toEqual(Array.from({length: rowCount}, () => ''));
	});
});
