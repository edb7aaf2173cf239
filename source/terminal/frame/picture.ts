/**
 * What a terminal holds, and the bytes that make it hold something else. One for each screen size.
 */
import {Buffer} from 'node:buffer';
import type {Capabilities} from '../capabilities.js';
import {cursorOff, cursorOn, cursorTo, startOver, synchronizedOff, synchronizedOn} from '../escape-codes.js';
import {drawDifference, isSameRow, type CellLooks} from './difference.js';
import {Glyphs} from './glyphs.js';
import type {Cursor} from './ink-screen.js';
import {Pen} from './pen.js';
import {blankRow, RowReader, type Row} from './row.js';
import {findScroll, scrollBytes, scrolled} from './scroll.js';
import {Styles} from './styles.js';

/** A frame as Ink wants it: as many lines as the screen has rows, and where the cursor is shown, if it is. */
export type Frame = {readonly lines: readonly string[]; readonly cursor: Cursor | undefined};

/** Frames shorter than this arrive in one piece on any line: marking their beginning and end is not worth 16 bytes. */
const bytesInOnePiece = 256;

export class Picture {
	readonly #context: CellLooks;
	readonly #reader: RowReader;
	readonly #columns: number;
	readonly #rows: number;
	#held: readonly Row[] = [];
	#heldLines: readonly string[] = [];
	#heldCursor: Cursor | undefined;
	#isUnknown = true;

	constructor(columns: number, rows: number, capabilities: Capabilities) {
		const glyphs = new Glyphs();
		const styles = new Styles(capabilities.colorDepth);
		this.#context = {capabilities, glyphs, styles};
		this.#reader = new RowReader(glyphs, styles);
		this.#columns = columns;
		this.#rows = rows;
	}

	/** The rows of a frame. Lines that the terminal holds already, anywhere, are not read again. */
	#read(lines: readonly string[]): Row[] {
		const known = new Map<string, Row>();
		for (const [y, line] of this.#heldLines.entries()) {
			known.set(line, this.#held[y]!);
		}

		return lines.map((line, y) => {
			if (line === this.#heldLines[y]) {
				return this.#held[y]!;
			}

			const row = known.get(line) ?? this.#reader.read(line, this.#columns);
			known.set(line, row);
			// Another text may show the same.
			const held = this.#held[y]!;
			return isSameRow(row, held) ? held : row;
		});
	}

	#pictureBytes(wanted: readonly Row[]): string {
		const {glyphs} = this.#context;
		const inPlace = this.#difference(this.#held, wanted, '');
		const scroll = inPlace.length > bytesInOnePiece / 4 ? findScroll(glyphs, this.#held, wanted) : undefined;
		if (!scroll) {
			return inPlace;
		}

		const moved = scrollBytes(scroll, this.#context.capabilities);
		const afterScroll = this.#difference(scrolled(this.#held, scroll), wanted, moved);
		return Buffer.byteLength(afterScroll) < Buffer.byteLength(inPlace) ? afterScroll : inPlace;
	}

	#difference(held: readonly Row[], wanted: readonly Row[], before: string): string {
		const {capabilities, glyphs, styles} = this.#context;
		const pen = new Pen(this.#columns, capabilities, glyphs, styles);
		pen.add(before);
		drawDifference(pen, this.#context, held, wanted);
		pen.setStyle(0);
		return pen.bytes;
	}

	/** The cursor is left where drawing ended, unless it is shown. */
	#withCursor(bytes: string, cursor: Cursor | undefined): string {
		const held = this.#heldCursor;
		if (!cursor) {
			return held ? cursorOff + bytes : bytes;
		}

		if (bytes === '' && held?.row === cursor.row && held.column === cursor.column) {
			return '';
		}

		const column = Math.min(cursor.column, this.#columns - 1);
		return bytes + cursorTo(cursor.row, column) + (held ? '' : cursorOn);
	}

	/** Nothing is known about the terminal any more: the next frame is drawn whole. */
	forget(): void {
		this.#isUnknown = true;
	}

	/**
	 * The bytes that make the terminal show `frame`; empty if it does. They must all be sent: from now on the terminal
	 * is taken to hold it.
	 */
	draw({lines, cursor}: Frame): string {
		const {glyphs, styles, capabilities} = this.#context;
		const isWhole = this.#isUnknown || glyphs.isFull || styles.isFull;
		if (isWhole) {
			glyphs.clear();
			styles.clear();
			this.#heldLines = [];
			const empty = blankRow(this.#columns);
			this.#held = Array.from({length: this.#rows}, () => empty);
			this.#heldCursor = undefined;
			this.#isUnknown = false;
		}

		const wanted = this.#read(lines);
		let bytes = this.#pictureBytes(wanted);
		if (isWhole) {
			bytes = cursorOff + startOver + bytes;
		}

		bytes = this.#withCursor(bytes, cursor);
		this.#held = wanted;
		this.#heldLines = lines;
		this.#heldCursor = cursor;
		return capabilities.synchronizedOutput && bytes.length > bytesInOnePiece
			? synchronizedOn + bytes + synchronizedOff
			: bytes;
	}
}
