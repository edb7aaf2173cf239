import {PassThrough} from 'node:stream';
import {setImmediate as nextTurn, setTimeout as pause} from 'node:timers/promises';
import {describe, expect, it} from 'vitest';
import {mostPasted, mostTyped} from '../../../../source/terminal/tty/input/key-queue.js';
import {withQueue} from '../../../../source/terminal/tty/input/with-queue.js';
import {until} from '../../real-terminal.js';

const ctrlC = '\u{3}';
const begin = '\u{1B}[200~';
const end = '\u{1B}[201~';

/** A keyboard that is read as Ink does; `got` is what it was given, read by read. */
const open = () => {
	const stream = new PassThrough();
	stream.setEncoding('utf8');
	const dropped: number[] = [];
	const got: string[] = [];
	const keyboard = withQueue(stream as unknown as NodeJS.ReadStream, characters => {
		dropped.push(characters);
	});
	keyboard.on('readable', () => {
		for (let chunk: unknown = keyboard.read(); typeof chunk === 'string'; chunk = keyboard.read()) {
			got.push(chunk);
		}
	});

	return {
		dropped,
		got,
		/** Types as a terminal does, which gives 4 KB at once. */
		async type(text: string) {
			for (let start = 0; start < text.length; start += 4095) {
				stream.write(text.slice(start, start + 4095));

				await nextTurn();
			}
		},
	};
};

describe('Ctrl-C', () => {
	it.each([
		['200,000 keys', 'j'.repeat(200_000)],
		['as many keys as are not dropped', 'j'.repeat(mostTyped)],
		['50,000 arrows', '\u{1B}[B'.repeat(50_000)],
		['text that is not marked as pasted', 'hello 1 2 3\n'.repeat(400_000)],
		['a paste', begin + 'hello 1 2 3\n'.repeat(400_000) + end],
		['a paste whose end was lost', begin + 'hello 1 2 3\n'.repeat(400_000)],
		['answers of the terminal', '\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\'.repeat(750)],
	])('does not wait for %s, of which nothing is handled', async (_, text) => {
		const {got, type} = open();
		await type(text + ctrlC);
		await until('it came', () => got.includes(ctrlC));
		await pause(50);
		expect(got).toEqual([ctrlC]);
	});

	it('is seen between the slices of what is handled already', async () => {
		const {got, type} = open();
		await type('j'.repeat(20_000));
		await until('some was handled', () => got.length > 0);
		await type(ctrlC);
		await until('it came', () => got.includes(ctrlC));
		expect(got.join('').length).toBeLessThan(20_000);
		expect(got.at(-1)).toBe(ctrlC);
	});

	it('is text within a paste that has an end', async () => {
		const {got, type} = open();
		await type(`a${begin}b${ctrlC}c${end}d`);
		await until('all came', () => got.join('').endsWith('d'));
		expect(got).toEqual(['a', `${begin}b${ctrlC}c${end}`, 'd']);
	});
});

describe('keys', () => {
	it('come as they were typed, in slices that cut neither characters nor escape sequences', async () => {
		const text = '\u{1B}[1;5Bj😀k'.repeat(2000);
		const {got, type, dropped} = open();
		await type(text);
		await until('all came', () => got.join('').length === text.length);
		expect(got.join('')).toBe(text);
		expect(got.length).toBeGreaterThan(5);
		for (const slice of got) {
			expect(slice.replaceAll('\u{1B}[1;5B', '').replaceAll(/[jk😀]/gv, '')).toBe('');
		}

		expect(dropped).toEqual([]);
	});

	it('that nobody can have meant are dropped, and counted once; later ones are not', async () => {
		const {got, type, dropped} = open();
		await type('j'.repeat(mostTyped * 3));
		await until('it was told', () => dropped.length > 0);
		await type('k');
		await until('the next came', () => got.length > 0);
		expect(got).toEqual(['k']);
		expect(dropped).toEqual([mostTyped * 3]);
	});

	it('are not the answers of a terminal to a question of another program', async () => {
		const {got, type} = open();
		await type(
			`a\u{1B}]11;rgb:ffff/ffff/ffff\u{7}b\u{1B}P>|tmux 3.4\u{1B}\\c\u{1B}]52;c;${'QUJD'.repeat(4500)}\u{7}d`,
		);
		await until('the last came', () => got.join('').endsWith('d'));
		expect(got.join('')).toBe('abcd');
	});
});

describe('a paste', () => {
	it('comes whole, wherever it is cut on its way', async () => {
		const text = `a${begin}b\u{1B}[20c${end}d`;
		for (let cut = 1; cut < text.length; cut++) {
			const {got, type} = open();

			await type(text.slice(0, cut));

			await type(text.slice(cut));

			await until('all came', () => got.join('').endsWith('d'));
			expect(got.join('')).toBe(text);
		}
	});

	it('of a megabyte comes at once; of a longer one only its marks do, and it is said', async () => {
		const {got, type, dropped} = open();
		const most = 'x'.repeat(mostPasted - end.length);
		await type(begin + most + end);
		await until('it came', () => got.length > 0);
		expect(got).toEqual([begin + most + end]);
		expect(dropped).toEqual([]);
		await type(`${begin}${most}x${end}`);
		await until('it was told', () => dropped.length > 0 && got.length > 1);
		expect(got[1]).toBe(begin + end);
		expect(dropped.reduce((sum, one) => sum + one)).toBe(most.length + 1 + end.length);
	});
});
