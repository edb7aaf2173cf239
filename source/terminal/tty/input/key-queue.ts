/**
 * Keys and pasted text that have arrived and wait for the program. Ctrl-C does not wait: everything before it is
 * forgotten. A paste waits until its end has come, so that a program gets it whole.
 */
import {escape} from '../../escape-codes.js';

const begin = '\u{1B}[200~';
const end = '\u{1B}[201~';
const ctrlC = '\u{3}';

/** More text than this, UTF-16 units, that no terminal has marked as pasted, nobody can have meant. */
export const mostTyped = 32_768;

/** More pasted text than this, UTF-16 units, nobody means either. */
export const mostPasted = 1_048_576;

/** What the program gets at once, UTF-16 units: it draws, and reads on, in between. */
const slice = 2048;

/** More than keys that were pressed while the program was busy, UTF-16 units. */
const many = 512;

/** What a terminal answers to a question of another program, such as its colours: no key sends it. */
const reply = new RegExp(
	String.raw`${escape}(?:\]\d{1,4};|P[\d;]*[!$+>\|]|_G)[^\u{3}\u{7}${escape}]*(?:\u{7}|${escape}\\)`,
	'gv',
);

/** An escape sequence at the end of a text that may not be all of it. */
const cutSequence = new RegExp(`${escape}[^${escape}]{0,31}$`, 'v');

type Piece = {readonly isPaste: boolean; readonly text: string};

/** A paste whose end has not come: the mark at its beginning, and its text unless it is too long. */
type Paste = {readonly mark: string; readonly parts: string[]; isTooLong: boolean};

/** Where a text that is too long for one slice is cut: not in a character or in an escape sequence. */
const cutOf = (text: string): number => {
	const start = text.slice(0, slice);
	const sequence = cutSequence.exec(start)?.index ?? 0;
	const isInCharacter = /[\u{D800}-\u{DBFF}]$/v.test(start);
	return sequence > 0 ? sequence : slice - (isInCharacter ? 1 : 0);
};

/** What was typed or pasted, in order. */
export class KeyQueue {
	readonly #onDropped: (characters: number) => void;
	#pieces: Piece[] = [];
	/** The end of what was taken, in which a mark may have begun. */
	#last = '';
	/** The paste whose end has not come; undefined outside of one. */
	#paste: Paste | undefined;
	#typed = 0;
	#pasted = 0;
	#dropped = 0;
	#isFlooded = false;
	#isQuit = false;

	/** `onDropped`: told how much was dropped since nobody can have meant it, once no more comes. */
	constructor(onDropped: (characters: number) => void) {
		this.#onDropped = onDropped;
	}

	/** Takes text up to the beginning of a paste, and returns what is behind it. */
	#takeTyped(text: string): string {
		const joined = this.#last + text;
		const begun = joined.indexOf(begin);
		const behind = begun === -1 ? text.length : begun + begin.length - this.#last.length;
		const typed = text.slice(0, behind);
		if (typed.includes(ctrlC)) {
			this.#quit();
			return '';
		}

		if (begun === -1) {
			this.#type(typed);
			this.#last = joined.slice(1 - begin.length);
			return '';
		}

		// Of a mark that came in two parts the first may still wait, or the program has it already.
		const early = Math.max(0, this.#last.length - begun);
		this.#type(typed.slice(0, Math.max(0, behind - begin.length)));
		const mark = this.#untype(begin.slice(0, early)) ? begin : begin.slice(early);
		this.#paste = {mark, parts: [], isTooLong: false};
		this.#last = '';
		return text.slice(behind);
	}

	/** Takes pasted text up to its end, and returns what is behind it. */
	#takePasted(paste: Paste, text: string): string {
		const joined = this.#last + text;
		const ended = joined.indexOf(end);
		// Terminals take control characters out of what is pasted; beside much work a key is read together with text.
		if (ended === -1 && text.endsWith(ctrlC)) {
			this.#quit();
			return '';
		}

