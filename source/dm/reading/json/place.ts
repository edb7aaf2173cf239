import {say} from '../../../language/say.js';
import {quote} from '../status-format-error.js';

/** A place in a text, or where the text begins within its stream; counted from 1. */
export type TextPlace = {readonly line: number; readonly column: number};

/** Where a text begins that is a stream's first. */
export const textStart: TextPlace = {line: 1, column: 1};

/** A line, counted from 1, and "line 12, column 3" in words. */
export type LinePlace = {readonly line: number; readonly where: string};

/** The line of an offset in text that begins at `start`, and "line 12, column 3". */
export const linePlaceOf = (text: string, offset: number, start: TextPlace): LinePlace => {
	let {line, column} = start;
	let lineStart = 0;
	for (;;) {
		const end = text.indexOf('\n', lineStart);
		if (end === -1 || end >= offset) {
			return {line, where: say('line {line}, column {column}', {line, column: offset - lineStart + column})};
		}

		line++;
		lineStart = end + 1;
		column = 1;
	}
};

const plainKey = /^[A-Z_a-z]\w*$/v;

/** One segment of a JSON path: `.key`, `["odd key"]` or `[3]`. */
const segment = (part: string | number): string => {
	if (typeof part === 'number') {
		return `[${part}]`;
	}

	return plainKey.test(part) && part.length < 40 ? `.${part}` : `[${quote(part)}]`;
};

/** Parts of a path that are shown. */
const mostParts = 12;

/** A JSON path, such as `$.sources[3]`. */
export const pathText = (path: ReadonlyArray<string | number>): string =>
	`$${path
		.slice(0, mostParts)
		.map(part => segment(part))
		.join('')}${path.length > mostParts ? '…' : ''}`;
