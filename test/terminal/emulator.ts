/**
 * A terminal emulator as the other end of a writer, and what it shows as plain values that can be compared.
 */
import {Buffer} from 'node:buffer';
import xterm, {type IBufferCell, type Terminal} from '@xterm/headless';
import type {TtyOutput} from '../../source/terminal/tty/output.js';
import {textWidth} from '../../source/terminal/width.js';

/** One cell: its text, how wide it is, and how it looks. A blank has only what a blank shows. */
export type ShownCell = string;

const looks = [
	'isBold',
	'isDim',
	'isItalic',
	'isUnderline',
	'isBlink',
	'isInverse',
	'isInvisible',
	'isStrikethrough',
	'isOverline',
] as const;

const shownCell = (cell: IBufferCell): ShownCell => {
	const text = cell.getChars() || (cell.getWidth() === 0 ? '' : ' ');
	const on = cell.isAttributeDefault() ? [] : looks.filter(look => cell[look]());
	const background = `${cell.getBgColorMode()}:${cell.getBgColor()}`;
	const foreground = `${cell.getFgColorMode()}:${cell.getFgColor()}`;
	const isSeenOnBlank = ['isUnderline', 'isInverse', 'isStrikethrough', 'isOverline'].some(look =>
		(on as readonly string[]).includes(look),
	);
	if (text === ' ' && !isSeenOnBlank) {
		return `  ${background}`;
	}

	// Italics are not seen on a blank, even on an underlined one.
	const seen = text === ' ' ? on.filter(look => look !== 'isItalic') : on;
	return `${text} ${cell.getWidth()} ${foreground} ${background} ${seen.join(' ')}`;
};

export class Emulator implements TtyOutput {
	#held: (() => void) | undefined;
	readonly terminal: Terminal;

	/** Everything that was sent, one entry for each write. */
	readonly writes: string[] = [];

	accepted = 0;

	/** While true, what is sent does not arrive. */
	isStalled = false;

	/** The error that every write ends with from now on. */
	failure: string | undefined;

	/** Terminals differ in how many cells they give an emoji. */
	constructor(columns: number, rows: number, {isEmojiWide = true} = {}) {
		this.terminal = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, scrollback: 100});
		if (!isEmojiWide) {
			return;
		}

		this.terminal.unicode.register({
			version: 'wide',
			wcwidth: code => Math.min(2, textWidth(String.fromCodePoint(code))) as 0 | 1 | 2,
			charProperties(code, preceding) {
				// As xterm's own provider does: bit 0 joins to the cell before, bits 1 and 2 are the width.
				const width = Math.min(2, textWidth(String.fromCodePoint(code)));
				const previousWidth = Math.floor(preceding / 2) % 4;
				const isJoined = width === 0 && preceding !== 0 && previousWidth > 0;
				const shownWidth = isJoined ? previousWidth : width;
				return shownWidth * 2 + (isJoined ? 1 : 0);
			},
		});
		this.terminal.unicode.activeVersion = 'wide';
	}

	#receive(bytes: Uint8Array): void {
		this.accepted += bytes.length;
		this.writes.push(Buffer.from(bytes).toString());
		this.terminal.write(bytes);
	}

	whenSettled(callback: () => void): void {
		callback();
	}

	get isStuck(): boolean {
		return false;
	}

	send(bytes: Uint8Array, onSent: (error?: NodeJS.ErrnoException) => void): void {
		if (this.failure) {
			onSent(Object.assign(new Error('write failed'), {code: this.failure}));
			return;
		}

		const arrive = (): void => {
			this.#receive(bytes);
			onSent();
		};

		if (this.isStalled) {
			this.#held = arrive;
		} else {
			arrive();
		}
	}

	sendNow(bytes: Uint8Array): boolean {
		const held = this.#held;
		this.#held = undefined;
		held?.();
		this.#receive(bytes);
		return true;
	}

	/** The line is back: what was held up arrives. */
	flow(): void {
		this.isStalled = false;
		const held = this.#held;
		this.#held = undefined;
		held?.();
	}

	close(): void {
		this.#held = undefined;
	}

	/** When all that arrived has been worked through. */
	async settled(): Promise<void> {
		await new Promise<void>(resolve => {
			this.terminal.write('', resolve);
		});
	}

	/** Row by row, cell by cell. */
	async shown(): Promise<ShownCell[][]> {
		await this.settled();
		const {active} = this.terminal.buffer;
		return Array.from({length: this.terminal.rows}, (_, y) => {
			const line = active.getLine(active.viewportY + y);
			return Array.from({length: this.terminal.cols}, (__, x) => {
				const cell = line?.getCell(x);
				return cell ? shownCell(cell) : '';
			});
		});
	}

	/** The text of each row without blanks at its end. */
	async text(): Promise<string[]> {
		await this.settled();
		const {active} = this.terminal.buffer;
		return Array.from(
			{length: this.terminal.rows},
			(_, y) => active.getLine(active.viewportY + y)?.translateToString(true, 0, this.terminal.cols) ?? '',
		);
	}
}
