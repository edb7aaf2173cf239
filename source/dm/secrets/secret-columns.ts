/** Secrets that a header or a list of columns names, some values before them. Everything here takes linear time. */
import type {Range} from './hidden-ranges.js';
import {isQuote, quotedEnd} from './quoted.js';
import {isSecretKey} from './secret-words.js';

/** More columns than these are no table of users. */
const mostCells = 100;

/** What is between `separator`s from `start` to `end`, those in quotes not counted; none where there are too many. */
const cellsOf = (text: string, start: number, end: number, separator: string): readonly Range[] => {
	const cells: Range[] = [];
	let begin = start;
	let at = start;
	for (; at < end && cells.length <= mostCells; at++) {
		const character = text[at];
		if (isQuote(character) && (at === begin || /\s/v.test(text[at - 1]!))) {
			at = Math.min(quotedEnd(text.slice(at, end), 0).end + at, end) - 1;
		} else if (character === separator) {
			cells.push({start: begin, end: at});
			begin = at + 1;
		}
	}

	return cells.length > mostCells ? [] : [...cells, {start: begin, end}];
};

const trimmed = (text: string, {start, end}: Range): Range => {
	const cell = text.slice(start, end);
	const begin = start + cell.length - cell.trimStart().length;
	return {start: begin, end: Math.max(begin, start + cell.trimEnd().length)};
};

/** A line of titles: words, nothing else. */
const title = /^\s{0,200}["'\u{60}]?(?<name>[\w\p{Script=Han}\-.]{0,64})["'\u{60}]?\s{0,200}$/v;

/** Which columns of a header have secrets; none where it is no header. */
const secretColumns = (text: string, cells: readonly Range[], separator: string): readonly number[] => {
	const names = cells.map(({start, end}) =>
		end - start > 400 ? undefined : title.exec(text.slice(start, end))?.groups?.['name'],
	);
	const isHeader = !names.includes(undefined) && names.filter(name => name !== '').length > 1;
	return !isHeader || (separator !== '|' && names.includes(''))
		? []
		: names.flatMap((name, index) => (isSecretKey(name!) ? [index] : []));
};

const separators = [',', '\t', ';', '|'];

/** What follows a list of columns in a statement. */
const clause = /^\s{0,99}(?:from|where|values?|into|(?:left |inner )?join|select|set|order|group)\b/iv;

/** The line of a frame around a table. */
const frame = /^[ +\-:=\|]+$/v;

type Header = {readonly columns: readonly number[]; readonly separator: string; readonly count: number};

const headerOf = (text: string, start: number, end: number): Header | undefined => {
	if (end - start > 4000 || !isSecretKey(text.slice(start, end))) {
		return undefined;
	}

	for (const separator of separators) {
		const cells = cellsOf(text, start, end, separator);
		const columns = cells.length < 2 ? [] : secretColumns(text, cells, separator);
		if (columns.length > 0) {
			return {columns, separator, count: cells.length};
		}
	}

	return undefined;
};

/** `user,password` and the lines below it: CSV, and what clients of MySQL print. */
export const rangesInTables = (text: string): Range[] => {
	if (!text.includes('\n')) {
		return [];
	}

	const ranges: Range[] = [];
	let header: Header | undefined;
	const line = /[^\n]+/gv;
	for (let found = line.exec(text); found; found = line.exec(text)) {
		if (header && frame.test(found[0])) {
			continue;
		}

		const start = found.index;
		const end = line.lastIndex;
		const cells = header ? cellsOf(text, start, end, header.separator) : [];
		if (header?.count === cells.length && !clause.test(found[0])) {
			const values = header.columns.map(column => trimmed(text, cells[column]!));
			ranges.push(...values.filter(value => value.end > value.start));
		} else {
			header = headerOf(text, start, end);
		}
	}

	return ranges;
};

/** `INSERT INTO users (name, password) VALUES`, `INSERT INTO mysql.user VALUES` */
const insert =
	/\b(?:insert|replace)\s[^\(\);]{0,200}?(?:\((?<columns>[^\(\);]{1,4000})\)\s{0,20}values?\s{0,20}|\bmysql["\u{60}]{0,2}\.["\u{60}]{0,2}(?:user|global_priv)["\u{60}]?\s{1,20}values?\s{0,20})(?=\()/giv;

/** The values of the row that begins after the bracket at `start`, and where it ends. */
const rowAt = (text: string, start: number): {readonly cells: readonly Range[]; readonly end: number} => {
	const cells: Range[] = [];
	let depth = 0;
	let begin = start + 1;
	for (let at = start; at < text.length; at++) {
		const character = text[at];
		if (isQuote(character)) {
			const escapes = /\\{0,15}$/v.exec(text.slice(Math.max(0, at - 15), at))![0].length;
			at = quotedEnd(text, at, escapes).end - 1;
		} else if (character === '(') {
			depth += 1;
		} else if (character === ')') {
			depth -= 1;
		}

		if (depth === 0 || (depth === 1 && character === ',')) {
			cells.push({start: begin, end: at});
			begin = at + 1;
		}

		if (depth === 0) {
			return {cells, end: at + 1};
		}
	}

	return {cells: [...cells, {start: begin, end: text.length}], end: text.length};
};

/** A value of a prepared statement, and none. */
const isPlaceholder = (text: string, {start, end}: Range): boolean =>
	end - start < 9 && /^(?:\?|null|default)?$/iv.test(text.slice(start, end));

const nextRow = /\s{0,20},\s{0,20}(?=\()/vy;

/** The values of an INSERT that its columns name as secrets; all values of the users of MySQL. */
export const rangesInInserts = (text: string): Range[] => {
	const ranges: Range[] = [];
	insert.lastIndex = 0;
	for (let found = insert.exec(text); found; found = insert.exec(text)) {
		const columns = found.groups?.['columns']?.split(',');
		if (columns?.some(column => isSecretKey(column)) === false) {
			continue;
		}

		let at: number | undefined = insert.lastIndex;
		while (at !== undefined) {
			const {cells, end} = rowAt(text, at);
			const values = cells.filter((_, index) => columns === undefined || isSecretKey(columns[index] ?? ''));
			ranges.push(...values.map(cell => trimmed(text, cell)).filter(cell => !isPlaceholder(text, cell)));
			nextRow.lastIndex = end;
			at = nextRow.test(text) ? nextRow.lastIndex : undefined;
			insert.lastIndex = end;
		}
	}

	return ranges;
};