		const behind = ended === -1 ? text.length : ended + end.length - this.#last.length;
		this.#keep(paste, text.slice(0, behind));
		if (ended === -1) {
			this.#last = joined.slice(1 - end.length);
			return '';
		}

		const {mark, parts, isTooLong} = paste;
		this.#pasted += mark.length + (isTooLong ? end.length : 0);
		this.#pieces.push({isPaste: true, text: mark + (isTooLong ? end : parts.join(''))});
		this.#paste = undefined;
		this.#last = '';
		return text.slice(behind);
	}

	/** Adds to a paste, or drops all of it once it is too long. */
	#keep(paste: Paste, text: string): void {
		const {parts} = paste;
		parts.push(text);
		this.#pasted += text.length;
		paste.isTooLong ||= this.#pasted > mostPasted;
		if (!paste.isTooLong) {
			return;
		}

		const length = parts.splice(0).reduce((sum, part) => sum + part.length, 0);
		this.#pasted -= length;
		this.#dropped += length;
	}

	#type(text: string): void {
		if (this.#isFlooded) {
			this.#dropped += text.length;
			return;
		}

		if (text === '') {
			return;
		}

		const last = this.#pieces.at(-1);
		if (last && !last.isPaste) {
			this.#pieces[this.#pieces.length - 1] = {isPaste: false, text: last.text + text};
		} else {
			this.#pieces.push({isPaste: false, text});
		}

		this.#typed += text.length;
		if (!(this.#typed > mostTyped)) {
			return;
		}

		this.#dropped += this.#typed;
		this.#typed = 0;
		this.#isFlooded = true;
		this.#pieces = this.#pieces.filter(({isPaste}) => isPaste);
	}

	/** Takes text back that was typed last; false where it no longer waits. */
	#untype(text: string): boolean {
		if (text === '' || this.#isFlooded) {
			return true;
		}

		const last = this.#pieces.at(-1);
		if (!last || last.isPaste || !last.text.endsWith(text)) {
			return false;
		}

		this.#pieces[this.#pieces.length - 1] = {isPaste: false, text: last.text.slice(0, -text.length)};
		this.#typed -= text.length;
		return true;
	}

	#quit(): void {
		this.#pieces = [];
		this.#paste = undefined;
		this.#last = '';
		this.#typed = 0;
		this.#pasted = 0;
		this.#isQuit = true;
	}

	/** Whether Ctrl-C has come: it is next. */
	get isQuit(): boolean {
		return this.#isQuit;
	}

	/** Whether nothing can be taken out. */
	get isEmpty(): boolean {
		return this.#pieces.length === 0 && !this.#isQuit;
	}

	/** Whether more has come than keys that were pressed while the program was busy: there may be yet more behind it. */
	get isLong(): boolean {
		return this.#isFlooded || this.#typed > many || this.#dropped > 0;
	}

	/** Adds what was read from the terminal. */
	take(chunk: string): void {
		let rest = chunk;
		while (rest !== '' && !this.#isQuit) {
			rest = this.#paste ? this.#takePasted(this.#paste, rest) : this.#takeTyped(rest);
		}
	}

	/** No more comes for now. */
	settle(): void {
		this.#isFlooded = false;
		if (!(this.#dropped > 0)) {
			return;
		}

		this.#onDropped(this.#dropped);
		this.#dropped = 0;
	}

	/** Takes out what the program handles next; undefined where nothing waits. */
	next(): string | undefined {
		if (this.#isQuit) {
			this.#isQuit = false;
			return ctrlC;
		}

		for (;;) {
			const piece = this.#pieces.shift();
			if (piece === undefined) {
				return undefined;
			}

			if (piece.isPaste) {
				this.#pasted -= piece.text.length;
				return piece.text;
			}

			this.#typed -= piece.text.length;
			const text = piece.text.replaceAll(reply, '');
			const cut = text.length > slice ? cutOf(text) : text.length;
			if (cut < text.length) {
				this.#typed += text.length - cut;
				this.#pieces.unshift({isPaste: false, text: text.slice(cut)});
			}

			if (cut > 0) {
				return text.slice(0, cut);
			}
		}
	}
}
