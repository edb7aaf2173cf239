/** The settings in YAML, as DM writes tasks and sources. */
import type {ConfigPiece} from './piece.js';
import {PieceReader, isLeftOut, unquoted, withoutBreak} from './piece-reader.js';

const columnOf = (line: string): number => /^ */v.exec(line)![0].length;

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
	first: string,
	{column, nested}: {readonly column: number; readonly nested: boolean},
): boolean => {
	const begun = first.trim();
	const isDeeper = columnOf(next) > column;
	return begun === '' || begun.startsWith('#')
		? nested && (isDeeper || (columnOf(next) === column && /^ *-(?:\s|$)/v.test(next)))
		: isDeeper && !/^["'\[\{]/v.test(begun);
};

/** The pieces of a YAML document. `isSecret`: keys under which everything is one value, however nested. */
export const yamlPieces = (text: string, isSecret: (key: string) => boolean): readonly ConfigPiece[] => {
	const reading = new PieceReader(text, 'yaml');
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
					(next, first) => goesOnInYaml(next, first, {column: column - 1, nested: false}),
				);
			}

			continue;
		}

		const name = unquoted(key.trimEnd());
		const before = content.slice(0, column + key.length + colon.length);
		levels.push({column, name, items: 0});
		reading.take({path: pathOf(levels), key: name, before}, (next, first) =>
			goesOnInYaml(next, first, {column, nested: isSecret(name)}),
		);
	}

	return reading.pieces;
};
