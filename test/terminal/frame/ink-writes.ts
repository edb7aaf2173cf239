/**
 * The writes that Ink 8 makes for frames on the alternate screen, so that a test can make any frame it likes.
 * frame-writer-ink.test.tsx makes sure with Ink itself.
 */
import type {Writable} from 'node:stream';

const eraseLines = (count: number): string =>
	Array.from({length: count}, (_, index) => `\u{1B}[2K${index < count - 1 ? '\u{1B}[1A' : ''}`).join('') +
	(count > 0 ? '\u{1B}[G' : '');

export class InkWrites {
	#lineCount = 0;
	readonly #stream: Writable & {readonly rows: number};

	constructor(stream: Writable & {readonly rows: number}) {
		this.#stream = stream;
	}

	start(): void {
		this.#stream.write('\u{1B}[?1049h');
		this.#stream.write('\u{1B}[?25l');
	}

	/** Ink ends a frame that does not fill the screen with a line feed. */
	frame(lines: readonly string[], {isWhole = false} = {}): void {
		const text = lines.join('\n') + (lines.length >= this.#stream.rows ? '' : '\n');
		this.#stream.write('\u{1B}[?2026h');
		this.#stream.write((isWhole ? '\u{1B}[1;1H\u{1B}[J' : eraseLines(this.#lineCount)) + text);
		this.#stream.write('\u{1B}[?2026l');
		this.#lineCount = text.split('\n').length;
	}

	stop(): void {
		this.#stream.write('\u{1B}[?25h');
		this.#stream.write('\u{1B}[?1049l');
		this.#stream.write('\u{1B}[?25h');
	}
}
