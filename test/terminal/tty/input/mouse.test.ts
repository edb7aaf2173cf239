import {PassThrough} from 'node:stream';
import {describe, expect, it} from 'vitest';
import {
	type MouseEvent,
	createMouseReader,
	mouseOn,
	withoutMouse,
} from '../../../../source/terminal/tty/input/mouse.js';

const read = (...chunks: readonly string[]) => {
	const events: MouseEvent[] = [];
	const reader = createMouseReader(event => {
		events.push(event);
	});
	const keys = chunks.map(chunk => reader.read(chunk)).join('');
	return {keys, events, pending: reader.pending()};
};

describe('the mouse', () => {
	it('is requested in the format that has no limit at column 223', () => {
		expect(mouseOn).toBe('\u{1B}[?1000;1006h');
	});

	it('is distinguished from keys', () => {
		expect(read('a\u{1B}[<0;12;7Mb\u{1B}[<0;12;7mc\u{1B}[A')).toEqual({
			keys: 'abc\u{1B}[A',
			events: [{kind: 'press', column: 11, row: 6}],
			pending: '',
		});
		expect(read('\u{1B}[<64;1;1M\u{1B}[<65;300;200M').events).toEqual([
			{kind: 'wheel-up', column: 0, row: 0},
			{kind: 'wheel-down', column: 299, row: 199},
		]);
	});

	it('is read across chunks, wherever they are split', () => {
		const report = '\u{1B}[<0;12;7M';
		for (let cut = 1; cut < report.length; cut++) {
			expect(read(`x${report.slice(0, cut)}`, `${report.slice(cut)}y`)).toEqual({
				keys: 'xy',
				events: [{kind: 'press', column: 11, row: 6}],
				pending: '',
			});
		}

		expect(read('\u{1B}', '[A')).toEqual({keys: '\u{1B}[A', events: [], pending: ''});
	});

	it('holds Esc for a moment, and gives it as a key when nothing follows', async () => {
		expect(read('a\u{1B}')).toEqual({keys: 'a', events: [], pending: '\u{1B}'});
		const stream = new PassThrough();
		stream.setEncoding('utf8');
		const keyboard = withoutMouse(stream as unknown as NodeJS.ReadStream, () => undefined);
		const {promise, resolve} = Promise.withResolvers<unknown>();
		keyboard.on('readable', () => {
			for (let chunk: unknown = keyboard.read(); typeof chunk === 'string'; chunk = keyboard.read()) {
				resolve(chunk);
			}
		});
		stream.write('\u{1B}');
		expect(await promise).toBe('\u{1B}');
	});

	it('does nothing with other buttons, or with Shift held', () => {
		expect(read('\u{1B}[<2;1;1M\u{1B}[<4;1;1M\u{1B}[<35;1;1M')).toEqual({keys: '', events: [], pending: ''});
	});

	it('leaves all other input unchanged', async () => {
		const events: MouseEvent[] = [];
		const stream = new PassThrough();
		stream.setEncoding('utf8');
		const keyboard = withoutMouse(stream as unknown as NodeJS.ReadStream, event => {
			events.push(event);
		});
		const keys: string[] = [];
		const {promise, resolve} = Promise.withResolvers<void>();
		keyboard.on('readable', () => {
			for (let chunk: unknown = keyboard.read(); typeof chunk === 'string'; chunk = keyboard.read()) {
				keys.push(chunk);
				if (keys.length === 2) {
					resolve();
				}
			}
		});
		stream.write('a');
		stream.write('\u{1B}[<0;1;1M');
		setImmediate(() => {
			stream.write('b');
		});
		await promise;
		expect(keys.join('')).toBe('ab');
		expect(events).toEqual([{kind: 'press', column: 0, row: 0}]);
	});
});
