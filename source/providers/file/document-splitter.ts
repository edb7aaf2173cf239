/** A piece of a stream: a whole document, or what is none. */
export type Piece =
	/** From the first brace to the one that closes it. */
	| {readonly kind: 'document'; readonly text: string}
	/** A line, or a part of one, that belongs to no document: its beginning. */
	| {readonly kind: 'skipped'; readonly text: string}
	/** A document that is larger than the limit; it is skipped to its end. */
	| {readonly kind: 'oversize'}
	/** The stream ended inside a document. */
	| {readonly kind: 'unfinished'; readonly text: string};

/** So much of a line that is no document is kept, characters. */
const keptOfLine = 200;

/** Lines around a document that belong to how it was made: a remark, dmctl's prompt, a fence. */
const expected = /^\s*(?:#|»|```|~~~)/v;
/** Characters that change nothing, inside a text, a remark, and elsewhere in a document. */
const plainInText = /[^\n"\\]+/vy;
const plainInRemark = /[^\n]+/vy;
const plainOutside = /[^\n"#\{\}]+/vy;

const isBlank = (character: string): boolean => ' \t\r\n'.includes(character);

/**
 * Cuts a stream of characters into JSON documents, however it is cut into chunks: one after the other, on lines of
 * their own or not, pretty-printed or not, with `#` remarks and dmctl's prompts in between.
 *
 * A document begins with a brace that a key follows, and ends where its braces are even. One that breaks off and is
 * followed by another is given as it is, for whoever reads it to say what is wrong.
 */
export class DocumentSplitter {
	readonly #limit: number;
	#pieces: Piece[] = [];
	/** What was read of the current document, or of the current line between documents. */
	#text = '';
	/** The number of braces open; 0 between documents. */
	#depth = 0;
	/** A brace and blanks after it, while it is not known whether a document begins there. */
	#brace = '';
	#isRemark = false;
	#isText = false;
	#isEscaped = false;
	#isLineStart = true;
	#isOversize = false;
	/** Its second line begins with a blank: then a brace at the start of a line begins another document. */
	#isIndented: boolean | undefined;
	/** A line ended inside a text, which JSON does not allow. */
	#isBroken = false;
	#lastSign = '';

	/**
	 * A splitter at the beginning of its stream.
	 *
	 * @param limit The longest document, characters.
	 */
	constructor(limit: number) {
		this.#limit = limit;
	}

	#begin(): void {
		this.#flushLine();
		this.#text = this.#brace;
		this.#isIndented = this.#brace.includes('\n') ? /\n[\t ]/v.test(this.#brace) : undefined;
		this.#brace = '';
		this.#depth = 1;
		this.#lastSign = '{';
		this.#isRemark = false;
		this.#isText = false;
		this.#isEscaped = false;
		this.#isBroken = false;
		this.#isOversize = false;
	}

	#finish(): void {
		if (!this.#isOversize) {
			this.#pieces.push({kind: 'document', text: this.#text});
		}

		this.#text = '';
		this.#depth = 0;
	}

	/** The end of what stands between two documents, as far as the line goes. */
	#flushLine(): void {
		const text = this.#text.trim();
		if (/[\p{Letter}\p{Number}]/v.test(text) && !expected.test(text)) {
			this.#pieces.push({kind: 'skipped', text});
		}

		this.#text = '';
	}

	#between(character: string): void {
		if (this.#brace !== '') {
			if (isBlank(character)) {
				this.#brace += this.#brace.length < keptOfLine ? character : '';
				return;
			}

			if (character === '"' || character === '#') {
				this.#begin();
				this.#inside(character);
				return;
			}

			this.#text += this.#brace;
			this.#brace = '';
		}

		if (character === '\n') {
			this.#flushLine();
		} else if (character === '{' && !expected.test(this.#text)) {
			this.#brace = character;
		} else if (this.#text.length < keptOfLine) {
			this.#text += character;
		}
	}

	/** Whether this brace, inside a document, must be the beginning of another. */
	#isAnother(): boolean {
		return this.#lastSign === '{' || (this.#isLineStart && (this.#isIndented === true || this.#isBroken));
	}

	#noteIndent(character: string): void {
		if (this.#isIndented === undefined && this.#isLineStart) {
			this.#isIndented = character === ' ' || character === '\t';
		}
	}

	#inside(character: string): void {
		this.#noteIndent(character);

		if (this.#isText) {
			this.#insideText(character);
		} else if (this.#isRemark) {
			this.#isRemark = character !== '\n';
		} else if (character === '{' && this.#isAnother()) {
			this.#finish();
			this.#between(character);
			return;
		} else {
			this.#sign(character);
		}

		this.#keep(character);
		if (this.#depth === 0) {
			this.#finish();
		}
	}

	#insideText(character: string): void {
		if (this.#isEscaped) {
			this.#isEscaped = false;
		} else if (character === '\\') {
			this.#isEscaped = true;
		} else if (character === '"') {
			this.#isText = false;
		}

		if (character !== '\n') {
			return;
		}

		this.#isText = false;
		this.#isEscaped = false;
		this.#isBroken = true;
	}

	#sign(character: string): void {
		switch (character) {
			case '"': {
				this.#isText = true;

				break;
			}

			case '#': {
				this.#isRemark = true;
				return;
			}

			case '{': {
				this.#depth++;

				break;
			}

			case '}': {
				this.#depth--;

				break;
			}
			// No default
		}

		if (!isBlank(character)) {
			this.#lastSign = character;
		}
	}

	#keep(run: string): void {
		if (this.#isOversize) {
			return;
		}

		this.#text += run;
		if (!(this.#text.length > this.#limit)) {
			return;
		}

		this.#isOversize = true;
		this.#text = '';
		this.#pieces.push({kind: 'oversize'});
	}

	#take(): Piece[] {
		const pieces = this.#pieces;
		this.#pieces = [];
		return pieces;
	}

	/** Passes what means nothing to the splitter, as far as it goes; gives where it ends. */
	#passRun(chunk: string, start: number): number {
		const plain = this.#isText ? plainInText : this.#isRemark ? plainInRemark : plainOutside;
		plain.lastIndex = start;
		const run = plain.exec(chunk)?.[0] ?? '';
		if (run === '') {
			return start;
		}

		this.#noteIndent(run[0] ?? '');
		if (!this.#isText && !this.#isRemark && run.trim() !== '') {
			this.#lastSign = '';
		}

		this.#isEscaped = false;
		this.#isLineStart = false;
		this.#keep(run);
		return start + run.length;
	}

	/** The pieces that this chunk completes. */
	push(chunk: string): Piece[] {
		for (let index = 0; index < chunk.length;) {
			if (this.#depth > 0 && !this.#isEscaped) {
				index = this.#passRun(chunk, index);
			}

			const character = chunk[index];
			if (character === undefined) {
				continue;
			}

			if (this.#depth === 0) {
				this.#between(character);
			} else {
				this.#inside(character);
			}

			this.#isLineStart = character === '\n';
			index++;
		}

		return this.#take();
	}

	/** The end of the stream. */
	end(): Piece[] {
		if (this.#depth > 0) {
			if (!this.#isOversize) {
				this.#pieces.push({kind: 'unfinished', text: this.#text});
			}
		} else if (this.#brace === '') {
			this.#flushLine();
		} else {
			this.#pieces.push({kind: 'unfinished', text: this.#brace});
		}

		this.#text = '';
		this.#brace = '';
		this.#depth = 0;
		return this.#take();
	}
}
