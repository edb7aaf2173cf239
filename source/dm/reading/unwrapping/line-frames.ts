/**
 * What a program puts before or behind every line of text that it passes on: the time and the name of a log, `> ` of
 * a mail, `| ` of docker compose, the number of a line, the border of a tmux pane, `$` of `cat -A`.
 */

import {signOf} from '../json/signs.js';

type Token = {readonly kind: 'word' | 'blank' | 'sign'; readonly text: string};

type Frame = {
	/** What the line opens. */
	readonly sign: string;
	/** What stands before each line; words may differ from line to line, as times and numbers do. */
	readonly before: readonly Token[];
	/** The pane, counted from 0, where bars divide the line, in place of `before`; undefined when they do not. */
	readonly pane?: number;
	/** The sign behind each line; '' when there is none. */
	readonly behind: string;
};

/** A line longer than this, characters, has no frame. */
const longestLine = 10_000;

const openers = '[{［｛';
const hasOpener = /[\[\{［｛]/v;
/** Signs that may stand behind every line. */
const endSigns = String.raw`$\|¬¶↵⏎`;
const bar = /[│┃║▏▕]/v;
const tokens = /(?<word>[\p{Letter}\p{Number}_]+)|(?<blank>\p{White_Space}+)|./gv;
const words = /[\p{Letter}\p{Number}_]+/vy;
const blanks = /\p{White_Space}*/vy;
/** What is part of the document or of a comment, and no frame of it. */
const notBefore = /["'\\“”„＂]|^\p{White_Space}*(?:#|\/\/)/v;
const key = /^\p{White_Space}*["'“”„＂][^"'\\“”＂]{1,60}["'“”＂]\p{White_Space}*[:：]/v;
const entry = /^\p{White_Space}*[\[\{［｛]/v;

const kindOf = (groups: Readonly<Record<string, string | undefined>> | undefined): Token['kind'] =>
	groups?.['word'] === undefined ? (groups?.['blank'] === undefined ? 'sign' : 'blank') : 'word';

const isOpener = (text: string): boolean => text.length === 1 && openers.includes(text);

/** A line without the sign that may stand behind every line, and that sign. */
const splitEnd = (line: string): {readonly opening: string; readonly behind: string} => {
	const trimmed = line.trimEnd();
	const last = trimmed.at(-1) ?? '';
	const behind = endSigns.includes(last) ? last : '';
	return {opening: trimmed.slice(0, trimmed.length - behind.length).trimEnd(), behind};
};

/** The frame that a line has which opens a document; undefined when nothing but blanks is around it. */
const frameOf = (line: string): Frame | undefined => {
	if (line.length > longestLine || !hasOpener.test(line)) {
		return undefined;
	}

	const panes = line.split(bar);
	const pane = panes.findIndex(part => isOpener(part.trim()));
	if (panes.length > 1 && pane !== -1) {
		return {sign: signOf(panes[pane]!.trim()), before: [], pane, behind: ''};
	}

	const {opening, behind} = splitEnd(line);
	const before = opening.slice(0, -1);
	if (!isOpener(opening.slice(-1)) || notBefore.test(before) || (before.trim() === '' && behind === '')) {
		return undefined;
	}

	return {
		sign: signOf(opening.slice(-1)),
		before: Array.from(before.matchAll(tokens), ({0: text, groups}) => ({kind: kindOf(groups), text})),
		behind,
	};
};

/** How far a line has what stands before each line, and whether all of it, none of it, or as much as there is of the line. */
const passBefore = (
	line: string,
	before: readonly Token[],
): {readonly offset: number; readonly is: 'whole' | 'other' | 'beginning'} => {
	let offset = 0;
	for (const [index, {kind, text}] of before.entries()) {
		const run = kind === 'word' ? words : blanks;
		run.lastIndex = offset;
		let found = kind === 'sign' ? (line.startsWith(text, offset) ? text : '') : (run.exec(line)?.[0] ?? '');
		if (kind === 'blank' && index === before.length - 1) {
			// What continues belongs to the line.
			found = found.slice(0, text.length);
		}

		if (found === '' && kind !== 'blank') {
			return {offset, is: offset === line.length ? 'beginning' : 'other'};
		}

		offset += found.length;
	}

	return {offset, is: 'whole'};
};

/** A line without its frame; undefined when it does not have it. */
const unframe = (line: string, {before, pane, behind}: Frame): string | undefined => {
	if (pane !== undefined) {
		return line.split(bar)[pane];
	}

	const {offset, is} = passBefore(line, before);
	if (is !== 'whole') {
		return undefined;
	}

	const rest = line.slice(offset);
	if (behind === '') {
		return rest;
	}

	const trimmed = rest.trimEnd();
	return trimmed.endsWith(behind) ? trimmed.slice(0, -behind.length) : undefined;
};

/** Whether a line, its frame taken off, continues with what the line before it opened. */
const goesOn = (line: string, {sign}: Frame): boolean => (sign === '{' ? key : entry).test(line);

/** Takes the frames off the lines of a stream of characters; every line stays a line. */
export class LineFrames {
	#frame: Frame | undefined;
	/** A second line has the frame too: what is around the first is not a prompt, and no words of a person. */
	#isSure = false;
	/** The current line, as far as it was read, and how much of it was given. */
	#line = '';
	#given = 0;
	/** Nothing of the current line is given before it is whole: it may have a frame. */
	#isHeld = false;

	/** What was not given yet of the current line, to `end`. */
	#give(end = this.#line.length): string {
		const text = this.#line.slice(this.#given, end);
		this.#given = Math.max(this.#given, end);
		return text;
	}

	/** The rest of a line without the frame; it may open a document in another. */
	#leave(): string {
		// A line of another program in between does not end the frame; another document does.
		if (this.#isSure && !entry.test(this.#line)) {
			return this.#give();
		}

		this.#isSure = false;
		this.#frame = frameOf(this.#line);
		return this.#frame?.pane === undefined
			? this.#give(this.#frame ? splitEnd(this.#line).opening.length : undefined)
			: `\u{20}${this.#line.split(bar)[this.#frame.pane]!}`;
	}

	/** The rest of the current line, which is whole. */
	#endLine(): string {
		const bare = this.#isHeld && this.#frame ? unframe(this.#line, this.#frame) : undefined;
		const isFramed =
			bare !== undefined && this.#frame !== undefined && (this.#isSure || goesOn(bare, this.#frame));
		this.#isSure ||= isFramed;
		const rest = isFramed ? bare : this.#leave();
		this.#line = '';
		this.#given = 0;
		this.#isHeld = this.#frame !== undefined;
		return rest;
	}

	/** What can be given of the current line before it is whole. */
	#giveBeginning(): string {
		if (this.#line.length > longestLine) {
			this.#isHeld = false;
			return this.#give();
		}

		const isOther =
			this.#frame?.pane === undefined && passBefore(this.#line, this.#frame?.before ?? []).is === 'other';
		this.#isHeld &&= !isOther;
		if (this.#isHeld || bar.test(this.#line)) {
			return '';
		}

		// The sign that follows may stand behind every line.
		const {opening} = splitEnd(this.#line);
		return this.#give(isOpener(opening.slice(-1)) ? opening.length : undefined);
	}

	/** The chunk without frames; what may belong to one waits for the end of its line. */
	push(chunk: string): string {
		let given = '';
		for (let start = 0; start < chunk.length;) {
			const end = chunk.indexOf('\n', start);
			const part = chunk.slice(start, end === -1 ? chunk.length : end);
			if (this.#line.length > longestLine) {
				// Whatever follows, it has no frame.
				given += part;
			} else {
				this.#line += part;
			}

			given += end === -1 ? this.#giveBeginning() : `${this.#endLine()}\n`;
			start += part.length + 1;
		}

		return given;
	}

	/** The rest of the last line. */
	end(): string {
		return this.#endLine();
	}
}
