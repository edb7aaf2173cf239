/**
 * The content of a terminal, and the bytes to change it. One for each screen size.
 */
import {Buffer} from 'node:buffer';
import type {Capabilities} from '../capabilities.js';
import {
	cursorOff,
	cursorOn,
	cursorTo,
	patterns,
	startOver,
	synchronizedOff,
	synchronizedOn,
} from '../escape-codes.js';
import {isOfNarrowCharacters} from '../width.js';
import {drawDifference, isSameRow, type CellLooks} from './difference.js';
import {Glyphs} from './glyphs.js';
import type {Cursor} from './ink-screen.js';
import {Pen} from './pen.js';
import {blankRow, RowReader, type Row} from './row.js';
import {findScroll, scrollBytes, scrolled} from './scroll.js';
import {Styles} from './styles.js';

/** A frame of Ink: one line per row of the screen, and the position of a visible cursor. */
export type Frame = {
	readonly lines: readonly string[];
	readonly cursor: Cursor | undefined;

	/** The lines are painted in colours that this terminal has. */
	readonly isPainted?: boolean;
};

const allStyles = new RegExp(patterns.sgr, 'gv');

/**
 * The bytes for lines on an empty screen of so many columns, as they are: longer than they need to be, but there is nothing
 * to read or to compare. Undefined where a character takes other than one cell, or may.
 */
const bytesAsPainted = (lines: readonly string[], columns: number): string | undefined => {
	let bytes = '';
	for (const [y, line] of lines.entries()) {
		const text = line.replaceAll(allStyles, '');
		if (text.length > columns || !isOfNarrowCharacters(text)) {
			return undefined;
		}

		const trimmed = line.trimEnd();
		bytes += trimmed === '' ? '' : cursorTo(y, 0) + trimmed;
	}

	return bytes;
};

/**
 * Frames shorter than this arrive in one piece on any connection: marking their beginning and end is not worth 16
 * bytes.
 */
const bytesInOnePiece = 256;

/** What one terminal of one size shows, as far as it was sent. */
export class Picture {
	readonly #context: CellLooks;
	readonly #reader: RowReader;
	readonly #columns: number;
	readonly #rows: number;
	#held: readonly Row[] = [];
	#heldLines: readonly string[] = [];
	#heldCursor: Cursor | undefined;
	#isUnknown = true;
	/** `#heldLines` is on the terminal, and `#held` still has to be read from it. */
	#isUnread = false;

	constructor(columns: number, rows: number, capabilities: Capabilities) {
		const glyphs = new Glyphs();
		const styles = new Styles(capabilities.colorDepth);
		this.#context = {capabilities, glyphs, styles};
		this.#reader = new RowReader(glyphs, styles);
		this.#columns = columns;
		this.#rows = rows;
	}

	/** The rows of a frame. Lines that are already anywhere on the terminal are not parsed again. */
	#read(lines: readonly string[]): Row[] {
		if (this.#isUnread) {
			this.#isUnread = false;
			this.#held = this.#heldLines.map(line => this.#reader.read(line, this.#columns));
		}

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
			// A different text may look the same.
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

	/** An invisible cursor stays where drawing ended. */
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

	/** The content of the terminal is unknown from now on: the next frame is drawn completely. */
	forget(): void {
		this.#isUnknown = true;
	}

	/**
	 * The bytes that make the terminal show `frame`; empty if it already does. All of them must be sent: from now on it
	 * is assumed to be shown.
	 */
	draw({lines, cursor, isPainted = false}: Frame): string {
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
			this.#isUnread = false;
		}

		// Without colours it may be a VT100, on which a style ends with a reset only.
		const asPainted =
			isWhole && isPainted && capabilities.colorDepth > 1 ? bytesAsPainted(lines, this.#columns) : undefined;
		const wanted = asPainted === undefined ? this.#read(lines) : this.#held;
		let bytes = asPainted ?? this.#pictureBytes(wanted);
		if (isWhole) {
			bytes = cursorOff + startOver + bytes;
		}

		bytes = this.#withCursor(bytes, cursor);
		this.#held = wanted;
		this.#isUnread = asPainted !== undefined;
		this.#heldLines = lines;
		this.#heldCursor = cursor;
		return capabilities.synchronizedOutput && bytes.length > bytesInOnePiece
			? synchronizedOn + bytes + synchronizedOff
			: bytes;
	}
}
