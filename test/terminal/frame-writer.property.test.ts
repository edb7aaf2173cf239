import process from 'node:process';
import {Readable} from 'node:stream';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {capabilities} from '../../source/terminal/capabilities.js';
import {createFrameWriter, type FrameWriter} from '../../source/terminal/frame/frame-writer.js';
import {textWidth} from '../../source/terminal/width.js';
import {Emulator, type ShownCell} from './emulator.js';
import {ScreenSize} from './screen-size.js';
import {InkWrites} from './ink-writes.js';

type Piece = {readonly text: string; readonly on: string; readonly off: string};

/** What a screen of tasks is made of, and everything that has ever broken a terminal program. */
const agreedTexts = [
	'task-0001',
	'Running',
	'a',
	' '.repeat(6),
	' '.repeat(25),
	'12,345',
	'0.1',
	'─────────',
	'│',
	'▶ ',
	'●✓…',
	'同步任务',
	'主键',
	'테스트',
	'é',
	'e\u{301}a\u{308}',
	'Ωж',
	'⣿⣀',
];

const disputedTexts = ['❤️', '1️⃣', '👍🏽', '👨‍👩‍👧', '😀', 'กำ', 'नि', '🇨🇳', '⚠️', 'ﾞ', ''];

const styles: ReadonlyArray<readonly [on: string, off: string]> = [
	['', ''],
	['\u{1B}[1m', '\u{1B}[22m'],
	['\u{1B}[2m', '\u{1B}[22m'],
	['\u{1B}[7m', '\u{1B}[27m'],
	['\u{1B}[4m', '\u{1B}[24m'],
	['\u{1B}[9m\u{1B}[3m', '\u{1B}[23m\u{1B}[29m'],
	['\u{1B}[31m', '\u{1B}[39m'],
	['\u{1B}[92m\u{1B}[1m', '\u{1B}[22m\u{1B}[39m'],
	['\u{1B}[44m', '\u{1B}[49m'],
	['\u{1B}[38;5;208m', '\u{1B}[39m'],
	['\u{1B}[48;2;10;20;30m\u{1B}[38;2;1;2;3m', '\u{1B}[39m\u{1B}[49m'],
	['\u{1B}[1;2;4;33;45m', '\u{1B}[0m'],
];

const anyPiece = (texts: readonly string[]): fc.Arbitrary<Piece> =>
	fc
		.tuple(fc.constantFrom(...texts), fc.constantFrom(...styles))
		.map(([text, [on, off]]) => ({text, on, off}));

const anyRow = (texts: readonly string[]): fc.Arbitrary<readonly Piece[]> =>
	fc.array(anyPiece(texts), {maxLength: 12});

const columnWidth = 13;

/** Rows of a table: what stands right of a cell stays where it is when the cell changes. */
const inColumns = (pieces: readonly Piece[]): Piece[] =>
	pieces.flatMap(piece => {
		const blanks = ' '.repeat(Math.max(0, columnWidth - textWidth(piece.text)));
		return [piece, {text: blanks, on: '', off: ''}];
	});

type Step =
	| {readonly kind: 'rows'; readonly changes: ReadonlyArray<readonly [y: number, row: readonly Piece[]]>}
	| {readonly kind: 'piece'; readonly y: number; readonly x: number; readonly piece: Piece}
	| {readonly kind: 'scroll'; readonly top: number; readonly bottom: number; readonly by: number}
	| {readonly kind: 'resize'; readonly columns: number; readonly rows: number; readonly isLate: boolean}
	| {readonly kind: 'repaint'}
	| {readonly kind: 'garbage'}
	| {readonly kind: 'suspend'}
	| {readonly kind: 'stall'; readonly isStalled: boolean};

const mostRows = 16;

const anyY = fc.nat(mostRows - 1);

