/**
 * The pages of a dialog: the summary, then the full content where the summary leaves something out.
 */
import {type Line, span} from '../../components/line.js';
import type {Symbols} from '../../components/symbols.js';
import {say} from '../../language/say.js';
import {dialogText} from './dialog-lines.js';
import type {Dialog} from './dialog-state.js';
import {type DialogText, fitDialog, wholeLines} from './fit-dialog.js';

type Box = {readonly width: number; readonly height: number};

/** The lines of a page, how many there are, and where they are among all. */
const pageOf = (whole: DialogText, page: number, height: number): readonly Line[] | undefined => {
	const lines = wholeLines(whole);
	const space = Math.max(1, height - whole.asked.length - 1);
	const pages = Math.ceil(lines.length / space);
	const at = ((page % (pages + 1)) + pages + 1) % (pages + 1);
	if (at === 0 || lines.length + whole.asked.length <= height) {
		return undefined;
	}

	const from = (at - 1) * space;
	const shown = lines.slice(from, from + space);
	const where = say('lines {from}-{to} of {count}: PgDn goes on, PgUp back', {
		from: from + 1,
		to: from + shown.length,
		count: lines.length,
	});
	return [...shown, [span(where, 'dim')], ...whole.asked];
};

/** What a dialog shows in a box: its summary, or the page that was turned to. The question is on all of them. */
export const dialogLines = (dialog: Dialog, symbols: Symbols, {width, height}: Box): readonly Line[] =>
	(dialog.page === 0
		? undefined
		: pageOf(dialogText(dialog, symbols, {width, height}), dialog.page, height)) ??
	fitDialog(dialogText(dialog, symbols, {width, height, most: height}), height);
