/**
 * Where a page of text continues when its lines have become longer or shorter. Pure.
 */
import {type Line, lineText} from '../../components/line.js';

/** Letters and digits: what wrapping moves from line to line but never changes, unlike blanks, rules and plots. */
const letters = /[\p{Letter}\p{Number}]/gv;

const lettersIn = (line: Line): number => lineText(line).match(letters)?.length ?? 0;

/** How many letters stand above the line `top`. */
export const lettersAbove = (text: readonly Line[], top: number): number =>
	text.slice(0, top).reduce((sum, line) => sum + lettersIn(line), 0);

/** The line with the letter that follows so many others; the last one where there are fewer. */
export const lineAfter = (text: readonly Line[], count: number): number => {
	if (count === 0) {
		return 0;
	}

	let sum = 0;
	const found = text.findIndex(line => {
		sum += lettersIn(line);
		return sum > count;
	});
	return found === -1 ? Math.max(0, text.length - 1) : found;
};