const anyStep = (texts: readonly string[]): fc.Arbitrary<Step> =>
	fc.oneof(
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('rows' as const),
				changes: fc.array(fc.tuple(anyY, anyRow(texts)), {maxLength: 6}),
			}),
		},
		{
			weight: 6,
			arbitrary: fc.record({
				kind: fc.constant('piece' as const),
				y: anyY,
				x: fc.nat(11),
				piece: anyPiece(texts),
			}),
		},
		{
			weight: 4,
			arbitrary: fc.record({
				kind: fc.constant('scroll' as const),
				top: anyY,
				bottom: anyY,
				by: fc.integer({min: -4, max: 4}),
			}),
		},
		{
			weight: 1,
			arbitrary: fc.record({
				kind: fc.constant('resize' as const),
				columns: fc.integer({min: 2, max: 70}),
				rows: fc.integer({min: 1, max: mostRows}),
				isLate: fc.boolean(),
			}),
		},
		{weight: 1, arbitrary: fc.constant({kind: 'repaint' as const})},
		{weight: 1, arbitrary: fc.constant({kind: 'garbage' as const})},
		{weight: 1, arbitrary: fc.constant({kind: 'suspend' as const})},
		{weight: 2, arbitrary: fc.record({kind: fc.constant('stall' as const), isStalled: fc.boolean()})},
	);

/** Cut to the width of the screen, as Ink's truncation does. */
const fit = (pieces: readonly Piece[], columns: number): Piece[] => {
	let left = columns;
	const fitting: Piece[] = [];
	for (const {text, on, off} of pieces) {
		const width = textWidth(text);
		if (width > left) {
			break;
		}

		left -= width;
		fitting.push({text, on, off});
	}

	return fitting;
};

const toLine = (pieces: readonly Piece[]): string =>
	pieces
		.map(({text, on, off}) => on + text + off)
		.join('')
		.trimEnd();

/** What a terminal shows that is given the frame's own text, each row placed by itself. */
const shownDirectly = async (
	rows: ReadonlyArray<readonly Piece[]>,
	columns: number,
	toText: (piece: Piece) => string,
): Promise<ShownCell[][]> => {
	const oracle = new Emulator(columns, rows.length);
	for (const [y, pieces] of rows.entries()) {
		let x = 1;
		for (const piece of pieces) {
			oracle.terminal.write(`\u{1B}[${y + 1};${x}H\u{1B}[m${piece.on}${toText(piece)}`);
			x += textWidth(piece.text);
		}
	}

	return oracle.shown();
};

class Session {
	readonly #ink: InkWrites;
	readonly #size: ScreenSize;
	readonly emulator: Emulator;
	readonly writer: FrameWriter;
	rows: Array<readonly Piece[]> = Array.from({length: mostRows}, () => []);

	constructor(term: string, {isEmojiWide = true} = {}) {
		this.#size = new ScreenSize(40, mostRows);
		this.emulator = new Emulator(40, mostRows, {isEmojiWide});
		this.writer = createFrameWriter({
			tty: this.#size,
			output: this.emulator,
			capabilities: {...capabilities({TERM: term, COLORTERM: 'truecolor', LANG: 'C.UTF-8'}), colorDepth: 24},
		});
		this.#ink = new InkWrites(this.writer);
		this.#ink.start();
	}

	#resize({columns, rows, isLate}: {columns: number; rows: number; isLate: boolean}): void {
		this.emulator.terminal.resize(columns, rows);
		if (isLate) {
			// The terminal has its new size before the program has heard of it.
			this.draw();
		}

