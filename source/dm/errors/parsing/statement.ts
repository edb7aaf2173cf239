/** Statements laid out for a person to read. */

/** Statements up to this length stay on one line. */
const short = 72;

/** Quoted text, comments and blanks stay together; so do words. */
const token =
	/`[^`]*`?|'(?:[^'\\]|\\.|'')*'?|"(?:[^"\\]|\\.)*"?|\/\*.*?(?:\*\/|$)|\s+|[\(\),\/;]|[^\s"'\(\),\/;`]+/gsv;

/** Words that begin a line where they stand outside of brackets. */
const leading = new Set(['VALUES', 'SET', 'WHERE', 'FROM', 'SELECT', 'ON', 'PARTITION']);

const indent = '  ';

/** A statement being laid out: its lines, and where in it the writer is. */
class Layout {
	readonly #makesTable: boolean;
	readonly #lines: string[] = [];
	#line = '';
	/** The brackets that are open: whether each was opened with a line of its own. */
	readonly #open: boolean[] = [];
	#hasColumns = false;

	/** `makesTable`: the first brackets hold columns, a line each. */
	constructor(makesTable: boolean) {
		this.#makesTable = makesTable;
	}

	#space(): void {
		if (this.#line.trim() !== '' && !this.#line.endsWith(' ') && !this.#line.endsWith('(')) {
			this.#line += ' ';
		}
	}

	#newLine(level: number): void {
		if (this.#line.trim() !== '') {
			this.#lines.push(this.#line.trimEnd());
		}

		this.#line = indent.repeat(level);
	}

	#openBracket(): void {
		const holdsColumns = this.#makesTable && this.#open.length === 0 && !this.#hasColumns;
		this.#hasColumns ||= holdsColumns;
		this.#open.push(holdsColumns);
		this.#line += '(';
		if (holdsColumns) {
			this.#newLine(1);
		}
	}

	#closeBracket(): void {
		if (this.#open.pop() === true) {
			this.#newLine(0);
		}

		this.#line += ')';
	}

	#comma(): void {
		this.#line += ',';
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

		this.#line += part;
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

/** A statement as lines: one for a short one; else its columns, values or changes a line each. */
export const layoutStatement = (sql: string): readonly string[] => {
	const flat = sql.trim().replaceAll(/\s+/gv, ' ');
	if (flat.length <= short) {
		return flat === '' ? [] : [flat];
	}

	const layout = new Layout(/^create (?:temporary )?table\b/iv.test(flat));
	for (const [part] of sql.trim().matchAll(token)) {
		layout.add(part);
	}

	return layout.end();
};

/** The first lines of a statement, and how many more there are. */
export const foldStatement = (
	sql: string,
	most: number,
): {readonly lines: readonly string[]; readonly more: number} => {
	const all = layoutStatement(sql);
	// A line that says how many are left out takes a line itself.
	return all.length <= most + 1
		? {lines: all, more: 0}
		: {lines: all.slice(0, most), more: all.length - most};
};
