/**
 * CREATE TABLE statements column by column, whatever their layout: DM gives them in one line.
 */

import {sqlPieces} from './sql-pieces.js';

/** A line that was added, removed or kept. */
export type DiffLine = {readonly sign: '+' | '-' | ' '; readonly text: string};

/** A longer statement stays as it is: no table has that many columns. */
const longest = 1_000_000;

/** The most lines that are compared with each other: with more, all count as changed. */
const mostCompared = 4_000_000;

/** A statement with one line for the part before its columns, one for each column and index, one for its options. */
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

/** A statement for reading and editing, one column per line; one with line breaks stays as it is. */
export const layOutTable = (sql: string): string =>
	sql.length > longest || sql.trim().includes('\n')
		? sql
		: splitTable(sql)
				.map((line, index) => (index === 0 || line.startsWith(')') ? line : `  ${line}`))
				.join('\n');

/** Without a comma: being the last column or not is not a change. */
const linesOf = (sql: string): readonly string[] =>
	sql.length > longest ? sql.split('\n') : splitTable(sql).map(line => line.replace(/,$/v, ''));

/** Which lines of both sides stay, by their longest common subsequence. */
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

/** The lines of both statements in order: those only in the first, only in the second, and in both. */
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
