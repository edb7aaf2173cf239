import {Readable} from 'node:stream';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {textWidth} from '../../../source/terminal/width.js';
import {runs} from '../../rounds.js';
import {Emulator, type ShownCell} from '../emulator.js';
import {FrameSession} from './frame-session.js';
import {agreedTexts, disputedTexts, steps, type Piece, type Step} from './random-steps.js';

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

const expectFrame = async (session: FrameSession): Promise<void> => {
	await microtasks();
	const {frame, columns, emulator} = session;
	const direct = await shownDirectly(frame, columns, ({text}) =>
		disputed.has(text) ? ' '.repeat(textWidth(text)) : text,
	);
	expect(withoutDisputed(await emulator.shown(), frame)).toEqual(withoutDisputed(direct, frame));
};

const followsEveryStep = async (session: FrameSession, taken: readonly Step[]): Promise<void> => {
	for await (const step of Readable.from(taken) as AsyncIterable<Step>) {
		session.take(step);
		if (!session.emulator.isStalled) {
			await expectFrame(session);
		}
	}

	session.emulator.flow();
	await expectFrame(session);
};

const unstyled = (text: string): Piece => ({text, on: '', off: ''});

/** A sound mark extends the grapheme before it, and takes another cell: three cells in one grapheme. */
const wideGrapheme: Step[] = [
	{kind: 'rows', changes: [[0, [unstyled('กำ'), unstyled('ﾞ'), unstyled('task-0001')]]]},
	{kind: 'piece', y: 0, x: 0, piece: unstyled('task-0001')},
];

describe('frame writer', () => {
	for (const term of ['xterm-256color', 'screen', 'linux', 'vt100']) {
		it(`leaves on the screen exactly the frame that was drawn, whatever came before, on ${term}`, async () => {
			await fc.assert(
				fc.asyncProperty(steps(agreedTexts), async taken => followsEveryStep(new FrameSession(term), taken)),
				runs(25),
			);
		});
	}

	it('leaves the same on the screen when Ink was given stand-ins for the lines', async () => {
		await fc.assert(
			fc.asyncProperty(steps([...agreedTexts, ...disputedTexts]), async taken =>
				followsEveryStep(new FrameSession('xterm-256color', {hasPlaceholders: true}), taken),
			),
			runs(25),
		);
	});

	for (const isEmojiWide of [true, false]) {
		it(`keeps every column in its place on a terminal where emoji take ${isEmojiWide ? 'two cells' : 'one cell'}`, async () => {
			await fc.assert(
				fc.asyncProperty(steps([...agreedTexts, ...disputedTexts, ...disputedTexts]), async taken =>
					followsEveryStep(new FrameSession('xterm-256color', {isEmojiWide}), taken),
				),
				{...runs(25), examples: [[wideGrapheme]]},
			);
		});
	}
});
