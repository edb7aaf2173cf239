import {textStart, type TextPlace} from '../json/place.js';
import {closersOf, isUnseen, signOf} from '../json/signs.js';
import {LineBetween} from './between.js';
import {Nesting} from './nesting.js';
import type {Piece} from './piece.js';
import {Opening, openers} from './opening.js';

/** A comment line, or one with the prompt of root. */
const comment = /^\p{White_Space}*(?:#|\/\/)/v;
const keyBefore = /["'“”„＂]\p{White_Space}*[:：]\p{White_Space}*$/v;
/**
 * Cuts a stream of characters into JSON documents, however it is cut into chunks: one after the other, on lines of
 * their own or not, pretty-printed or not, with comments and dmctl's prompts in between.
 *
 * A document begins with a brace that a key follows, or with a bracket that a brace follows, and ends where its braces
 * or brackets are even. One that breaks off and is followed by another is passed on as it is: its reader says what is
 * wrong.
 */
export class DocumentSplitter {
	readonly #limit: number;
	#pieces: Piece[] = [];
	readonly #between = new LineBetween();
	/** What was read so far of the current document. */
	#text = '';
	/** Where `#text` begins, and the next character. */
	#start: TextPlace;
	#line: number;
	#column: number;
	/** The nesting at this point; its depth is 0 between documents. */
	readonly #nesting = new Nesting();
	#key = '';
	/** A brace or bracket, while it is not known whether a document begins there. */
	#opening: Opening | undefined;
	#isLineStart = true;
	#isOversize = false;
	/** Its second line is indented: then a brace at the start of a line begins another document. */
	#isIndented: boolean | undefined;
	/**
	 * A splitter at the beginning of its stream.
	 *
	 * @param limit The longest document, characters.
	 * @param start Where the stream begins within the whole text.
	 */
	constructor(limit: number, start: TextPlace = textStart) {
		this.#limit = limit;
		this.#start = start;
		this.#line = start.line;
		this.#column = start.column;
	}

	#here(): TextPlace {
		return {line: this.#line, column: this.#column};
	}

	/** A document begins with this, and continues with `next`. */
	#begin({text, sign, start, isLineEnded}: Opening, next: string): void {
		const before = this.#between.text;
		this.#between.text = '';
		this.#key = keyBefore.test(before) ? before.trim() : '';
		this.#text = text;
		this.#start = start;
		this.#isIndented = isLineEnded
			? /\n\p{White_Space}/v.test(text)
			: closersOf(next) === undefined
				? undefined
				: false;
		this.#opening = undefined;
		this.#nesting.begin(sign);
		this.#isOversize = false;
		this.#inside(next);
	}

	#finish(): void {
		if (!this.#isOversize) {
			this.#pieces.push({kind: 'document', text: this.#text, start: this.#start, key: this.#key});
		}

		this.#text = '';
		this.#nesting.depth = 0;
	}

	#flushLine(): void {
		const told = this.#between.end();
		if (told) {
			this.#pieces.push({kind: 'skipped', ...told});
		}
	}

	/** It was not the beginning of a document. */
	#leave({text, start}: Opening): void {
		this.#opening = undefined;
		const [line, ...lines] = text.split('\n');
		this.#between.add(line!, start);
		for (const next of lines) {
			this.#flushLine();
			this.#between.add(next, this.#here());
		}
	}

	#outside(character: string): void {
		if (this.#opening) {
			// A document may be commented out line by line, or follow the prompt of root.
			const isBeginning = this.#opening.isBeginning(character, comment.test(this.#between.text));
			if (isBeginning === undefined) {
				this.#opening.wait(character);
				return;
			}

			if (isBeginning) {
				this.#begin(this.#opening, character);
				return;
			}

			this.#leave(this.#opening);
		}

		if (character === '\n') {
			this.#flushLine();
		} else if (openers.includes(character)) {
			this.#opening = new Opening(character, this.#here());
		} else {
			this.#between.add(character, this.#here());
		}
	}

	/**
	 * Whether a brace or bracket inside a document begins another one: true, false, or undefined while the next
	 * characters have to decide.
	 */
	#isAnother(sign: string): boolean | undefined {
		const {closers, isInComment, lastSign, isBroken} = this.#nesting;
		if (closers !== '' || isInComment) {
			return sign === '{' && this.#isLineStart && closers !== '' ? undefined : false;
		}

		if (sign === '{' && lastSign === '{') {
			return true;
		}

		if (!this.#isLineStart || (sign !== '{' && sign !== '[')) {
			return false;
		}

		return this.#isIndented === true ? true : isBroken && sign === '{' ? undefined : false;
	}

	/** Decides by `character` what the undecided brace inside a document is; true when the character was consumed. */
	#isDecided(opening: Opening, character: string): boolean {
		const isBeginning = opening.isBeginning(character, false);
		if (isBeginning === undefined) {
			opening.wait(character);
			return true;
		}

		// A terminal may break a line before a brace, but hardly again right after it.
		if (isBeginning && (this.#nesting.closers !== '' || opening.isLineEnded)) {
			this.#finish();
			this.#begin(opening, character);
			return true;
		}

		this.#opening = undefined;
		if (this.#nesting.closers === '') {
			this.#nesting.takeSign(opening.sign);
		}

		this.#keep(opening.text);
		return false;
	}

	#inside(character: string): void {
		if (this.#opening && this.#isDecided(this.#opening, character)) {
			return;
		}

		if (this.#isIndented === undefined && this.#isLineStart) {
			this.#isIndented = isUnseen(character);
		}

		const isAnother = this.#isAnother(signOf(character));
		if (isAnother === true) {
			this.#finish();
			this.#outside(character);
		} else if (isAnother === undefined) {
			this.#opening = new Opening(character, this.#here());
		} else {
			this.#goOn(character);
		}
	}

	/** A character of the current document. */
	#goOn(character: string): void {
		this.#nesting.take(character);
		this.#keep(character);
		if (this.#nesting.depth === 0) {
			this.#finish();
		}
	}

	#keep(run: string): void {
		if (this.#isOversize) {
			return;
		}

		this.#text += run;
		if (this.#text.length <= this.#limit) {
			return;
		}

		this.#isOversize = true;
		this.#text = '';
		this.#pieces.push({kind: 'oversize', start: this.#start});
	}

	#take(): Piece[] {
		const pieces = this.#pieces;
		this.#pieces = [];
		return pieces;
	}

	/** Skips characters that mean nothing to the splitter; returns where they end. */
	#passRun(chunk: string, start: number): number {
		const run = this.#nesting.takeRun(chunk, start);
		if (run === '') {
			return start;
		}

		if (this.#isIndented === undefined && this.#isLineStart) {
			this.#isIndented = isUnseen(run[0]!);
		}

		this.#isLineStart = false;
		this.#keep(run);
		this.#column += run.length;
		return start + run.length;
	}

	/** The pieces that this chunk completes. */
	push(chunk: string): Piece[] {
		const nesting = this.#nesting;
		for (let index = 0; index < chunk.length;) {
			const {depth} = nesting;
			const isBroken = nesting.closers !== '' && this.#isLineStart;
			if (depth > 0 && !nesting.isEscaped && !this.#opening && !isBroken) {
				index = this.#passRun(chunk, index);
			}

			const character = chunk[index];
			if (character === undefined) {
				continue;
			}

			if (depth === 0) {
				this.#outside(character);
			} else {
				this.#inside(character);
			}

			this.#isLineStart = character === '\n';
			this.#line += this.#isLineStart ? 1 : 0;
			this.#column = this.#isLineStart ? 1 : this.#column + 1;
			index++;
		}

		return this.#take();
	}

	/** The end of the stream. */
	end(): Piece[] {
		const {depth} = this.#nesting;
		const rest = this.#opening?.text ?? '';
		if (depth > 0 && !this.#isOversize) {
			this.#pieces.push({kind: 'unfinished', text: this.#text + rest, start: this.#start, key: this.#key});
		} else if (depth === 0 && this.#opening && !comment.test(this.#between.text)) {
			this.#pieces.push({kind: 'unfinished', text: rest, start: this.#opening.start, key: ''});
		} else if (depth === 0) {
			this.#flushLine();
		}

		this.#text = '';
		this.#between.text = '';
		this.#opening = undefined;
		this.#nesting.depth = 0;
		return this.#take();
	}
}
