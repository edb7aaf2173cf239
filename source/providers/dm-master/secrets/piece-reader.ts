/** The values of a configuration, which may have several lines, in YAML as in TOML. */
import {OpenValue} from './open-value.js';
import type {ConfigFormat, ConfigPiece} from './piece.js';

/** The lines of a text, each with its line break. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/v));

/** A line without its break. */
export const withoutBreak = (line: string): string => line.replace(/\r?\n$/v, '');

const isBlank = (line: string): boolean => line.trim() === '';

/** A blank line, or a comment. */
export const isLeftOut = (line: string): boolean => /^\s*(?:#|$)/v.test(withoutBreak(line));

/** The name of a key. */
export const unquoted = (key: string): string =>
	key.replace(/^(?<quote>["'])(?<inner>.*)\k<quote>$/v, '$<inner>');

/** Whether a line continues a value that began as `first`, besides one whose quotes or brackets are still open. */
type GoesOn = (next: string, first: string) => boolean;

/** Collects the pieces of a configuration, line by line. */
export class PieceReader {
	readonly #lines: readonly string[];
	readonly #format: ConfigFormat;
	#at = 0;
	readonly pieces: ConfigPiece[] = [];

	constructor(text: string, format: ConfigFormat) {
		this.#lines = linesOf(text);
		this.#format = format;
	}

	/**
	 * The next line of a value; undefined at its end. Blank lines between two of its lines belong to it, those after it
	 * do not.
	 */
	#nextOf(isOpen: boolean, first: string, goesOn: GoesOn): number | undefined {
		for (let next = this.#at; next < this.#lines.length; next++) {
			const line = this.#lines[next]!;
			if (isOpen || (!isBlank(line) && goesOn(line, first))) {
				return next;
			}

			if (!isLeftOut(line)) {
				break;
			}
		}

		return undefined;
	}

	/** The current line, with its break; undefined at the end. */
	get line(): string | undefined {
		return this.#lines[this.#at];
	}

	/** Takes the current line as text. */
	skip(): void {
		this.pieces.push({kind: 'text', text: this.line ?? ''});
		this.#at += 1;
	}

	/** Takes the current line as a setting, and those after it that belong to its value. */
	take(
		{path, key, before}: {readonly path: string; readonly key: string; readonly before: string},
		goesOn: GoesOn,
	): void {
		let text = this.line ?? '';
		const first = text.slice(before.length);
		const open = new OpenValue(this.#format);
		open.add(first);
		this.#at += 1;
		for (;;) {
			const next = this.#nextOf(open.isOpen, withoutBreak(first), goesOn);
			if (next === undefined) {
				break;
			}

			const more = this.#lines.slice(this.#at, next + 1).join('');
			open.add(more);
			text += more;
			this.#at = next + 1;
		}

		const value = withoutBreak(text.slice(before.length));
		const after = text.slice(before.length + value.length);
		this.pieces.push({kind: 'setting', path, key, before, value, after});
	}
}
