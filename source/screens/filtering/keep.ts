/**
 * Applies a filter to the rows of a table.
 */
import {fuzzyMatches} from './fuzzy.js';
import type {Comparison, Filter, Test} from './parse.js';

/** How the rows of a table are searched. */
export type Searched<Row> = {
	/** The text that `~` searches. */
	readonly name: (row: Row) => string;
	/** The texts that words search. */
	readonly words: (row: Row) => string;
	/** The text of a field; '' for nothing. */
	readonly field: (row: Row, field: string) => string;
	/** The number of a field; undefined where there is none. */
	readonly number: (row: Row, field: string) => number | undefined;
};

const comparisons: Record<Comparison, (left: number, right: number) => boolean> = {
	'>': (left, right) => left > right,
	'>=': (left, right) => left >= right,
	'<': (left, right) => left < right,
	'<=': (left, right) => left <= right,
	'=': (left, right) => left === right,
};

type Holds<Row> = (row: Row) => boolean;

const holds = <Row>(
	test: Test,
	rows: readonly Row[],
	{name, words, field, number}: Searched<Row>,
): Holds<Row> => {
	switch (test.kind) {
		case 'word': {
			return row => words(row).toLowerCase().includes(test.word);
		}

		case 'fuzzy': {
			const found = fuzzyMatches(
				rows.map(row => name(row)),
				test.needle,
			);
			const kept = new Set(rows.filter((_, index) => found.has(index)));
			return row => kept.has(row);
		}

		case 'field': {
			return row => field(row, test.field).toLowerCase().includes(test.word);
		}

		case 'number': {
			const isKept = comparisons[test.comparison];
			return row => {
				const value = number(row, test.field);
				return value !== undefined && isKept(value, test.value);
			};
		}
	}
};

/** The rows that match a filter, in order. */
export const keep = <Row>(
	{groups}: Filter,
	rows: readonly Row[],
	searched: Searched<Row>,
): readonly Row[] => {
	if (groups.length === 0) {
		return rows;
	}

	const compiled = groups.map(group =>
		group.map(({tests, wanted}) => ({wanted, all: tests.map(test => holds(test, rows, searched))})),
	);
	return rows.filter(row =>
		compiled.some(group => group.every(({wanted, all}) => all.some(isKept => isKept(row)) === wanted)),
	);
};

/** Whether a string, such as a line of a page, matches. */
export const isKept = (filter: Filter, text: string): boolean =>
	keep(filter, [text], {name: () => text, words: () => text, field: () => text, number: () => undefined})
		.length > 0;
