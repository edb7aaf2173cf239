/**
 * The settings in a configuration as DM writes it, YAML or TOML, in the order of the text: enough to find a value by
 * its path, and to replace it. Anything else stays as it is.
 */

/** One value of a configuration, or a piece of text between two. */
export type ConfigPiece =
	| {readonly kind: 'text'; readonly text: string}
	| {
			readonly kind: 'setting';
			/** "target-database.password", "mysql-instances[0].meta.binlog-name". */
			readonly path: string;
			/** The name of the value: the last name of the path. */
			readonly key: string;
			/** The text up to the value. */
			readonly before: string;
			/** The raw value, which may have several lines, without the line break at its end. */
			readonly value: string;
			/** The line break. */
			readonly after: string;
	  };

/** The form of a configuration: tasks and sources have YAML, subtasks and members TOML. */
export type ConfigFormat = 'yaml' | 'toml';

/** The lines of a text, each with its line break. */
const linesOf = (text: string): string[] => (text === '' ? [] : text.split(/(?<=\n)/v));

const withoutBreak = (line: string): string => line.replace(/\r?\n$/v, '');

const columnOf = (line: string): number => /^ */v.exec(line)![0].length;

const isBlank = (line: string): boolean => line.trim() === '';

/** A blank line, or a comment. */
const isLeftOut = (line: string): boolean => /^\s*(?:#|$)/v.test(withoutBreak(line));

const unquoted = (key: string): string => key.replace(/^(?<quote>["'])(?<inner>.*)\k<quote>$/v, '$<inner>');

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

/** Collects the pieces of text, line by line. */
class Reading {
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

	get line(): string | undefined {
		return this.#lines[this.#at];
	}

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

/** A key of a YAML document that is still open: deeper lines belong to it. */
type Level = {readonly column: number; readonly name: string; items: number};

const pathOf = (levels: readonly Level[]): string =>
	levels
		.map(({name, items}) => `${name}${items > 0 ? `[${items - 1}]` : ''}`)
		.join('.')
		.replaceAll(/\.(?=\[)/gv, '');

/** Key and value of a mapping: a value begins after a colon and a blank. */
const yamlKey =
	/^(?<key>"(?:[^"\\]|\\.)*"\s*|'(?:[^']|'')*'\s*|[^\s!"#%\u{26}'*,\-:>?@\[\]`\{\|\}][^#:]*|-[^\s#:][^#:]*)(?<colon>:(?:[\t ]+|$))/v;

/** Whether a line belongs to the value of a key at this column: the rest of a scalar, or content nested in a secret. */
const goesOnInYaml = (
	next: string,
	value: string,
	{column, nested}: {readonly column: number; readonly nested: boolean},
): boolean => {
	const begun = value.split('\n', 1)[0]!.trim();
	const isDeeper = columnOf(next) > column;
	return begun === '' || begun.startsWith('#')
		? nested && (isDeeper || (columnOf(next) === column && /^ *-(?:\s|$)/v.test(next)))
		: isDeeper && !/^["'\[\{]/v.test(begun);
};

/** The pieces of a YAML document. `isSecret`: keys under which everything is one value, however nested. */
const yamlPieces = (text: string, isSecret: (key: string) => boolean): readonly ConfigPiece[] => {
	const reading = new Reading(text, 'yaml');
	const levels: Level[] = [];
	const dropFrom = (column: number): void => {
		while ((levels.at(-1)?.column ?? -1) >= column) {
			levels.pop();
		}
	};

	for (let {line} = reading; line !== undefined; {line} = reading) {
		const content = withoutBreak(line);
		if (isLeftOut(content) || /^(?:---|\.\.\.|%)/v.test(content)) {
			reading.skip();
			continue;
		}

		let column = columnOf(content);
		let dash = /^-(?: +|$)/v.exec(content.slice(column))?.[0];
		if (dash === undefined) {
			dropFrom(column);
		}

		while (dash !== undefined) {
			// A list may be at the same column as its key.
			dropFrom(column + 1);
			const list = levels.at(-1);
			if (list) {
				list.items += 1;
			}

			column += dash.length;
			dropFrom(column);
			dash = /^-(?: +|$)/v.exec(content.slice(column))?.[0];
			if (dash !== undefined) {
				levels.push({column, name: '', items: 0});
			}
		}

		const rest = content.slice(column);
		const {key, colon} = yamlKey.exec(rest)?.groups ?? {};
		if (key === undefined || colon === undefined) {
			if (rest === '') {
				reading.skip();
			} else {
				reading.take(
					{path: pathOf(levels), key: levels.at(-1)?.name ?? '', before: content.slice(0, column)},
					(next, value) => goesOnInYaml(next, value, {column: column - 1, nested: false}),
				);
			}

			continue;
		}

		const name = unquoted(key.trimEnd());
		const before = content.slice(0, column + key.length + colon.length);
		levels.push({column, name, items: 0});
		reading.take({path: pathOf(levels), key: name, before}, (next, value) =>
			goesOnInYaml(next, value, {column, nested: isSecret(name)}),
		);
	}

	return reading.pieces;
};

const tomlPieces = (text: string): readonly ConfigPiece[] => {
	const reading = new Reading(text, 'toml');
	const counts = new Map<string, number>();
	let section = '';
	for (let {line} = reading; line !== undefined; {line} = reading) {
		const content = withoutBreak(line);
		const list = /^\s*\[\[(?<name>[^\]]+)\]\]/v.exec(content)?.groups?.['name'];
		const table = /^\s*\[(?<name>[^\[\]]+)\]\s*(?:#.*)?$/v.exec(content)?.groups?.['name'];
		const {before, key} =
			/^(?<before>\s*(?<key>[\w\-]+|"[^"]*"|'[^']*')\s*=\s*)/v.exec(content)?.groups ?? {};
		if (list !== undefined) {
			const name = list.trim();
			const count = counts.get(name) ?? 0;
			counts.set(name, count + 1);
			section = `${name}[${count}].`;
			reading.skip();
		} else if (table !== undefined) {
			section = `${table.trim()}.`;
			reading.skip();
		} else if (before === undefined || key === undefined) {
			reading.skip();
		} else {
			const name = unquoted(key);
			reading.take({path: `${section}${name}`, key: name, before}, () => false);
		}
	}

	return reading.pieces;
};

/** The pieces of a configuration; joined they are its text. */
export const piecesOf = (
	text: string,
	format: ConfigFormat,
	isSecret: (key: string) => boolean,
): readonly ConfigPiece[] => (format === 'yaml' ? yamlPieces(text, isSecret) : tomlPieces(text));

/** The text that the pieces make up. */
export const joinPieces = (pieces: readonly ConfigPiece[]): string =>
	pieces
		.map(piece => (piece.kind === 'text' ? piece.text : piece.before + piece.value + piece.after))
		.join('');
