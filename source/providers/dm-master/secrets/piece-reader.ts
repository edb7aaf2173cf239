/** The values of a configuration, which may have several lines, in YAML as in TOML. */
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

/** Whether a quoted or bracketed value that begins here also ends here. */
const isClosed = (value: string, format: ConfigFormat): boolean => {
	const first = value[0] ?? '';
	if (format === 'toml' && (value.startsWith('"""') || value.startsWith("'''"))) {
		return value.length >= 6 && value.includes(value.slice(0, 3), 3);
	}

	if (first === '"') {
		return /^"(?:[^"\\]|\\[\s\S])*"/v.test(value);
	}

	if (first === "'") {
		return /^'(?:[^']|'')*'(?!')/v.test(value);
	}

	if (first !== '[' && first !== '{') {
		return true;
	}

	let depth = 0;
	for (const [part] of value.matchAll(/"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*'|[\[\]\{\}]/gv)) {
		depth += part === '[' || part === '{' ? 1 : part === ']' || part === '}' ? -1 : 0;
	}

	return depth <= 0;
};

/** Whether a line continues a value, besides one whose quotes or brackets are still open. */
type GoesOn = (next: string, soFar: string) => boolean;

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
	#nextOf(value: string, goesOn: GoesOn): number | undefined {
		const isOpen = !isClosed(value.trim(), this.#format);
		for (let next = this.#at; next < this.#lines.length; next++) {
			const line = this.#lines[next]!;
			if (isOpen || (!isBlank(line) && goesOn(line, value))) {
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
		this.#at += 1;
		for (;;) {
			const next = this.#nextOf(text.slice(before.length), goesOn);
			if (next === undefined) {
				break;
			}

			text += this.#lines.slice(this.#at, next + 1).join('');
			this.#at = next + 1;
		}

		const value = withoutBreak(text.slice(before.length));
		const after = text.slice(before.length + value.length);
		this.pieces.push({kind: 'setting', path, key, before, value, after});
	}
}
