/**
 * CREATE TABLE statements column by column, however they are laid out: DM gives them in one line.
 */

import {sqlPieces} from './sql-pieces.js';

export type DiffLine = {readonly sign: '+' | '-' | ' '; readonly text: string};

/** A statement of more characters stays as it is: no table has as many columns. */
const longest = 1_000_000;

/** Lines that are compared one with one: of more no line stays. */
const mostCompared = 4_000_000;

/** A statement as one line for what precedes its columns, one for each column and index, one for its options. */
const splitTable = (sql: string): readonly string[] => {
	const lines: string[][] = [[]];
	let depth = 0;
	for (const part of sqlPieces(sql)) {
		const before = depth;
		depth += part === '(' ? 1 : part === ')' ? -1 : 0;
		if (part === ')' && before === 1) {
			lines.push([]);
		}

		lines.at(-1)!.push(/^\s/v.test(part) ? ' ' : part);
		if ((part === '(' && before === 0) || (part === ',' && depth === 1)) {
			lines.push([]);
		}
	}

	return lines.map(line => line.join('').trim()).filter(line => line !== '');
};

/** A statement for reading and editing, a column a line; one that has lines stays as it is. */
export const layOutTable = (sql: string): string =>
	sql.length > longest || sql.trim().includes('\n')
		? sql
		: splitTable(sql)
				.map((line, index) => (index === 0 || line.startsWith(')') ? line : `  ${line}`))
				.join('\n');

/** With a comma or without: that a column was the last one is not a change of it. */
const linesOf = (sql: string): readonly string[] =>
	sql.length > longest ? sql.split('\n') : splitTable(sql).map(line => line.replace(/,$/v, ''));

/** Which lines of both sides stay, by the longest run of lines that both have in this order. */
const alike = (before: readonly string[], after: readonly string[]): readonly Uint32Array[] => {
	const lengths = Array.from({length: before.length + 1}, () => new Uint32Array(after.length + 1));
	for (let row = before.length - 1; row >= 0; row--) {
		for (let column = after.length - 1; column >= 0; column--) {
			lengths[row]![column] =
				before[row] === after[column]
					? lengths[row + 1]![column + 1]! + 1
					: Math.max(lengths[row + 1]![column]!, lengths[row]![column + 1]!);
		}
	}

	return lengths;
};

/** The lines of both statements in order: those only of the first, only of the second, and of both. */
export const tableDiff = (before: string, after: string): readonly DiffLine[] => {
	const [left, right] = [linesOf(before), linesOf(after)];
	if (left.length * right.length > mostCompared) {
		return [
			...left.map(text => ({sign: '-' as const, text})),
			...right.map(text => ({sign: '+' as const, text})),
		];
	}

	const lengths = alike(left, right);
	const lines: DiffLine[] = [];
	let [row, column] = [0, 0];
	while (row < left.length || column < right.length) {
		if (row < left.length && left[row] === right[column]) {
			lines.push({sign: ' ', text: left[row]!});
			row++;
			column++;
		} else if (
			column === right.length ||
			(row < left.length && lengths[row + 1]![column]! >= lengths[row]![column + 1]!)
		) {
			lines.push({sign: '-', text: left[row]!});
			row++;
		} else {
			lines.push({sign: '+', text: right[column]!});
			column++;
		}
	}

	return lines;
};
