import {closersOf, isUnseen, signOf} from '../json/signs.js';

/** Signs after which a string may begin. */
const beforeText = new Set(['{', '[', ',', ':', '']);

/** Runs of characters that change nothing: inside a string, a comment, and elsewhere in a document. */
const plainInText = /[^\n"'\\«»‘’‚‛“”„‟′″「」＂]+/vy;
const plainInComment = /[^\n]+/vy;
const plainOutside = /[^\n"#'\/\[\]\{\}«»‘’‚‛“”„‟′″「」【】＂＃［］｛｝]+/vy;

/** Where in a document its reader is: how deep in braces or brackets, in a string, in a comment. */
export class Nesting {
	#opener = '{';
	/** What may end the string that is being read; '' outside of strings. */
	closers = '';
	/** The number of braces or brackets open; 0 between documents. */
	depth = 0;
	/** The last sign that means something; '' before any. */
	lastSign = '';
	/** The next character stands for itself, inside a string. */
	isEscaped = false;
	/** A line ended inside a string: it was broken by a terminal, or the document breaks off. */
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

	/** Takes a character that stands neither in a string nor in a comment. */
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

	/** Takes characters that change nothing, as far as they go from `start` on; gives them. */
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
