/** Statements laid out for reading. */
import {say} from '../../../language/say.js';
import {singleSpaced} from '../../values/single-spaced.js';

/** Statements up to this length stay on one line. */
const short = 72;

/** Quoted text, comments, blanks and words are not split. */
const token =
	/`[^`]*`?|'(?:[^'\\]|\\.|'')*'?|"(?:[^"\\]|\\.)*"?|\/\*.*?(?:\*\/|$)|\s+|[\(\),\/;]|[^\s"'\(\),\/;`]+/gsv;

/** Words that begin a new line outside of brackets. */
const leading = new Set(['VALUES', 'SET', 'WHERE', 'FROM', 'SELECT', 'ON', 'PARTITION']);

const indent = '  ';

/** A statement being laid out: its lines, and the current position. */
class Layout {
	readonly #makesTable: boolean;
	readonly #lines: string[] = [];
	/** The parts of the current line, joined only once. */
	#parts: string[] = [];
	/** The open brackets: whether each began a new line. */
	readonly #open: boolean[] = [];
	#hasColumns = false;
	#level = 0;

	/** `makesTable`: the first brackets contain columns, one per line. */
	constructor(makesTable: boolean) {
		this.#makesTable = makesTable;
	}

	#space(): void {
		const last = this.#parts.at(-1);
		if (last !== undefined && last !== ' ' && last !== '(') {
			this.#parts.push(' ');
		}
	}

	#newLine(level: number): void {
		if (this.#parts.length > 0) {
			this.#lines.push(`${indent.repeat(this.#level)}${this.#parts.join('').trimEnd()}`);
		}

		this.#parts = [];
		this.#level = level;
	}

	#openBracket(): void {
		const holdsColumns = this.#makesTable && this.#open.length === 0 && !this.#hasColumns;
		this.#hasColumns ||= holdsColumns;
		this.#open.push(holdsColumns);
		this.#parts.push('(');
		if (holdsColumns) {
			this.#newLine(1);
		}
	}

	#closeBracket(): void {
		if (this.#open.pop() === true) {
			this.#newLine(0);
		}

		this.#parts.push(')');
	}

	#comma(): void {
		this.#parts.push(',');
		// Between the columns of a table, or the parts of an ALTER.
		if (this.#open.length === 0 || (this.#open.length === 1 && this.#open[0] === true)) {
			this.#newLine(1);
		} else {
			this.#space();
		}
	}

	#word(part: string): void {
		if (this.#open.length === 0 && !this.#makesTable && leading.has(part.toUpperCase())) {
			this.#newLine(0);
		}

		this.#parts.push(part);
	}

	add(part: string): void {
		if (/^\s/v.test(part)) {
			this.#space();
		} else {
			switch (part) {
				case '(': {
					this.#openBracket();

					break;
				}

				case ')': {
					this.#closeBracket();

					break;
				}

				case ',': {
					this.#comma();

					break;
				}

				default: {
					this.#word(part);
				}
			}
		}
	}

	end(): readonly string[] {
		this.#newLine(0);
		return this.#lines;
	}
}

/** Only so much of a statement is laid out, UTF-16 units. */
const longest = 100_000;

/**
 * A statement as lines: a short one on one line, else its columns, values or changes on one line each. Only the
 * beginning of a very long one.
 */
export const layoutStatement = (whole: string): readonly string[] => {
	const sql = whole.slice(0, longest);
	const flat = singleSpaced(sql);
	if (flat.length <= short) {
		return flat === '' ? [] : [flat];
	}

	const layout = new Layout(/^create (?:temporary )?table\b/iv.test(flat));
	for (const [part] of sql.trim().matchAll(token)) {
		layout.add(part);
	}

	const left = whole.length - sql.length;
	return left === 0 ? layout.end() : [...layout.end(), `… ${say('{count} more characters', {count: left})}`];
};

/** The first lines of a statement, and how many more there are. */
export const foldStatement = (
	sql: string,
	most: number,
): {readonly lines: readonly string[]; readonly more: number} => {
	const all = layoutStatement(sql);
	// The line that says how many are left out counts, too.
	return all.length <= most + 1
		? {lines: all, more: 0}
		: {lines: all.slice(0, most), more: all.length - most};
};
