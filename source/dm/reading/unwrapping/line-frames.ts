/**
 * What a program adds before or after every line: the time and the name in a log, `> ` of a mail, `| ` of docker
 * compose, the number of a line, the border of a tmux pane, `$` of `cat -A`.
 */

import {signOf} from '../json/signs.js';

type Token = {readonly kind: 'word' | 'blank' | 'sign'; readonly text: string};

type LineFrame = {
	/** What the line opens. */
	readonly sign: string;
	/** The text before each line; parts such as times and numbers may differ from line to line. */
	readonly before: readonly Token[];
	/** The pane, counted from 0, where bars divide the line, in place of `before`; undefined when they do not. */
	readonly pane?: number;
	/** The character after each line; '' when there is none. */
	readonly behind: string;
};

/** A line longer than this, characters, has no frame. */
const longestLine = 10_000;

const openers = '[{［｛';
const hasOpener = /[\[\{［｛]/v;
/** Characters that may follow every line. */
const endSigns = String.raw`$\|¬¶↵⏎`;
const bar = /[│┃║▏▕]/v;
const tokens = /(?<word>[\p{Letter}\p{Number}_]+)|(?<blank>\p{White_Space}+)|./gv;
const words = /[\p{Letter}\p{Number}_]+/vy;
const blanks = /\p{White_Space}*/vy;
/** Part of the document or of a comment, not of a frame. */
const notBefore = /["'\\“”„＂]|^\p{White_Space}*(?:#|\/\/)/v;
const key = /^\p{White_Space}*["'“”„＂][^"'\\“”＂]{1,60}["'“”＂]\p{White_Space}*[:：]/v;
const entry = /^\p{White_Space}*[\[\{［｛]/v;

const kindOf = (groups: Readonly<Record<string, string | undefined>> | undefined): Token['kind'] =>
	groups?.['word'] === undefined ? (groups?.['blank'] === undefined ? 'sign' : 'blank') : 'word';

const isOpener = (text: string): boolean => text.length === 1 && openers.includes(text);

/** A line without the character that may follow every line, and that character. */
const splitEnd = (line: string): {readonly opening: string; readonly behind: string} => {
	const trimmed = line.trimEnd();
	const last = trimmed.at(-1) ?? '';
	const behind = endSigns.includes(last) ? last : '';
	return {opening: trimmed.slice(0, trimmed.length - behind.length).trimEnd(), behind};
};

/** The frame of a line that opens a document; undefined when only blanks are around it. */
const frameOf = (line: string): LineFrame | undefined => {
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

/** How far a line matches the text before each line: completely, not at all, or as far as the line goes. */
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
			// A longer match belongs to the line itself.
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
const unframe = (line: string, {before, pane, behind}: LineFrame): string | undefined => {
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

/** Whether a line without its frame continues what the line before it opened. */
const goesOn = (line: string, {sign}: LineFrame): boolean => (sign === '{' ? key : entry).test(line);

/** Removes the frames from the lines of a stream; the number of lines does not change. */
export class LineFrames {
	#frame: LineFrame | undefined;
	/** A second line has the frame, too: so it is not a prompt or prose around the first. */
	#isSure = false;
	/** The current line as far as it was read, and how much of it was passed on. */
	#line = '';
	#given = 0;
	/** The current line is passed on only when it is complete: it may have a frame. */
	#isHeld = false;

	/** The part of the current line up to `end` that was not passed on yet. */
	#give(end = this.#line.length): string {
		const text = this.#line.slice(this.#given, end);
		this.#given = Math.max(this.#given, end);
		return text;
	}

	/** The rest of a line without the frame; it may open a document in another. */
	#leave(): string {
		// A line of another program in between does not end the framing; another document does.
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

	/** The part of the current line that can be passed on before it is complete. */
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

		// The next character may be one that follows every line.
		const {opening} = splitEnd(this.#line);
		return this.#give(isOpener(opening.slice(-1)) ? opening.length : undefined);
	}

	/** The chunk without frames; text that may belong to one is held back until its line ends. */
	push(chunk: string): string {
		let given = '';
		for (let start = 0; start < chunk.length;) {
			const end = chunk.indexOf('\n', start);
			const part = chunk.slice(start, end === -1 ? chunk.length : end);
			if (this.#line.length > longestLine) {
				// Without a frame, whatever follows.
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
