import {describe, expect, it} from 'vitest';
import {Line, lines, turn, withRow} from './written-line.js';

describe('the cost of a frame', () => {
	it('is one write', () => {
		const line = new Line();
		line.start();
		expect(line.emulator.writes).toHaveLength(1);
		line.ink.frame(withRow(2, 'customers Paused'));
		expect(line.emulator.writes).toHaveLength(2);
	});

	it('is only the cells that changed, with the blanks at the end erased', () => {
		const line = new Line();
		line.start();
		line.ink.frame(withRow(2, 'customers Run'));
		expect(line.last).toBe('\u{1B}[3;14H\u{1B}[K');
		line.ink.frame(withRow(2, 'customers Ran'));
		expect(line.last).toBe('\u{1B}[3;12Ha');
	});

	it('is a move of the rows when they moved', () => {
		const line = new Line();
		line.start();
		line.ink.frame([lines[0]!, ...lines.slice(2), 'invoices Running']);
		expect(line.last).toBe('\u{1B}[2;6r\u{1B}[S\u{1B}[r\u{1B}[6Hinvoices Running');
		line.ink.frame(lines);
		expect(line.last).toBe('\u{1B}[2;6r\u{1B}[T\u{1B}[r\u{1B}[2Horders Running');
	});

	it('is one cell removed and one added when a graph moved to the left', () => {
		const before = withRow(2, 'customers ▁▂▃▄▅▆▇█▇▆▅▄ 310 rows/s');
		const after = withRow(2, 'customers ▂▃▄▅▆▇█▇▆▅▄▃ 310 rows/s');
		const line = new Line();
		line.start();
		line.ink.frame(before);
		line.ink.frame(after);
		expect(line.last).toBe('\u{1B}[3;11H\u{1B}[P\u{1B}[22G\u{1B}[@▃');
		const old = new Line('vt100');
		old.start();
		old.ink.frame(before);
		old.ink.frame(after);
		expect(old.last).toContain('▂▃▄▅▆▇█▇▆▅▄▃');
	});

	it('is marked as one frame only when it is long, and never if the terminal does not support it', () => {
		const long = lines.map((_, y) => `${y}a`.repeat(20)).map(each => `\u{1B}[1m${each}\u{1B}[22m`);
		const line = new Line();
		line.start();
		expect(line.last).not.toContain('\u{1B}[?2026h');
		line.ink.frame(long);
		expect(line.last).toMatch(/^.\[\?2026h.*\[\?2026l$/sv);
		const old = new Line('vt100');
		old.start();
		old.ink.frame(long);
		old.writer.close();
		expect(old.sent).not.toContain('2026');
	});
});

describe('a stalled connection', () => {
	it('gets the newest frame when it recovers, and none of those between', async () => {
		const line = new Line();
		line.start();
		const {length} = line.emulator.writes;
		line.emulator.isStalled = true;
		for (let lag = 1; lag < 10; lag++) {
			line.ink.frame(withRow(1, `orders Running ${lag}`));
		}

		line.emulator.flow();
		await turn();
		expect(line.emulator.writes.length - length).toBe(2);
		expect(line.writer.traffic.framesDropped).toBe(7);
		const text = await line.emulator.text();
		expect(text[1]).toBe('orders Running 9');
	});

	it('keeps modes and titles in order, whatever frames are dropped', () => {
		const line = new Line();
		line.start();
		line.emulator.isStalled = true;
		line.ink.frame(withRow(1, 'one'));
		line.writer.write('\u{1B}[?2004h');
		line.ink.frame(withRow(1, 'two'));
		line.writer.write('\u{1B}]2;dm-top\u{7}');
		line.ink.frame(withRow(1, 'three'));
		line.emulator.flow();
		expect(line.sent.indexOf('\u{1B}[?2004h')).toBeGreaterThan(0);
		expect(line.sent.indexOf('\u{1B}]2;dm-top\u{7}')).toBeGreaterThan(line.sent.indexOf('\u{1B}[?2004h'));
	});

	it('calls back the writer of a text only when the terminal has accepted it', async () => {
		const line = new Line();
		line.start();
		line.emulator.isStalled = true;
		line.ink.frame(withRow(1, 'late'));
		let isSent = false;
		line.writer.write('', () => {
			isSent = true;
		});
		await turn();
		expect(isSent).toBe(false);
		line.emulator.flow();
		await turn();
		expect(isSent).toBe(true);
	});

	it('that is lost is reported once, and everything written after that is discarded', async () => {
		const line = new Line();
		line.start();
		line.emulator.failure = 'EIO';
		line.ink.frame(withRow(1, 'lost'));
		line.ink.frame(withRow(1, 'lost, too'));
		expect(line.errors).toEqual(['EIO']);
		expect(line.writer.destroyed).toBe(true);
		await new Promise<void>(resolve => {
			line.writer.write('more', () => {
				resolve();
			});
		});
		expect(line.writer.close()).toBe(true);
	});
});

describe('text outside the alternate screen', () => {
	it('is passed on unchanged, before and after', async () => {
		const line = new Line();
		line.writer.write('before\r\n');
		line.start();
		line.ink.stop();
		line.writer.write('after\r\n');
		await turn();
		expect(line.sent.startsWith('before\r\n\u{1B}[?1049h')).toBe(true);
		expect(line.sent.endsWith('after\r\n')).toBe(true);
		const text = await line.emulator.text();
		expect(text.slice(0, 2)).toEqual(['before', 'after']);
	});
});

describe('the size of the screen', () => {
	it('is 80x24 if the terminal does not report one', async () => {
		const line = new Line('xterm-256color', 0, 0);
		expect([line.writer.columns, line.writer.rows]).toEqual([80, 24]);
		line.start();
		line.size.change(0, 0);
		line.ink.frame(lines, {isWhole: true});
		const text = await line.emulator.text();
		expect(text[0]).toBe('TASK');
	});

	it.for([
		[1, 1],
		[20, 5],
		[500, 150],
	] as const)('may be %ix%i', async ([columns, rows]) => {
		const line = new Line('xterm-256color', columns, rows);
		line.emulator.terminal.resize(columns, rows);
		line.ink.start();
		line.ink.frame(Array.from({length: rows}, (_, y) => `${y % 10}`.repeat(columns)));
		const text = await line.emulator.text();
		expect(text[rows - 1]).toBe(`${(rows - 1) % 10}`.repeat(columns));
	});
});
