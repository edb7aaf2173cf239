/**
 * A JSON reader for text that JSON.parse refuses or cannot hold: it says where a text breaks off, takes what people
 * paste out of documents, and keeps integers past 2^53 as bigint.
 */
import {quote, StatusFormatError} from './status-format-error.js';

/** Deeper than any status document; it keeps a hostile one from using up the stack. */
const deepest = 500;

/** More digits than any 64-bit number has, and few enough to make a bigint of at once. */
const mostDigits = 40;

const blanks = /[\t\n\r ]*/vy;
const number = /-?(?:0|[1-9]\d*)(?<fraction>\.\d+)?(?<exponent>e[+\-]?\d+)?/ivy;
const beginsValue = /[\d"\-\[fnt\{]/v;
const plainKey = /^[A-Z_a-z]\w*$/v;
const literals = [
	['true', true],
	['false', false],
	['null', null],
] as const;

/** One segment of a JSON path: `.key`, `["odd key"]` or `[3]`. */
const segment = (part: string | number): string => {
	if (typeof part === 'number') {
		return `[${part}]`;
	}

	return plainKey.test(part) && part.length < 40 ? `.${part}` : `[${quote(part)}]`;
};

const keepExact = (source: string): number | bigint => {
	const value = Number(source);
	return Number.isSafeInteger(value) || source.length > mostDigits ? value : BigInt(source);
};

export class LenientJson {
	readonly #text: string;
	readonly #path: Array<string | number> = [];
	/** Where the next character is read; after `read`, the first one behind the value. */
	offset: number;

	constructor(text: string, offset = 0) {
		this.#text = text;
		this.offset = offset;
	}

	#readObject(): Readonly<Record<string, unknown>> {
		// Without a prototype a key such as __proto__ is a key like any other.
		const object = Object.create(null) as Record<string, unknown>;
		this.offset++;
		for (let isMore = this.#begin('}'); isMore; isMore = this.#next('}')) {
			if (this.#text[this.offset] !== '"') {
				throw this.#mismatch('a key in double quotes');
			}

			const key = this.#readText();
			this.#path.push(key);
			this.skipBlanks();
			if (this.#text[this.offset] !== ':') {
				throw this.#mismatch('a colon after the key');
			}

			this.offset++;
			object[key] = this.read();
			this.#path.pop();
		}

		return object;
	}

	#readList(): readonly unknown[] {
		const list: unknown[] = [];
		this.offset++;
		for (let isMore = this.#begin(']'); isMore; isMore = this.#next(']')) {
			this.#path.push(list.length);
			list.push(this.read());
			this.#path.pop();
		}

		return list;
	}

	#skipRemark(): boolean {
		if (this.#text[this.offset] !== '#') {
			return false;
		}

		const end = this.#text.indexOf('\n', this.offset);
		this.offset = end === -1 ? this.#text.length : end;
		return true;
	}

	/** Whether a first entry follows; passes `close` when not. */
	#begin(close: string): boolean {
		this.skipBlanks();
		return !this.#pass(close);
	}

	/** Whether one more entry follows; passes the comma before it, or `close`. */
	#next(close: string): boolean {
		const isLineEnded = this.skipBlanks();
		const character = this.#text[this.offset];
		if (character === ',') {
			this.offset++;
			this.skipBlanks();
			return !this.#pass(close);
		}

		if (character === close) {
			this.offset++;
			return false;
		}

		if (isLineEnded && character !== undefined && beginsValue.test(character)) {
			return true;
		}

		throw this.#mismatch(`a comma or ${quote(close)}`);
	}

	#pass(character: string): boolean {
		if (this.#text[this.offset] !== character) {
			return false;
		}

		this.offset++;
		return true;
	}

	#readText(): string {
		const start = this.offset;
		this.offset = this.#findQuote(start);
		const source = this.#text.slice(start, this.offset);
		return source.includes('\\') ? this.#unescape(source, start) : source.slice(1, -1);
	}

	#unescape(source: string, start: number): string {
		try {
			return JSON.parse(source) as string;
		} catch {
			throw this.#mismatch('a text with escapes of JSON', quote(source), start);
		}
	}

	/** Behind the quote that ends the text that begins at `start`. */
	#findQuote(start: number): number {
		for (let end = start + 1; end < this.#text.length; end++) {
			const code = this.#text.codePointAt(end)!;
			if (code === 0x22) {
				return end + 1;
			}

			if (code < 0x20) {
				throw this.#mismatch('a text that ends in the line it begins in', 'one that does not', start);
			}

			// The character behind a backslash is part of the text.
			end += code === 0x5c ? 1 : 0;
		}

		throw this.#cutOff();
	}

	#readScalar(): unknown {
		number.lastIndex = this.offset;
		const match = number.exec(this.#text);
		if (match) {
			this.offset += match[0].length;
			return match.groups?.['fraction'] === undefined && match.groups?.['exponent'] === undefined
				? keepExact(match[0])
				: Number(match[0]);
		}

		for (const [word, value] of literals) {
			if (this.#text.startsWith(word, this.offset)) {
				this.offset += word.length;
				return value;
			}
		}

		const rest = this.#text.slice(this.offset, this.offset + 6);
		if (rest === '-' || (rest !== '' && literals.some(([word]) => word.startsWith(rest)))) {
			throw this.#cutOff();
		}

		throw this.#mismatch('a value');
	}

	#inside(): string {
		return `$${this.#path
			.slice(0, 12)
			.map(part => segment(part))
			.join('')}${this.#path.length > 12 ? '…' : ''}`;
	}

	#cutOff(): StatusFormatError {
		const where = this.place(this.#text.length);
		return new StatusFormatError({
			expected: 'a whole document',
			found: `one that ends at ${where}, inside ${this.#inside()}`,
			where,
		});
	}

	#mismatch(expected: string, found?: string, offset = this.offset): StatusFormatError {
		if (found === undefined && offset >= this.#text.length) {
			return this.#cutOff();
		}

		const line = /^.*/v.exec(this.#text.slice(offset, offset + 200))?.[0] ?? '';
		return new StatusFormatError({
			expected: `${expected} inside ${this.#inside()}`,
			found: found ?? quote(line === '' ? this.#text.slice(offset, offset + 1) : line),
			where: this.place(offset),
		});
	}

	/** "line 12, column 3", counted from 1, of an offset. */
	place(offset = this.offset): string {
		let line = 1;
		let start = 0;
		for (;;) {
			const end = this.#text.indexOf('\n', start);
			if (end === -1 || end >= offset) {
				return `line ${line}, column ${offset - start + 1}`;
			}

			line++;
			start = end + 1;
		}
	}

	/** Passes blanks and remarks; true when a line ended in between. */
	skipBlanks(): boolean {
		let hasLineEnded = false;
		do {
			blanks.lastIndex = this.offset;
			const run = blanks.exec(this.#text)?.[0] ?? '';
			hasLineEnded ||= run.includes('\n') || run.includes('\r');
			this.offset += run.length;
		} while (this.#skipRemark());

		return hasLineEnded;
	}

	/**
	 * The value that begins at the offset. Besides JSON it takes `#` remarks, a trailing comma, and no comma between
	 * two entries on separate lines.
	 *
	 * @throws {StatusFormatError} when there is no whole value.
	 */
	read(): unknown {
		this.skipBlanks();
		const character = this.#text[this.offset];
		if (character === '{' || character === '[') {
			if (this.#path.length > deepest) {
				throw this.#mismatch(`lists and objects at most ${deepest} deep`, 'more');
			}

			return character === '{' ? this.#readObject() : this.#readList();
		}

		return character === '"' ? this.#readText() : this.#readScalar();
	}
}