		const isShrinking = rows < this.#size.rows;
		this.#size.change(columns, rows);
		this.draw({isWhole: isShrinking});
	}

	get columns(): number {
		return this.#size.columns;
	}

	get frame(): Piece[][] {
		return this.rows
			.slice(0, this.#size.rows)
			.map(pieces => fit(pieces.length % 2 === 0 ? inColumns(pieces) : pieces, this.#size.columns));
	}

	take(step: Step): void {
		switch (step.kind) {
			case 'rows': {
				for (const [y, pieces] of step.changes) {
					this.rows[y] = pieces;
				}

				break;
			}

			case 'piece': {
				const pieces = [...this.rows[step.y]!];
				pieces[Math.min(step.x, pieces.length)] = step.piece;
				this.rows[step.y] = pieces;
				break;
			}

			case 'scroll': {
				const top = Math.min(step.top, step.bottom);
				const bottom = Math.max(step.top, step.bottom);
				const region = this.rows.slice(top, bottom + 1);
				this.rows = this.rows.map((pieces, y) =>
					y < top || y > bottom ? pieces : (region[y - top + step.by] ?? []),
				);
				break;
			}

			case 'resize': {
				this.#resize(step);
				return;
			}

			case 'repaint': {
				this.writer.repaint();
				return;
			}

			case 'garbage': {
				// Another program writes on the screen, in red, and the user presses Ctrl-L.
				this.emulator.terminal.write('\u{1B}[2;3H\u{1B}[41mgarbage\u{1B}[4h\u{1B}[2;4r\r\nmore\n\n\n');
				this.writer.repaint();
				return;
			}

			case 'suspend': {
				this.writer.suspend();
				this.emulator.terminal.write('the shell was here\r\n');
				this.draw();
				this.writer.resume();
				return;
			}

			case 'stall': {
				if (step.isStalled) {
					this.emulator.isStalled = true;
				} else {
					this.emulator.flow();
				}

				return;
			}

			// No default
		}

		this.draw();
	}

	draw({isWhole = false} = {}): void {
		const lines = this.frame.map(pieces => toLine(pieces));
		// A frame may be lower than the screen.
		const height = lines.findLastIndex(line => line !== '') + 1;
		this.#ink.frame(lines.slice(0, Math.max(1, height)), {isWhole});
	}
}

const steps = (texts: readonly string[]): fc.Arbitrary<Step[]> =>
	fc.array(anyStep(texts), {minLength: 1, maxLength: 20});

const microtasks = async (): Promise<void> => {
	await new Promise(resolve => {
		setImmediate(resolve);
	});
};

const disputed = new Set(disputedTexts);

/** Without the cells of glyphs to which terminals give different widths: what matters is that the others are right. */
const withoutDisputed = (shown: ShownCell[][], frame: ReadonlyArray<readonly Piece[]>): ShownCell[][] =>
	shown.map((cells, y) => {
		const kept = [...cells];
		let x = 0;
		for (const {text} of frame[y] ?? []) {
			const width = textWidth(text);
			if (disputed.has(text)) {
				kept.fill('', x, x + width);
			}

			x += width;
		}

		return kept;
	});

const expectFrame = async (session: Session): Promise<void> => {
	await microtasks();
	const {frame, columns, emulator} = session;
	const direct = await shownDirectly(frame, columns, ({text}) =>
		disputed.has(text) ? ' '.repeat(textWidth(text)) : text,
	);
	expect(withoutDisputed(await emulator.shown(), frame)).toEqual(withoutDisputed(direct, frame));
};

const followsEveryStep = async (session: Session, taken: readonly Step[]): Promise<void> => {
	for await (const step of Readable.from(taken) as AsyncIterable<Step>) {
		session.take(step);
		if (!session.emulator.isStalled) {
			await expectFrame(session);
		}
	}

	session.emulator.flow();
	await expectFrame(session);
};

const runs = {numRuns: Number(process.env['RUNS'] ?? 60)};

describe('frame writer', () => {
	for (const term of ['xterm-256color', 'screen', 'linux', 'vt100']) {
		it(`leaves on the screen exactly the frame that was drawn, whatever came before, on ${term}`, async () => {
			await fc.assert(
				fc.asyncProperty(steps(agreedTexts), async taken => followsEveryStep(new Session(term), taken)),
				runs,
			);
		});
	}

	for (const isEmojiWide of [true, false]) {
		it(`keeps every column in its place on a terminal where emoji take ${isEmojiWide ? 'two cells' : 'one cell'}`, async () => {
			await fc.assert(
				fc.asyncProperty(steps([...agreedTexts, ...disputedTexts, ...disputedTexts]), async taken =>
					followsEveryStep(new Session('xterm-256color', {isEmojiWide}), taken),
				),
				runs,
			);
		});
	}
});
