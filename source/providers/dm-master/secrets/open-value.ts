/** Whether the quotes or brackets of a value are still open, line by line: each character is looked at once. */
import type {ConfigFormat} from './piece.js';

/** Within one line; further brackets behind a quote without an end count. */
const bracketsIn = (line: string): number => {
	let depth = 0;
	const unclosed = new Set<string>();
	for (let at = 0; at < line.length; at++) {
		const sign = line[at]!;
		if (sign === '[' || sign === '{') {
			depth += 1;
		} else if (sign === ']' || sign === '}') {
			depth -= 1;
		} else if ((sign === '"' || sign === "'") && !unclosed.has(sign)) {
			const end = quoteEnd(line, at + 1, sign);
			if (end === -1) {
				unclosed.add(sign);
			} else {
				at = end;
			}
		}
	}

	return depth;
};

/** Where a text in quotes ends from `from` on, -1 where it does not: double quotes have escapes, single ones are doubled. */
const quoteEnd = (text: string, from: number, quote: string): number => {
	for (let at = from; at < text.length; at++) {
		if (quote === '"' && text[at] === '\\') {
			at += 1;
		} else if (text[at] === quote) {
			if (quote === '"' || text[at + 1] !== quote) {
				return at;
			}

			at += 1;
		}
	}

	return -1;
};

/** A value of which one line comes after the other. */
export class OpenValue {
	readonly #format: ConfigFormat;
	/** What it begins with, and ends with: '' before its first character, and for one that ends with its line. */
	#opened = '';
	#isBegun = false;
	#depth = 0;
	/** Whether more has to come. */
	isOpen = false;

	constructor(format: ConfigFormat) {
		this.#format = format;
	}

	#begin(content: string): void {
		this.#isBegun = true;
		const triple = content.slice(0, 3);
		const isTriple = this.#format === 'toml' && (triple === '"""' || triple === "'''");
		this.#opened = isTriple ? triple : (/^["'\[\{]/v.exec(content)?.[0] ?? '');
		this.isOpen = this.#opened !== '';
	}

	/** Takes the next lines of it. */
	add(lines: string): void {
		const content = this.#isBegun ? lines : lines.trimStart();
		if (content === '' || (this.#isBegun && !this.isOpen)) {
			return;
		}

		const isFirst = !this.#isBegun;
		if (isFirst) {
			this.#begin(content);
		}

		const from = isFirst ? this.#opened.length : 0;
		switch (this.#opened) {
			case '': {
				return;
			}

			case '[':
			case '{': {
				for (const line of content.split('\n')) {
					this.#depth += bracketsIn(line);
				}

				this.isOpen = this.#depth > 0;
				return;
			}

			case '"':
			case "'": {
				this.isOpen = quoteEnd(content, from, this.#opened) === -1;
				return;
			}

			default: {
				this.isOpen = !content.includes(this.#opened, from);
			}
		}
	}
}
