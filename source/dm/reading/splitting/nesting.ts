import {closersOf, isUnseen, signOf} from '../json/signs.js';

/** Punctuation after which a string may begin. */
const beforeText = new Set(['{', '[', ',', ':', '']);

/** Runs of characters that change nothing: inside a string, a comment, and elsewhere in a document. */
const plainInText = /[^\n"'\\«»‘’‚‛“”„‟′″「」＂]+/vy;
const plainInComment = /[^\n]+/vy;
const plainOutside = /[^\n"#'\/\[\]\{\}«»‘’‚‛“”„‟′″「」【】＂＃［］｛｝]+/vy;

/** The state at a point of a document: the depth in braces and brackets, in a string, in a comment. */
export class Nesting {
	#opener = '{';
	/** What may close the current string; '' outside of strings. */
	closers = '';
	/** The number of braces or brackets open; 0 between documents. */
	depth = 0;
	/** The last significant punctuation; '' before any. */
	lastSign = '';
	/** The next character is escaped, inside a string. */
	isEscaped = false;
	/** A line ended inside a string: a terminal broke it, or the document is incomplete. */
	isBroken = false;
	isInComment = false;

	#inString(character: string): void {
		if (character === '\n') {
			this.isBroken = true;
		} else if (this.isEscaped) {
			this.isEscaped = false;
		} else if (character === '\\') {
			this.isEscaped = true;
		} else if (this.closers.includes(character)) {
			this.closers = '';
		}
	}

	/** A document begins with this sign. */
	begin(sign: string): void {
		this.#opener = sign;
		this.depth = 1;
		this.lastSign = sign;
		this.isInComment = false;
		this.closers = '';
		this.isEscaped = false;
		this.isBroken = false;
	}

	/** Takes the next character of the document. */
	take(character: string): void {
		if (this.closers !== '') {
			this.#inString(character);
		} else if (this.isInComment) {
			this.isInComment = character !== '\n';
		} else {
			this.takeSign(character);
		}
	}

	/** Takes a character outside of strings and comments. */
	takeSign(character: string): void {
		const sign = signOf(character);
		const closers = closersOf(character);
		if (closers !== undefined && (character === '"' || beforeText.has(this.lastSign))) {
			this.closers = closers;
		} else if (sign === '#' || (sign === '/' && this.lastSign === '/')) {
			this.isInComment = true;
			this.lastSign = '';
			return;
		} else if (sign === this.#opener) {
			this.depth++;
		} else if (sign === (this.#opener === '{' ? '}' : ']')) {
			this.depth--;
		}

		if (!isUnseen(character)) {
			this.lastSign = sign;
		}
	}

	/** Takes the characters from `start` on that change nothing, and returns them. */
	takeRun(chunk: string, start: number): string {
		const plain = this.closers === '' ? (this.isInComment ? plainInComment : plainOutside) : plainInText;
		plain.lastIndex = start;
		const run = plain.exec(chunk)?.[0] ?? '';
		if (run !== '' && this.closers === '' && !this.isInComment) {
			this.lastSign = signOf(run.trimEnd().at(-1) ?? this.lastSign);
		}

		return run;
	}
}
